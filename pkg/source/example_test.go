package source_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/source"
)

// Every value of a file knows where it was written.
func Example() {
	file := source.NewFile("2025.yaml", []byte(`budget:
  lines:
    - {label: Salaries, fixed: 345054}
    - {label: Social charges, percent: 20%}
`))
	root, problems := source.Parse(file)
	if len(problems) > 0 {
		fmt.Println(problems[0].Message)
		return
	}
	for _, line := range root.Get("budget").Get("lines").Items() {
		for key, value := range line.Pairs() {
			at := value.Start()
			fmt.Printf("%d:%d %s = %s\n", at.Line, at.Col, key.Text(), value.Text())
		}
	}
	// Output:
	// 3:15 label = Salaries
	// 3:32 fixed = 345054
	// 4:15 label = Social charges
	// 4:40 percent = 20%
}

// What is wrong with a file as YAML is said in plain words, with its position.
func ExampleParse() {
	file := source.NewFile("2025.yaml", []byte("period: 2025\ncurrency: CHF\nperiod: 2026\n"))
	_, problems := source.Parse(file)
	for _, p := range problems {
		fmt.Printf("%s:%d: %s\n", file.Name, p.Span.Start.Line, p.Message)
		fmt.Printf("%s:%d: %s\n", file.Name, p.Other.Start.Line, p.OtherNote)
	}
	// Output:
	// 2025.yaml:3: the key `period` stands twice in one group
	// 2025.yaml:1: first written here
}

// A position inside a text is found in the file, behind quotes and folds.
func ExampleNode_Part() {
	file := source.NewFile("2025.yaml", []byte("text: >\n  Travel to\n  three meetings\n"))
	root, _ := source.Parse(file)
	text := root.Get("text")
	from := len("Travel to ")
	span := text.Part(from, from+len("three"))
	fmt.Printf("%q stands in line %d, column %d\n", span.Text(), span.Start.Line, span.Start.Col)
	// Output:
	// "three" stands in line 3, column 3
}

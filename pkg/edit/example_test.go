package edit_test

import (
	"errors"
	"fmt"
	"log"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/source"
)

// A value is changed and nothing else: comments, blanks and quotes stay as they are.
func Example() {
	file := source.NewFile("2025.yaml", []byte("# approved by the bureau\nrate: 20%   # of salaries\ntrips: '8'\n"))
	root, problems := source.Parse(file)
	if len(problems) > 0 {
		log.Fatal(problems[0].Message)
	}
	text, err := edit.Apply(file, []diag.Edit{
		{Span: root.Get("rate").Span(), Text: "22%"},
		{Span: root.Get("trips").Span(), Text: "7"},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(string(text))
	// Output:
	// # approved by the bureau
	// rate: 22%   # of salaries
	// trips: 7
}

// Of two fixes of one word the first is taken; together they would be a conflict.
func ExampleCompatible() {
	file := source.NewFile("2025.yaml", []byte("label: Travell"))
	word := file.Span(len("label: "), len(file.Bytes))
	fixes := [][]diag.Edit{{{Span: word, Text: "Travel"}}, {{Span: word, Text: "Travels"}}}

	_, err := edit.Apply(file, append(fixes[0], fixes[1]...))
	fmt.Println(errors.Is(err, edit.ErrConflict))

	chosen, count := edit.Compatible(file, fixes)
	text, err := edit.Apply(file, chosen)
	fmt.Println(string(text), count, err)
	// Output:
	// true
	// label: Travel 1 <nil>
}

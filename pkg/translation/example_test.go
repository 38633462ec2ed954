package translation_test

import (
	"fmt"
	"log"

	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/translation"
)

// of reads a plan and the words of its language.
func of(name, text, words string) translation.Version {
	p, findings, ok := plan.Load(source.NewFile(name, []byte(text)))
	if !ok {
		log.Fatal(findings[0].Message)
	}
	l, findings, ok := language.Load(source.NewFile("words.yaml", []byte(words)))
	if !ok {
		log.Fatal(findings[0].Message)
	}
	return translation.Version{Name: name, Plan: p, Language: l}
}

// A figure that was lost on the way to another language is found; its form is the language's own.
func Example() {
	left := of("en.yaml", with("Of CHF 465,440, 20,000 were paid by 6 June 2017.", "1000"), english)
	right := of("fr.yaml", with("Sur 465 440 francs, 2 000 ont été versés avant le 6 juin 2017.", "1000"), french)
	for _, p := range translation.Compare(left, right).Differences() {
		fmt.Println(p.Place, p.OnlyLeft, p.OnlyRight)
	}
	// Output:
	// assumptions/1 [20,000] [2 000]
}

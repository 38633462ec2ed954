package diag_test

import (
	"bytes"
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// A finding is a rule, a span, plain words and a remedy. What is wrong with a plan is told
// by findings, never by a Go error.
func Example() {
	file := source.NewFile("2025.yaml", []byte("- {label: Travell, fixed: 12000}\n- {label: Salaries, fixed: 0}\n"))
	at := func(text string) source.Span {
		from := bytes.Index(file.Bytes, []byte(text))
		return file.Span(from, from+len(text))
	}
	spelling := diag.Rule{Code: "E101", Name: "spelling", Severity: diag.Warning, Title: "a misspelt word"}
	unpaid := diag.Rule{Code: "X101", Name: "unpaid", Severity: diag.Note, Title: "staff without pay"}

	var list diag.List
	list.Add(diag.Finding{Rule: unpaid, Span: at("Salaries"), Message: "nobody is paid", Hint: "write the amount"})
	list.Add(diag.Finding{Rule: spelling, Span: at("Travell"), Message: "“Travell” is misspelt",
		Fix: []diag.Edit{{Span: at("Travell"), Text: "Travel"}}})
	for _, f := range list.Sorted() {
		fmt.Printf("line %d: %s[%s] %s\n", f.Span.Start.Line, f.Rule.Severity, f.Rule.ID(), f.Message)
	}
	fmt.Println("the gravest:", diag.Worst(list.Sorted()))
	// Output:
	// line 1: warning[E101/spelling] “Travell” is misspelt
	// line 2: note[X101/unpaid] nobody is paid
	// the gravest: warning
}

// Fingerprints show which findings are new, though lines moved.
func ExampleFingerprints() {
	rule := diag.Rule{Code: "E101", Name: "spelling", Severity: diag.Warning}
	find := func(text string, from int) diag.Finding {
		file := source.NewFile("2025.yaml", []byte(text))
		return diag.Finding{Rule: rule, Subject: "budget/travel", Span: file.Span(from, from+len("Travell"))}
	}
	before := diag.Fingerprints([]diag.Finding{find("label: Travell", 7)})
	after := diag.Fingerprints([]diag.Finding{find("# Mission costs\nlabel: Travell", 23)})
	fmt.Println(before[0] == after[0])
	// Output: true
}

func ExampleDidYouMean() {
	fmt.Println(diag.DidYouMean("slaries", []string{"salaries", "social-charges", "travel"}))
	fmt.Println(diag.DidYouMean("rent", []string{"salaries", "social-charges", "travel"}))
	// Output:
	// did you mean `salaries`?
	// known here: salaries, social-charges, travel
}

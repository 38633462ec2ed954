package report_test

import (
	"bytes"
	"fmt"
	"log"
	"os"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// misspelt is a finding of a plan.
func misspelt() diag.Finding {
	file := source.NewFile("2025.yaml", []byte("isuplan: 1\nassumptions: [Contributions arive in time.]\n"))
	from := bytes.Index(file.Bytes, []byte("arive"))
	return diag.Finding{Span: file.Span(from, from+len("arive")), Subject: "assumptions/1",
		Rule:    diag.Rule{Code: "E101", Name: "spelling", Severity: diag.Warning, Title: "a misspelt word"},
		Message: "“arive” is misspelt: “arrive”", Hint: "correct it"}
}

// For people, a finding is shown with the line that it points at.
func Example() {
	if err := report.Text(os.Stdout, []diag.Finding{misspelt()}, false); err != nil {
		log.Fatal(err)
	}
	fmt.Println(report.Count([]diag.Finding{misspelt()}))
	// Output:
	// 2025.yaml:2:29: warning[E101/spelling]: “arive” is misspelt: “arrive”
	//  2 | assumptions: [Contributions arive in time.]
	//    |                             ^^^^^
	//   at: assumptions/1
	//   help: correct it
	// 1 warning
}

// For programs, findings are written in one of the formats, by its name.
func ExampleFormatNamed() {
	github, known := report.FormatNamed("github")
	if !known {
		log.Fatal("there is no such format")
	}
	f := misspelt()
	r := report.Report{Plans: []report.Plan{{Name: "2025.yaml", Findings: []diag.Finding{f}}}, Rules: []diag.Rule{f.Rule},
		Tool: report.Tool{Name: "example", Version: "1.0"}}
	if err := github.Write(os.Stdout, r); err != nil {
		log.Fatal(err)
	}
	// Output:
	// ::warning file=2025.yaml,line=2,col=29,endLine=2,endColumn=34,title=E101/spelling::2025.yaml:2:29: “arive” is misspelt: “arrive”%0Ahelp: correct it%0Aat: assumptions/1
}

package compile_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"log"
	"os"
	"testing/fstest"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/report"
)

// A plan is built into a PDF, its findings are listed, and it is compared with another
// plan, line by line. docs/library.md has the same lines.
func Example() {
	ctx := context.Background()
	plans, err := os.OpenRoot("../..")
	if err != nil {
		log.Fatal(err)
	}
	compiler := compile.New(compile.Options{})
	unit := func(name string) *compile.Unit {
		in, err := compile.Open(plans.FS(), name)
		if err != nil {
			log.Fatal(err)
		}
		u, err := compiler.Compile(ctx, in)
		if err != nil {
			log.Fatal(err)
		}
		return u
	}
	old, now := unit("plans/2018.yaml"), unit("testdata/diff/2019-example.yaml")

	pdf, _ := render.FormatNamed("pdf")
	built, err := now.Build(ctx, pdf)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(os.DevNull, built.Results[0].Bytes, 0o644); err != nil {
		log.Fatal(err)
	}
	for _, f := range report.Unwaived(built.Findings)[:2] {
		fmt.Printf("%s:%d: %s[%s] %s\n", f.Span.File.Name, f.Span.Start.Line, f.Rule.Severity, f.Rule.Code, f.Message)
	}

	both, err := compile.Compare(ctx, old, now)
	if err != nil {
		log.Fatal(err)
	}
	for _, line := range both.Report.Money.Lines {
		fmt.Printf("%s: %s to %s, %s\n", line.Label, line.From, line.To, line.Change())
	}
	fmt.Println(both.Summary()[0])
	// Output:
	// testdata/diff/2019-example.yaml:58: warning[N102] IRC stands here; elsewhere the same is called 1RC
	// testdata/diff/2019-example.yaml:60: note[N103] DAP is introduced here and never used again
	// Salaries: 345054 to 372100, 27046
	// Social charges: 63386 to 74420, 11034
	// Communication: 10000 to 12500, 2500
	// Travel: 37000 to 41000, 4000
	// Other implementation support costs: 10000 to 10000, 0
	// The budget rises by CHF 44,580 (9.58 per cent), from CHF 465,440 to CHF 510,020, mostly by Salaries (+27,046) and Social charges (+11,034).
}

// A folder may be anything that is a file system: a test's map, an archive, a revision of
// git. Nothing outside of it is read.
func ExampleOpen() {
	folder := fs.FS(fstest.MapFS{"2025.yaml": {Data: []byte(small)}})
	in, err := compile.Open(folder, "2025.yaml")
	if err != nil {
		log.Fatal(err)
	}
	findings, err := compile.New(compile.Options{}).Check(context.Background(), in)
	fmt.Println(len(findings), err)
	// Output: 0 <nil>
}

// What an editor holds and has not written yet is a plan like others.
func ExampleCompiler_Check() {
	buffer := bytes.Replace([]byte(small), []byte("Reply to questions"), []byte("Reply to qeustions"), 1)
	findings, err := compile.New(compile.Options{}).Check(context.Background(), in("2025.yaml", string(buffer)))
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range findings {
		fmt.Printf("line %d, column %d: %s\n", f.Span.Start.Line, f.Span.Start.Col, f.Message)
	}
	// Output:
	// line 14, column 42: “qeustions” is misspelt: “questions”
}

// What has one right answer is mended in a copy of the file; what lies outside of the
// edits stays as it is.
func ExampleCompiler_Mend() {
	mended, err := compile.New(compile.Options{}).Mend(context.Background(), in("2025.yaml", small+"assumptions: [That the the rooms are there.]\n"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(mended.Count)
	fmt.Print(string(mended.After.Bytes[len(small):]))
	// Output:
	// 1
	// assumptions: [That the rooms are there.]
}

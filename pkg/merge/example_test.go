package merge_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/merge"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/source"
)

// What a reviewer changed in the Word file comes back into the plan.
func Example() {
	ctx, compiler := context.Background(), compile.New(compile.Options{})
	in := compile.Input{File: source.NewFile("plan.yaml", []byte(plan))}
	unit, err := compiler.Compile(ctx, in)
	if err != nil {
		fmt.Println(err)
		return
	}
	format, _ := render.FormatNamed("docx")
	built, err := unit.Render(ctx, format, document.Seal{})
	if err != nil {
		fmt.Println(err)
		return
	}
	file, _ := docxtest.Edit(built.Bytes) // somebody opens it in Word
	file.Replace("formal", "all")
	file.Replace("9–11\u00a0September", "9–12\u00a0September")
	edited, _ := file.Bytes()

	text, err := readback.Read(edited)
	if err != nil {
		fmt.Println(err)
		return
	}
	merged, err := merge.Into(ctx, compiler, unit, in.Folder, nil, text, merge.All)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, o := range merged.Outcomes {
		fmt.Printf("line %d, %s: %q became %q\n", o.At.Start.Line, o.Place, o.Old, o.New)
	}
	for _, line := range strings.Split(string(merged.Text), "\n") {
		if strings.Contains(line, "to: 2024") || strings.Contains(line, "Keep records") {
			fmt.Println(strings.TrimSpace(line))
		}
	}
	// Output:
	// line 13, masthead: "9–11 September 2024" became "9–12 September 2024"
	// line 36, item (b) of paragraph 3: "formal" became "all"
	// to: 2024-09-12
	// text: Keep records of all meetings;
}

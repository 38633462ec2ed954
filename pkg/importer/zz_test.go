package importer

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/readback"
)

func TestZZ(t *testing.T) {
	for _, f := range []string{"shared/reference/word/2018-typed.docx", "shared/reference/word/2018-styled.docx", "shared/reference/word/2018-messy.docx", "../tmp/o15/2018.docx", "../tmp/o15/2018.md", "../tmp/o15/2018.pdf"} {
		b, _ := os.ReadFile("/work/" + f)
		x, err := readback.Read(b)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Import(context.Background(), compile.New(compile.Options{}), x)
		if err != nil {
			t.Error(f, err)
			continue
		}
		os.WriteFile("/tmp/imp-"+filepath.Base(f)+".yaml", r.Plan, 0o644)
		fmt.Println(f, r.Placed, r.Passages, len(r.Lost), r.Remarks)
		for _, l := range r.Lost {
			fmt.Println("   ", l.Where, l.Why, l.Text)
		}
	}
}
func TestYY(t *testing.T) {
	b, _ := os.ReadFile("/work/shared/reference/word/2018-typed.docx")
	x, _ := readback.Read(b)
	c := compile.New(compile.Options{})
	first, _ := frameOf(context.Background(), c, placeholder(), someYear())
	list := passages(x, first.results)
	bb := &placer{draft: &draft{}, frame: first, dates: datesOf(first.language), style: styleOf(list)}
	front, _ := chapters(list, bb.style, first)
	bb.front(front)
	bb.draft.complete(list, bb.dates)
	fmt.Printf("%+v\n", bb.draft.dated(first.language))
	fmt.Printf("%+v\n", bb.draft.masthead)
	for _, s := range first.sections {
		fmt.Printf("%+v\n", *s)
	}
	fmt.Printf("%+v\n", first.box)
	before, _ := bb.compiled(context.Background(), c)
	r := &referrer{used: map[string]int{}}
	r.list = append(bb.draft.dated(before.Language), priced(before)...)
	bb.draft.refer = r
	after, _ := bb.compiled(context.Background(), c)
	fmt.Println(after.Document == nil, after.Findings)
	if after.Document != nil {
		a, bf := printedOf(after.Document).all, printedOf(before.Document).all
		fmt.Println(len(a), len(bf))
		for i := range a {
			if a[i] != bf[i] {
				fmt.Println(a[i-20:i+50], "|", bf[i-20:i+50])
				break
			}
		}
	}
}

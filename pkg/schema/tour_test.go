package schema_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestTourFindsWhatTheWalkFinds: both go over the same declaration, so that every text that a
// walk finds is a spot of the tour, by the same subject.
func TestTourFindsWhatTheWalkFinds(t *testing.T) {
	text, err := os.ReadFile("../../plans/2018.yaml")
	if err != nil {
		t.Fatal(err)
	}
	root, problems := source.Parse(source.NewFile("2018.yaml", text))
	if len(problems) > 0 {
		t.Fatal(problems[0].Message)
	}
	subjects := map[source.Node]string{}
	depth, elements := 0, 0
	schema.Tour(plan.Shape(), root, func(s schema.Spot) {
		subjects[s.Node] = s.Subject
		if s.Depth > depth+1 {
			t.Errorf("%s is held by nothing", s.Path)
		}
		depth = s.Depth
		if s.Element && !s.ID.IsZero() {
			elements++
			if !strings.HasSuffix(s.Path, s.ID.Text()) {
				t.Errorf("%s has the id %s", s.Path, s.ID.Text())
			}
		}
	})
	found := 0
	schema.NewWalker(plan.Shape(), func(schema.Use) bool { return true }).Walk(root, func(f schema.Found) {
		found++
		if got, ok := subjects[f.Node]; !ok || got != f.Subject {
			t.Errorf("%q belongs to %q; the tour has %q, %v", f.Node.Text(), f.Subject, got, ok)
		}
	})
	if found < 200 || elements < 60 {
		t.Errorf("only %d values and %d elements", found, elements)
	}
}

// TestTourSaysKeys: each value comes with what is declared of its key, and keys that nobody
// declared are passed over.
func TestTourSaysKeys(t *testing.T) {
	root, _ := source.Parse(source.NewFile("a.yaml", []byte("facts: {states: {value: 3, sum: [a]}}\nnonsense: 1\n")))
	var got []string
	schema.Tour(plan.Shape(), root, func(s schema.Spot) {
		doc := ""
		if s.Said != nil {
			doc = s.Said.Doc
		}
		got = append(got, fmt.Sprintf("%d %s %s %q %v %v", s.Depth, s.Path, s.Key.Text(), doc, s.ID.Text(), s.Shape.To))
	})
	want := []string{
		`0   "" <nil> []`,
		`1  facts "figures that the prose quotes" <nil> []`,
		`2 facts/states states "" states []`,
		`3 facts/states value "the figure" <nil> []`,
		`3 facts/states sum "the facts whose sum it is" <nil> []`,
		`4 facts/states  "" <nil> [facts]`,
	}
	for i := range want {
		want[i] = strings.ReplaceAll(want[i], "<nil>", "")
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

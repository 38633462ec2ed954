package merge_test

import (
	"context"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/merge"
)

// TestOtherWords: words that a person types in the place of the file's stand apart from those
// beside them, and the change shows what is around it.
func TestOtherWords(t *testing.T) {
	u := unit(t, "../../plans/2018.yaml", read(t, "../../plans/2018.yaml"))
	built := word(t, u)
	for _, c := range []struct{ old, now, typed, around, want string }{
		{"Carry out support missions", "Carry out four support missions", "two", "Carry out [four] support missions - upon request by States.",
			"Carry out two support missions - upon request by States."},
		{"Offer advice and support to States Parties on", "Offer advice to States Parties on", "and help", "Offer advice [ ]to States Parties on the implementation of the Convention;",
			"Offer advice and help to States Parties on the implementation of the Convention;"},
		{"upon request by States.", "upon request by a State.", "States Parties", "Carry out support missions - upon request by [a State].",
			"upon request by States Parties."},
	} {
		file := edited(t, built, func(e *docxtest.Edited) { e.XML = strings.Replace(e.XML, c.old, c.now, 1) })
		var around string
		m, err := merge.Into(context.Background(), compile.New(compile.Options{}), u, nil, nil, text(t, file), func(all *merge.Comparison) ([]merge.Choice, error) {
			around = all.Changes[0].Around
			offer, ok := all.Edit(0, c.typed)
			if !ok {
				t.Fatalf("%s: nothing to edit", c.now)
			}
			return []merge.Choice{{Change: 0, Offer: offer}}, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if around != c.around {
			t.Errorf("around: %q, want %q", around, c.around)
		}
		if plan := squeezed(string(m.Text)); !strings.Contains(plan, c.want) {
			t.Errorf("%s: the plan has not: %s", c.now, c.want)
		}
	}
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

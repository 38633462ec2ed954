package format_test

import (
	"os"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestOldLineBreaks: a plan whose lines end as on old Macs, or in several ways, has the form
// that it would have with ordinary ones, comments included.
func TestOldLineBreaks(t *testing.T) {
	text, err := os.ReadFile("../../plans/2018.yaml")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(text), "\n")
	mixed := strings.Builder{}
	for i, l := range lines {
		mixed.WriteString(strings.ReplaceAll(l, "\n", []string{"\n", "\r", "\r\n"}[i%3]))
	}
	for name, old := range map[string]string{"old": strings.ReplaceAll(string(text), "\n", "\r"), "mixed": mixed.String()} {
		if got, _ := formatted(t, name, []byte(old)); string(got) != string(text) {
			t.Errorf("%s line breaks give another form", name)
		}
	}
}

// TestBlocksWithTheirOwnBlanks: a text on lines of its own that begins with blanks or breaks
// says in its first line how far it stands in, and has another indentation afterwards.
func TestBlocksWithTheirOwnBlanks(t *testing.T) {
	const head = `isuplan: 1
document: {convention: C, unit: U, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
- id: universal
  text: More.
budget:
    currency: CHF
    lines:
    - id: salaries
      label: Salaries
      fixed: 1
      note: `
	for _, block := range []string{
		"|4-\n            lead blanks\n", "|2-\n        lead\n          more\n        same\n", ">2-\n          lead blanks\n        folded\n        on\n",
		"|3-\n\n         lead break\n", ">3\n         lead\n\n         para\n", "|2\n\n\n        a\n        b\n", "|-\n        a\n          \n        b\n",
		"|+\n        a\n\n\n", ">+\n        a\n\n", "|2+\n          a\n        b\n\n", "|-2\n          a\n", "| # a comment\n        a\n        b\n",
		"|9-\n               a\n                 b\n", "|1-\n          a\n       b\n", "|-\n        a\n         \n         \n",
	} {
		name := strings.SplitN(block, "\n", 2)[0]
		text := []byte(head + block)
		p, found, ok := plan.Load(source.NewFile(name, text))
		if !ok {
			t.Errorf("%q: %v", block, found)
			continue
		}
		once, ok := formatted(t, name, text)
		if !ok {
			continue
		}
		again, _, ok := plan.Load(source.NewFile(name, once))
		if !ok || again.Budget.Lines[0].Note.Value != p.Budget.Lines[0].Note.Value {
			t.Errorf("%q became\n%s", block, once)
		}
		if twice, _ := formatted(t, name, once); string(twice) != string(once) {
			t.Errorf("%q has two forms:\n%s\n%s", block, once, twice)
		}
	}
}

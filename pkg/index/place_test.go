package index_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/index"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestAt: what may be written is known by the lines alone, while the file cannot be parsed too.
// The place is marked by ‸.
func TestAt(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"‸", "key of a plan |  | "},
		{"isuplan: 1\ndoc‸", "key of a plan |  | isuplan=1"},
		{"document:\n  ‸\nperiod:", "key of the document | document | "},
		{"document:\n  unit: U\n  ‸", "key of the document | document | unit=U"},
		{"document:\n  unit: U\n  meeting:\n    na‸\n  agenda:", "key of the meeting | document meeting | "},
		{"document:\n  language: ‸", "value a language tag | document language | language"},
		{"period: {from: 2025-01-01, ‸}", "key of the period | period | from=2025-01-01"},
		{"period: {from: ‸", "value a date | period from | "},
		{"outcomes:\n  - id: a\n    outputs:\n      - id: b\n        activities:\n          - id: c\n            serves: [mandate/a, ‸",
			"value a path | outcomes - outputs - activities - serves - | "},
		{"outcomes:\n- id: a\n  outputs:\n  - id: b\n    activities:\n    - id: c\n      serves:\n      - ‸",
			"value a path | outcomes - outputs - activities - serves - | "},
		{"outcomes:\n- id: a\n  ‸", "key of an outcome | outcomes - | id=a"},
		{"outcomes:\n- ‸", "key of an outcome | outcomes - | "},
		{"waivers:\n  - {rule: spelling, at: ‸}", "value a path | waivers - at | rule=spelling"},
		{"waivers:\n  - rule: spelling\n    at: bud‸\n    reason: x", "value a path | waivers - at | at=bud reason=x rule=spelling"},
		{"budget:\n  columns: [{id: 2018}]\n  lines:\n    - id: a\n      fixed: {‸", "key of a number, blank or nil by column chosen | budget lines - fixed | "},
		{"budget:\n  lines:\n    - id: a\n      posts:\n        - {title: D, annual: 5,\n           ‸}", "key of a post | budget lines - posts - | annual=5 title=D"},
		{"assumptions:\n  - That ${budget.‸", "quote an item | assumptions - | "},
		{"assumptions:\n  - >-\n    That it is\n    ${fa‸\n    so", "quote an item | assumptions - | "},
		{"assumptions:\n  - {text: \"That, ${fa‸\"}", "quote a text | assumptions - text | "},
		{"assumptions: [a, ‸", "value an item | assumptions - | "},
		{"summary:\n  objective: That $${b‸", "value a text | summary objective | objective=That $${b"},
		{"nonsense:\n  ‸", "unknown"},
		{"budget:\n  rounding: {mode: ‸", "value a rounding mode | budget rounding mode | "},
		{"# isuplan:\n\n  ‸", "key of a plan |  | "},
	} {
		text, after, _ := strings.Cut(c.text, "‸")
		p, ok := index.At(source.NewFile("a.yaml", []byte(text+after)), plan.Shape(), len(text))
		if got := said(p, ok); got != c.want {
			t.Errorf("%q: got\n  %s, want\n  %s", c.text, got, c.want)
		}
	}
}

func said(p index.Place, ok bool) string {
	if !ok {
		return "unknown"
	}
	form := "value "
	switch {
	case p.Quote:
		form = "quote "
	case p.IsKey:
		form = "key of "
	}
	name := p.Shape.Name
	if p.Chosen {
		name += " chosen"
	}
	var values []string
	for _, k := range slices.Sorted(maps.Keys(p.Siblings)) {
		if v := p.Siblings[k]; v != "" {
			k += "=" + v
		}
		values = append(values, k)
	}
	return fmt.Sprintf("%s%s | %s | %s", form, name, strings.Join(p.Path, " "), strings.Join(values, " "))
}

// TestAtAnywhere: at every offset of a real plan, and of whatever is left of it after something
// was cut out, the place is found without a panic and begins at or before the offset.
func TestAtAnywhere(t *testing.T) {
	text, err := os.ReadFile("../../plans/2018.yaml")
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.IntRange(0, len(text)).Draw(t, "from")
		to := rapid.IntRange(from, min(len(text), from+200)).Draw(t, "to")
		left := slices.Concat(text[:from], []byte(rapid.SampledFrom([]string{"", "{", "[", "- ", "${", "a: ", "\"", "\n  "}).Draw(t, "put")), text[to:])
		at := rapid.IntRange(0, len(left)).Draw(t, "at")
		f := source.NewFile("a.yaml", left)
		if p, ok := index.At(f, plan.Shape(), at); ok && (p.From > at || p.Shape == nil) {
			t.Fatalf("at %d: %+v", at, p)
		}
	})
}

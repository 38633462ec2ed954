package format_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzFormat holds that the canonical form of a plan is its own canonical form, and
// that nothing that can be read is lost: Plan itself compares values and comments.
func FuzzFormat(f *testing.F) {
	paths, _ := filepath.Glob("../../testdata/*/*.yaml")
	for _, path := range append(paths, "../../plans/2018.yaml") {
		if text, err := os.ReadFile(path); err == nil && len(text) < 8000 {
			f.Add(string(text))
		}
	}
	base := `isuplan: 1
period: {to: 2025-12-31, from: 2025-01-01} # the year
document: # what the masthead prints
    unit: 'Unit'   # a comment
    convention:   "Convention: \"on\" Matters"
    date: 2024-06-03

# The results.
outcomes: [ ]


budget:
  lines:
  # first
  - {label: Rent, id: rent, fixed: 100}   # rent
  - id: travel # t
    # the label
    label: >-
      Travel of a
      very long kind. And more.
    fixed: 12.10
  currency: CHF
assumptions:
- "12"
- |
    Two
    lines.
- 'it''s: a # text'
# the end
`
	f.Add(base)
	f.Add(strings.ReplaceAll(base, "\n", "\r\n"))
	f.Fuzz(func(t *testing.T, text string) {
		once, ok := formatted(t, "fuzz.yaml", []byte(text))
		if !ok {
			return
		}
		twice, ok := formatted(t, "fuzz.yaml", once)
		if !ok || string(once) != string(twice) {
			t.Errorf("once:\n%s\ntwice:\n%s", once, twice)
		}
	})
}

// FuzzText puts any text and any comment into a plan, written in each way that YAML has.
func FuzzText(f *testing.F) {
	for _, s := range []string{"A sentence. And another one (with brackets). “Quoted”.", "12", "true", "- dash", "a: b", "# no comment", "it's", "x #y", "é “ü” \u00a0z", "a  b", "${budget.total} is it.", "@x", "%", "!", "&a", "*b", "{c}", "[d]", "e,", "?", "~", "0x10", "1e5", ".5", "=", "<<"} {
		for style := range 4 {
			f.Add(s, "a comment", style)
		}
	}
	f.Fuzz(func(t *testing.T, prose, comment string, style int) {
		words := strings.Join(strings.Fields(prose), " ")
		comment = strings.Join(strings.Fields(comment), " ")
		var text string
		switch style & 3 {
		case 0:
			quoted, _ := json.Marshal(prose)
			text = string(quoted)
		case 1:
			text = "'" + strings.ReplaceAll(words, "'", "''") + "'"
		case 2:
			text = ">-\n    " + strings.Join(strings.Fields(prose), "\n    ")
		case 3:
			text = words
		}
		once, ok := formatted(t, "fuzz.yaml", []byte(`isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
# `+comment+`
assumptions:
- `+text+`
- {id: two, text: "`+strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(words)+`"} # `+comment+`
  # `+comment+`
outcomes: []
budget: {currency: CHF, lines: [{id: rent, label: Rent, fixed: 100}]}
`))
		if !ok {
			return
		}
		if twice, ok := formatted(t, "fuzz.yaml", once); !ok || string(once) != string(twice) {
			t.Errorf("once:\n%s\ntwice:\n%s", once, twice)
		}
	})
}

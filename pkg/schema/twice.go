package schema

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// NamedTwice is reported for a list that names an element twice.
var NamedTwice = rule("F311", "named-twice", "a list that names one thing twice",
	"What is added up would be counted twice, and what is looked up would be found twice.",
	`facts:
  states_parties: {value: 101}
  signatories: {value: 18}
  states: {sum: [states_parties, signatories, «signatories»]}
`, `facts:
  states_parties: {value: 101}
  signatories: {value: 18}
  states: {sum: [states_parties, signatories]}
`)

// TwoRows is reported for a table that has two rows for one key.
var TwoRows = rule("F312", "two-rows", "a table with two rows for one key",
	"Nobody can tell which of the two counts; the program would take one of them in silence.",
	`budget:
  standard_costs:
    - {grade: P-5, annual: 257600}
    - {grade: «P-5», annual: 245000}
  lines:
    - {id: salaries, label: Salaries, posts: [{title: Director, grade: P-5}]}
`, `budget:
  standard_costs:
    - {grade: P-5, annual: 257600}
    - {grade: P-4, annual: 245000}
  lines:
    - {id: salaries, label: Salaries, posts: [{title: Director, grade: P-5}]}
`)

// OneFor says that a list of such groups has one row for each value of a key; of several, for what
// they say together.
func OneFor(keys ...string) Trait { return func(s *Shape) { s.OneFor = keys } }

// twoRows reports the rows of a table whose keys say what those of one before do. A row has to have
// the first of them.
func (r *Reader) twoRows(list source.Node, keys []string) {
	seen := make(map[string]source.Node, list.Len())
	for _, row := range list.Items() {
		at := row.Get(keys[0])
		if at.Kind() != source.Scalar || at.IsNull() {
			continue
		}
		var said []string
		for _, key := range keys {
			if value := row.Get(key); value.Kind() == source.Scalar && !value.IsNull() {
				said = append(said, "`"+key+": "+clip(strings.Join(strings.Fields(value.Text()), " "))+"`")
			}
		}
		name := strings.Join(said, " and ")
		first, twice := seen[name]
		if !twice {
			seen[name] = at
			continue
		}
		r.Add(diag.Finding{Rule: TwoRows, Span: at.Span(), Message: "two rows of this list say " + name,
			Hint: "keep one of the two: nobody can tell which of them counts", Related: []diag.Related{{Span: first.Span(), Note: "the first"}}})
	}
}

// namedTwice reports the items of a list of references that stand in it already.
func (r *Reader) namedTwice(list source.Node) {
	if list.Len() < 2 {
		return
	}
	seen := make(map[string]source.Node, list.Len())
	for _, item := range list.Items() {
		if item.Kind() != source.Scalar || item.IsNull() {
			continue
		}
		name := item.Text()
		if first, twice := seen[name]; twice {
			r.Add(diag.Finding{Rule: NamedTwice, Span: item.Span(), Message: fmt.Sprintf("`%s` stands twice in this list and would count twice", clip(name)),
				Hint: "take one of the two out", Related: []diag.Related{{Span: first.Span(), Note: "the first"}}})
			continue
		}
		seen[name] = item
	}
}

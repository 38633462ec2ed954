package rollover_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/rollover"
)

// TestTablesOfTheText: the figures of a table that says of which year they are ask for a person, and those of another
// do not; a column of a table is none of the budget, whatever it is called.
func TestTablesOfTheText(t *testing.T) {
	const text = `isuplan: 1
document: {convention: Convention on Examples, unit: Secretariat, date: 2017-06-03}
period: {from: 2018-01-01, to: 2018-12-31}
sections:
  - id: basis
    paragraphs:
      - text: "Of ${tables.visits.all.2018} visits."
        tables:
          - {id: visits, label: Visits, columns: [{id: 2018}], rows: [{id: all, label: All, values: {2018: 3}}]}
          - {id: dates, label: Visits of 2016, columns: [{id: a}], rows: [{id: all, label: All, values: {a: 3}}]}
          - {id: others, label: Others, columns: [{id: a}], rows: [{id: all, label: All, values: {a: 3}}]}
outcomes: []
budget: {currency: CHF, columns: [{id: 2017}, {id: 2018, main: true}], lines: [{id: a, label: A, fixed: {2017: 1, 2018: 2}}]}
`
	got := string(rolled(t, text, rollover.Options{Year: 2019}).Text)
	for _, want := range []string{"# review: the figures of the table visits, which", "# review: the figures of the table dates, which", "Of ${tables.visits.all.2018} visits.", "columns: [{id: 2018}], rows: [{id: all, label: All, values: {2018: 3}}]"} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %s in\n%s", want, got)
		}
	}
	if strings.Contains(got, "the table others") {
		t.Error("a table of no year is marked")
	}
}

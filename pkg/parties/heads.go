package parties

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// column is a column of a file that the plan reads: the key whose values it has, and for some
// keys the column of the budget.
type column struct {
	key, budgets string
	at           int
}

// of returns the column's cell of a row.
func (c column) of(r tabular.Row) tabular.Cell { return r.Cell(c.at) }

// partyHeads are the heads by which a column of names is known.
func partyHeads(c *plan.Contribution) []string {
	if c.Heads.Party.IsSet() {
		return []string{c.Heads.Party.Value}
	}
	return []string{"party", "parties", "state", "state party", "states parties", "country", "member", "member state"}
}

// mostAbove is how many rows may stand above the head.
const mostAbove = 30

// head finds the row that has the head of the column of names.
func (r *reader) head(t *tabular.Table) (int, bool) {
	for i := range t.Rows[:min(len(t.Rows), mostAbove)] {
		if len(tabular.Positions(t.Rows[i].Cells, partyHeads(r.of)...)) > 0 {
			return i, true
		}
	}
	return 0, false
}

// find returns the columns that the plan reads, that of the names first. A head that the plan
// names has to be there; others are read where they are.
func (r *reader) find(cells []tabular.Cell) ([]column, bool) {
	w := &wanted{reader: r, cells: cells, ok: true}
	h := &r.of.Heads
	w.column("party", "", h.Party, partyHeads(r.of)...)
	w.series("scale", h.Scale, r.of.Needs(plan.ByScale))
	w.series("weight", h.Weight, r.of.Needs(plan.ByWeights))
	w.series("share", h.Share, r.of.Needs(plan.ByShares))
	w.column("ldc", "", h.LDC, "ldc")
	if !r.isShared || h.Paid.IsSet() {
		w.series("paid", h.Paid, false)
	}
	if !r.isShared || h.Arrears.IsSet() {
		w.column("arrears", "", h.Arrears, "arrears")
	}
	if !r.isShared || h.Stated.IsSet() {
		w.series("stated", h.Stated, false)
	}
	return w.found, w.ok
}

type wanted struct {
	*reader
	cells []tabular.Cell
	found []column
	ok    bool
}

// column looks for a column of a key; it is false where there is none.
func (w *wanted) column(key, of string, named source.At[string], usual ...string) bool {
	heads := usual
	if named.IsSet() {
		heads = []string{named.Value}
	}
	at := tabular.Positions(w.cells, heads...)
	span := w.of.List.Span()
	if named.IsSet() {
		span = named.Span()
	}
	switch {
	case len(at) > 1:
		w.ok = false
		w.fail(span, fmt.Sprintf("the list has two columns %s, and nobody can tell which is meant", tabular.Quoted(w.cells[at[1]].Text)), "give one of them another head")
	case len(at) == 1:
		w.found = append(w.found, column{key, of, at[0]})
	case named.IsSet():
		w.ok = false
		w.fail(span, fmt.Sprintf("the list has no column %s", tabular.Quoted(named.Value)), diag.DidYouMean(named.Value, w.row().Texts()))
	}
	return len(at) > 0
}

// series looks for the columns of a key that may have one for each column of the budget.
func (w *wanted) series(key string, named cost.Series[string], needed bool) {
	found := false
	switch {
	case named.All.IsSet():
		found = w.column(key, "", named.All)
	case len(named.By) > 0:
		for _, e := range named.By {
			found = w.column(key, e.Key.Value, e.Value) || found
		}
	default:
		found = w.column(key, "", source.At[string]{}, key)
		for i := range w.columns {
			c := &w.columns[i]
			if len(tabular.Positions(w.cells, key)) == 0 && (c.IsAmount() || key == "stated") {
				found = w.column(key, c.ID.Value, source.At[string]{}, key+" "+c.ID.Value, key+" "+c.Label.Value) || found
			}
		}
	}
	if needed && !found && w.ok {
		w.ok = false
		hint := fmt.Sprintf("name its head: \"heads: {%s: …}\"; the file has %s", key, tabular.Quoted(w.row().Texts()...))
		w.fail(w.of.List.Span(), fmt.Sprintf("the list has no column `%s`, by which the amount is shared out", key), hint)
	}
}

func (w *wanted) row() tabular.Row { return tabular.Row{Cells: w.cells} }

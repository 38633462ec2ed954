package budget

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// form reports rows and columns that make no table.
func (r *bookRules) form(t *plan.Table) {
	if len(t.Rows) == 0 {
		r.report(WrongTable, t.Node, "this table has no rows", "say what they are, such as rows: [activities, lines]")
	}
	if len(t.Columns) > 2 {
		r.report(WrongTable, t.Columns[2].Node, "columns may be of two kinds at the most: their heads stand in two rows", "take one of the kinds into the `rows`")
	}
	seen := map[string]bool{}
	for i, d := range slices.Concat(t.Rows, t.Columns) {
		switch {
		case seen[d.Value]:
			r.report(WrongTable, d.Node, fmt.Sprintf("`%s` stands twice in the rows and columns of this table", d.Value), "take one of the two out")
		case d.Value == plan.Lines && i < len(t.Rows)-1:
			r.report(WrongTable, d.Node, "lines are the innermost of the rows", "write `lines` last")
		}
		seen[d.Value] = true
	}
	r.order(t.Rows)
	r.nothing(t)
	if len(t.Heads) > 0 && len(t.Columns) < 2 {
		r.report(WrongTable, t.Heads[0].Node, "there is one row of heads only, as the columns are of one kind", "take `heads` out, or write two kinds of `columns`, such as [years, funds]")
	}
}

// mains reports tables that cannot stand in the place of the budget's own: a second one, and one of a
// part of the budget.
func (r *bookRules) mains() {
	first := ""
	for i := range r.b.Tables {
		t := &r.b.Tables[i]
		switch {
		case !t.Main.Value:
			continue
		case first != "":
			r.report(WrongTable, t.Main.Node, fmt.Sprintf("two tables stand in the place of the budget's own: `%s` and `%s`", first, t.ID.Value), "keep `main` for one of them")
		case slices.ContainsFunc(cost.Axes(), func(a cost.Axis) bool { return len(t.Only.On(a)) > 0 }):
			r.report(WrongTable, t.Main.Node, "a table of a part of the budget cannot stand in the place of the whole", "take `main` out, or `only`")
		}
		first = t.ID.Value
	}
}

// order reports results that do not stand in the order of the chain.
func (r *bookRules) order(rows []cell) {
	chain := []string{plan.Outcomes, plan.Outputs, plan.Activities}
	last := ""
	for _, d := range rows {
		switch {
		case !slices.Contains(chain, d.Value):
			continue
		case last != "" && slices.Index(chain, d.Value) < slices.Index(chain, last):
			r.report(WrongTable, d.Node, fmt.Sprintf("%s stand behind %s, which belong to them", d.Value, last), "write them in the order "+strings.Join(chain, ", "))
			continue
		}
		last = d.Value
	}
}

// table reports a table that asks for what the budget does not have.
func (r *bookRules) table(t *plan.Table) {
	for _, y := range t.Years {
		r.shows(y, r.b.ColumnIDs())
	}
	for _, a := range cost.Axes() {
		for _, id := range t.Only.On(a) {
			r.shows(id, r.idsOf(a))
		}
	}
	for _, d := range slices.Concat(t.Rows, t.Columns) {
		if a, ok := plan.AxisOf(d.Value); ok && a != cost.For && len(r.b.AxisValues(a)) == 0 {
			r.report(WrongTable, d.Node, fmt.Sprintf("the budget declares no `%s` that this table could show", d.Value),
				fmt.Sprintf("add them: %s: [{id: …, label: …}]", d.Value))
		}
	}
	if len(t.Columns) != 2 {
		return
	}
	outer, inner := append(r.headIDs(t.Columns[0].Value), plan.TotalHead), append(r.headIDs(t.Columns[1].Value), plan.TotalHead)
	for _, h := range t.Heads {
		r.shows(h.Of, outer)
		for _, id := range h.Show {
			r.shows(id, inner)
		}
	}
}

// shows reports an id that a table cannot show.
func (r *bookRules) shows(id cell, of []string) {
	if !slices.Contains(of, id.Value) {
		r.report(UnknownValue, id.Node, fmt.Sprintf("this table has no `%s` to show", id.Value), diag.DidYouMean(id.Value, of))
	}
}

// headIDs returns what heads of a dimension may be called.
func (r *bookRules) headIDs(dimension string) []string {
	if dimension == plan.Years {
		return r.b.ColumnIDs()
	}
	a, _ := plan.AxisOf(dimension)
	return r.idsOf(a)
}

// idsOf returns the values of an axis, sums included.
func (r *bookRules) idsOf(a cost.Axis) (ids []string) {
	if a == cost.For {
		return slices.Clone(r.known[a])
	}
	for _, v := range r.b.AxisValues(a) {
		ids = append(ids, v.ID.Value)
	}
	return ids
}

// ofLines are what a table can show of lines only.
var ofLines = []string{"unit", "quantity", "unit_cost", "note"}

// nothing reports what says nothing of a table: lists without anything in them, and what is shown of
// lines where the rows are none.
func (r *bookRules) nothing(t *plan.Table) {
	for _, key := range []string{"columns", "years", "heads", "show", "notes"} {
		r.empty(t.Node, key)
	}
	for _, h := range t.Heads {
		r.empty(h.Node, "show")
	}
	only := t.Node.Get("only")
	if r.empty(t.Node, "only"); only.Kind() == source.Mapping {
		for _, a := range cost.Axes() {
			r.empty(only, a.Key())
		}
	}
	if len(t.Rows) == 0 || t.Rows[len(t.Rows)-1].Value == plan.Lines {
		return
	}
	for _, s := range t.Show {
		if slices.Contains(ofLines, s.Value) {
			r.report(WrongTable, s.Node, fmt.Sprintf("`%s` is shown of lines, but the rows of this table are %s", s.Value, t.Rows[len(t.Rows)-1].Value), "take it out, or write `lines` as the last of the `rows`")
		}
	}
}

// empty reports a key whose list or group has nothing in it.
func (r *bookRules) empty(n source.Node, key string) {
	if value := n.Get(key); (value.Kind() == source.Sequence || value.Kind() == source.Mapping) && value.Len() == 0 {
		r.report(WrongTable, value, fmt.Sprintf("`%s` says nothing here", key), "fill it in, or delete the key")
	}
}

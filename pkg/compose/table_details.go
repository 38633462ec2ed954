package compose

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

// detail is what a row shows beside its label and its figures: of its line, and of what is booked
// in it.
func (g *gridder) detail(at int, show string) document.Text {
	r := &g.table.Rows[at]
	for _, a := range cost.Axes() {
		if a.Key() == show {
			return g.shared(g.table.Values(at, a), a)
		}
	}
	k := r.Key
	if k.Dimension != plan.Lines || k.Value < 0 || r.Kind == budget.SubtotalRow {
		return nil
	}
	l := g.list[k.Value].Line
	switch show {
	case "code":
		return document.Plain(l.Code.Value)
	case "note":
		return g.note(l)
	}
	if items, all := g.table.Items(at); len(items) == 1 {
		return g.item(items[0], all, show)
	}
	return nil
}

// shared names the values that a row is booked on.
func (g *gridder) shared(values []budget.Shared, a cost.Axis) (out document.Text) {
	for _, s := range values {
		if s.Value == budget.Rest {
			continue
		}
		if len(out) > 0 {
			out = append(out, document.Run{Text: ", "})
		}
		v := &g.in.Budget.Values(a)[s.Value]
		switch {
		case v.Number != "":
			out = append(out, document.Run{Text: v.Number})
		case v.Code.IsSet():
			out = append(out, document.Run{Text: v.Code.Value})
			g.coded = append(g.coded, v)
		default:
			out = append(out, g.text(v.Label)...)
		}
		if s.Share.IsPositive() && !s.Share.Equal(money.Hundred) {
			out = append(out, document.Run{Text: " " + g.language.PercentTo(s.Share, 0), Keep: true})
		}
	}
	return out
}

// codes explains the codes that heads of columns and cells have.
func (g *gridder) codes() (notes []document.Text) {
	var seen []string
	explain := func(short string, v *budget.Value) {
		if short == "" || v.Label.Value == short || slices.Contains(seen, short) {
			return
		}
		seen = append(seen, short)
		notes = append(notes, append(document.Plain(short+": "), g.text(v.Label)...))
	}
	for i := range g.table.Columns {
		for _, k := range []budget.Key{g.table.Columns[i].Outer, g.table.Columns[i].Inner} {
			if k.Dimension == plan.Years || k.Dimension == "" || k.Value < 0 {
				continue
			}
			v := g.in.Budget.ValueOf(k)
			short := v.Number
			if v.Code.IsSet() {
				short = v.Code.Value
			}
			explain(short, v)
		}
	}
	for _, v := range g.coded {
		explain(v.Code.Value, v)
	}
	return notes
}

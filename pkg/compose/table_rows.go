package compose

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/document"
)

// tabler gathers the rows of one table.
type tabler struct {
	*builder
	spec  *blockSpec
	cells []tableColumn
	list  []budget.Line
	rows  []document.Row
	notes []document.Text
	marks map[string]int // by footnote: its position among the notes, from 1
}

// lines adds the rows of the lines [from, to), whose names begin with the space.
func (t *tabler) lines(space string, from, to int) {
	lines := t.list
	for at := from; at < to; at = lines[at].End {
		l := &lines[at]
		kind := document.BodyRow
		label := t.noted(t.text(l.Label), &l.Footnote)
		if l.IsGroup() {
			head := said{code: document.Plain(l.Code.Value), label: label}
			if l.Unsummed {
				head.kind, head.note = t.kindOf(l.Line), t.note(l.Line)
			}
			t.row(document.Row{Kind: document.GroupRow, Depth: l.Depth}, head)
			t.lines(space, at+1, l.End)
			if l.Unsummed {
				continue
			}
			kind = document.SubtotalRow
			if l.Subtotal.Value != "" {
				label = t.text(l.Subtotal)
			}
		}
		row := said{label: label, kind: t.kindOf(l.Line), note: t.note(l.Line), figures: l.Figures, footnotes: &l.Footnote}
		if !l.IsGroup() {
			row.code = document.Plain(l.Code.Value)
		}
		t.row(document.Row{ID: space + l.ID.Value, Kind: kind, Depth: l.Depth}, row)
	}
}

// kindOf names the kind of money that a source of money is.
func (t *tabler) kindOf(l *cost.Line) document.Text {
	if !l.Source.IsSet() {
		return nil
	}
	return slices.Concat(t.word("money_" + l.Source.Value)...)
}

func (t *tabler) note(l *cost.Line) document.Text {
	if !l.Note.IsSet() {
		return nil
	}
	return t.text(l.Note)
}

// said is what a row says in its columns.
type said struct {
	code, label, kind, note document.Text
	figures                 []budget.Figure
	footnotes               *cost.Footnotes // whose marks stand at figures; may be nil
}

// row adds a row with its cells in the order of the columns.
func (t *tabler) row(r document.Row, s said) {
	r.Cells = make([]document.Text, len(t.cells))
	for i, c := range t.cells {
		switch {
		case c.show == "code":
			r.Cells[i] = s.code
		case c.show == "label":
			r.Cells[i] = s.label
		case c.show == "kind":
			r.Cells[i] = s.kind
		case c.show == "note":
			r.Cells[i] = s.note
		case c.show == "amount" && s.figures != nil:
			r.Cells[i] = t.remarked(t.figure(&s.figures[c.figure], c.figure), s.footnotes, c.ID)
		}
	}
	t.rows = append(t.rows, r)
}

func (t *tabler) outside(k *cost.InKind) {
	provider := t.text(k.Provider).String()
	amount := document.Plain(provider)
	if t.spec.InKind.IsSet() {
		amount = t.withTexts(t.spec.InKind, map[string]text{"provider": {Value: provider, Node: k.Provider.Node}})
	}
	if k.Value.IsSet() {
		amount = append(amount, document.Run{Text: " (" + t.money(k.Value.Value, t.in.Budget.Rounding.PlacesOf(k.Value.Value)) + ")"})
	}
	r := document.Row{Kind: document.AsideRow, Cells: make([]document.Text, len(t.cells))}
	given := false
	for i, c := range t.cells {
		switch {
		case c.show == "label":
			r.Cells[i] = t.text(k.Label)
		case c.show == "note" && k.Note.IsSet():
			r.Cells[i] = t.text(k.Note)
		case c.show == "amount" && !given:
			r.Cells[i], given = amount, true
		}
	}
	t.rows = append(t.rows, r)
}

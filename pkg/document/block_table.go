package document

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

func init() {
	registerBlock("table", blockKind{
		needs: []string{"from", "columns", "total", "caption"},
		from:  []string{"budget", "budget.financing", "budget.outcomes"},
		print: printTable,
	})
}

// printTable prints the budget: its groups and lines, the total, and what is
// outside it.
func printTable(b *builder, spec *blockSpec) []Block {
	t := tabler{builder: b, spec: spec, cells: b.columns(spec), list: b.in.Budget.Lines}
	table := Table{ID: spec.From.Value, Caption: b.text(spec.Caption)}
	for _, c := range t.cells {
		table.Columns = append(table.Columns, c.Column)
	}
	switch spec.From.Value {
	case "budget.financing":
		t.financing()
	case "budget.outcomes":
		t.outcomes()
	default:
		t.budget()
		t.notes = append(t.notes, b.tableNotes()...)
	}
	table.Rows, table.Notes = t.rows, t.notes
	return []Block{table}
}

// budget adds the groups and lines, the total, and what is outside it.
func (t *tabler) budget() {
	b, spec := t.builder, t.spec
	t.lines(0, len(t.list))
	label := spec.Total
	if own := b.in.Plan.Budget.Total; own.IsSet() {
		label = own
	}
	t.row(Row{Kind: TotalRow}, nil, b.text(label), b.in.Budget.Total, nil)
	for i := range b.in.Budget.Outside {
		t.outside(&b.in.Budget.Outside[i])
	}
}

// financing adds the sources of money and their sum.
func (t *tabler) financing() {
	t.list = t.in.Budget.Financing
	t.lines(0, len(t.list))
	t.row(Row{Kind: TotalRow}, nil, t.builder.text(t.spec.Total), t.in.Budget.Funds, nil)
}

// outcomes adds what each outcome costs, what is not shared out, and the total.
func (t *tabler) outcomes() {
	for _, e := range t.in.Budget.ByOutcome(t.in.Plan) {
		label := t.builder.text(e.Label)
		if e.Outcome == "" {
			label = t.builder.text(t.words["not_shared"])
		}
		t.row(Row{}, nil, label, t.figuresOf(e.Amounts), nil)
	}
	t.row(Row{Kind: TotalRow}, nil, t.builder.text(t.spec.Total), t.in.Budget.Total, nil)
}

// figuresOf makes figures of amounts; nothing is nil in them.
func (t *tabler) figuresOf(amounts []money.Decimal) []budget.Figure {
	figures := make([]budget.Figure, len(amounts))
	for i, d := range amounts {
		figures[i].Printed = d
		if d.IsZero() {
			figures[i].Mark = cost.Nil
		}
	}
	return figures
}

// tableColumn is a column of the printed table: what it shows of a line, and for
// figures the column of the budget.
type tableColumn struct {
	Column
	show   string
	figure int
}

// columns lays the template's columns out: the column of amounts stands for all
// columns of the budget, and notes and codes are left out where no line has one.
func (b *builder) columns(spec *blockSpec) []tableColumn {
	var out []tableColumn
	for _, c := range spec.Columns {
		column := Column{Width: c.Width.Value}
		switch c.Show.Value {
		case "amount":
			out = append(out, b.figureColumns(c)...)
			continue
		case "note":
			if !b.any(spec, func(l *cost.Line) bool { return l.Note.IsSet() }) {
				continue
			}
		case "code":
			if !b.any(spec, func(l *cost.Line) bool { return l.Code.IsSet() }) {
				continue
			}
		}
		column.Head = b.text(c.Head)
		column.Label = c.Show.Value == "label"
		out = append(out, tableColumn{Column: column, show: c.Show.Value})
	}
	return out
}

func (b *builder) figureColumns(c columnSpec) []tableColumn {
	columns := b.in.Budget.Columns
	var out []tableColumn
	for i := range columns {
		head := c.Head
		if columns[i].Label.IsSet() {
			head = columns[i].Label
		}
		out = append(out, tableColumn{Column: Column{Head: b.text(head), Width: c.Width.Value, Numeric: true}, show: "amount", figure: i})
	}
	return out
}

// any reports whether some line or contribution of the table has a property.
func (b *builder) any(spec *blockSpec, has func(*cost.Line) bool) bool {
	if spec.From.Value == "budget.financing" {
		return slices.ContainsFunc(b.in.Plan.Budget.Financing, func(l cost.Line) bool { return has(&l) })
	}
	for i := range b.in.Budget.Lines {
		if has(b.in.Budget.Lines[i].Line) {
			return true
		}
	}
	for i := range b.in.Budget.Outside {
		if k := &b.in.Budget.Outside[i]; has(&cost.Line{Note: k.Note}) {
			return true
		}
	}
	return false
}

// tabler gathers the rows of one table.
type tabler struct {
	*builder
	spec  *blockSpec
	cells []tableColumn
	list  []budget.Line
	rows  []Row
	notes []Text
}

// lines adds the rows of the lines from from to to.
func (t *tabler) lines(from, to int) {
	lines := t.list
	for at := from; at < to; at = lines[at].End {
		l := &lines[at]
		kind := BodyRow
		label := t.footnote(t.builder.text(l.Label), l.Line)
		if l.IsGroup() {
			t.row(Row{Kind: GroupRow, Depth: l.Depth}, Plain(l.Code.Value), label, nil, nil)
			t.lines(at+1, l.End)
			kind = SubtotalRow
			if l.Subtotal.IsSet() {
				label = t.builder.text(l.Subtotal)
			}
		}
		code := Plain(l.Code.Value)
		if l.IsGroup() {
			code = nil
		}
		t.row(Row{Kind: kind, Depth: l.Depth}, code, label, l.Figures, t.note(l.Line))
	}
}

// footnote puts a mark behind the label of a line that has a footnote, and the
// footnote below the table: lettered, as in tables of the United Nations.
func (t *tabler) footnote(label Text, l *cost.Line) Text {
	if !l.Footnote.IsSet() {
		return label
	}
	mark := letters(len(t.notes)+1) + "/"
	note := append(Text{{Text: mark + " "}}, t.builder.text(l.Footnote)...)
	t.notes = append(t.notes, note)
	return append(label, Run{Text: " " + mark, Keep: true})
}

func (t *tabler) note(l *cost.Line) Text {
	if !l.Note.IsSet() {
		return nil
	}
	return t.builder.text(l.Note)
}

// row adds a row with its cells in the order of the columns.
func (t *tabler) row(r Row, code, label Text, figures []budget.Figure, note Text) {
	r.Cells = make([]Text, len(t.cells))
	for i, c := range t.cells {
		switch {
		case c.show == "code":
			r.Cells[i] = code
		case c.show == "label":
			r.Cells[i] = label
		case c.show == "note":
			r.Cells[i] = note
		case figures != nil:
			r.Cells[i] = t.figure(&figures[c.figure], c.figure)
		}
	}
	t.rows = append(t.rows, r)
}

func (t *tabler) outside(k *cost.InKind) {
	provider := t.builder.text(k.Provider).String()
	amount := Plain(provider)
	if t.spec.InKind.IsSet() {
		amount = t.with(t.spec.InKind, "provider", provider)
	}
	if k.Value.IsSet() {
		amount = append(amount, Run{Text: " (" + t.money(k.Value.Value, t.in.Budget.Rounding.Places()) + ")"})
	}
	r := Row{Kind: AsideRow, Cells: make([]Text, len(t.cells))}
	given := false
	for i, c := range t.cells {
		switch {
		case c.show == "label":
			r.Cells[i] = t.builder.text(k.Label)
		case c.show == "note" && k.Note.IsSet():
			r.Cells[i] = t.builder.text(k.Note)
		case c.show == "amount" && !given:
			r.Cells[i], given = amount, true
		}
	}
	t.rows = append(t.rows, r)
}

package document

import (
	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

func init() {
	registerBlock("table", blockKind{
		needs: []string{"from", "columns", "total", "caption"},
		from:  []string{"budget"},
		print: printTable,
	})
}

// printTable prints the budget: its lines, the total, and what is outside it.
func printTable(b *builder, spec *blockSpec) []Block {
	table := Table{ID: "budget", Caption: b.text(spec.Caption)}
	for _, c := range spec.Columns {
		table.Columns = append(table.Columns, Column{Head: b.text(c.Head), Width: c.Width.Value, Numeric: c.Show.Value == "amount"})
	}
	for _, line := range b.in.Budget.Lines {
		table.Rows = append(table.Rows, b.lineRow(spec, line))
	}
	total := b.text(spec.Total)
	table.Rows = append(table.Rows, row(spec, TotalRow, total, b.amount(b.in.Budget.Total.Printed), nil))
	for i := range b.in.Budget.Outside {
		table.Rows = append(table.Rows, b.outsideRow(spec, &b.in.Budget.Outside[i]))
	}
	return []Block{table}
}

func (b *builder) lineRow(spec *blockSpec, line budget.Line) Row {
	var note Text
	if line.Note.IsSet() {
		note = b.text(line.Note)
	}
	return row(spec, BodyRow, b.text(line.Label), b.amount(line.Printed), note)
}

func (b *builder) outsideRow(spec *blockSpec, k *cost.InKind) Row {
	provider := b.text(k.Provider).String()
	var note Text
	if k.Note.IsSet() {
		note = b.text(k.Note)
	}
	amount := Plain(provider)
	if spec.InKind.IsSet() {
		amount = b.with(spec.InKind, "provider", provider)
	}
	if k.Value.IsSet() {
		amount = append(amount, Run{Text: " (" + b.amount(k.Value.Value).String() + ")"})
	}
	return row(spec, AsideRow, b.text(k.Label), amount, note)
}

// row puts a line's cells into the order of the columns.
func row(spec *blockSpec, kind RowKind, label, amount, note Text) Row {
	r := Row{Kind: kind, Cells: make([]Text, len(spec.Columns))}
	for i, c := range spec.Columns {
		switch c.Show.Value {
		case "label":
			r.Cells[i] = label
		case "amount":
			r.Cells[i] = amount
		case "note":
			r.Cells[i] = note
		}
	}
	return r
}

func (b *builder) amount(d money.Decimal) Text {
	return Text{{Text: b.language.Number(d, b.in.Budget.Rounding.Places()), Keep: true}}
}

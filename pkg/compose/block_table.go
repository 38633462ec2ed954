package compose

import (
	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/document"
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
func printTable(b *builder, spec *blockSpec) []document.Block {
	if own := mainTable(b.in.Plan); own != nil && spec.From.Value == "budget" {
		return []document.Block{b.laidOut(own, spec)}
	}
	t := tabler{builder: b, spec: spec, cells: b.columns(spec), list: b.in.Budget.Lines, marks: map[string]int{}}
	table := document.Table{ID: spec.From.Value, Caption: b.text(spec.Caption)}
	for _, c := range t.cells {
		table.Columns = append(table.Columns, c.Column)
	}
	switch spec.From.Value {
	case "budget.financing":
		t.financing()
		t.notes = append(t.notes, t.tableNotes(b.in.Budget.Funds)...)
	case "budget.outcomes":
		t.outcomes()
	default:
		t.budget()
		t.notes = append(t.notes, t.tableNotes(b.in.Budget.Total)...)
	}
	table.Rows, table.Notes = t.rows, t.notes
	return []document.Block{table}
}

// budget adds the groups and lines, the total, and what is outside it.
func (t *tabler) budget() {
	b, spec := t.builder, t.spec
	t.lines("budget.", 0, len(t.list))
	label := spec.Total
	if own := b.in.Plan.Budget.Total; own.IsSet() {
		label = own
	}
	t.row(document.Row{ID: "budget.total", Kind: document.TotalRow}, said{label: b.text(label), figures: b.in.Budget.Total})
	t.list = b.in.Budget.After
	t.lines("budget.", 0, len(t.list))
	t.list = b.in.Budget.Lines
	for i := range b.in.Budget.Outside {
		t.outside(&b.in.Budget.Outside[i])
	}
}

// financing adds the sources of money and their sum.
func (t *tabler) financing() {
	t.list = t.in.Budget.Financing
	t.lines("financing.", 0, len(t.list))
	t.row(document.Row{ID: "budget.financing", Kind: document.TotalRow}, said{label: t.text(t.spec.Total), figures: t.in.Budget.Funds})
}

// outcomes adds what each outcome costs, what is not shared out, and the total.
func (t *tabler) outcomes() {
	for _, e := range t.in.Budget.ByOutcome(t.in.Plan) {
		label := t.text(e.Label)
		if e.Outcome == "" {
			label = t.text(t.words["not_shared"])
		}
		t.row(document.Row{}, said{label: label, figures: t.figuresOf(e.Amounts)})
	}
	t.row(document.Row{ID: "budget.total", Kind: document.TotalRow}, said{label: t.text(t.spec.Total), figures: t.in.Budget.Total})
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

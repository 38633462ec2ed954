package compose

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/refs"
)

func init() {
	registerBlock("actuals", blockKind{needs: []string{"from", "caption", "total"}, from: []string{"budget.actuals"}, print: printActuals})
}

// printActuals prints what was spent and committed of each line, what is left, and how much was
// used.
func printActuals(b *builder, spec *blockSpec) []document.Block {
	a := b.in.Budget.Actuals
	if a == nil {
		return nil // a finding says why
	}
	s := spending{builder: b, spec: spec, of: a, rows: a.Rows}
	blocks := []document.Block{s.table("budget.actuals", b.text(spec.Caption))}
	if len(a.Funds) > 0 {
		s := spending{builder: b, spec: spec, of: a, rows: a.Funds}
		blocks = append(blocks, s.table("budget.actuals.funds", s.said("actuals_by_fund")))
	}
	return blocks
}

func (s *spending) table(id string, caption document.Text) document.Table {
	s.columns()
	t := document.Table{ID: id, Caption: caption}
	for _, c := range s.list {
		t.Columns = append(t.Columns, c.Column)
	}
	for i := range s.rows {
		t.Rows = append(t.Rows, s.row(&s.rows[i]))
	}
	return t
}

// spending makes the table of what was spent.
type spending struct {
	*builder
	spec *blockSpec
	of   *budget.Actuals
	rows []budget.ActualRow // by line, or by fund
	list []spendingColumn
}

type spendingColumn struct {
	document.Column
	cell func(*budget.ActualRow) document.Text
}

// columns lays out the columns; those of codes and of commitments are left out where there are
// none.
func (s *spending) columns() {
	if slices.ContainsFunc(s.rows, func(r budget.ActualRow) bool { return r.Code().IsSet() }) {
		s.add("", "code", 10, func(r *budget.ActualRow) document.Text {
			if !r.Code().IsSet() {
				return nil
			}
			return document.Plain(r.Code().Value)
		})
	}
	name := "cost"
	if s.rows[0].Fund != nil {
		name = "actuals_fund"
	}
	s.add("", name, 34, s.label)
	s.list[len(s.list)-1].Label = true
	s.money("planned", "actuals_planned", func(r *budget.ActualRow) money.Decimal { return r.Planned })
	s.money("spent", "actuals_spent", func(r *budget.ActualRow) money.Decimal { return r.Spent })
	if slices.ContainsFunc(s.rows, func(r budget.ActualRow) bool { return !r.Committed.IsZero() }) {
		s.money("committed", "actuals_committed", func(r *budget.ActualRow) money.Decimal { return r.Committed })
	}
	s.money("balance", "actuals_balance", (*budget.ActualRow).Balance)
	s.add("percent", "actuals_percent", 12, s.percent)
	s.list[len(s.list)-1].Numeric = true
}

func (s *spending) add(id, word string, width int, cell func(*budget.ActualRow) document.Text) {
	s.list = append(s.list, spendingColumn{document.Column{ID: id, Head: s.said(word), Width: width}, cell})
}

// money adds a column of amounts. What has no budget shows none, and nothing is a dash.
func (s *spending) money(id, word string, of func(*budget.ActualRow) money.Decimal) {
	s.add(id, word, 18, func(r *budget.ActualRow) document.Text {
		d := of(r)
		switch {
		case r.Kind == budget.ActualHead, id == "planned" && !r.IsPlanned():
			return nil
		case d.IsZero():
			mark := s.nilMark()
			return document.Text{{Text: mark, Keep: true, Aloud: s.nilAloud(mark)}}
		}
		return document.Text{{Text: s.builder.money(d, s.of.Places), Keep: true, Aloud: s.moneyAloud(d, s.of.Places)}}
	})
	s.list[len(s.list)-1].Numeric = true
}

func (s *spending) percent(r *budget.ActualRow) document.Text {
	percent, ok := r.Percent()
	if r.Kind == budget.ActualHead || !ok {
		return nil
	}
	return document.Text{{Text: s.builder.money(percent, budget.UsedPlaces), Keep: true, Aloud: s.moneyAloud(percent, budget.UsedPlaces)}}
}

func (s *spending) label(r *budget.ActualRow) document.Text {
	switch r.Kind {
	case budget.ActualTotal:
		if own := s.in.Plan.Budget.Total; own.IsSet() {
			return s.text(own)
		}
		return s.text(s.spec.Total)
	case budget.ActualOff:
		return s.said("actuals_off")
	case budget.ActualRest:
		return s.said("actuals_rest")
	case budget.ActualNoFund:
		return s.said("actuals_no_fund")
	case budget.ActualSum:
		if r.Line.Subtotal.Value != "" {
			return s.text(r.Line.Subtotal)
		}
	}
	return s.text(r.Label())
}

// said composes a word of the language or the template; one that is missing is reported.
func (s *spending) said(id string) document.Text {
	word, ok := s.words[id]
	if !ok {
		s.findings.Add(diag.Finding{Rule: refs.Unknown, Span: s.spec.Block.Span(), Message: fmt.Sprintf("nothing is called `words.%s`, and the table of what was spent needs it", id),
			Hint: "add it to the `words` of the language or of the template"})
		return nil
	}
	return s.text(word)
}

func (s *spending) row(r *budget.ActualRow) document.Row {
	kinds := map[budget.ActualKind]document.RowKind{budget.ActualHead: document.GroupRow, budget.ActualSum: document.SubtotalRow, budget.ActualFunds: document.SubtotalRow, budget.ActualTotal: document.TotalRow}
	row := document.Row{Kind: kinds[r.Kind], Cells: make([]document.Text, len(s.list))}
	row.Depth = r.Depth()
	if s.rows[0].Fund != nil {
		if r.Kind != budget.ActualTotal {
			row.ID = "actuals.funds." + r.ID()
		}
	} else if r.Kind != budget.ActualHead && r.Kind != budget.ActualRest {
		row.ID = "actuals." + r.ID()
	}
	for i, c := range s.list {
		row.Cells[i] = c.cell(r)
	}
	return row
}

package budget

import (
	"github.com/isuplan/isuplan/pkg/cost"
)

// byFund holds what was spent against what each fund pays. It is on the fund that the accounts
// tell, or else on the only one that pays its line; there is no table where neither is known of
// any amount, nor for a single fund.
func (s *spender) byFund() []ActualRow {
	b, a := s.b, s.b.Actuals
	on := b.OnAxis(cost.Fund)
	values := b.Values(cost.Fund)
	if len(on) < 2 {
		return nil
	}
	total := a.Total()
	none := ActualRow{Kind: ActualNoFund, Planned: total.Planned}
	rows, isTold := make([]ActualRow, 0, len(on)+2), false
	for v := range on {
		planned := on[v][a.Column].Printed
		rows = append(rows, ActualRow{Kind: ActualFund, Fund: &values[v], Planned: planned})
		none.Planned = none.Planned.Sub(planned)
	}
	payer := payers{b: b, known: map[string]int{}}
	for i := range s.of.Lines {
		of := &s.of.Lines[i]
		r := &none
		if v := values.Find(of.Fund.Value); of.Fund.Value != "" && v >= 0 {
			r, isTold = &rows[v], true
		} else if v := payer.only(of.Line.Value); v >= 0 {
			r, isTold = &rows[v], true
		}
		r.Of = append(r.Of, i)
		r.Spent, r.Committed = r.Spent.Add(of.Spent.Value), r.Committed.Add(of.Committed.Value)
	}
	if !isTold {
		return nil
	}
	if !none.Planned.IsZero() || !none.Used().IsZero() || !none.Spent.IsZero() {
		rows = append(rows, none)
	}
	all := ActualRow{Kind: ActualTotal, Planned: total.Planned, Spent: total.Spent, Committed: total.Committed}
	for i := range rows {
		all.Parts = append(all.Parts, i)
	}
	return append(rows, all)
}

// payers know which fund alone pays a line.
type payers struct {
	b     *Budget
	known map[string]int
	books []bookkeeper // of each column of amounts
}

// only returns the fund that alone pays a line in all columns; -1 where there is none.
func (p *payers) only(id string) int {
	if at, ok := p.known[id]; ok {
		return at
	}
	p.known[id] = -1
	line, ok := p.b.byID[id]
	if !ok {
		return -1
	}
	if p.books == nil {
		for c := range p.b.Columns {
			if p.b.Columns[c].Kind == AmountColumn {
				p.books = append(p.books, bookkeeper{b: p.b, column: c})
			}
		}
	}
	fund, isFirst := -1, true
	for c := range p.books {
		for _, booked := range p.books[c].of(line) {
			at := booked.At[cost.Fund]
			if !isFirst && at != fund {
				return -1
			}
			fund, isFirst = at, false
		}
	}
	p.known[id] = fund
	return fund
}

// Fund returns the row of a fund by its id, or that of what is on none.
func (a *Actuals) Fund(id string) (*ActualRow, bool) {
	for i := range a.Funds {
		if r := &a.Funds[i]; r.Kind != ActualTotal && r.ID() == id {
			return r, true
		}
	}
	return nil, false
}

package budget

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

// byFund holds what was spent against what each fund pays. It is on the fund that the accounts
// tell, or else on the only one that pays its line; there is no table where neither is known of
// any amount, nor for a single fund.
func (s *spender) byFund() []ActualRow {
	rows, none := s.fundRows()
	if !s.spendOnFunds(rows, &none) {
		return nil
	}
	if !none.Planned.IsZero() || !none.Used().IsZero() || !none.Spent.IsZero() {
		rows = append(rows, none)
	}
	total := s.b.Actuals.Total()
	all := ActualRow{Kind: ActualTotal, Planned: total.Planned, Spent: total.Spent, Committed: total.Committed}
	for i := range rows {
		r := &rows[i]
		if r.Kind != ActualFunds {
			all.Parts = append(all.Parts, i)
		}
		for _, of := range r.Parts {
			r.Spent, r.Committed = r.Spent.Add(rows[of].Spent), r.Committed.Add(rows[of].Committed)
		}
	}
	return append(rows, all)
}

// fundRows returns a row for each fund and each sum of funds, with what it was to pay, and one for
// what no fund was to pay; none where there are not several funds.
func (s *spender) fundRows() (rows []ActualRow, none ActualRow) {
	b, a := s.b, s.b.Actuals
	values, funds := b.Values(cost.Fund), 0
	none = ActualRow{Kind: ActualNoFund, Planned: a.Total().Planned}
	for v, on := range b.OnAxis(cost.Fund) {
		r := ActualRow{Kind: ActualFund, Fund: &values[v], Planned: on[a.Column].Printed, Parts: values[v].Sum}
		if len(r.Parts) > 0 {
			r.Kind = ActualFunds
		} else {
			none.Planned, funds = none.Planned.Sub(r.Planned), funds+1
		}
		rows = append(rows, r)
	}
	if funds < 2 {
		return nil, none
	}
	return rows, none
}

// spendOnFunds puts each amount on its fund; it is false where no fund is known of any, nor will be.
func (s *spender) spendOnFunds(rows []ActualRow, none *ActualRow) (isTold bool) {
	if len(rows) == 0 {
		return false
	}
	values, payer := s.b.Values(cost.Fund), payers{b: s.b, known: map[string]int{}}
	isTold = s.of.TellsFunds
	for i := range s.b.Lines { // of no amount as yet, but it will be
		isTold = isTold || len(s.of.Lines) == 0 && payer.only(s.b.Lines[i].ID.Value) >= 0
	}
	for i := range s.of.Lines {
		of := &s.of.Lines[i]
		r := none
		if v := values.Find(of.Fund.Value); of.Fund.Value != "" && v >= 0 && rows[v].Kind == ActualFund {
			r, isTold = &rows[v], true
		} else if v := payer.only(of.Line.Value); v >= 0 {
			r, isTold = &rows[v], true
		}
		r.Of = append(r.Of, i)
		r.Spent, r.Committed = r.Spent.Add(of.Spent.Value), r.Committed.Add(of.Committed.Value)
	}
	return isTold
}

// paid reports a fund of the plan's own figures that the budget does not have, or that does not pay
// the line. Those of an export were looked up when it was read.
func (s *spender) paid(a *plan.Actual) {
	if !a.Fund.IsSet() {
		return
	}
	line, fund := s.b.byID[a.Line.Value], s.b.Values(cost.Fund).Find(a.Fund.Value)
	if fund < 0 || len(s.b.Values(cost.Fund)[fund].Sum) > 0 {
		var known []string
		for _, v := range s.b.Values(cost.Fund) {
			if len(v.Sum) == 0 {
				known = append(known, v.ID)
			}
		}
		s.report(diag.Finding{Span: a.Fund.Span(), Message: fmt.Sprintf("the budget has no fund `%s` that could have paid this", a.Fund.Value), Hint: diag.DidYouMean(a.Fund.Value, known)})
		return
	}
	if _, known := s.b.byID[a.Line.Value]; known && !s.b.mayPay(line, fund) {
		s.report(diag.Finding{Span: a.Fund.Span(), Message: fmt.Sprintf("`%s` is not paid by the fund `%s`", a.Line.Value, a.Fund.Value), Hint: "name a fund that the line has, or let the line say that this one pays it too"})
	}
}

// mayPay reports whether a fund may pay a line: the line says so, or does not say which pay it.
func (b *Budget) mayPay(line, fund int) bool {
	shares := b.SharesOf(line, cost.Fund)
	if shares == nil || b.axes.parts[line] != nil {
		return true
	}
	return slices.ContainsFunc(shares, func(s Shared) bool { return s.Value == fund })
}

// payers know which fund alone pays a line.
type payers struct {
	b     *Budget
	known map[string]int
	books []bookkeeper // of each column of amounts
}

// OnlyFunds returns, by the id of each line, the fund that alone pays it; -1 where there is none.
func (b *Budget) OnlyFunds() map[string]int {
	payer := payers{b: b, known: make(map[string]int, len(b.Lines))}
	for i := range b.Lines {
		payer.only(b.Lines[i].ID.Value)
	}
	return payer.known
}

// only returns the fund that alone pays a line in all columns; -1 where there is none.
func (p *payers) only(id string) int {
	if at, ok := p.known[id]; ok {
		return at
	}
	p.known[id] = -1
	if funds := p.of(id); len(funds) == 1 {
		p.known[id] = funds[0]
	}
	return p.known[id]
}

// of returns the funds that pay a line in any column, and -1 where part of it is on none.
func (p *payers) of(id string) (funds []int) {
	line, ok := p.b.byID[id]
	if !ok {
		return nil
	}
	if p.books == nil {
		for c := range p.b.Columns {
			if p.b.Columns[c].Kind == AmountColumn {
				p.books = append(p.books, bookkeeper{b: p.b, column: c})
			}
		}
	}
	for c := range p.books {
		for _, booked := range p.books[c].of(line) {
			if at := booked.At[cost.Fund]; !slices.Contains(funds, at) {
				funds = append(funds, at)
			}
		}
	}
	return funds
}

// OnNoFund returns the actuals, by their places, of lines that several funds pay, where nobody tells which
// of them paid.
func (b *Budget) OnNoFund() (list []int) {
	if b.Actuals == nil || len(b.Values(cost.Fund)) < 2 {
		return nil
	}
	payer, several := payers{b: b}, map[string]bool{}
	for i := range b.Actuals.Lines {
		a := &b.Actuals.Lines[i]
		if a.Fund.Value != "" || a.Line.Value == "" {
			continue
		}
		is, known := several[a.Line.Value]
		if !known {
			funds := payer.of(a.Line.Value)
			is = len(funds) > 2 || len(funds) == 2 && !slices.Contains(funds, -1)
			several[a.Line.Value] = is
		}
		if is {
			list = append(list, i)
		}
	}
	return list
}

// Fund returns the row of a fund by its id, or that of what is on none; there are none where nobody
// knows which fund paid.
func (a *Actuals) Fund(id string) (*ActualRow, bool) {
	for i := range a.Funds {
		if r := &a.Funds[i]; r.Kind != ActualTotal && r.ID() == id {
			return r, true
		}
	}
	if len(a.Funds) == 0 {
		return nil, false
	}
	return nothing(id, ActualNoFund)
}

package sheet

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// spentOnFunds says in which rows of the sheet the amounts of lines and of funds stand. What was
// spent on a line stands in its own row, unless several funds paid it: then each fund's amount has a
// row in a table of its own, so that both tables agree whatever is changed.
type spentOnFunds struct {
	ofLine map[int][]int // by row of the table by line; none where the amount stands there
	ofFund map[int][]int // by row of the table by fund
	splits []spentSplit
}

// spentSplit is what one fund paid of a line. Fund is -1 where nobody knows which, and the table by
// fund has no row for it.
type spentSplit struct {
	line, fund       int // rows of the tables by line and by fund
	spent, committed money.Decimal
	isFirst          bool // of its line
	row              int
}

// onFunds lays out where the amounts stand.
func (s *spentBook) onFunds() spentOnFunds {
	told := spentOnFunds{ofLine: map[int][]int{}, ofFund: map[int][]int{}}
	if len(s.of.Funds) == 0 {
		return told
	}
	const between = 4 // a blank row, a title, a blank row, heads
	first := spentTitleRow + 3
	next := first + len(s.of.Rows) + between + len(s.of.Funds) + between
	fundOf := map[int]int{} // by line of the actuals
	for k := range s.of.Funds {
		for _, i := range s.of.Funds[k].Of {
			fundOf[i] = k
		}
	}
	unspent := s.unspent()
	for line := range s.of.Rows {
		splits := s.splitsOf(line, fundOf)
		if fund, ok := unspent[line]; ok {
			told.ofFund[fund] = append(told.ofFund[fund], first+line)
		}
		if len(splits) == 1 {
			told.ofFund[splits[0].fund] = append(told.ofFund[splits[0].fund], first+line)
			continue
		}
		for i := range splits {
			if i == 0 {
				splits[i].isFirst = true
				next++ // the name of the line
			}
			splits[i].row = next
			told.ofLine[line] = append(told.ofLine[line], next)
			told.ofFund[splits[i].fund] = append(told.ofFund[splits[i].fund], next)
			next++
		}
		told.splits = append(told.splits, splits...)
	}
	return told
}

// unspent says of which fund a line is, by the rows of both tables, where nothing was spent on it yet:
// somebody may write an amount there. That is of the fund that alone pays the line, or of none.
func (s *spentBook) unspent() map[int]int {
	funds, only := map[int]int{}, s.Budget.OnlyFunds()
	none := slices.IndexFunc(s.of.Funds, func(r budget.ActualRow) bool { return r.Kind == budget.ActualNoFund })
	for i := range s.of.Rows {
		r := &s.of.Rows[i]
		if r.Kind != budget.ActualLine || len(r.Of) > 0 {
			continue
		}
		fund := only[r.Line.ID.Value]
		if fund < 0 {
			fund = none
		}
		if fund >= 0 {
			funds[i] = fund
		}
	}
	return funds
}

// splitsOf adds up what each fund paid of a line, in the order of the funds.
func (s *spentBook) splitsOf(line int, fundOf map[int]int) (splits []spentSplit) {
	for _, i := range s.of.Rows[line].Of {
		fund, known := fundOf[i]
		if !known {
			fund = -1
		}
		at := slices.IndexFunc(splits, func(p spentSplit) bool { return p.fund == fund })
		if at < 0 {
			at = len(splits)
			splits = append(splits, spentSplit{line: line, fund: fund})
		}
		p, a := &splits[at], &s.of.Lines[i]
		p.spent, p.committed = p.spent.Add(a.Spent.Value), p.committed.Add(a.Committed.Value)
	}
	slices.SortStableFunc(splits, func(a, b spentSplit) int { return a.fund - b.fund })
	return splits
}

// splits writes the table of lines that several funds paid; there is none where no line is.
func (s *spentBook) splits() {
	if len(s.told.splits) == 0 {
		return
	}
	s.heads("By line and fund: "+s.spentTitle(), spentColumns()[1:3])
	l := look{format: numberFormat(s.of.Places, cost.Number), blue: true}
	for i := range s.told.splits {
		p := &s.told.splits[i]
		if p.isFirst {
			r := &s.of.Rows[p.line]
			s.text(s.at(spentCode, p.row-1), r.Code().Value, look{bold: true})
			s.text(s.at(spentItem, p.row-1), s.spentLabel(r), look{bold: true, wrap: true})
		}
		fund := budget.ActualRow{Kind: budget.ActualNoFund}
		if p.fund >= 0 {
			fund = s.of.Funds[p.fund]
		}
		s.text(s.at(spentCode, p.row), fund.Code().Value, look{})
		s.text(s.at(spentItem, p.row), s.spentLabel(&fund), look{indent: 1, wrap: true})
		s.number(s.at(spentSpent, p.row), p.spent, "", l)
		s.number(s.at(spentCommitted, p.row), p.committed, "", l)
		s.next = p.row + 2
	}
}

package sheet

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// paidBy adds up what a fund is to pay of the lines, in each column that theirs adds up; "" where
// the lines do not say all of it.
func (s *spentPage) paidBy(r *budget.ActualRow) string {
	over, ok := s.Budget.ScopeOf(s.of.Column)
	if !ok {
		return ""
	}
	var years []string
	sum, fund := money.Zero, s.Budget.Values(cost.Fund).Find(r.Fund.ID)
	for _, year := range over.Columns {
		from := s.sources(fund, year)
		if len(from) == 0 {
			continue
		}
		text := s.fromLines(from, year)
		if text == "" {
			return ""
		}
		for i := range from {
			sum = sum.Add(from[i].Amount)
		}
		years = append(years, text)
	}
	if text := strings.Join(years, "+"); len(text) < longest && sum.Equal(r.Planned) {
		return text
	}
	return ""
}

// sources returns what each line has of a fund in a column of amounts.
func (s *spentBook) sources(fund, column int) (list []budget.Source) {
	if s.divided[column] == nil {
		s.divided[column] = s.Budget.Divisions(column)
	}
	for line, divided := range s.divided[column] {
		if len(divided) == 0 {
			continue
		}
		from := budget.Source{Line: line}
		for _, p := range divided[len(divided)-1].Places {
			if p.At[cost.Fund] == fund {
				from.Amount, from.At = from.Amount.Add(p.Amount), append(from.At, p.At)
			}
		}
		if len(from.At) > 0 {
			list = append(list, from)
		}
	}
	return list
}

// left writes what the budget has beyond what all funds are to pay.
func (s *spentPage) left() string {
	total := len(s.rows) - 1
	text := s.name(spentPlanned, total)
	for i := range s.rows {
		if s.rows[i].Kind == budget.ActualFund {
			text += "-" + s.name(spentPlanned, i)
		}
	}
	if len(text) > longest {
		return ""
	}
	return text
}

// mostPieces bounds a formula, which spreadsheets do: what has more parts is written as a number.
const mostPieces = 200

// sum adds up the parts of a row; "" for one that has none.
func (s *spentPage) sum(r *budget.ActualRow, column int) string {
	var pieces []string
	for i := 0; i < len(r.Parts); i++ {
		last := i
		for last+1 < len(r.Parts) && r.Parts[last+1] == r.Parts[last]+1 {
			last++
		}
		pieces = append(pieces, s.name(column, r.Parts[i])+":"+s.name(column, r.Parts[last]))
		i = last
	}
	if len(pieces) == 0 || len(pieces) > mostPieces {
		return ""
	}
	return "SUM(" + strings.Join(pieces, ",") + ")"
}

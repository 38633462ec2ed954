package diff

import (
	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// Spending is what was spent from one state of the accounts to another, or what was committed.
type Spending struct {
	Spent, Committed []CellChange
}

// spending compares what was spent and committed of one budget; a plan that does not say it has
// spent nothing yet. Years of different plans are not compared: nothing was spent between them.
func (t *tables) spending() (s Spending) {
	if t.old.Budget.Actuals == nil && t.now.Budget.Actuals == nil {
		return s
	}
	a, b := t.old.Plan, t.now.Plan
	oldFrom, oldTo := a.AccountPeriod()
	from, to := b.AccountPeriod()
	if !oldFrom.Equal(from) || !oldTo.Equal(to) {
		return s
	}
	s.Spent = changed(t.spentBy(func(r *budget.ActualRow) money.Decimal { return r.Spent }))
	s.Committed = changed(t.spentBy(func(r *budget.ActualRow) money.Decimal { return r.Committed }))
	return s
}

// spentRow is a row of what was spent in one of the plans.
type spentRow struct {
	row  *budget.ActualRow
	side *Side
	id   string
}

// spentRows are the rows of a plan that have amounts: of each line, of what is on a group and on
// none of its lines, of what is on no line, and the total.
func spentRows(s *Side) (rows []spentRow, byID map[string]spentRow) {
	byID = map[string]spentRow{}
	if s.Budget.Actuals == nil {
		return nil, byID
	}
	for i := range s.Budget.Actuals.Rows {
		r := spentRow{row: &s.Budget.Actuals.Rows[i], side: s}
		if r.row.Kind == budget.ActualHead || r.row.Kind == budget.ActualSum {
			continue
		}
		r.id = r.row.ID()
		rows, byID[r.id] = append(rows, r), r
	}
	return rows, byID
}

// spentBy compares one amount of each row.
func (t *tables) spentBy(of func(*budget.ActualRow) money.Decimal) (cells []CellChange) {
	partner := partners(*t.now, t.pairing, "budget/lines")
	was, byID := spentRows(t.old)
	is, _ := spentRows(t.now)
	seen := map[string]bool{}
	for _, now := range is {
		id := now.id
		if now.row.Line != nil {
			id = partner[id]
		}
		old, had := byID[id]
		if had {
			seen[id] = true
		}
		if now.row.Kind == budget.ActualTotal {
			cells = append(cells, t.dropped(was, seen, of)...)
		}
		cells = append(cells, t.spentCell(old, now, had, true, of))
	}
	if len(is) == 0 {
		cells = t.dropped(was, seen, of)
	}
	return cells
}

// dropped are the rows that the new plan has no more.
func (t *tables) dropped(was []spentRow, seen map[string]bool, of func(*budget.ActualRow) money.Decimal) (cells []CellChange) {
	for _, old := range was {
		if !seen[old.id] && (old.row.Kind != budget.ActualTotal || t.now.Budget.Actuals == nil) {
			cells = append(cells, t.spentCell(old, spentRow{}, true, false, of))
		}
	}
	return cells
}

// spentCell compares an amount of a row. What one of the states of the accounts has no row for is
// nothing there.
func (t *tables) spentCell(old, now spentRow, had, has bool, of func(*budget.ActualRow) money.Decimal) CellChange {
	c := CellChange{Old: true, New: true}
	for _, r := range []struct {
		spentRow
		is bool
		to *money.Decimal
	}{{old, had, &c.From}, {now, has, &c.To}} {
		if r.is {
			*r.to = of(r.row)
			c.ID, c.Label, c.IsSum = r.id, spentLabel(r.side, r.row), r.row.Kind == budget.ActualTotal
			for i := range r.side.Plan.Budget.Actuals.Lines {
				if a := &r.side.Plan.Budget.Actuals.Lines[i]; r.row.Line != nil && a.Line.Value == r.id {
					c.shown.put(a.Spent.Node, a.Committed.Node)
				}
			}
		}
	}
	return c
}

// spentLabel names a row; "" for the total.
func spentLabel(s *Side, r *budget.ActualRow) string {
	switch {
	case r.Line != nil:
		return s.label(r.Line.Label)
	case r.Kind == budget.ActualOff:
		if s.Words == nil {
			return "On no line of the budget"
		}
		return s.Words(source.At[string]{Value: "${words.actuals_off}"})
	}
	return ""
}

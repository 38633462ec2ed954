package diff

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// Spending is what was spent from one state of the accounts to another, or what was committed:
// of each line, and of each fund where the accounts tell it.
type Spending struct {
	Spent, Committed             []CellChange
	SpentByFund, CommittedByFund []CellChange
}

// all returns every table of it.
func (s *Spending) all() []CellChange {
	return slices.Concat(s.Spent, s.Committed, s.SpentByFund, s.CommittedByFund)
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
	if t.old.Budget.Actuals == nil || t.now.Budget.Actuals == nil { // of one plan before it had accounts, and after
		oldFrom, oldTo, from, to = a.Period.From.Value, a.Period.To.Value, b.Period.From.Value, b.Period.To.Value
	}
	if !oldFrom.Equal(from) || !oldTo.Equal(to) {
		return s
	}
	spent := func(r *budget.ActualRow) money.Decimal { return r.Spent }
	committed := func(r *budget.ActualRow) money.Decimal { return r.Committed }
	lines := t.spentTable("budget/lines", func(a *budget.Actuals) []budget.ActualRow { return a.Rows })
	s.Spent, s.Committed = changed(lines.by(spent)), changed(lines.by(committed))
	if funds := t.spentTable("budget/funds", func(a *budget.Actuals) []budget.ActualRow { return a.Funds }); funds.isOfBoth() {
		s.SpentByFund, s.CommittedByFund = changed(funds.by(spent)), changed(funds.by(committed))
	}
	return s
}

// spentTable is what was spent in both plans, by line or by fund.
type spentTable struct {
	old, now spentRows
	partner  map[string]string // which line or fund of the old plan one was
}

// spentRows are the rows of a plan that have amounts: of each line, of what is on a group and on
// none of its lines, of what is on no line, and the total; or of each fund, of what is on none, and
// the total.
type spentRows struct {
	side *Side
	list []*budget.ActualRow
	byID map[string]*budget.ActualRow
}

func (t *tables) spentTable(kind string, of func(*budget.Actuals) []budget.ActualRow) spentTable {
	return spentTable{newSpentRows(t.old, of), newSpentRows(t.now, of), partners(*t.now, t.pairing, kind)}
}

func newSpentRows(s *Side, of func(*budget.Actuals) []budget.ActualRow) spentRows {
	rows := spentRows{side: s, byID: map[string]*budget.ActualRow{}}
	if s.Budget.Actuals == nil {
		return rows
	}
	list := of(s.Budget.Actuals)
	for i := range list {
		if r := &list[i]; r.Kind != budget.ActualHead && (!r.IsSum() || r.Kind == budget.ActualTotal) {
			rows.list, rows.byID[r.ID()] = append(rows.list, r), r
		}
	}
	return rows
}

// isOfBoth reports that both plans have rows. A plan without accounts has spent nothing; one whose
// accounts do not tell has spent nobody knows what.
func (t *spentTable) isOfBoth() bool {
	return !t.old.isUntold() && !t.now.isUntold()
}

func (r *spentRows) isUntold() bool { return len(r.list) == 0 && r.side.Budget.Actuals != nil }

// by compares one amount of each row.
func (t *spentTable) by(of func(*budget.ActualRow) money.Decimal) (cells []CellChange) {
	seen := map[string]bool{}
	for _, now := range t.now.list {
		id := now.ID()
		if now.Line != nil || now.Fund != nil {
			id = t.partner[id]
		}
		old := t.old.byID[id]
		if old != nil {
			seen[id] = true
		}
		if now.Kind == budget.ActualTotal {
			cells = append(cells, t.dropped(seen, of)...)
		}
		cells = append(cells, t.cell(old, now, of))
	}
	if len(t.now.list) == 0 {
		cells = t.dropped(seen, of)
	}
	return cells
}

// dropped are the rows that the new plan has no more.
func (t *spentTable) dropped(seen map[string]bool, of func(*budget.ActualRow) money.Decimal) (cells []CellChange) {
	for _, old := range t.old.list {
		if !seen[old.ID()] && (old.Kind != budget.ActualTotal || t.now.side.Budget.Actuals == nil) {
			cells = append(cells, t.cell(old, nil, of))
		}
	}
	return cells
}

// cell compares an amount of a row. What one of the states of the accounts has no row for is
// nothing there.
func (t *spentTable) cell(old, now *budget.ActualRow, of func(*budget.ActualRow) money.Decimal) CellChange {
	c := CellChange{Old: true, New: true}
	c.spend(t.old.side, old, &c.From, of)
	c.spend(t.now.side, now, &c.To, of)
	return c
}

// spend sets an amount of a row of one of the plans, and what the row is called there.
func (c *CellChange) spend(s *Side, r *budget.ActualRow, to *money.Decimal, of func(*budget.ActualRow) money.Decimal) {
	if r == nil {
		return
	}
	*to = of(r)
	c.ID, c.Label, c.IsSum = r.ID(), spentLabel(s, r), r.Kind == budget.ActualTotal
	for i := range s.Plan.Budget.Actuals.Lines {
		if a := &s.Plan.Budget.Actuals.Lines[i]; r.Line != nil && a.Line.Value == c.ID {
			c.shown.put(a.Spent.Node, a.Committed.Node)
		}
	}
}

// spentLabel names a row; "" for the total.
func spentLabel(s *Side, r *budget.ActualRow) string {
	switch {
	case r.Line != nil, r.Fund != nil:
		return s.label(r.Label())
	case r.Kind == budget.ActualOff:
		return s.word("actuals_off", "On no line of the budget")
	case r.Kind == budget.ActualNoFund:
		return s.word("actuals_no_fund", "On no fund, or not known on which")
	}
	return ""
}

// word is a word of the language, or what stands for it where no document is at hand.
func (s *Side) word(id, otherwise string) string {
	if s.Words == nil {
		return otherwise
	}
	return s.Words(source.At[string]{Value: "${words." + id + "}"})
}

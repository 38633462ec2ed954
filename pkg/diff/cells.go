package diff

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// CellChange is a row of a table in one of its columns, in both plans: a row after the total, a
// bound, the posts of a grade. What stands at a time does not add up over years, so that such
// rows are compared column by column.
type CellChange struct {
	ID, Label string
	Of        string // what the row is a part of, such as the balance that it opens
	IsSum     bool   // it adds other rows up
	// Column and OldColumn are the heads of the column in both plans, where a plan is counted over
	// several; "" for a column that it does not have.
	Column, OldColumn string
	From, To          money.Decimal
	Old, New          bool // whether the plan has the row in the column
	Parts             []Part
	Inputs            []Input
	Rates             *Rates // where both are percentages

	shown nodes
}

// Rates are a percentage in both plans, and what it is taken of.
type Rates struct{ OldRate, Rate, OldBase, Base money.Decimal }

// Change returns what the figure changed by: the new one less the old one.
func (c *CellChange) Change() money.Decimal { return c.To.Sub(c.From) }

// IsShown reports whether the comparison has a row for the figure.
func (c *CellChange) IsShown() bool { return !c.Change().IsZero() }

// changed returns cells if one of them has another figure, and nothing otherwise.
func changed(cells []CellChange) []CellChange {
	for i := range cells {
		if cells[i].IsShown() {
			return cells
		}
	}
	return nil
}

// row is a row of a table of one plan.
type row struct {
	parent, part string // the id, of a part that of the row that it belongs to, and which part it is
	label, of    string
	isSum        bool
	figures      []budget.Figure
}

func (r *row) id() string {
	if r.part == "" {
		return r.parent
	}
	return r.parent + "." + r.part
}

// tables compares the tables of two plans whose rows do not add up to the total.
type tables struct {
	*pairing
	old, now *Side
	columns  []columnPair // of the budgets of money
}

func newTables(r *Report) *tables {
	a, b := r.Old.Budget, r.New.Budget
	return &tables{r.pairs, &r.Old, &r.New, pairColumns(a, a.Scope().Columns, b, b.Scope().Columns)}
}

// tables compares what stands beside the bridges. In two currencies only posts can be compared.
func (r *Report) tables() {
	if r.Old.IsAbsent || r.New.IsAbsent {
		return
	}
	t := newTables(r)
	r.Posts = t.posts()
	if r.Money.Other != "" {
		return
	}
	r.After, r.Bounds = changed(t.after()), changedBounds(t.bounds())
	r.Contributions = t.contributions()
	r.Spending = t.spending()
}

// withSum compares the sum of the columns too, where both budgets have a column of it.
func (t *tables) withSum() tables {
	with := *t
	a, summed := t.old.Budget.Scope().Shown()
	if b, also := t.now.Budget.Scope().Shown(); summed && also && (len(t.columns) != 1 || t.columns[0] != columnPair{a, b}) {
		with.columns = append(slices.Clone(t.columns), columnPair{a, b})
	}
	return with
}

// heads names the columns of a cell, in the plans that have it, if there are several columns.
func (t *tables) heads(c *CellChange, p columnPair) {
	if len(t.columns) < 2 {
		return
	}
	if c.Old {
		c.OldColumn = columnName(t.old.Budget, p.old)
	}
	if c.New {
		c.Column = columnName(t.now.Budget, p.now)
	}
}

// rows compares rows of both plans, column by column: those of the new plan in its order, and
// behind them those that it has no more. Partner says which row of the old plan one was.
func (t *tables) rows(before, after []row, partner map[string]string, see func(*CellChange, *budget.Figure, *budget.Figure)) (list []CellChange) {
	known, seen := map[string]*row{}, map[*row]bool{}
	for i := range before {
		known[before[i].id()] = &before[i]
	}
	for i := range after {
		now := &after[i]
		was := *now
		was.parent = partner[now.parent]
		old := known[was.id()]
		seen[old] = true
		list = append(list, t.cells(old, now, see)...)
	}
	for i := range before {
		if !seen[&before[i]] {
			list = append(list, t.cells(&before[i], nil, see)...)
		}
	}
	return list
}

// cells compares a row that both plans have, or one of them.
func (t *tables) cells(old, now *row, see func(*CellChange, *budget.Figure, *budget.Figure)) (list []CellChange) {
	for _, p := range t.columns {
		var c CellChange
		var a, b *budget.Figure
		if old != nil && p.old >= 0 {
			a = &old.figures[p.old]
			c.ID, c.Label, c.Of, c.IsSum, c.Old, c.From = old.id(), old.label, old.of, old.isSum, true, a.Printed
			c.shown.add(a)
		}
		if now != nil && p.now >= 0 {
			b = &now.figures[p.now]
			c.ID, c.Label, c.Of, c.IsSum, c.New, c.To = now.id(), now.label, now.of, now.isSum, true, b.Printed
			c.shown.add(b)
		}
		switch {
		case a == nil && b == nil:
			continue
		case a == nil:
			c.Parts = []Part{{New, c.To}}
		case b == nil:
			c.Parts = []Part{{Dropped, c.From.Neg()}}
		case see != nil:
			see(&c, a, b)
		}
		t.heads(&c, p)
		list = append(list, c)
	}
	return list
}

// owe shares the change of a figure out to its causes. What a row has of other rows is not
// followed into them: the comparison says there what it is owed to.
func (t *tables) owe(c *CellChange, a, b cost.Step) {
	x := &attribution{}
	switch {
	case isOfRows(a) && isOfRows(b):
		x.add(Base, b.Value.Sub(a.Value))
	default:
		x.split(a, b)
	}
	if a.Op == cost.Portion && b.Op == cost.Portion {
		c.Rates = &Rates{a.Of[0].Value, b.Of[0].Value, a.Of[1].Value, b.Of[1].Value}
	}
	c.Parts, c.Inputs = x.rounded(c.Change(), t.now.Budget), x.inputs
	for _, in := range x.inputs {
		if in.Label != BaseInput {
			c.shown.put(in.old, in.now)
		}
	}
}

// isOfRows reports a figure that is made of those of other rows: a difference, a balance, what
// comes into one or goes out.
func isOfRows(s cost.Step) bool {
	return s.Op == cost.Sum || s.Op == cost.Outgo || s.Op == cost.Difference
}

package budget

import (
	"slices"
	"time"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/plan"
)

// Scope is what amounts and quantities are counted over: one column of amounts, or several
// that are added up, such as the years of a plan. Whoever quotes, compares or limits a
// figure asks the scope for it and never one of its columns.
type Scope struct {
	// Columns are the columns of amounts, in their order. There are none where a sum is of
	// columns that do not exist.
	Columns []int
	shown   int // the column that shows the amounts; -1 where no column adds them up
}

// IsShown reports whether the budget has a column with the scope's amounts.
func (s Scope) IsShown() bool { return s.shown >= 0 }

// Shown returns the column with the scope's amounts; it is false where no column adds
// them up.
func (s Scope) Shown() (int, bool) { return s.shown, s.IsShown() }

// Figure returns a row's figure over the scope: that of the column which shows it, or the
// sum.
func (s Scope) Figure(row []Figure) *Figure {
	if s.IsShown() {
		return &row[s.shown]
	}
	var of []cost.Step
	for _, c := range s.Columns {
		of = append(of, row[c].Step())
	}
	sum := sumOf(of)
	return &Figure{Printed: sum.Value, Mark: sum.Mark, Computed: new(sum.Value), Exact: sum}
}

// Scope returns what the budget as a whole is counted over: its main column, or where that
// is a change the one that it leads to. A plan of several years whose columns are its
// years, and which has no sum of them and calls none of them the main one, is counted over
// all of them.
func (b *Budget) Scope() Scope { return b.scope }

// ScopeOf returns what a column is counted over. It is false for a change.
func (b *Budget) ScopeOf(column int) (Scope, bool) {
	switch b.Columns[column].Kind {
	case AmountColumn, SumColumn:
		return Scope{b.summands(column, nil), column}, true
	}
	return Scope{}, false
}

// Amount returns a row's figure over the budget's scope, such as that of a line.
func (b *Budget) Amount(row []Figure) *Figure { return b.scope.Figure(row) }

// summands adds the columns of amounts that a column adds up. Columns follow only from
// columns before them, so that there is no circle.
func (b *Budget) summands(column int, to []int) []int {
	if b.Columns[column].Kind == AmountColumn {
		return append(to, column)
	}
	for _, c := range b.Columns[column].Of {
		if b.Columns[c].Kind <= SumColumn {
			to = b.summands(c, to)
		}
	}
	return to
}

// mainScope finds the scope of a budget whose columns are known.
func (b *Budget) mainScope(p *plan.Plan) Scope {
	column := b.Main
	for b.Columns[column].Kind > SumColumn {
		of := b.Columns[column].Of
		if len(of) == 0 {
			return Scope{shown: b.Main}
		}
		column = of[len(of)-1]
	}
	if years := b.years(p); len(years) > 1 && b.Columns[column].Kind == AmountColumn && slices.Contains(years, column) {
		return Scope{years, -1}
	}
	s, _ := b.ScopeOf(column)
	return s
}

// years returns the columns of amounts that are the years of a plan of several years, one
// after the other; nothing where one of them is marked as the main one, or where a year
// stands twice, such as approved and revised.
func (b *Budget) years(p *plan.Plan) (years []int) {
	if !p.Period.IsLong() {
		return nil
	}
	last := p.Period.From.Value.Year() - 1
	for i := range p.Budget.Columns {
		if p.Budget.Columns[i].Main.Value {
			return nil
		}
		from, to, named := b.Columns[i].Years()
		if b.Columns[i].Kind != AmountColumn || !named || to <= last && len(years) == 0 {
			continue
		}
		if from <= last || to > p.Period.To.Value.Year() {
			return nil
		}
		years, last = append(years, i), to
	}
	return years
}

// Years returns the years that a column's head or id names, such as 2026 or 2026–2027; it
// is false where they name none.
func (c *Column) Years() (from, to int, named bool) {
	for _, text := range []string{c.Label.Value, c.ID} {
		if from, to = yearsIn(text); from > 0 {
			return from, to, true
		}
	}
	return 0, 0, false
}

// yearsIn returns the first and the last year that a text names; 0 where it names none.
func yearsIn(text string) (from, to int) {
	digits := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] >= '0' && text[i] <= '9' {
			digits++
			continue
		}
		if digits == 4 {
			if t, err := time.Parse("2006", text[i-4:i]); err == nil && t.Year() >= 1900 && t.Year() < 2100 {
				to = t.Year()
				if from == 0 {
					from = to
				}
			}
		}
		digits = 0
	}
	return from, to
}

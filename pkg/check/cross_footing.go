package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B103", Name: "cross-footing", Severity: diag.Error, Title: "a table whose rows and columns come to different sums",
		Why:   "The same money is shown twice, by line and by column; where the two differ, nobody can say which of them is meant.",
		Since: "0.1",
		Bad: `budget:
  columns:
    - {id: a, label: "2025"}
    - {id: b, label: "2026"}
    - {id: both, label: Both years, sum: [a, b]}
  lines:
    - {id: rent, label: Rent, fixed: {a: 100, b: 110}, stated: {both: 210}}
    - {id: travel, label: Travel, fixed: {a: 200, b: 210}, stated: {both: «420»}}
  stated_total: {a: 300, b: 320, both: 620}
`,
		Good: `budget:
  columns:
    - {id: a, label: "2025"}
    - {id: b, label: "2026"}
    - {id: both, label: Both years, sum: [a, b]}
  lines:
    - {id: rent, label: Rent, fixed: {a: 100, b: 110}, stated: {both: 210}}
    - {id: travel, label: Travel, fixed: {a: 200, b: 210}, stated: {both: 410}}
  stated_total: {a: 300, b: 320, both: 620}
`},
	Run: func(c *Context) {
		if !c.hasDerived() {
			return
		}
		l := newLedger(c)
		for i := range c.Budget.Lines {
			if l.isBranch(i) {
				l.crossFoots(i)
			}
		}
		l.crossFoots(totalRow)
	},
})

func (c *Context) hasDerived() bool {
	for i := range c.Budget.Columns {
		if c.Budget.Columns[i].Kind.IsDerived() {
			return true
		}
	}
	return false
}

// crossFoots compares, in each column that follows from others, what the sum row's other
// columns give with what its lines add up to.
func (l *ledger) crossFoots(line int) {
	for e := range l.Budget.Columns {
		x := cell{line, e}
		f := l.figure(x)
		if l.direction(x) != across || !l.isAdditive(e) || f.Computed == nil {
			continue
		}
		sideways := *f.Computed
		downwards := f.Printed.Sub(l.crossFoot(x))
		if l.isNothing(sideways.Sub(downwards)) {
			continue
		}
		// Without a stated figure that is off, the difference is rounding alone.
		if breaker, how := l.breaker(x); how != "" {
			l.disagree(x, sideways, downwards, breaker, how)
		}
	}
}

func (l *ledger) disagree(x cell, sideways, downwards money.Decimal, breaker cell, how string) {
	subject := "budget/total"
	if x.line != totalRow {
		subject = "budget/" + l.Budget.Lines[x.line].ID.Value
	}
	var related []diag.Related
	if f := l.figure(x); f.Stated.IsSet() && breaker != x {
		related = l.see(x)
	}
	l.Report(subject, l.figure(breaker).Stated.Span(),
		fmt.Sprintf("%s, does not cross-foot: its columns make %s, but its lines make %s; the difference is %s; %s",
			l.name(x), l.money(sideways), l.money(downwards), l.signed(x.column, sideways.Sub(downwards)), how),
		"mend the figure that breaks it; rows and columns show the same money", related...).Amount = sideways.Sub(downwards).Abs()
}

// breaker finds the row, or else the column, whose stated figure is off. A subtotal
// that is off further down is reported with its own group.
func (l *ledger) breaker(x cell) (cell, string) {
	for _, row := range l.children(x.line) {
		at := cell{row, x.column}
		if r, known := l.residual(at); known && !l.isNothing(r) {
			f := l.figure(at)
			return at, fmt.Sprintf("the row %q breaks it: stated %s, its columns make %s", l.row(row), l.money(f.Printed), l.money(*f.Computed))
		}
	}
	for _, column := range l.Budget.Columns[x.column].Of {
		at := cell{x.line, column}
		if r, known := l.residual(at); known && !l.isNothing(r) {
			f := l.figure(at)
			return at, fmt.Sprintf("the column %q breaks it: stated %s, its lines make %s",
				l.head(column), l.money(f.Printed), l.money(*f.Computed))
		}
	}
	return x, ""
}

package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D116", Name: "main-column", Severity: diag.Warning, Title: "a main column of another year than the period",
		Why:   "The main column is what the text quotes as the budget of the period; one of last year, or one that leaves a year of the period out, gives another amount.",
		Since: "0.1",
		Bad: `period: {from: 2025-01-01, to: 2025-12-31}
budget:
  columns:
    - {id: a, label: "2023"}
    - {id: b, label: «"2024"», main: true}
  lines:
    - {id: travel, label: Travel, fixed: {a: 12000, b: 13000}}
`,
		Good: `period: {from: 2025-01-01, to: 2025-12-31}
budget:
  columns:
    - {id: a, label: "2024"}
    - {id: b, label: "2025", main: true}
  lines:
    - {id: travel, label: Travel, fixed: {a: 12000, b: 13000}}
`},
	Run: func(c *Context) {
		c.markedMain()
		p, b := c.Plan.Period, &c.Plan.Budget
		if !p.From.IsSet() || !p.To.IsSet() || p.To.Value.Before(p.From.Value) || c.Budget.Main >= len(b.Columns) {
			return
		}
		main := &b.Columns[c.Budget.Main]
		has := yearsOfMain(b, main)
		period := diag.Related{Span: p.From.Span(), Note: "the period begins"}
		from, to := p.From.Value.Year(), p.To.Value.Year()
		within := func(y int) bool { return y >= from && y <= to }
		at, name := main.ID.Span(), c.head(c.Budget.Main)
		if main.Label.IsSet() {
			at = main.Label.Span()
		}
		switch lacks := lacking(covered(b, main, has), p); {
		case len(has) == 0:
		case !slices.ContainsFunc(has, within):
			c.Report("budget", at, fmt.Sprintf("the main column “%s” is of %s, but the period is %s", name, inYears(has), dates(p.From.Value, p.To.Value)),
				"let the column of the period be the main one (`main: true`), or correct the year that is wrong", period)
		case has[len(has)-1]-has[0] >= len(has): // years beyond the period are a longer budget, but these leave some out
			c.Report("budget", at, fmt.Sprintf("the main column “%s” adds up %s, and no year between; the period is %s", name, inYears(has), dates(p.From.Value, p.To.Value)),
				"correct the year that is wrong, or add the columns of the years between", period)
		case len(lacks) > 0:
			c.Report("budget", at, fmt.Sprintf("the main column “%s” is of %s; the period %s has %s too", name, inYears(has), dates(p.From.Value, p.To.Value), inYears(lacks)),
				"add a column for each year of the period, and one with their `sum`; or correct the period", period)
		}
	},
})

// markedMain reports a second main column, and one that holds no budget but a change of it.
func (c *Context) markedMain() {
	var first *plan.Column
	for i := range c.Plan.Budget.Columns {
		x := &c.Plan.Budget.Columns[i]
		if !x.Main.Value {
			continue
		}
		switch {
		case first != nil:
			c.Report("budget", x.Main.Span(), fmt.Sprintf("two columns are marked as the main one, `%s` and `%s`; `%s` counts", first.ID.Value, x.ID.Value, first.ID.Value),
				"take `main: true` out of the other", diag.Related{Span: first.Main.Span(), Note: "the first"})
		case len(x.Change) > 0 || len(x.Less) > 0 || x.IsPercent():
			c.Report("budget", x.Main.Span(), fmt.Sprintf("the main column “%s” holds a change, so that no text can quote the budget by its name", c.head(i)),
				"let the column with the amounts be the main one (`main: true`)")
		}
		if first == nil {
			first = x
		}
	}
}

// yearsOfMain returns the years that the main column is of: those that it names, or that the
// columns name which it adds up.
func yearsOfMain(b *plan.Budget, main *plan.Column) []int {
	if len(main.Sum) == 0 {
		if !main.IsAmount() {
			return nil
		}
		return yearsOf(main)
	}
	var years []int
	for _, of := range main.Sum {
		for i := range b.Columns {
			if b.Columns[i].ID.Value != of.Value {
				continue
			}
			found := yearsOf(&b.Columns[i])
			if len(found) != 1 || slices.Contains(years, found[0]) {
				return nil // not one column for each year
			}
			years = append(years, found[0])
		}
	}
	slices.Sort(years)
	return years
}

// covered returns the years that the table has: those of the main column, and where that is no
// sum, of the columns beside it.
func covered(b *plan.Budget, main *plan.Column, has []int) []int {
	if len(main.Sum) > 0 {
		return has
	}
	all := slices.Clone(has)
	for i := range b.Columns {
		if b.Columns[i].IsAmount() {
			all = append(all, yearsOf(&b.Columns[i])...)
		}
	}
	return all
}

var columnYear = pattern.Lazy(`(?:^|\D)((?:19|20)\d{2})(?:[/–-](\d{2}|(?:19|20)\d{2}))?(?:\D|$)`)

// yearsOf returns the years that a column names, by its label or its id; none where it names
// several that are no range.
func yearsOf(c *plan.Column) []int {
	for _, s := range []string{c.Label.Value, c.ID.Value} {
		found := columnYear().FindAllStringSubmatch(s, -1)
		if len(found) != 1 {
			if len(found) > 1 {
				return nil
			}
			continue
		}
		first, _ := strconv.Atoi(found[0][1])
		last := first
		if end := found[0][2]; end != "" {
			last, _ = strconv.Atoi(found[0][1][:4-len(end)] + end)
		}
		const most = 10
		if last < first || last-first > most {
			return nil
		}
		var years []int
		for y := first; y <= last; y++ {
			years = append(years, y)
		}
		return years
	}
	return nil
}

// lacking returns the years of a period of full calendar years that are not in a list.
func lacking(has []int, p plan.Period) []int {
	from, after := p.From.Value, p.To.Value.AddDate(0, 0, 1)
	const most = 10
	if from.YearDay() != 1 || after.YearDay() != 1 || after.Year()-from.Year() > most || from.Month() != time.January {
		return nil
	}
	var years []int
	for y := from.Year(); y < after.Year(); y++ {
		if !slices.Contains(has, y) {
			years = append(years, y)
		}
	}
	return years
}

// inYears writes years as a message does.
func inYears(years []int) string {
	words := make([]string, len(years))
	for i, y := range years {
		words[i] = strconv.Itoa(y)
	}
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

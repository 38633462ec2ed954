package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
)

// Columns of amounts that are headed like a sum, a change or a change in per cent of others.

var (
	changeHead = pattern.Lazy(`^(?:change|difference|variance|increase|decrease|increase ?(?:/|or) ?\(?decrease\)?|\+ ?/ ?[-–−])s?(?: \(?[a-z]{3}\)?)?$`)
	shareHead  = pattern.Lazy(`^(?:%|per ?cent|percentage)$|(?:^| )(?:change|difference|variance|increase)s? \(?(?:in )?(?:%|per ?cent)\)?$|^(?:%|per ?cent(?:age)?) (?:change|difference|variance|increase)s?$`)
)

// typedColumns reports such columns where a line has another figure there than follows, and
// each column of per cent: its total adds per cent up.
func (c *Context) typedColumns() {
	const fewest = 3 // two, and one that follows from them
	if len(c.Budget.Columns) < fewest {
		return
	}
	var before []int
	for i := range c.Budget.Columns {
		column := &c.Budget.Columns[i]
		if column.Kind != budget.AmountColumn {
			continue
		}
		head := c.entry(column.Label)
		if !shareHead().MatchString(head) && !isTotalLabel(head) && !changeHead().MatchString(head) {
			before = append(before, i)
		} else if len(before) > 1 {
			c.typedColumn(i, head, before)
		}
	}
}

func (c *Context) typedColumn(at int, head string, before []int) {
	column := &c.Budget.Columns[at]
	last := []string{c.Budget.Columns[before[len(before)-2]].ID, c.Budget.Columns[before[len(before)-1]].ID}
	report := func(message, key string, of []string) {
		c.Report("budget/columns/"+column.ID, c.Plan.Budget.Columns[at].Label.Span(), message,
			fmt.Sprintf("let the column follow from the others, such as `%s: [%s]`; what it prints may be `stated`", key, strings.Join(of, ", ")))
	}
	switch {
	case shareHead().MatchString(head):
		report(fmt.Sprintf("the column “%s” holds amounts, so that its per cent are added up like money", c.head(at)), "percent_change", last)
	case changeHead().MatchString(head):
		if line, made := c.breaksChange(at, before); line != nil {
			report(fmt.Sprintf("the column “%s” holds amounts of its own: %s for “%s”, where the change is %s",
				c.head(at), c.money(line.Figures[at].Printed), c.label(line.Label), c.money(made)), "change", last)
		}
	default:
		var ids []string
		for _, b := range before {
			ids = append(ids, c.Budget.Columns[b].ID)
		}
		if line, made := c.breaksSum(at, before); line != nil {
			report(fmt.Sprintf("the column “%s” holds amounts of its own: %s for “%s”, where the columns before it make %s",
				c.head(at), c.money(line.Figures[at].Printed), c.label(line.Label), c.money(made)), "sum", ids)
		}
	}
}

// breaksSum returns a line whose figure is not the sum of the columns before; nil where
// all are, be it only from one of the columns on.
func (c *Context) breaksSum(at int, before []int) (*budget.Line, money.Decimal) {
	var broken *budget.Line
	var made money.Decimal
	for from := len(before) - 2; from >= 0; from-- {
		broken, made = c.breaks(at, func(line *budget.Line) money.Decimal {
			sum := money.Zero
			for _, b := range before[from:] {
				sum = sum.Add(line.Figures[b].Printed)
			}
			return sum
		})
		if broken == nil {
			return nil, made
		}
	}
	return broken, made
}

func (c *Context) breaksChange(at int, before []int) (*budget.Line, money.Decimal) {
	from, to := before[len(before)-2], before[len(before)-1]
	return c.breaks(at, func(line *budget.Line) money.Decimal { return line.Figures[to].Printed.Sub(line.Figures[from].Printed) })
}

// breaks returns the first line whose figure in a column is not what follows.
func (c *Context) breaks(at int, follows func(*budget.Line) money.Decimal) (*budget.Line, money.Decimal) {
	for i := range c.Budget.Lines {
		line := &c.Budget.Lines[i]
		if made := follows(line); !line.IsGroup() && !made.Equal(line.Figures[at].Printed) {
			return line, made
		}
	}
	return nil, money.Zero
}

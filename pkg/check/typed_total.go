package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B210", Name: "typed-total", Severity: diag.Warning, Title: "a total that is typed as one of its parts",
		Why:   "Out of a spreadsheet totals come as rows and columns like any other: a row of them is added to what it sums, and nothing holds a column of them to the others.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: travel, label: Travel, fixed: 20000}
    - {id: rooms, label: Rooms, fixed: 5000}
    - {id: meetings, label: «Subtotal», fixed: 25000}
`,
		Good: `budget:
  lines:
    - id: meetings
      label: Meetings
      subtotal: Subtotal
      lines:
        - {id: travel, label: Travel, fixed: 20000}
        - {id: rooms, label: Rooms, fixed: 5000}
`},
	Run: func(c *Context) {
		parents := newLedger(c).parents
		c.typedTotals(c.Budget.Lines, func(i int) int { return parents[i] }, "the total of the budget counts it",
			"take the line out: the document prints the total by itself, and the subtotal of a group, whose lines stand in its `lines`")
		c.typedTotals(c.Budget.Financing, func(int) int { return totalRow }, "the financing counts it",
			"take it out: the document prints the sum of the sources by itself")
		for _, lines := range [][]budget.Line{c.Budget.Lines, c.Budget.Financing} {
			for i := range lines {
				c.typedPartTotals(&lines[i])
			}
		}
		c.typedColumns()
	},
})

var (
	// What a row is called that is a total and nothing else.
	totalLabel = pattern.Lazy(`^(?:(?:sub|sous)[- ]?totals?|(?:grand |overall )?totals?|sum)(?: \(?[a-z]{3}\)?)?$`)
	// A label that speaks of a total; whether it is one, the amounts say.
	speaksOfTotal = pattern.Lazy(`\b(?:(?:sub|sous)[- ]?)?totals?\b|\bsum of\b`)
)

func isTotalLabel(label string) bool {
	return hasAny(label, "total", "sum") && totalLabel().MatchString(label)
}

// typedTotals reports lines beside others that are their total.
func (c *Context) typedTotals(lines []budget.Line, parent func(int) int, counts, hint string) {
	before := map[int][]*budget.Line{} // the lines of each group, those before the one at hand
	for i := range lines {
		line, group := &lines[i], parent(i)
		siblings := before[group]
		before[group] = append(siblings, line)
		if line.IsGroup() || len(siblings) == 0 {
			continue
		}
		label := c.entry(line.Label)
		isTotal := isTotalLabel(label)
		if !isTotal && (!hasAny(label, "total", "sum") || !speaksOfTotal().MatchString(label) || !isTyped(line)) {
			continue
		}
		first := c.firstOf(siblings, line)
		switch {
		case first != nil:
			c.Report("budget/"+line.ID.Value, line.Label.Span(),
				fmt.Sprintf("“%s” comes to what the lines from “%s” on make, and %s beside them", c.label(line.Label), c.label(first.Label), counts), hint, theFirst(first.Label))
		case isTotal && c.costs(line):
			c.Report("budget/"+line.ID.Value, line.Label.Span(),
				fmt.Sprintf("“%s” is a line like any other, and %s beside the lines that it sums", c.label(line.Label), counts), hint)
		}
	}
}

// isTyped reports a line whose amount is written, and not made of anything.
func isTyped(line *budget.Line) bool {
	for _, k := range line.Costs {
		if _, fixed := k.(*cost.Fixed); !fixed {
			return false
		}
	}
	return true
}

// firstOf returns the line from which on the lines before a total make it in every column of
// amounts; nil where no two or more of them do, and no group.
func (c *Context) firstOf(before []*budget.Line, total *budget.Line) *budget.Line {
	if !c.costs(total) {
		return nil
	}
	const most = 100 // the lines looked at, so that a long list of totals is no work
	sums := make([]money.Decimal, len(total.Figures))
	for i := len(before) - 1; i >= max(0, len(before)-most); i-- {
		same := true
		for col := range sums {
			sums[col] = sums[col].Add(before[i].Figures[col].Printed)
			same = same && (c.Budget.Columns[col].Kind != budget.AmountColumn || sums[col].Equal(total.Figures[col].Printed))
		}
		if same && (len(before)-i > 1 || before[i].IsGroup()) {
			return before[i]
		}
	}
	return nil
}

// typedPartTotals reports posts and items of a line that are the total of the others.
func (c *Context) typedPartTotals(line *budget.Line) {
	report := func(what string, parts int, name source.At[string]) {
		if parts > 1 && isTotalLabel(c.entry(name)) {
			c.Report("budget/"+line.ID.Value, name.Span(),
				fmt.Sprintf("“%s” stands among the %s of “%s”, which counts it beside them", c.label(name), what, c.label(line.Label)),
				"take it out: the line is the sum of its "+what)
		}
	}
	for _, k := range line.Costs {
		switch k := k.(type) {
		case *cost.Posts:
			for i := range k.Posts {
				report("posts", len(k.Posts), k.Posts[i].Title)
			}
		case *cost.Units:
			for i := range k.Items {
				report("items", len(k.Items), k.Items[i].Name)
			}
		}
	}
}

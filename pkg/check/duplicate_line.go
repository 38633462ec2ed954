package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B209", Name: "duplicate-line", Severity: diag.Warning, Title: "a line, post, unit item or source that stands twice",
		Why:   "What was copied and never changed is counted and paid twice, and the sum is right all the same.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: travel, label: Travel, fixed: 20000}
    - {id: travel-2, label: «Travel», fixed: 20000}
`,
		Good: `budget:
  lines:
    - {id: travel, label: Travel to meetings, fixed: 20000}
    - {id: travel-2, label: Travel to workshops, fixed: 20000}
`},
	Run: func(c *Context) {
		parents := newLedger(c).parents
		c.repeatedLines(c.Budget.Lines, func(i int) int { return parents[i] }, "the total counts both")
		c.repeatedLines(c.Budget.Financing, func(int) int { return totalRow }, "the financing counts both")
		c.repeatedGifts()
		c.repeatedColumns()
		c.addedVersions()
		for i := range c.Budget.Lines {
			c.repeatedParts(&c.Budget.Lines[i])
		}
		for i := range c.Budget.Financing {
			c.repeatedParts(&c.Budget.Financing[i])
		}
	},
})

// repeatedLines reports lines of one group with one label and the same amounts. A label that
// stands again in another group, or with other amounts, is another line.
func (c *Context) repeatedLines(lines []budget.Line, parent func(int) int, both string) {
	// Lines with one label and one amount that differ in their notes are compared with so
	// many of their kind, so that a long list of them is no work.
	const most = 8
	seen := map[string][]*budget.Line{}
	for i := range lines {
		line := &lines[i]
		label := c.entry(line.Label)
		if label == "" {
			continue
		}
		key := fmt.Sprint(parent(i), "\x00", label, "\x00", amounts(line))
		first := firstTwin(line, seen[key])
		if first == nil {
			if len(seen[key]) < most {
				seen[key] = append(seen[key], line)
			}
			continue
		}
		c.Report("budget/"+line.ID.Value, line.Label.Span(),
			fmt.Sprintf("“%s” stands twice with the same amount, as `%s` and as `%s`, and %s", c.label(line.Label), first.ID.Value, line.ID.Value, both),
			"take one of the two out; if both are meant, give them labels or notes that tell them apart", theFirst(first.Label))
	}
}

func theFirst(label source.At[string]) diag.Related {
	return diag.Related{Span: label.Span(), Note: "the first"}
}

func firstTwin(line *budget.Line, earlier []*budget.Line) *budget.Line {
	for _, x := range earlier {
		if isTwin(x, line) {
			return x
		}
	}
	return nil
}

// amounts writes what a line prints, column by column.
func amounts(line *budget.Line) string {
	var b strings.Builder
	for i := range line.Figures {
		b.WriteString(line.Figures[i].Printed.String() + ";")
	}
	return b.String()
}

// isTwin reports whether nothing tells two lines of one label and the same amounts apart:
// neither a key that both have, nor the inputs behind the amounts.
func isTwin(a, b *budget.Line) bool {
	for _, key := range []string{"code", "note", "footnote", "shares", "source", "in"} {
		x, y := entryOf(a.Node.Get(key)), entryOf(b.Node.Get(key))
		if x != "" && y != "" && x != y {
			return false
		}
	}
	keys, inputs := inputsOf(a)
	otherKeys, otherInputs := inputsOf(b)
	if inputs == otherInputs {
		return true
	}
	return paysAnything(a) && (keys != otherKeys || keys == "fixed ")
}

func paysAnything(line *budget.Line) bool {
	for i := range line.Figures {
		if !line.Figures[i].Printed.IsZero() {
			return true
		}
	}
	return false
}

// inputsOf returns the keys that an amount is made from, and all that they say.
func inputsOf(line *budget.Line) (keys, inputs string) {
	for k, v := range line.Node.Pairs() {
		switch k.Text() {
		case "id", "label", "code", "note", "footnote", "shares", "source", "in", "stated", "subtotal":
		default:
			keys += k.Text() + " "
			inputs += k.Text() + " " + entryOf(v) + "\n"
		}
	}
	return keys, inputs
}

// repeatedGifts reports contributions outside the total that stand twice.
func (c *Context) repeatedGifts() {
	for first, k := range repeated(c.Budget.Outside, func(k *cost.InKind) source.Node { return k.Node }) {
		c.Report("budget/"+k.ID.Value, k.Label.Span(),
			fmt.Sprintf("“%s” of %s stands twice outside the total, as `%s` and as `%s`", c.label(k.Label), c.label(k.Provider), first.ID.Value, k.ID.Value),
			"take one of the two out; if both are meant, give them labels or notes that tell them apart", theFirst(first.Label))
	}
}

// repeatedColumns reports columns that follow from others, and print the same twice, and
// columns of amounts with one head: nobody can tell which of the two a figure is of.
func (c *Context) repeatedColumns() {
	heads := map[string]*plan.Column{}
	var follow []plan.Column
	for i := range c.Plan.Budget.Columns {
		if x := &c.Plan.Budget.Columns[i]; x.IsAmount() {
			c.repeatedHead(x, heads)
		} else {
			follow = append(follow, *x)
		}
	}
	for first, x := range repeated(follow, func(x *plan.Column) source.Node { return x.Node }) {
		c.Report("budget/columns/"+x.ID.Value, x.ID.Span(),
			fmt.Sprintf("the column “%s” stands twice in the table, as `%s` and as `%s`", c.label(x.Label), first.ID.Value, x.ID.Value),
			"take one of the two out, or name the columns that this one is made from", theFirst(first.ID))
	}
}

// repeatedHead reports a column of amounts that has the head of one before.
func (c *Context) repeatedHead(x *plan.Column, heads map[string]*plan.Column) {
	head := c.entry(x.Label)
	first := heads[head]
	switch {
	case head == "":
	case first == nil:
		heads[head] = x
	default:
		c.Report("budget/columns/"+x.ID.Value, x.Label.Span(),
			fmt.Sprintf("two columns of amounts are headed “%s”, `%s` and `%s`", c.label(x.Label), first.ID.Value, x.ID.Value),
			"give each the head that says which year, or which version, it is of", theFirst(first.Label))
	}
}

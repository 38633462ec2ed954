package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// Inputs that are hardly meant: the amounts that are made of them come out all the same.

func (c *Context) implausibleInputs(line *budget.Line, amounts []int) {
	for k := range line.AllCosts() {
		switch k := k.(type) {
		case *cost.Percentage:
			if line.In.IsSet() && line.In.Value != c.Budget.Currency {
				c.Report("budget/"+line.ID.Value, line.In.Span(), fmt.Sprintf("%q is a percentage of amounts in %s, so that it is in %s too, not in %s", c.label(line.Label), c.Budget.Currency, c.Budget.Currency, line.In.Value),
					"take `in` out of the line: nothing in it is converted")
			}
			c.morePerCent(line, k.Rate, "a percentage of more than the whole: %s", "did the decimal point slip? If it is meant, add a waiver that says why")
		case *cost.Fixed:
			c.morePerCent(line, k.Share, "a share of an amount of more than all of it: %s", "write the part that the line has, 100% at the most; for several of them there is `units`")
		case *cost.Growing:
			c.morePerCent(line, k.Rate, "a growth to more than double: %s", "did the decimal point slip? If it is meant, add a waiver that says why")
			if len(amounts) == 1 && k.Rate.IsSet() && k.Base.All.IsSet() {
				c.Report("budget/"+line.ID.Value, k.Rate.Node.Span(), fmt.Sprintf("%q does not grow: its `base` is the amount in the first column, and there is no other", c.label(line.Label)),
					"add a column that it grows to, or write the amount as `fixed`")
			}
		case *cost.Posts:
			for i := range k.Posts {
				c.morePerCent(line, k.Posts[i].Share, "a share of a post of more than all of it: %s", "write the part that this budget pays, 100% at the most; for several posts there is `count`")
				c.monthsOfEach(line, &k.Posts[i])
			}
		}
	}
}

// morePerCent reports the first percentage above 100 or below -100.
func (c *Context) morePerCent(line *budget.Line, rates cost.Series[money.Decimal], message, hint string) {
	for _, rate := range rates.Each() {
		if rate.Value.Abs().GreaterThan(money.Hundred) {
			c.Report("budget/"+line.ID.Value, rate.Span(), fmt.Sprintf("%q has "+message, c.label(line.Label), rate.Value.String()+"%"), hint)
			return
		}
	}
}

// monthsOfEach reports several posts whose months are more than the column has: they are those
// of one post, which `count` multiplies.
func (c *Context) monthsOfEach(line *budget.Line, post *cost.Post) {
	if !post.Count.IsSet() || !post.Months.IsSet() {
		return
	}
	for id, has := range c.Plan.MonthsByColumn() {
		months, _ := post.Months.In(id)
		count, several := post.Count.In(id)
		if several && has > 0 && months.Value.GreaterThan(money.New(int64(has))) {
			c.reportMonths(line, post, months, count, has)
			return
		}
	}
}

func (c *Context) reportMonths(line *budget.Line, post *cost.Post, months, count source.At[money.Decimal], has int) {
	c.Report("budget/"+line.ID.Value, months.Span(),
		fmt.Sprintf("“%s” is counted with %s × %s months, where a post has %d at the most", c.label(post.Title), count.Value, months.Value, has),
		"write the months of one post: `count` multiplies them")
}

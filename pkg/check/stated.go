package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
)

var _ = register(Rule{
	Rule: diag.Rule{Name: "stated-differs", Severity: diag.Error, Title: "a stated amount differs from the computed one",
		Why: "The document would print a figure that its own rules contradict; States Parties are asked to pay it."},
	Run: func(c *Context) {
		for _, line := range c.Budget.Lines {
			if line.Differs() {
				c.stated("budget/"+line.ID.Value, line.Label.Value, line.Figure)
			}
		}
		if c.Budget.Total.Differs() {
			c.stated("budget/total", "the total", c.Budget.Total)
		}
	},
})

func (c *Context) stated(subject, label string, f budget.Figure) {
	difference := f.Stated.Value.Sub(*f.Computed)
	message := fmt.Sprintf("%s: stated %s, but computed %s%s; the difference is %s",
		label, c.money(f.Stated.Value), c.money(*f.Computed), c.working(f), c.signed(difference))
	if rate, ok := effectiveRate(f); ok {
		message += fmt.Sprintf("; the stated amount is %s%%", rate)
	}
	c.Report(subject, f.Stated.Span(), message,
		"correct the amount or its rule; or, if it was submitted like this, add a waiver that says why", inputs(f.Exact)...)
}

// working says in brackets what was computed, where one line can say it.
func (c *Context) working(f budget.Figure) string {
	if f.Exact.Op != cost.Share {
		return ""
	}
	rate, base := f.Exact.Of[0], f.Exact.Of[1]
	exact := ""
	if !f.Exact.Value.Equal(*f.Computed) {
		exact = " = " + c.money(f.Exact.Value)
	}
	return fmt.Sprintf(" (%s%% of %s%s)", rate.Value, c.money(base.Value), exact)
}

// effectiveRate returns the rate that a stated percentage amounts to.
func effectiveRate(f budget.Figure) (string, bool) {
	if f.Exact.Op != cost.Share || f.Exact.Of[1].Value.IsZero() {
		return "", false
	}
	return money.Percent(f.Stated.Value, f.Exact.Of[1].Value).StringFixed(2), true
}

// inputs points at the places in the plan that a figure was computed from.
func inputs(s cost.Step) []diag.Related {
	var related []diag.Related
	for _, part := range s.Of {
		if !part.Node.IsZero() {
			related = append(related, diag.Related{Span: part.Node.Span(), Note: part.Label})
			continue
		}
		related = append(related, inputs(part)...)
	}
	return related
}

// money writes an amount for a message: with the plan's decimals, and with two at
// least where it has any.
func (c *Context) money(d money.Decimal) string {
	places := c.Budget.Rounding.Places()
	if !d.IsInteger() {
		places = max(places, 2)
	}
	return money.Number(d, places, ",", ".")
}

func (c *Context) signed(d money.Decimal) string {
	if d.IsPositive() {
		return "+" + c.money(d)
	}
	return c.money(d)
}

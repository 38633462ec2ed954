package check

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

// cover finds what one waiver covers.
type cover struct {
	waiver   plan.Waiver
	quotes   *quoter
	findings []diag.Finding // those of the plan; what is covered is marked
	currency money.Currency

	found   bool         // something of its rule is at its path
	covered []int        // which of the findings it covers
	used    map[int]bool // which of its quotations cover something
	other   bool         // something else is at its path, which says so
}

// apply marks what the waiver covers. What it quotes may have moved to another position in
// its list; then it is looked for there. A finding that it does not cover, because it says
// something else or is about more money, says so.
func (c *cover) apply() {
	c.used = map[int]bool{}
	var others []int
	for i := range c.findings {
		if f := &c.findings[i]; names(c.waiver, f.Rule) && within(f.Subject, c.waiver.At.Value) {
			c.found = true
			if !c.try(i) {
				others = append(others, i)
			}
		}
	}
	c.follow()
	for _, i := range others {
		if f := &c.findings[i]; f.WaivedBy == "" && len(c.used) < len(c.waiver.Says) {
			c.other = true
			says := c.waiver.Says[c.unusedQuote()]
			f.Related = append(slices.Clip(f.Related), diag.Related{Span: says.Span(),
				Note: fmt.Sprintf("a waiver covers “%s” here, and not “%s”", oneLine(says.Value), c.quotes.of(*f).words)})
		}
	}
}

// try covers a finding, if it says what the waiver quotes. It is false where it says
// something else.
func (c *cover) try(i int) bool {
	f := &c.findings[i]
	for n, says := range c.waiver.Says {
		if c.quotes.of(*f).is(says.Value) {
			c.used[n] = true
			c.mark(i)
			return true
		}
	}
	if len(c.waiver.Says) > 0 {
		return false
	}
	c.mark(i)
	return true
}

// mark covers a finding, unless more money is at stake than the waiver allows.
func (c *cover) mark(i int) {
	f, w := &c.findings[i], c.waiver
	if w.UpTo.IsSet() && f.Amount.GreaterThan(w.UpTo.Value) {
		f.Related = append(slices.Clip(f.Related), diag.Related{Span: w.UpTo.Span(),
			Note: fmt.Sprintf("a waiver covers up to %s %s only; this is %s", c.currency, grouped(w.UpTo.Value), grouped(f.Amount))})
		return
	}
	f.WaivedBy, f.Approved = w.Reason.Value, w.Approved.Value
	c.covered = append(c.covered, i)
}

// follow looks for quotations that cover nothing at their numbered place at the other
// positions of the list: items may have been put in front. Each covers one thing there.
func (c *cover) follow() {
	if !diag.HasPosition(c.waiver.At.Value) {
		return
	}
	at := diag.WithoutPositions(c.waiver.At.Value)
	for n, says := range c.waiver.Says {
		subject := ""
		for i := range c.findings {
			f := &c.findings[i]
			if c.used[n] && f.Subject != subject || f.WaivedBy != "" || !names(c.waiver, f.Rule) ||
				!within(diag.WithoutPositions(f.Subject), at) || !c.quotes.of(*f).is(says.Value) {
				continue
			}
			subject, c.found, c.used[n] = f.Subject, true, true
			c.mark(i)
		}
	}
}

// unusedQuote returns the first quotation that covers nothing.
func (c *cover) unusedQuote() int {
	for n := range c.waiver.Says {
		if !c.used[n] {
			return n
		}
	}
	return 0
}

// unused reports a waiver that matches nothing, and what it quotes that is not there any
// more. Where something else is at its place, that says it.
func (c *cover) unused() []diag.Finding {
	w := c.waiver
	if len(w.Says) == 0 && !c.found {
		return []diag.Finding{{Rule: UnusedWaiver, Span: w.Span(),
			Message: fmt.Sprintf("nothing at %s breaks the rule `%s` any more", w.At.Value, w.Rule.Value), Hint: "delete the waiver"}}
	}
	if c.other {
		return nil
	}
	var list []diag.Finding
	all := w.Span()
	for n, says := range w.Says {
		if c.used[n] {
			continue
		}
		span, hint := all, "delete the waiver"
		if len(w.Says) > 1 {
			span, hint = says.Span(), "delete the quotation"
		}
		list = append(list, diag.Finding{Rule: UnusedWaiver, Span: span, Hint: hint,
			Message: fmt.Sprintf("nothing at %s that says “%s” breaks the rule `%s` any more", w.At.Value, oneLine(says.Value), w.Rule.Value)})
	}
	return list
}

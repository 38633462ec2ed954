package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

// Waive marks the findings that the plan's waivers cover, and reports waivers that are
// wrong. A waiver covers its path and all that lies below it, and of that only what says
// the words that it quotes. Whether it has run out is judged by the document's date, so
// that a plan gives the same result whenever it is checked. Complete says that all of the
// plan could be read; if not, a waiver that covers nothing is not reported, since the
// rules did not see everything.
func Waive(p *plan.Plan, findings []diag.Finding, complete bool) []diag.Finding {
	waived := slices.Clone(findings)
	var own []diag.Finding
	quotes := newQuoter(p)
	for _, w := range p.Waivers {
		switch {
		case !isWaivable(w):
			own = append(own, diag.Finding{Rule: UnknownRule, Span: w.Rule.Span(),
				Message: fmt.Sprintf("no rule that can be waived is called `%s`", w.Rule.Value), Hint: diag.DidYouMean(w.Rule.Value, waivable())})
			continue
		case w.Until.IsSet() && p.Document.Date.IsSet() && w.Until.Value.Before(p.Document.Date.Value):
			own = append(own, diag.Finding{Rule: ExpiredWaiver, Span: w.Until.Span(),
				Message: fmt.Sprintf("this waiver ended on %s, before the document's date", w.Until.Node.Text()),
				Hint:    "mend what it covers, or agree on a new date"})
			continue
		}
		c := &cover{waiver: w, quotes: quotes, findings: waived, currency: p.Budget.Currency.Value}
		c.apply()
		if complete {
			own = append(own, c.unused()...)
		}
		own = append(own, c.unquoted()...)
		own = append(own, c.unlimited()...)
	}
	return diag.Sort(append(waived, own...))
}

func grouped(d money.Decimal) string { return money.Number(d, 0, ",", ".") }

// names reports whether a waiver is of a rule, by its name or its code.
func names(w plan.Waiver, r diag.Rule) bool {
	return w.Rule.Value == r.Name || strings.EqualFold(w.Rule.Value, r.Code)
}

func within(subject, at string) bool {
	rest, ok := strings.CutPrefix(subject, at)
	return ok && (rest == "" || rest[0] == '/')
}

func isWaivable(w plan.Waiver) bool {
	return slices.ContainsFunc(Rules(), func(r Rule) bool { return names(w, r.Rule) })
}

// waivable returns the names of the rules that a waiver may name: those that judge
// what the plan says, not those without which it cannot be read.
func waivable() []string {
	var names []string
	for _, r := range Rules() {
		names = append(names, r.Name)
	}
	return names
}

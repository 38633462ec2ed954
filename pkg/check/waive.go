package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

// Rules about waivers themselves. They are not waived.
var (
	UnusedWaiver = diag.Rule{Code: "W101", Name: "unused-waiver", Severity: diag.Warning, Title: "a waiver that matches nothing",
		Why:   "A waiver left over from last year would hide the same mistake when it is made again.",
		Since: "0.1",
		Bad: `waivers:
  - «{rule: spelling, at: assumptions/1, reason: The report was issued like this., approved: The President}»
assumptions:
  - That the reports are available.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That the reports are publically available.
  - That the host State provides the rooms.
waivers:
  - {rule: spelling, at: assumptions/1, reason: The report was issued like this., approved: The President}
`}
	ExpiredWaiver = diag.Rule{Code: "W102", Name: "expired-waiver", Severity: diag.Error, Title: "a waiver past its date",
		Why:   "What was accepted for a time has to be looked at again.",
		Since: "0.1",
		Bad: `assumptions:
  - That the reports are publically available.
  - That the host State provides the rooms.
waivers:
  - {rule: spelling, at: assumptions/1, reason: The report was issued like this., approved: The President, until: «2023-12-31»}
`,
		Good: `assumptions:
  - That the reports are publically available.
  - That the host State provides the rooms.
waivers:
  - {rule: spelling, at: assumptions/1, reason: The report was issued like this., approved: The President, until: 2024-12-31}
`}
	UnknownRule = diag.Rule{Code: "W103", Name: "unknown-rule", Severity: diag.Error, Title: "a waiver of a rule that does not exist",
		Why:   "The waiver has no effect.",
		Since: "0.1",
		Bad: `assumptions:
  - That the reports are publically available.
  - That the host State provides the rooms.
waivers:
  - {rule: «speling», at: assumptions/1, reason: The report was issued like this., approved: The President}
`,
		Good: `assumptions:
  - That the reports are publically available.
  - That the host State provides the rooms.
waivers:
  - {rule: spelling, at: assumptions/1, reason: The report was issued like this., approved: The President}
`}
)

// WaiverRules returns the rules about waivers.
func WaiverRules() []diag.Rule { return []diag.Rule{UnusedWaiver, ExpiredWaiver, UnknownRule, Review} }

// Waive marks the findings that the plan's waivers cover, and reports waivers that are
// wrong. A waiver covers its path and all that lies below it. Whether it has run out is
// judged by the document's date, so that a plan gives the same result whenever it is
// checked. Complete says that all of the plan could be read; if not, a waiver that covers
// nothing is not reported, since the rules did not see everything.
func Waive(p *plan.Plan, findings []diag.Finding, complete bool) []diag.Finding {
	waived := slices.Clone(findings)
	var own []diag.Finding
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
		if !cover(w, waived, p.Budget.Currency.Value) && complete {
			own = append(own, diag.Finding{Rule: UnusedWaiver, Span: w.Span(),
				Message: fmt.Sprintf("nothing at %s breaks the rule `%s` any more", w.At.Value, w.Rule.Value),
				Hint:    "delete the waiver"})
		}
	}
	return diag.Sort(append(waived, own...))
}

// cover marks the findings that a waiver covers, and reports whether any finding is of its
// rule and path. If more money is at stake than the waiver allows, the finding stays
// unwaived and says so.
func cover(w plan.Waiver, findings []diag.Finding, currency money.Currency) bool {
	found := false
	for i := range findings {
		f := &findings[i]
		if !names(w, f.Rule) || !within(f.Subject, w.At.Value) {
			continue
		}
		found = true
		if w.UpTo.IsSet() && f.Amount.GreaterThan(w.UpTo.Value) {
			f.Related = append(slices.Clip(f.Related), diag.Related{Span: w.UpTo.Span(),
				Note: fmt.Sprintf("a waiver covers up to %s %s only; this is %s", currency, grouped(w.UpTo.Value), grouped(f.Amount))})
			continue
		}
		f.WaivedBy, f.Approved = w.Reason.Value, w.Approved.Value
	}
	return found
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

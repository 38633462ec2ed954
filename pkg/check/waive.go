package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

// Rules about waivers themselves. They are not waived.
var (
	UnusedWaiver = diag.Rule{Code: "W101", Name: "unused-waiver", Severity: diag.Warning, Title: "a waiver that matches nothing",
		Why: "A waiver left over from last year would hide the same mistake when it is made again."}
	ExpiredWaiver = diag.Rule{Code: "W102", Name: "expired-waiver", Severity: diag.Error, Title: "a waiver past its date",
		Why: "What was accepted for a time has to be looked at again."}
	UnknownRule = diag.Rule{Code: "W103", Name: "unknown-rule", Severity: diag.Error, Title: "a waiver of a rule that does not exist",
		Why: "The waiver has no effect."}
)

// WaiverRules returns the rules about waivers.
func WaiverRules() []diag.Rule { return []diag.Rule{UnusedWaiver, ExpiredWaiver, UnknownRule} }

// Waive marks the findings that the plan's waivers cover, and reports waivers that
// are wrong. A waiver covers its place and all that lies below it. Whether it has
// run out is judged by the document's date, so that a plan gives the same result
// whenever it is checked.
func Waive(p *plan.Plan, findings []diag.Finding) []diag.Finding {
	waived := slices.Clone(findings)
	var own []diag.Finding
	for _, w := range p.Waivers {
		switch {
		case !slices.Contains(waivable(), w.Rule.Value):
			own = append(own, diag.Finding{Rule: UnknownRule, Span: w.Rule.Span(),
				Message: fmt.Sprintf("no rule that can be waived is called `%s`", w.Rule.Value), Hint: diag.DidYouMean(w.Rule.Value, waivable())})
			continue
		case w.Until.IsSet() && w.Until.Value.Before(p.Document.Date.Value):
			own = append(own, diag.Finding{Rule: ExpiredWaiver, Span: w.Until.Span(),
				Message: fmt.Sprintf("this waiver ended on %s, before the document's date", w.Until.Node.Text()),
				Hint:    "mend what it covers, or agree on a new date"})
			continue
		}
		if !cover(w, waived) {
			own = append(own, diag.Finding{Rule: UnusedWaiver, Span: w.Span(),
				Message: fmt.Sprintf("nothing at %s breaks the rule `%s` any more", w.At.Value, w.Rule.Value),
				Hint:    "delete the waiver"})
		}
	}
	return diag.Sort(append(waived, own...))
}

// cover marks the findings that a waiver covers.
func cover(w plan.Waiver, findings []diag.Finding) bool {
	found := false
	for i := range findings {
		f := &findings[i]
		if f.Rule.Name == w.Rule.Value && within(f.Subject, w.At.Value) {
			f.WaivedBy = w.Reason.Value
			found = true
		}
	}
	return found
}

func within(subject, at string) bool {
	rest, ok := strings.CutPrefix(subject, at)
	return ok && (rest == "" || rest[0] == '/')
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

package check

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

// Draft is a waiver that would cover a finding and nothing else.
type Draft struct {
	Rule, At string
	Says     []string      // the words that it has to quote
	UpTo     money.Decimal // the money that it covers; 0 where the finding is about none
}

// Waiver returns the waiver that would cover a finding of a plan. It is false for a finding that
// cannot be waived, and for one that a waiver covers already.
func Waiver(p *plan.Plan, f diag.Finding) (Draft, bool) {
	d := Draft{Rule: f.Rule.Name, At: f.Subject, UpTo: f.Amount}
	isRule := slices.ContainsFunc(Rules(), func(r Rule) bool { return r.Name == f.Rule.Name })
	if !isRule || f.Subject == "" || f.WaivedBy != "" {
		return d, false
	}
	c := cover{quotes: newQuoter(p)}
	if q := c.quotes.of(f); q.words != "" && c.needsQuote(f, q) {
		d.Says = []string{q.words}
	}
	return d, true
}

// Keys returns the waiver's keys and values as YAML, in the order of the language.
func (d Draft) Keys(reason, approved string) [][2]string {
	keys := [][2]string{{"rule", d.Rule}, {"at", d.At}}
	if len(d.Says) > 0 {
		keys = append(keys, [2]string{"says", inYAML(d.Says)})
	}
	keys = append(keys, [2]string{"reason", inYAML([]string{reason})}, [2]string{"approved", inYAML([]string{approved})})
	if !d.UpTo.IsZero() {
		keys = append(keys, [2]string{"up_to", d.UpTo.String()})
	}
	return keys
}

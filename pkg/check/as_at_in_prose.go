package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D119", Name: "as-at-in-prose", Severity: diag.Warning, Title: "a text of the financial report that puts the day of the accounts in another year",
		Why:   "A sentence that stayed in from last year's report gives this year's amounts last year's day.",
		Since: "0.3",
		Bad: `budget:
  currency: CHF
  lines: [{id: travel, label: Travel, fixed: 50000}]
  actuals: {as_at: 2025-12-31, lines: [{line: travel, spent: 12937}]}
report:
  paragraphs: ["By «31 December 2024», ${actuals.travel.spent} was spent on travel."]
`,
		Good: `budget:
  currency: CHF
  lines: [{id: travel, label: Travel, fixed: 50000}]
  actuals: {as_at: 2025-12-31, lines: [{line: travel, spent: 12937}]}
report:
  paragraphs: ["By ${actuals.as_at}, ${actuals.travel.spent} was spent on travel."]
`},
	Run: func(c *Context) {
		a := c.Plan.Budget.Actuals
		if !a.AsAt.IsSet() || !c.isEnglish() {
			return
		}
		for _, t := range c.Texts {
			if isOfReport(t.Subject) && t.figures {
				c.asAtInProse(c.passage(t))
			}
		}
	},
})

var (
	// upToDay leads to the day up to which something was counted.
	upToDay = pattern.Lazy(`(?i)(?:^|[^\pL])(?:as at|as of|up to|by|until|to) $`)
	// isSpending is of a sentence that says what was spent, and ofBefore of one that holds it against the year before.
	isSpending = pattern.Lazy(`(?i)\b(?:spent|expended|disbursed|expenditures?|committed|commitments)\b`)
	ofBefore   = pattern.Lazy(`(?i)\b(?:compared|comparison|than|against|previous|preceding|prior|last year|year before|earlier|opening|carried|brought|whereas|while|respectively|same|already|biennium)\b`)
)

// asAtInProse reports the day of the accounts with the year before or behind. A text that has the right day as
// well compares the two, and so does one that says so.
func (c *Context) asAtInProse(p *passage) {
	at := c.Plan.Budget.Actuals.AsAt.Value
	if strings.Contains(p.read, date(at)) || strings.Contains(p.Prose.Value, "actuals.as_at") || ofBefore().MatchString(p.read) {
		return
	}
	for _, d := range p.mentions() {
		if d.first > 0 || d.last != at.Day() || d.month != at.Month().String() || d.year != at.Year()-1 && d.year != at.Year()+1 {
			continue
		}
		if !upToDay().MatchString(strings.ReplaceAll(lastOf(p.read[:d.from], near), "\u00a0", " ")) || !isSpending().MatchString(p.read) {
			continue
		}
		c.Report(p.Subject, p.span(d.from, d.to), fmt.Sprintf("the text says “%s”, but the accounts go up to %s", oneLine(p.read[d.from:d.to]), date(at)),
			"write ${actuals.as_at} in its place, and the text follows the accounts", diag.Related{Span: c.Plan.Budget.Actuals.AsAt.Span(), Note: "the day of the accounts"})
	}
}

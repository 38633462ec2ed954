package check

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// A waiver says what it covers: the words, where these may change or give way to others,
// and how much money.
var (
	UnquotedWaiver = diag.Rule{Code: "W105", Name: "unquoted-waiver", Severity: diag.Warning, Title: "a waiver that does not quote what it covers",
		Why:   "Whatever stands at that place next year, or is written there tomorrow, would be accepted as well, unseen.",
		Since: "0.1",
		Bad: `assumptions:
  - That the reports are publically available.
  - That the host State provides the rooms.
waivers:
  - {rule: spelling, at: «assumptions/1», reason: The report was issued like this., approved: The President}
`,
		Good: `assumptions:
  - That the reports are publically available.
  - That the host State provides the rooms.
waivers:
  - {rule: spelling, at: assumptions/1, says: publically, reason: The report was issued like this., approved: The President}
`}
	UnlimitedWaiver = diag.Rule{Code: "W106", Name: "unlimited-waiver", Severity: diag.Warning, Title: "a waiver that does not say how much it covers",
		Why:   "A difference of a few thousand was accepted; one of a million in the same line would be accepted as well, unseen.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: rent, label: Rent, fixed: 1000, stated: 1200}
waivers:
  - {rule: stated-differs, at: «budget/rent», reason: The report was issued like this., approved: The President}
`,
		Good: `budget:
  lines:
    - {id: rent, label: Rent, fixed: 1000, stated: 1200}
waivers:
  - {rule: stated-differs, at: budget/rent, reason: The report was issued like this., approved: The President, up_to: 200}
`}
)

// unquoted reports a waiver without a quotation that covers words, or something that is
// known by its position alone.
func (c *cover) unquoted() []diag.Finding {
	if c.waiver.Wrote("says") {
		return nil
	}
	var words []string
	for _, i := range c.covered {
		q := c.quotes.of(c.findings[i])
		if q.words != "" && !slices.Contains(words, q.words) && c.needsQuote(c.findings[i], q) {
			words = append(words, q.words)
		}
	}
	if len(words) == 0 {
		return nil
	}
	key := "says: " + inYAML(words)
	return []diag.Finding{{Rule: UnquotedWaiver, Span: c.waiver.At.Span(),
		Message: fmt.Sprintf("this waiver does not quote what it covers, %s; other words at %s would be covered too", enquoted(words), c.waiver.At.Value),
		Hint:    fmt.Sprintf("add `%s` below `at`, so that it covers nothing else", key),
		Fix:     added(c.waiver.Node, c.waiver.At.Node, key)}}
}

// needsQuote reports a finding on words, or on what has no id.
func (c *cover) needsQuote(f diag.Finding, q quotation) bool {
	return diag.HasPosition(f.Subject) || q.prose && !isAboutThings(f.Rule)
}

func isAboutThings(r diag.Rule) bool {
	rule, _ := rules.Find(r.Name)
	return rule.AboutThings
}

// unlimited reports a waiver without a limit that covers money.
func (c *cover) unlimited() []diag.Finding {
	if c.waiver.Wrote("up_to") {
		return nil
	}
	var most money.Decimal
	for _, i := range c.covered {
		if amount := c.findings[i].Amount; amount.GreaterThan(most) {
			most = amount
		}
	}
	if most.IsZero() {
		return nil
	}
	key := "up_to: " + most.String()
	last := source.Node{}
	for _, value := range c.waiver.Node.Pairs() {
		last = value
	}
	return []diag.Finding{{Rule: UnlimitedWaiver, Span: c.waiver.At.Span(),
		Message: fmt.Sprintf("this waiver sets no limit: it covers a difference of %s %s, and would cover any other", c.currency, grouped(most)),
		Hint:    fmt.Sprintf("add `%s`, so that a larger one is reported", key),
		Fix:     added(c.waiver.Node, last, key)}}
}

package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/number"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "R112", Name: "spent-in-prose", Severity: diag.Warning, Title: "an amount typed into the financial report that is one of the accounts, or contradicts them",
		Why:   "Accounts are booked until they are closed: a typed amount stays as it was, and States Parties read two figures for one thing.",
		Since: "0.3",
		Bad: `budget:
  currency: CHF
  lines: [{id: travel, label: Travel, fixed: 50000}]
  actuals: {as_at: 2025-12-31, lines: [{line: travel, spent: 12937}]}
report:
  paragraphs: ["«CHF 12,973» was spent on travel."]
`,
		Good: `budget:
  currency: CHF
  lines: [{id: travel, label: Travel, fixed: 50000}]
  actuals: {as_at: 2025-12-31, lines: [{line: travel, spent: 12937}]}
report:
  paragraphs: ["${actuals.travel.spent} was spent on travel."]
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		if c.Budget.Actuals == nil {
			return
		}
		c.eachNumber(func(r *reading, n *number.Number) {
			if isOfReport(r.Subject) && c.mayBeAmount(n) && r.isTyped(n) && !c.isEachOf(r, n) {
				c.spentSaid(r, n)
			}
		})
	},
})

func isOfReport(subject string) bool {
	return subject == "report" || strings.HasPrefix(subject, "report/")
}

// spentSaid reports an amount that is one of the accounts, or is said to be and is not.
func (c *Context) spentSaid(r *reading, n *number.Number) {
	rows := c.accountRows(r, n)
	if p, ok := c.typedOf(rows, n); ok {
		c.Report(r.Subject, r.span(n.From, n.To), fmt.Sprintf("“%s” is an amount of the accounts, typed into the text", r.said(n)),
			fmt.Sprintf("write ${%s} in its place, and the text follows the accounts", p.ref))
		return
	}
	part := ""
	if c.isEnglish() {
		part = c.partSaid(r, n)
	}
	if part == "" || len(rows) != 1 || rows[0].mayBe(n) || c.isAmountOf(r, n) || c.isOfAnotherYear(r, n) {
		return
	}
	p, of, was := rows[0].part(part), "all lines", part
	if part == "balance" {
		was = "left"
	}
	if l := rows[0].Line; l != nil {
		of = "the line “" + c.label(l.Label) + "”"
	}
	c.Report(r.Subject, r.span(n.From, n.To), fmt.Sprintf("the text says that “%s” was %s on %s, but the accounts have %s", r.said(n), was, of, c.money(p.is)),
		fmt.Sprintf("write ${%s} in its place, and the text follows the accounts", p.ref))
}

// typedOf returns the figure of the accounts that an amount is: of a row that it is said of, or, where it
// is too odd to be the same by chance, of the only row that has it.
func (c *Context) typedOf(rows []accountRow, n *number.Number) (accountPart, bool) {
	for _, row := range rows {
		for _, p := range row.parts() {
			if p.is.Equal(n.Value) {
				return p, true
			}
		}
	}
	all := c.spentFigures()[n.Value.String()]
	if !isTelling(n.Value) || len(all) == 0 || all[0].row != all[len(all)-1].row {
		return accountPart{}, false
	}
	return all[0], true
}

// spentFigures returns the figures of the accounts by what they come to, those of one row together.
func (c *Context) spentFigures() map[string][]accountPart {
	if c.spent == nil {
		c.spent = map[string][]accountPart{}
		for i := range c.Budget.Actuals.Rows {
			row := accountRow{&c.Budget.Actuals.Rows[i]}
			if row.Kind == budget.ActualHead || row.Kind == budget.ActualRest {
				continue
			}
			for _, p := range row.parts() {
				c.spent[p.is.String()] = append(c.spent[p.is.String()], p)
			}
		}
	}
	return c.spent
}

// accountRow is a row of the accounts that a text speaks of.
type accountRow struct{ *budget.ActualRow }

// accountPart is a figure of a row and how prose quotes it.
type accountPart struct {
	row, name, ref string
	is             money.Decimal
}

func (r accountRow) parts() []accountPart {
	part := func(name string, is money.Decimal) accountPart {
		return accountPart{r.ID(), name, "actuals." + r.ID() + "." + name, is}
	}
	return []accountPart{part("spent", r.Spent), part("committed", r.Committed), part("used", r.Used()), part("balance", r.Balance())}
}

func (r accountRow) part(name string) accountPart {
	for _, p := range r.parts() {
		if p.name == name {
			return p
		}
	}
	return accountPart{}
}

// mayBe reports a figure of the row that the number is, or may be once it is rounded.
func (r accountRow) mayBe(n *number.Number) bool {
	if n.Value.Equal(r.Planned) || isRounded(n, r.Planned) {
		return true
	}
	for _, p := range r.parts() {
		if p.is.Equal(n.Value) || isRounded(n, p.is) {
			return true
		}
	}
	return false
}

// accountRows returns the rows that an amount is said of: those of the lines that stand beside it with
// nothing between but words of spending, or the total where it is said of all.
func (c *Context) accountRows(r *reading, n *number.Number) (list []accountRow) {
	a := c.Budget.Actuals
	if r.isOfAll(n) {
		return append(list, accountRow{a.Total()})
	}
	for _, x := range r.namesNear(n) {
		words, _ := r.between(x, n)
		if !isOfSpending(words) {
			continue
		}
		for _, t := range x.things[:min(len(x.things), enough)] {
			if t.line < 0 {
				continue
			}
			if row, ok := a.Row(c.Budget.Lines[t.line].ID.Value); ok && row.Line != nil {
				list = append(list, accountRow{row})
			}
		}
	}
	return list
}

// isOfAll reports "CHF 5,000 in all", "a total of CHF 5,000".
func (r *reading) isOfAll(n *number.Number) bool {
	word := func(i int) string {
		if i < 0 || i >= len(r.Words) {
			return ""
		}
		return strings.ToLower(r.Words[i].Text)
	}
	behind, before := word(n.Next)+" "+word(n.Next+1), word(n.First-2)+" "+word(n.First-1)
	return behind == "in all" || behind == "in total" || before == "total of" || before == "in all" || before == "in total"
}

func isOfSpending(words []number.Word) bool {
	const most = 7
	for i := range words {
		w := strings.ToLower(words[i].Text)
		if !linksBefore[w] && !linksBehind[w] && !linksSpent[w] && partOf[w] == "" {
			return false
		}
	}
	return len(words) <= most
}

var linksSpent = wordSet("was were had has have been on of far so already , ( )")

// partOf is which figure of a row a word speaks of.
var partOf = map[string]string{"spent": "spent", "paid": "spent", "committed": "committed", "obligated": "committed", "left": "balance", "unspent": "balance"}

// partSaid returns the figure that a sentence says an amount to be: the word of it that stands behind the
// amount, before any other amount; or else the one before it.
func (c *Context) partSaid(r *reading, n *number.Number) string {
	from, to := r.near(n)
	for i := range r.Numbers {
		if m := &r.Numbers[i]; m.First >= n.Next && m.First < to {
			to = m.First
		} else if m.Next <= n.First && m.Next > from {
			from = m.Next
		}
	}
	for _, at := range [][2]int{{n.Next, to}, {from, n.First}} {
		for i := at[0]; i < at[1]; i++ {
			if part := partOf[strings.ToLower(r.Words[i].Text)]; part != "" {
				return part
			}
		}
	}
	return ""
}

// isSpent reports an amount of the accounts in the report on them.
func (c *Context) isSpent(r *reading, n *number.Number) bool {
	return isOfReport(r.Subject) && c.Budget.Actuals != nil && len(c.spentFigures()[n.Value.String()]) > 0
}

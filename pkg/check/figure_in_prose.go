package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "R102", Name: "figure-in-prose", Severity: diag.Warning, Title: "an amount of the budget typed into a text",
		Why:   "When the budget changes, a typed amount stays as it was and contradicts the table.",
		Since: "0.1",
		Bad: `assumptions:
  - That the budget of «CHF 345,054» is fully funded.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - "That the budget of ${budget.total} is fully funded."
  - That the host State provides the rooms.
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		amounts := c.printed()
		for _, t := range c.Texts {
			text := t.typed
			if !strings.ContainsAny(text, "0123456789") {
				continue
			}
			for _, at := range typedAmount().FindAllStringSubmatchIndex(text, -1) {
				if !isPartOfCode(text, at[4], max(at[5], at[7])) {
					c.typedFigure(t, text, at, amounts)
				}
			}
		}
	},
})

// typedAmount finds a number of four digits or more, with or without separators,
// and a currency before or behind it.
var typedAmount = pattern.Lazy(`(?:\b([A-Z]{3})\s*)?\b(\d{1,3}(?:[,.'’\x{a0}\x{202f} ]\d{3})+|\d{4,})(\.\d{1,2})?\b(?:\s*([A-Z]{3}|francs)\b)?`)

// printed returns the amounts that the document prints and how prose quotes them;
// the total comes first.
func (c *Context) printed() map[string]string {
	amounts := map[string]string{}
	add := func(name string, f budget.Figure) {
		if key := f.Printed.String(); f.Printed.GreaterThanOrEqual(money.New(1000)) && amounts[key] == "" {
			amounts[key] = "${budget." + name + "}"
		}
	}
	for column, name := range c.Budget.Columns {
		suffix := ""
		if column != c.Budget.Main {
			suffix = "." + name.ID
		}
		add("total"+suffix, c.Budget.Total[column])
		for i := range c.Budget.Lines {
			add(c.Budget.Lines[i].ID.Value+suffix, c.Budget.Lines[i].Figures[column])
		}
	}
	return amounts
}

func (c *Context) typedFigure(t Text, text string, at []int, amounts map[string]string) {
	digits := separators.Replace(text[at[4]:at[5]])
	if at[6] >= 0 {
		digits += text[at[6]:at[7]]
	}
	d, fault := money.Parse(digits)
	if fault != nil {
		return
	}
	name, same := amounts[d.String()]
	from, to := at[4], max(at[5], at[7])
	if at[2] >= 0 && c.isCurrency(text[at[2]:at[3]]) {
		from = at[2]
	}
	if at[8] >= 0 && c.isCurrency(text[at[8]:at[9]]) {
		to = at[9]
	}
	inMoney := from < at[4] || to > max(at[5], at[7])
	if !same || !inMoney && !isTelling(d) {
		return
	}
	c.Report(t.Subject, t.Prose.Node.Part(from, to),
		fmt.Sprintf("“%s” is an amount of the budget, typed into the text", oneLine(text[from:to])),
		fmt.Sprintf("write %s in its place, and the text follows the budget", name))
}

// isPartOfCode reports digits inside a symbol or a telephone number.
func isPartOfCode(text string, from, to int) bool {
	const joints = "-/.,"
	before, behind := text[:from], text[to:]
	joined := before != "" && strings.ContainsRune(joints, rune(before[len(before)-1]))
	return joined || len(behind) > 1 && strings.ContainsRune(joints, rune(behind[0])) && behind[1] >= '0' && behind[1] <= '9'
}

// isCurrency reports whether a word beside a number names the budget's currency.
func (c *Context) isCurrency(w string) bool { return w == string(c.Budget.Currency) || w == "francs" }

var separators = strings.NewReplacer(",", "", ".", "", "'", "", "’", "", "\u00a0", "", "\u202f", "", " ", "")

// isTelling reports a number that is an amount even where no currency stands beside
// it: neither a round number, which may count anything, nor a year.
func isTelling(d money.Decimal) bool {
	year := d.GreaterThanOrEqual(money.New(1900)) && d.LessThan(money.New(2100))
	return !year && !d.Mod(money.New(1000)).IsZero()
}

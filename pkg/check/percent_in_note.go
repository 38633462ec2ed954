package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/number"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/schema"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B201", Name: "percent-in-note", Severity: diag.Warning, Title: "a note that names another rate than its line",
		Why:   "The table would explain an amount by a rate that it was not computed with.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054, note: A Director.}
    - {id: social-charges, label: Social charges, percent: 18%, of: [salaries], note: At «20%» of salaries.}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054, note: A Director.}
    - {id: social-charges, label: Social charges, percent: 18%, of: [salaries], note: "At ${budget.social-charges.rate} of salaries."}
`},
	Run: func(c *Context) {
		for _, line := range c.Budget.Lines {
			for _, k := range line.Costs {
				if share, ok := k.(*cost.Percentage); ok && share.Rate.IsSet() {
					c.percentInNote(line)
				}
			}
		}
	},
})

var (
	percentage = pattern.Lazy(`\b(\d+(?:[.,]\d+)?)[\s\x{a0}\x{202f}]*(?:%|per\s*cent\b)`)
	// perCentElsewhere are the words for it in French, Spanish and Russian, before which a rate may be
	// written in words.
	perCentElsewhere = pattern.Lazy(`(?i)pour[\s\x{a0}]+cent|por[\s\x{a0}]+ciento|процент`)
)

// percentInNote reports the percentages of a note where none of them is the rate.
func (c *Context) percentInNote(line budget.Line) {
	if !line.Note.IsSet() {
		return
	}
	note := typed(line.Note)
	found := percentage().FindAllStringSubmatchIndex(note, -1)
	rate, ok := c.Budget.Scope().Quote(c.Budget, &line, "rate")
	if !ok {
		return
	}
	for _, at := range found {
		d, fault := money.Parse(strings.Replace(note[at[2]:at[3]], ",", ".", 1))
		if fault == nil && slices.ContainsFunc(rate.Each, func(in budget.InColumn) bool { return in.Value.Equal(d) }) {
			return
		}
	}
	if len(found) == 0 || c.statesRate(line, &rate) {
		return
	}
	computed, reference := c.eachRate(&rate)
	for _, at := range found {
		c.Report("budget/"+line.ID.Value, line.Note.Node.Part(at[0], at[1]),
			fmt.Sprintf("the note says %s, but the line is computed at %s", oneLine(note[at[0]:at[1]]), computed),
			fmt.Sprintf("correct the one that is wrong, or let the note quote the rate: ${budget.%s.%s}", line.ID.Value, reference),
			diag.Related{Span: rate.Node.Span(), Note: "the rate"})
	}
}

// statesRate reports a note that quotes the rate or has it in words: the percentages in figures
// are others then, such as that of the years before.
func (c *Context) statesRate(line budget.Line, rate *budget.Quoted) bool {
	if strings.Contains(line.Note.Value, "${budget."+line.ID.Value+".rate") {
		return true
	}
	if !c.isEnglish() {
		return perCentElsewhere().MatchString(line.Note.Value)
	}
	if !strings.Contains(line.Note.Value, "per") {
		return false
	}
	r := c.reading(newText("budget/"+line.ID.Value, line.Note, schema.AsNote))
	return r != nil && slices.ContainsFunc(r.Numbers, func(n number.Number) bool {
		return n.Kind == number.Rate && n.InWords && slices.ContainsFunc(rate.Each, func(in budget.InColumn) bool { return in.Value.Equal(n.Value) })
	})
}

// eachRate writes a rate, in each column where it differs, and how it is quoted behind the
// line's id.
func (c *Context) eachRate(rate *budget.Quoted) (text, reference string) {
	if !rate.Differs() {
		return rate.Value.String() + "%", "rate"
	}
	var list []string
	for _, in := range rate.Each {
		list = append(list, fmt.Sprintf("%s%% in %s", in.Value, c.head(in.Column)))
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1], "rate." + c.Budget.Columns[rate.Each[0].Column].ID
}

package check

import (
	"fmt"
	"strconv"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "R104", Name: "changed-past", Severity: diag.Warning, Title: "a date of the past, or the number of an article, that is another than last year",
		Why:   "What happened in 2010 cannot have happened in 2011 a year later: one of the two documents has a slip.",
		Since: "0.1",
		Last: `document:
  date: 2023-06-02
period: {from: 2024-01-01, to: 2024-12-31}
assumptions:
  - {id: force, text: "That the Convention, in force since 1 August 2010, is respected."}
  - {id: host, text: That the host State provides the rooms.}
`,
		Bad: `assumptions:
  - {id: force, text: "That the Convention, in force since 1 August «2011», is respected."}
  - {id: host, text: That the host State provides the rooms.}
`,
		Good: `assumptions:
  - {id: force, text: "That the Convention, in force since 1 August 2010, is respected."}
  - {id: host, text: That the host State provides the rooms.}
`},
	Run: func(c *Context) {
		if c.Last == nil {
			return
		}
		before := map[string]Text{}
		for _, t := range texts(c.Last.Plan) {
			before[t.key] = t
		}
		for _, t := range c.Texts {
			if old, ok := before[t.key]; ok && t.Prose.Value != old.Prose.Value {
				c.past(t, old)
			}
		}
	},
})

// past compares the figures of two texts that differ in figures only.
func (c *Context) past(now, before Text) {
	if len(now.words) != len(before.words) {
		return
	}
	var odd []int
	for i := range now.words {
		if now.words[i].text == before.words[i].text {
			continue
		}
		if !hasDigits().MatchString(now.words[i].text) && !isMonth().MatchString(now.words[i].text) {
			return // the text says something else now
		}
		odd = append(odd, i)
	}
	for _, i := range odd {
		a, b := before.words[i], now.words[i]
		if !c.isPast(before, now, i) && !numbered().MatchString(now.typed[:b.from]) {
			continue
		}
		c.Report(now.Subject, now.Prose.Node.Part(b.from, b.to), fmt.Sprintf("“%s” stands here; the year before, the same text had “%s”", b.text, a.text),
			"check which of the two is right", diag.Related{Span: before.Prose.Node.Part(a.from, a.to), Note: "the year before"})
	}
}

var (
	hasDigits = pattern.Lazy(`\d`)
	isMonth   = pattern.Lazy(`^(?:` + monthNames + `)$`)
	yearForm  = pattern.Lazy(`^(?:19|20)\d{2}$`)
)

// isPast reports whether a word belongs to a date that lay in the past a year ago: a
// year before last year's document, or a day or month of such a year.
func (c *Context) isPast(before, now Text, i int) bool {
	const near = 2 // words from a day to its year
	written := year(c.Last.Plan.Document, c.Last.Plan.Period)
	for j := i; j <= min(i+near, len(before.words)-1); j++ {
		if w := before.words[j].text; yearForm().MatchString(w) {
			then, _ := strconv.Atoi(w)
			later, _ := strconv.Atoi(now.words[j].text)
			return then < written && (later < written || j > i)
		}
	}
	return false
}

// year returns the year in which a document was written.
func year(d plan.Document, p plan.Period) int {
	if d.Date.IsSet() {
		return d.Date.Value.Year()
	}
	return p.From.Value.Year()
}

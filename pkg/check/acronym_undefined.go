package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/spell"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "N101", Name: "acronym-undefined", Severity: diag.Warning, Title: "an acronym before its full name",
		Why:   "A delegate who is new to the treaty cannot look up what nobody has spelled out.",
		Since: "0.1",
		Bad: `assumptions:
  - That the «GICHD» continues to host the Unit.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That the Geneva International Centre for Humanitarian Demining (GICHD) continues to host the Unit.
  - That the GICHD provides the rooms.
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		introduced := c.introducedByTemplate()
		ordinary := c.ordinaryWords()
		for _, t := range c.Texts {
			p := c.passage(t)
			for _, a := range p.acronyms {
				bare := strings.TrimLeft(a.text, "0123456789")
				switch {
				case a.name != "":
					introduced[a.text], introduced[bare] = true, true
				case introduced[a.text] || c.isKnown(bare) || ordinary[strings.ToLower(a.text)]:
				case spelledBehind(p.read, a):
					introduced[a.text] = true
				case isDesignation(p.read, a) || isBeforeAmount(p.read, a) || isWordInCapitals(a.text):
				default:
					introduced[a.text] = true // one finding, at the first use
					c.undefined(p, a)
				}
			}
		}
	},
})

// introducedByTemplate returns what needs no introduction in the texts: the
// treaty's and the unit's abbreviations, which the template's headings introduce,
// names that have no longer form, and the codes of funds, parties and times.
func (c *Context) introducedByTemplate() map[string]bool {
	introduced := map[string]bool{}
	for _, short := range []plan.Prose{c.Plan.Document.Short, c.Plan.Document.UnitShort} {
		if short.IsSet() {
			introduced[short.Value] = true
		}
	}
	for _, a := range cost.Axes() { // their tables explain the codes of funds and parties
		for _, v := range c.Plan.Budget.AxisValues(a) {
			for _, w := range wordsOf(v.Code.Value) {
				introduced[w.text] = true
			}
			if words := wordsOf(v.Label.Value); len(words) == 1 { // it is known by this name alone
				introduced[words[0].text] = true
			}
		}
	}
	for _, n := range c.Plan.Names {
		if !n.Short.IsSet() {
			for _, w := range wordsOf(n.Name.Value) {
				introduced[w.text] = true
			}
		}
	}
	return introduced
}

// ordinaryWords returns the words that occur in lower case somewhere: in capitals they are
// written so for emphasis, not as an abbreviation.
func (c *Context) ordinaryWords() map[string]bool {
	ordinary := map[string]bool{}
	for _, t := range c.Texts {
		for _, w := range t.words {
			if !hasUpper(w.text) {
				ordinary[w.text] = true
			}
		}
	}
	return ordinary
}

// spelledBehind reports whether the full name follows in brackets, as in
// "DAP (Dubrovnik Action Plan)".
func spelledBehind(s string, a acronym) bool {
	behind, ok := strings.CutPrefix(strings.TrimLeft(strings.TrimPrefix(s[a.to:], "s"), " \n\t"), "(")
	inside, _, closed := strings.Cut(behind, ")")
	return ok && closed && len(strings.Fields(inside)) > 1
}

// isDesignation reports letters with a number behind them, as of a road or a standard: EN 236.
func isDesignation(s string, a acronym) bool {
	const most = 2
	behind, ok := strings.CutPrefix(s[a.to:], " ")
	return ok && len(a.text) <= most && behind != "" && behind[0] >= '0' && behind[0] <= '9'
}

// isBeforeAmount reports letters with a sum of money behind them, as of a currency that is not
// written by its code: CFAF 85,000.
func isBeforeAmount(s string, a acronym) bool {
	behind := strings.TrimLeft(firstOf(s[a.to:], adjacent), " \u00a0\n")
	return behind != "" && behind[0] >= '0' && behind[0] <= '9' && inThousands().MatchString(behind)
}

var inThousands = pattern.Lazy(`^\d{1,3}(?:,\d{3})+\b`)

// isWordInCapitals reports a word that everybody uses: whoever names a project PEACE or EDGE
// means it to be read, not to be spelled out.
func isWordInCapitals(text string) bool {
	const short = 4
	return len(text) >= short && text == strings.ToUpper(text) && spell.IsCommon(strings.ToLower(text))
}

func (c *Context) undefined(p *passage, a acronym) {
	message := fmt.Sprintf("%s is used here before its full name has been given", a.text)
	for _, n := range c.Plan.Names {
		if n.Short.IsSet() && n.Short.Value == a.text {
			c.Report(p.Subject, p.span(a.from, a.to), message,
				fmt.Sprintf("write “%s (%s)” here, where it stands for the first time", n.Name.Value, a.text),
				diag.Related{Span: n.Name.Span(), Note: "its full name"})
			return
		}
	}
	c.Report(p.Subject, p.span(a.from, a.to), message,
		fmt.Sprintf("write the full name here, with (%s) behind it; an acronym that everybody knows can be added to `names`", a.text))
}

package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "N108", Name: "acronym-of-name", Severity: diag.Warning, Title: "a name with another acronym than the plan gives it",
		Why:   "An acronym in brackets is a promise: the reader looks for it further down, where the text has the right one.",
		Since: "0.1",
		Bad: `names:
  - {name: Voluntary Trust Fund, short: VTF}
assumptions:
  - That the Voluntary Trust Fund («VFT») is used, and the VFT replenished.
  - That the host State provides the rooms.
`,
		Good: `names:
  - {name: Voluntary Trust Fund, short: VTF}
assumptions:
  - That the Voluntary Trust Fund (VTF) is used, and the VTF replenished.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		if !c.isEnglish() {
			return // where the name before an abbreviation begins is known in English alone
		}
		shorts, names := map[string]string{}, map[string]string{}
		for _, n := range c.Plan.Names {
			names[n.Short.Value] = n.Name.Value
		}
		for short, name := range c.abbreviated() {
			shorts[meaning(name)] = short
		}
		uses := c.acronymUses()
		twins := c.rightForms(uses) // acronym-variants says so
		for _, u := range uses {
			if _, said := twins[u.text]; said || u.name == "" || u.name == "words" {
				continue
			}
			if said := cutShort(u.name, names[u.text]); said != "" {
				c.Report(u.passage.Subject, u.passage.span(u.from, u.to), fmt.Sprintf("“%s (%s)”: the plan calls it “%s”", said, u.text, oneLine(names[u.text])),
					"write the name in full, or correct it in the plan")
				continue
			}
			short, known := shortOf(meaning(u.name), shorts)
			if !known || short == u.text || strings.Contains(short, "-") {
				continue
			}
			c.Report(u.passage.Subject, u.passage.span(u.from, u.to), fmt.Sprintf("“%s (%s)”: the plan abbreviates it %s", oneLine(u.name), u.text, short),
				"write “"+short+"”, or correct the abbreviation in the plan")
		}
	},
})

// cutShort returns the words before an abbreviation where they are some of the name's that it
// stands for and not all: "Group of Experts (GGE)" for the Group of Governmental Experts.
func cutShort(phrase, name string) string {
	have, want := strings.Fields(meaning(phrase)), strings.Fields(meaning(name))
	if strings.HasSuffix(" "+strings.Join(have, " "), " "+strings.Join(want, " ")) {
		return ""
	}
	said := strings.Fields(phrase)
	for ; len(have) > 1; have, said = have[1:], said[1:] {
		if !small[have[0]] && len(have) < len(want) && isWithin(have, want) {
			if strings.HasPrefix(strings.Join(want, " "), strings.Join(have, " ")) {
				return "" // the rest may follow
			}
			return strings.Join(said, " ")
		}
	}
	return ""
}

// isWithin reports words that all stand in others, in their order.
func isWithin(have, want []string) bool {
	at := 0
	for _, w := range want {
		if at < len(have) && have[at] == w {
			at++
		}
	}
	return at == len(have)
}

// shortOf returns the abbreviation of a name that stands at the end of a phrase: a
// sentence may begin right before it.
func shortOf(phrase string, shorts map[string]string) (string, bool) {
	for {
		if short, known := shorts[phrase]; known {
			return short, true
		}
		_, rest, more := strings.Cut(phrase, " ")
		if !more || !strings.Contains(rest, " ") {
			return "", false
		}
		phrase = rest
	}
}

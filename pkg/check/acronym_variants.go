package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "N102", Name: "acronym-variants", Severity: diag.Warning, Title: "two acronyms for one thing",
		Why:   "A reader takes two acronyms for two things.",
		Since: "0.1",
		Bad: `assumptions:
  - That the First Review Conference (1RC) is followed up, as the 1RC decided.
  - That the decisions of the First Review Conference («IRC») are carried out.
`,
		Good: `assumptions:
  - That the First Review Conference (1RC) is followed up, as the 1RC decided.
  - That the decisions of the 1RC are carried out.
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		uses := c.acronymUses()
		right := c.rightForms(uses)
		for _, u := range uses {
			first, wrong := right[u.text]
			if !wrong {
				continue
			}
			c.Report(u.passage.Subject, u.passage.span(u.from, u.to),
				fmt.Sprintf("%s stands here; elsewhere the same is called %s", u.text, first.text),
				"use one acronym throughout", diag.Related{Span: first.passage.span(first.from, first.to), Note: first.text})
		}
	},
})

// use is an acronym and the text in which it stands.
type use struct {
	acronym
	passage *passage
}

func (c *Context) acronymUses() []use {
	var uses []use
	for _, t := range c.Texts {
		p := c.passage(t)
		for _, a := range p.acronyms {
			uses = append(uses, use{a, p})
		}
	}
	return uses
}

// rightForms maps each acronym that has a twin to the twin's first use: the one in
// the plan's names, or else the one that comes first.
func (c *Context) rightForms(uses []use) map[string]use {
	preferred := map[string]bool{}
	for _, n := range c.Plan.Names {
		preferred[n.Short.Value] = n.Short.IsSet()
	}
	meant := meanings(uses)
	first := map[string]use{} // by meaning and by look
	right := map[string]use{}
	keep := func(key string, u use) {
		twin, twins := first[key]
		switch {
		case !twins:
			first[key] = u
		case twin.text == u.text, preferred[twin.text] && preferred[u.text], unrelated(meant[twin.text], meant[u.text]):
		case preferred[u.text]:
			first[key] = u
			right[twin.text] = u
		default:
			right[u.text] = twin
		}
	}
	for _, u := range uses {
		keep("look: "+looks.Replace(u.text), u)
		if name := meaning(u.name); strings.Contains(name, " ") && c.isEnglish() {
			keep("meaning: "+name, u)
		}
	}
	return right
}

// meanings returns what acronyms are introduced for.
func meanings(uses []use) map[string]string {
	meant := map[string]string{}
	for _, u := range uses {
		if name := meaning(u.name); strings.Contains(name, " ") && meant[u.text] == "" {
			meant[u.text] = name
		}
	}
	return meant
}

// unrelated reports two meanings, neither of them a longer form of the other.
func unrelated(a, b string) bool {
	return a != "" && b != "" && !strings.Contains(a, b) && !strings.Contains(b, a)
}

// looks maps characters that look alike to one of them.
var looks = strings.NewReplacer("I", "1", "l", "1", "O", "0")

// meaning is a name without case, its ordinals in figures.
func meaning(name string) string {
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		if figure, ok := ordinals[w]; ok {
			words[i] = figure
		}
	}
	return strings.Join(words, " ")
}

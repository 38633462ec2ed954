package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "N105", Name: "term-capitals", Severity: diag.Warning, Title: "a defined term in other capitals",
		Why:   "Capitals say that a term means what the treaty defines; without them it means anything.",
		Since: "0.1",
		Bad: `names:
  - {name: States Parties}
assumptions:
  - That «States parties» pay their contributions.
  - That the host State provides the rooms.
`,
		Good: `names:
  - {name: States Parties}
assumptions:
  - That States Parties pay their contributions.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		terms := c.terms()
		for _, t := range c.Texts {
			text, words := t.typed, t.words
			for i := 0; i < len(words); i++ {
				term, ok := termAt(text, words[i:], terms)
				if !ok {
					continue
				}
				from, to := words[i].from, words[i+len(term.words)-1].to
				i += len(term.words) - 1
				found := oneLine(text[from:to])
				if found == oneLine(term.name.Value) || found == strings.ToUpper(found) {
					continue
				}
				c.Report(t.Subject, t.Prose.Node.Part(from, to),
					fmt.Sprintf("“%s” is the term “%s” in other capitals", found, term.name.Value),
					"write the term in one way throughout", diag.Related{Span: term.name.Span(), Note: "the term"}).Fix = respell(t, words[i+1-len(term.words):i+1], term.words)
			}
		}
	},
})

// respell returns the edits that write words as others are written. Blanks and line
// breaks between them stay.
func respell(t Text, have, want []word) []diag.Edit {
	var edits []diag.Edit
	for i := range have {
		if have[i].text != want[i].text {
			edits = append(edits, diag.Edit{Span: t.Prose.Node.Part(have[i].from, have[i].to), Text: want[i].text})
		}
	}
	return edits
}

// term is a name of several capitalized words.
type term struct {
	name  plan.Prose
	words []word
}

// terms returns the defined terms, the longest first.
func (c *Context) terms() []term {
	var terms []term
	for _, n := range c.Plan.Names {
		words, capitals := wordsOf(n.Name.Value), 0
		for _, w := range words {
			if startsUpper(w.text) {
				capitals++
			}
		}
		if capitals > 1 {
			terms = append(terms, term{n.Name, words})
		}
	}
	slices.SortStableFunc(terms, func(a, b term) int { return len(b.words) - len(a.words) })
	return terms
}

// termAt returns the longest term that stands in a text from a word on, in any case.
func termAt(text string, words []word, terms []term) (term, bool) {
	for _, t := range terms {
		if len(t.words) <= len(words) && sameWords(words[:len(t.words)], t.words) && isPhrase(text, words[:len(t.words)]) {
			return t, true
		}
	}
	return term{}, false
}

func sameWords(a, b []word) bool {
	return slices.EqualFunc(a, b, func(x, y word) bool { return strings.EqualFold(x.text, y.text) })
}

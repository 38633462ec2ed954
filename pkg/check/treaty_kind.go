package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "N109", Name: "treaty-kind", Severity: diag.Warning, Title: "“the Convention” where the treaty is none",
		Why:   "A text taken over from the plan of another treaty calls this one what that one is.",
		Since: "0.1",
		Bad: `document:
  convention: Arms Trade Treaty
  short: ATT
  unit: Arms Trade Treaty Secretariat
  date: 2024-06-03
outcomes:
  - id: universal
    text: The Treaty has become more universal.
    outputs:
      - {id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties on the Treaty.}]}
assumptions:
  - That the Treaty is applied by all.
  - That States that apply «the Convention» report.
`,
		Good: `document:
  convention: Arms Trade Treaty
  short: ATT
  unit: Arms Trade Treaty Secretariat
  date: 2024-06-03
outcomes:
  - id: universal
    text: The Treaty has become more universal.
    outputs:
      - {id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties on the Treaty.}]}
assumptions:
  - That the Treaty is applied by all.
  - That States that apply the Treaty report.
`},
	Run: func(c *Context) {
		own := refs.TreatyKind(c.Plan.Document.Convention.Value)
		if !c.isEnglish() || own == "" || !hasPrefix(own, "Convention", "Treaty", "Protocol", "Agreement") {
			return
		}
		for _, kind := range []string{"Convention", "Treaty"} {
			if !strings.Contains(c.Plan.Document.Convention.Value, kind) {
				c.treatyKind(own, kind)
			}
		}
	},
})

// kindUse is where a text says "the Convention" and no more.
type kindUse struct {
	t        Text
	from, to int
}

// treatyKind reports uses of another kind where nothing in the plan is of that kind, and
// the treaty's own is used more often.
func (c *Context) treatyKind(own, kind string) {
	var uses []kindUse
	owns, several := 0, kind+"s"
	for _, t := range c.Texts {
		for i, w := range t.words {
			switch {
			case strings.HasPrefix(w.text, several):
				return
			case isOfKind(w.text, own) && isBare(t, i):
				owns++
			case isOfKind(w.text, kind):
				if !isBare(t, i) {
					return // another treaty is named
				}
				uses = append(uses, kindUse{t, t.words[i-1].from, w.to})
			}
		}
	}
	for _, n := range c.Plan.Names {
		if strings.Contains(n.Name.Value, kind) {
			return
		}
	}
	if len(uses) > owns {
		return
	}
	for _, u := range uses {
		c.Report(u.t.Subject, u.t.Prose.Node.Part(u.from, u.to), fmt.Sprintf("the text has “%s”, but the treaty is the %s", oneLine(u.t.typed[u.from:u.to]), oneLine(c.Plan.Document.Convention.Value)),
			fmt.Sprintf("write “the %s”, or give the full name of the other treaty", own), diag.Related{Span: c.Plan.Document.Convention.Span(), Note: "the treaty"})
	}
	c.templateKind(kind)
}

// isOfKind reports a kind, with or without the 's behind it.
func isOfKind(w, kind string) bool {
	rest, ok := strings.CutPrefix(w, kind)
	return ok && (rest == "" || rest == "'s" || rest == "’s")
}

// isBare reports a word with nothing but an article before it, and no words behind it that
// make it a name.
func isBare(t Text, i int) bool {
	if i == 0 || !blank(t.typed[t.words[i-1].to:t.words[i].from]) || !isArticle(t.words[i-1].text) && !strings.EqualFold(t.words[i-1].text, "this") {
		return false
	}
	if i+1 == len(t.words) || !blank(t.typed[t.words[i].to:t.words[i+1].from]) {
		return true
	}
	next := t.words[i+1].text
	return !startsUpper(next) && !hasPrefix(next+" ", "on ", "of ", "for ", "against ", "relating ", "concerning ", "between ", "prohibiting ", "to ")
}

// templateKind reports a template of the user's own that calls the treaty what it is not.
func (c *Context) templateKind(kind string) {
	if c.Page == nil {
		return
	}
	said := map[source.Node]bool{}
	for pieces := range c.Page {
		for _, p := range pieces {
			if p.Node.IsZero() || p.isIn(c.Plan.Node.File()) || said[p.Node] || !strings.Contains(p.Text, "the "+kind) {
				continue
			}
			said[p.Node] = true
			t := newText("document", source.At[string]{Value: p.Text, Node: p.Node}, 0)
			for i, w := range t.words {
				if isOfKind(w.text, kind) && isBare(t, i) {
					c.Report("document", c.Plan.Document.Convention.Span(), fmt.Sprintf("the template writes “the %s”, but the treaty is the %s", kind, oneLine(c.Plan.Document.Convention.Value)),
						"write “the ${document.convention_kind}” in the template", diag.Related{Span: p.Node.Span(), Note: "the template's text"})
					break
				}
			}
		}
	}
}

package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/spell"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E115", Name: "article", Severity: diag.Warning, Title: "“a” where “an” belongs, or the other way round",
		Why:   "The article is what remains when the word behind it was changed.",
		Since: "0.3",
		Bad: `assumptions:
  - That «a» annual report is made.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That an annual report is made.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		if !c.isEnglish() {
			return
		}
		for _, t := range c.Texts {
			for i := 0; i+1 < len(t.words); i++ {
				c.article(t, i)
			}
		}
	},
})

// Sounds are judged by spelling, and only where that is certain.
var (
	vowel     = pattern.Lazy(`^(?:[aio]|e[^uw]|un[^i]|unin|up|ul[^u]|um|ush|ut[mt]|hour|honest|honour|heir)`)
	consonant = pattern.Lazy(`^(?:[bcdfgjklmnpqrstvwz]|h[^o]|ho[lmusp]|euro|uni[tvfqo]|use|usa|usu|util|y[aeo])`)
	otherwise = pattern.Lazy(`^(?:one|once|hist|hotel|herb|habit|hour|honest|honour|heir|x|ouija)`)
)

func (c *Context) article(t Text, i int) {
	w, next := t.words[i], t.words[i+1]
	if w.text != "a" && w.text != "an" && (w.text != "A" && w.text != "An" || !beginsSentence(t.typed, w.from)) || !blank(t.typed[w.to:next.from]) {
		return
	}
	first, _, _ := strings.Cut(next.text, "-")
	if len(first) < 4 || hasUpper(first[1:]) {
		return
	}
	first = strings.ToLower(first) // a title: an Associate Officer
	right, an := "", len(w.text) == len("an")
	switch {
	case !an && vowel().MatchString(first) && (!otherwise().MatchString(first) || strings.HasPrefix(first, "ho") || strings.HasPrefix(first, "hei")):
		right = w.text + "n"
	case an && consonant().MatchString(first) && !otherwise().MatchString(first):
		right = w.text[:1]
	}
	if right == "" || !spell.Known(first) || isForeign(t.words, i+1) { // last, as nearly all articles are right
		return
	}
	c.Mend(t.Subject, t.Prose.Node.Part(w.from, w.to), right, fmt.Sprintf("“%s %s” is “%s %s”", w.text, next.text, right, next.text), "write “"+right+"”")
}

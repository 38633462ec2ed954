package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "N104", Name: "name-variant", Severity: diag.Warning, Title: "a name with one word wrong",
		Why:   "An organization or an office under a wrong name is the slip that its representatives see first.",
		Since: "0.1",
		Bad: `names:
  - {name: Geneva International Centre for Humanitarian Demining}
assumptions:
  - That the «Geneva International Centre for Humanitarian Disarmament» hosts the Unit.
  - That the host State provides the rooms.
`,
		Good: `names:
  - {name: Geneva International Centre for Humanitarian Demining}
assumptions:
  - That the Geneva International Centre for Humanitarian Demining hosts the Unit.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		right := map[string]bool{}
		for _, n := range c.Plan.Names {
			right[strings.ToLower(oneLine(n.Name.Value))] = true
		}
		for _, t := range c.Texts {
			for _, n := range c.Plan.Names {
				c.variants(t, n.Name, right)
			}
		}
	},
})

// variants reports where a text has all words of a name but one.
func (c *Context) variants(t Text, name plan.Prose, right map[string]bool) {
	const long = 4
	want, words, text := wordsOf(name.Value), t.words, t.typed
	if len(want) < long {
		return
	}
	for i := 0; i+len(want) <= len(words); i++ {
		have := words[i : i+len(want)]
		at, ok := c.oddWord(have, want)
		if !ok || !isPhrase(text, have) {
			continue
		}
		from, to := have[0].from, have[len(have)-1].to
		found := oneLine(text[from:to])
		if right[strings.ToLower(found)] {
			continue
		}
		c.Report(t.Subject, t.Prose.Node.Part(from, to),
			fmt.Sprintf("“%s” has “%s” where the name has “%s”", found, have[at].text, want[at].text),
			fmt.Sprintf("write “%s”; if something else is meant, add it to `names`", oneLine(name.Value)),
			diag.Related{Span: name.Span(), Note: "the name"}).Fix = respell(t, have[at:at+1], want[at:at+1])
	}
}

// oddWord returns the one word in which a phrase differs from a name: a slip of a
// letter or two, or another word in a name that is long enough to be recognized
// without it.
func (c *Context) oddWord(have, want []word) (int, bool) {
	const enough = 4 // weighty words that must agree
	odd, weighty := -1, 0
	for i := range want {
		if strings.EqualFold(have[i].text, want[i].text) {
			if !c.isSmall(strings.ToLower(want[i].text)) {
				weighty++
			}
			continue
		}
		if odd >= 0 {
			return 0, false
		}
		odd = i
	}
	if odd < 0 || !isWrongWord(have[odd].text, want[odd].text) || c.mayInflect(have[odd].text, want[odd].text) {
		return 0, false
	}
	return odd, isSlip(have[odd].text, want[odd].text) || weighty >= enough && startsUpper(have[odd].text)
}

// isWrongWord reports whether a word in place of another makes a name wrong: not
// where another number, a plural or a small word stands.
func isWrongWord(have, want string) bool {
	numbered := func(w string) bool {
		_, ordinal := ordinals[strings.ToLower(w)]
		return ordinal || strings.ContainsAny(w, "0123456789")
	}
	return !numbered(have) && !numbered(want) && !small[strings.ToLower(have)] && !small[strings.ToLower(want)] && !onlyPlural(have, want)
}

// isSlip reports words that differ by a letter or two.
func isSlip(have, want string) bool {
	const long = 6
	distance := editDistance(strings.ToLower(have), strings.ToLower(want))
	return distance == 1 && len(want) > 3 || distance == 2 && len(want) >= long
}

// isPhrase reports whether nothing but blanks stands between words.
func isPhrase(text string, words []word) bool {
	for i := 1; i < len(words); i++ {
		if !blank(text[words[i-1].to:words[i].from]) {
			return false
		}
	}
	return true
}

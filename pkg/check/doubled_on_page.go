package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E125", Name: "doubled-on-page", Severity: diag.Warning, Title: "words that stand twice where two texts meet on the page",
		Why:   "The template writes “by the” and the plan “the Director”: each is right by itself, and the page has “by the the Director”.",
		Since: "0.1",
		Bad: `document:
  convention: Convention on Cluster Munitions
  short: CCM
  unit: Implementation Support Unit
  unit_short: ISU
  date: 2024-06-03
  submitted: {by: «the» Director, on: 2024-06-03}
`,
		Good: `document:
  convention: Convention on Cluster Munitions
  short: CCM
  unit: Implementation Support Unit
  unit_short: ISU
  date: 2024-06-03
  submitted: {by: Director, on: 2024-06-03}
`},
	Run: func(c *Context) {
		names := c.abbreviated()
		var left, right []word
		for _, s := range c.seams() {
			left, right = appendWords(left[:0], s.before), appendWords(right[:0], s.behind)
			if said := unitTwice(s, string(c.Budget.Currency)); said != "" {
				c.reportSeam(s, fmt.Sprintf("the page has “%s”, with its unit twice", said),
					"take the second out: a reference prints its unit too")
				continue
			}
			if len(left) == 0 || len(right) == 0 {
				continue
			}
			if n := saidAgain(s, left, right); n > 0 {
				c.doubledOnPage(s, left, right, n)
			} else if said, ok := saidTwice(s, names); ok {
				c.reportSeam(s, fmt.Sprintf("the page has “%s”, the name and its abbreviation side by side", said),
					"take one of the two out, or put the abbreviation into brackets")
			}
		}
	},
})

// unitTwice returns a percentage or an amount of money before a seam with its unit, which stands
// behind it once more; "" where it does not.
func unitTwice(s seam, currency string) string {
	value := lastField(s.before)
	behind := strings.TrimLeft(s.behind, " \n")
	if value == "" || len(s.behind)-len(behind) > 1 {
		return ""
	}
	if strings.HasSuffix(s.before, "%") {
		for _, unit := range []string{"%", "per cent", "percent"} {
			rest, twice := strings.CutPrefix(behind, unit)
			if next, _ := utf8.DecodeRuneInString(rest); twice && (unit == "%" || !unicode.IsLetter(next)) {
				return value + " " + unit
			}
		}
	}
	ahead := strings.TrimSuffix(strings.TrimRightFunc(s.before, unicode.IsSpace), value)
	if currency != "" && lastField(ahead) == currency && !blank(s.before[len(s.before)-1:]) && strings.HasPrefix(behind, currency) {
		return currency + " " + value + " " + currency
	}
	return ""
}

func (c *Context) doubledOnPage(s seam, left, right []word, n int) {
	twice := oneLine(s.behind[right[0].from:right[n-1].to])
	from := left[max(0, len(left)-n-2)].from
	to := right[min(len(right), n+1)-1].to
	page := oneLine(s.before[from:] + s.behind[:to])
	if end := left[len(left)-1].text; isArticle(end) && n == 1 && !strings.EqualFold(end, twice) {
		c.reportSeam(s, fmt.Sprintf("the page has “%s”, with two articles", page), "take “"+end+"” or “"+twice+"” out of the texts that meet here")
		return
	}
	c.reportSeam(s, fmt.Sprintf("the page has “%s”: “%s” stands in both of the texts that meet here", page, twice),
		"take “"+twice+"” out of one of the two")
}

// saidAgain returns how many words before a seam stand behind it again; 0 for none.
func saidAgain(s seam, left, right []word) int {
	const most = 8 // words of a long name
	between := s.before[left[len(left)-1].to:] + s.behind[:right[0].from]
	bracket := strings.TrimSpace(between) == "("
	if !blank(between) && !bracket {
		return 0
	}
	for n := min(most, len(left), len(right)); n > 0; n-- {
		a, b := left[len(left)-n:], right[:n]
		if !sameWords(a, b) || !isPhrase(s.before, a) || !isPhrase(s.behind, b) || bracket && !strings.HasPrefix(s.behind[b[n-1].to:], ")") {
			continue
		}
		if n > 1 && hasLetter(a) || n == 1 && isDoubledWord(a[0].text) {
			return n
		}
	}
	if !bracket && isArticle(left[len(left)-1].text) && isArticle(right[0].text) {
		return 1
	}
	return 0
}

func isDoubledWord(w string) bool {
	return !mayDouble[strings.ToLower(w)] && (!strings.ContainsAny(w, "0123456789") || len(w) == 4)
}

func hasLetter(words []word) bool {
	for _, w := range words {
		if strings.IndexFunc(w.text, unicode.IsLetter) >= 0 {
			return true
		}
	}
	return false
}

func isArticle(w string) bool {
	w = strings.ToLower(w)
	return w == "the" || w == "an" || w == "a"
}

// abbreviated returns names by their abbreviations.
func (c *Context) abbreviated() map[string]string {
	names := map[string]string{}
	for _, n := range c.Plan.Names {
		names[n.Short.Value] = n.Name.Value
	}
	names[c.Plan.Document.Short.Value] = c.Plan.Document.Convention.Value
	names[c.Plan.Document.UnitShort.Value] = c.Plan.Document.Unit.Value
	delete(names, "")
	return names
}

// saidTwice reports an abbreviation right beside the name that it stands for.
func saidTwice(s seam, names map[string]string) (string, bool) {
	last := lastField(s.before)
	if name := names[last]; name != "" && strings.HasSuffix(s.before, " ") && strings.HasPrefix(s.behind, name) ||
		name != "" && strings.HasPrefix(s.behind, " "+name) {
		return last + " " + name, true
	}
	first := strings.TrimRight(firstField(s.behind), ".,;:")
	if name := names[first]; name != "" && strings.HasSuffix(strings.TrimSpace(s.before), name) {
		return name + " " + first, true
	}
	return "", false
}

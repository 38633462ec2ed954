package check

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E126", Name: "article-on-page", Severity: diag.Warning, Title: "“a” where the words filled in want “an”, or the other way round",
		Why:   "An article in front of a reference is written before anybody knows what stands there in the end.",
		Since: "0.1",
		Bad: `assumptions:
  - "That a «${document.unit}» is needed."
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - "That an ${document.unit} is needed."
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		if !c.isEnglish() {
			return
		}
		var left, right []word
		for _, s := range c.seams() {
			left, right = appendWords(left[:0], s.before), appendWords(right[:0], s.behind)
			if len(left) == 0 || len(right) == 0 || right[0].from > 0 || !blank(s.before[left[len(left)-1].to:]) {
				continue
			}
			article := left[len(left)-1].text
			want := articleOf(right[0].text)
			if want == "" || !strings.EqualFold(article, "a") && !strings.EqualFold(article, "an") || strings.EqualFold(article, want) ||
				article == "A" && len(left) > 1 { // a letter, as in "annex A"
				continue
			}
			c.reportSeam(s, fmt.Sprintf("the page has “%s %s”", article, right[0].text), "write “"+want+"” in front of it")
		}
	},
})

// articleOf returns the article in front of a word, by how the word sounds; "" where that
// is not certain.
func articleOf(w string) string {
	lower := strings.ToLower(w)
	switch {
	case w[0] >= '0' && w[0] <= '9':
		return articleOfNumber(w)
	case w == strings.ToUpper(w):
		return articleOfLetters(w)
	case w[0] >= 0x80 || unicode.IsUpper(rune(lower[0])):
		return ""
	case hasPrefix(lower, "hour", "honest", "honour", "honor", "heir"): //nolint:misspell // both spellings
		return "an"
	case hasPrefix(lower, "uni", "use", "usu", "uti", "ura", "uro", "eu", "ewe", "one", "once", "ubi"):
		if hasPrefix(lower, "unin", "unim", "unid", "unint", "unimp") {
			return "an"
		}
		return "a"
	case hasPrefix(lower, "a", "e", "i", "o", "u"):
		return "an"
	}
	return "a"
}

// articleOfNumber: an 8, an 11, an 18, an 80; a 1, a 10.
func articleOfNumber(w string) string {
	digits := w[:len(w)-len(strings.TrimLeft(w, "0123456789"))]
	if w[0] == '8' || (digits == "11" || digits == "18") {
		return "an"
	}
	if len(digits) > 3 {
		return "" // 1,800 and 1800 are read in several ways
	}
	return "a"
}

// articleOfLetters: an abbreviation is spelled, or read as a word. Only where both give
// one article is it certain.
func articleOfLetters(w string) string {
	spelled := "a"
	if strings.ContainsRune("AEFHILMNORSX", rune(w[0])) {
		spelled = "an"
	}
	read := "a"
	if strings.ContainsRune("AEIO", rune(w[0])) {
		read = "an"
	}
	if spelled == read || len(w) > 1 && !strings.ContainsAny(w[:min(3, len(w))], "AEIOU") {
		return spelled
	}
	return ""
}

func hasPrefix(s string, list ...string) bool {
	for _, p := range list {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

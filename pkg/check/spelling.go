package check

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"github.com/golangci/misspell"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E101", Name: "spelling", Severity: diag.Warning, Title: "a misspelt word",
		Why: "Conference Services reproduce a document as submitted, slips included."},
	Run: func(c *Context) {
		if language := c.Plan.Document.Language; language.IsSet() && language.Value != "en" && !strings.HasPrefix(language.Value, "en-") {
			return
		}
		known := c.properWords()
		for _, t := range c.Texts {
			words := t.words
			for i, w := range words {
				w = possessor(w)
				if right, wrong := correction(w.text); wrong && !known[w.text] && !isForeign(words, i) {
					c.Report(t.Subject, t.Prose.Node.Part(w.from, w.to),
						fmt.Sprintf("“%s” is misspelt: “%s”", w.text, right),
						"correct it; if it is a proper name, add it to `names`")
				}
			}
		}
	},
})

// properWords returns the words of the plan's names, which are right as they are.
func (c *Context) properWords() map[string]bool {
	known := map[string]bool{}
	for _, n := range c.Plan.Names {
		for _, w := range wordsOf(n.Name.Value) {
			known[w.text] = true
		}
	}
	return known
}

// possessor takes the 's off a word.
func possessor(w word) word {
	for _, end := range []string{"'s", "’s"} {
		w.text = strings.TrimSuffix(w.text, end)
	}
	w.to = w.from + len(w.text)
	return w
}

// foreign holds the small words that show that a title is in another language.
var foreign = regexp.MustCompile(`^(?i:aux?|con|das|del?|der|des|die|du|el|en|et|für|la|las|les?|los|para|por|pour|sur|und|von|y)$`)

// isForeign reports whether a word stands in a title in another language: many
// a French word is an English one misspelt.
func isForeign(words []word, i int) bool {
	const around = 3
	for _, w := range words[max(0, i-around):min(len(words), i+around+1)] {
		if foreign.MatchString(w.text) {
			return true
		}
	}
	return false
}

// correction returns the right spelling of a misspelt word, in the word's own case.
// American and British spellings are both right.
func correction(w string) (string, bool) {
	right, wrong := misspellings()[strings.ToLower(w)]
	switch {
	case !wrong:
		return "", false
	case w == strings.ToUpper(w):
		return strings.ToUpper(right), true
	case startsUpper(w):
		return string(unicode.ToUpper(rune(right[0]))) + right[1:], true
	}
	return right, true
}

// misspellings maps misspelt words to the right ones. Making the map takes a
// millisecond; the library's own replacer would take ten.
var misspellings = sync.OnceValue(func() map[string]string {
	words := make(map[string]string, (len(misspell.DictMain)+len(ownWords))/2)
	for _, list := range [][]string{misspell.DictMain, ownWords} {
		for i := 0; i+1 < len(list); i += 2 {
			words[list[i]] = list[i+1]
		}
	}
	for _, w := range rightAfterAll {
		delete(words, w)
	}
	return words
})

// rightAfterAll are words of the library's list that stand in good dictionaries.
var rightAfterAll = strings.Fields( //nolint:misspell // that is what they are listed for
	`
	accidently affaires attracters binominal classis compensative complier compliers compulsing configurate
	debateable deficience departer derivate disconnecters earlies electronicas embargos fightings frequence gardai
	geometricians incontrollably inventer interruptors momento momentos pervious planation principial processer
	progressionists reciprocant reenforced refection reflecters regulae restauration revaluated seldomly simulative
	spiritus symmetral tendence unappropriate
	co-incided misunderstandingly on-premise`)

// ownWords are misspellings that the library's list lacks: common ones, and those
// of the field.
var ownWords = []string{
	"beneficaries", "beneficiaries",
	"benificiaries", "beneficiaries",
	"clearence", "clearance",
	"coopration", "cooperation",
	"demineing", "demining",
	"demning", "demining",
	"destuction", "destruction",
	"disarmanent", "disarmament",
	"disarmement", "disarmament",
	"expertice", "expertise",
	"explosve", "explosive",
	"humanitarain", "humanitarian",
	"implemantation", "implementation",
	"intersessionnal", "intersessional",
	"munitons", "munitions",
	"munnitions", "munitions",
	"particpate", "participate",
	"particpation", "participation",
	"persuant", "pursuant",
	"programe", "programme",
	"proliferaton", "proliferation",
	"pursuent", "pursuant",
	"ratifed", "ratified",
	"ratificaton", "ratification",
	"recomendation", "recommendation",
	"remants", "remnants",
	"remenants", "remnants",
	"secratariat", "secretariat",
	"signatorys", "signatories",
	"stipultated", "stipulated",
	"stockpilling", "stockpiling",
	"submunitons", "submunitions",
	"submuntions", "submunitions",
	"unexplosed", "unexploded",
	"universalisaton", "universalisation",
	"universalizaton", "universalization",
	"universilization", "universalization",
	"victum", "victim",
	"publically", "publicly",
	"supercede", "supersede",
	"superceded", "superseded",
}

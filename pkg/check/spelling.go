package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/spell"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E101", Name: "spelling", Severity: diag.Warning, Title: "a misspelt word",
		Why:   "Conference Services reproduce a document as submitted, slips included.",
		Since: "0.1",
		Bad: `assumptions:
  - That the reports are made «publically» available.
  - That contributions arrive in time.
`,
		Good: `assumptions:
  - That the reports are made publicly available.
  - That contributions arrive in time.
`},
	Run: func(c *Context) { c.spell(false) },
})

// spell reports misspelt words, or those that are right elsewhere but not in
// documents of the United Nations.
func (c *Context) spell(custom bool) {
	if !c.isEnglish() {
		return
	}
	if c.speller == nil {
		c.speller = newSpeller(c)
		for _, t := range c.Texts {
			for i := range t.words {
				c.speller.look(t, i)
			}
		}
	}
	for _, m := range c.speller.found {
		if m.custom == custom {
			c.speller.report(m)
		}
	}
}

// mostUnknown is how many unknown words are looked up in one plan: one with more is
// not written in English.
const mostUnknown = 300

// speller looks at the words of one plan.
type speller struct {
	c     *Context
	own   map[string]bool // the words of the plan's names, which are right as they are
	often map[string]int  // how often a text has a word, in lower case
	// capital holds the words of the texts that have a capital somewhere, in lower case.
	capital map[string]bool
	seen    map[string]misspelling
	right   map[string]bool   // words that are known to be right, as they are written
	unknown map[string]string // others that were looked up, and their lower case
	found   []misspelt
	// nearest holds the words near an unknown one.
	nearest map[string][]string
}

// misspelt is a misspelt word and where it stands.
type misspelt struct {
	misspelling
	text Text
	word word
}

// misspelling is what is wrong with a word: nothing where right is empty.
type misspelling struct {
	right  []string // what may be meant
	sure   bool     // right has the one right answer
	custom bool     // the word is right elsewhere, but not in United Nations documents
}

func newSpeller(c *Context) *speller {
	s := &speller{c: c, own: map[string]bool{}, capital: map[string]bool{}, often: map[string]int{}, seen: map[string]misspelling{}, right: map[string]bool{}, unknown: map[string]string{}, nearest: map[string][]string{}}
	for _, n := range c.Plan.Names {
		for _, w := range wordsOf(n.Name.Value + " " + n.Short.Value) {
			s.own[w.text] = true
		}
	}
	for _, t := range c.Texts {
		for _, w := range t.words {
			lower := strings.ToLower(w.text)
			s.often[lower]++
			if startsUpper(w.text) {
				s.capital[lower] = true
			}
		}
	}
	return s
}

// look reports the word of a text where it is misspelt, part by part where it is
// joined by hyphens.
func (s *speller) look(t Text, i int) {
	if s.right[t.words[i].text] {
		return
	}
	w := possessor(t.words[i])
	if !strings.Contains(w.text, "-") {
		s.word(t, i, w)
		return
	}
	at := w.from
	for _, part := range strings.Split(w.text, "-") {
		s.word(t, i, word{part, at, at + len(part)})
		at += len(part) + 1
	}
}

func (s *speller) word(t Text, i int, w word) {
	lower, unknown := s.unknown[w.text]
	if !unknown {
		if lower, unknown = s.spelled(w.text); !unknown {
			s.right[w.text] = true
			return
		}
		s.unknown[w.text] = lower
	}
	if len(s.nearest) > mostUnknown {
		return // this is not English
	}
	if s.isProper(t, i, w) || isForeign(t.words, i) || isItalic(t.typed, w) || s.isAmongNames(t, i) ||
		isSpecies(t, i) || isHyphened(t, w) || isQuotedAlone(t, w) {
		return
	}
	found, known := s.seen[lower]
	if !known && len(s.seen) > mostUnknown {
		return
	}
	if !known {
		found = s.misspelling(lower)
		s.seen[lower] = found
	}
	if len(found.right) > 0 {
		s.found = append(s.found, misspelt{found, t, w})
	}
}

func (s *speller) report(found misspelt) {
	if s.c.isCounted() {
		return
	}
	t, w := found.text, found.word
	right := make([]string, len(found.right))
	for i, r := range found.right {
		right[i] = inCaseOf(w.text, r)
	}
	at := t.Prose.Node.Part(w.from, w.to)
	if found.custom {
		s.c.Mend(t.Subject, at, right[0], fmt.Sprintf("the United Nations write “%s”, not “%s”", right[0], w.text),
			"write “"+right[0]+"”; if it is part of a proper name, add that to `names`")
		return
	}
	const hint = "correct it; if it is a proper name, add it to `names`"
	if found.sure && s.mayMend(t, w, found.right[0]) {
		s.c.Mend(t.Subject, at, right[0], fmt.Sprintf("“%s” is misspelt: “%s”", w.text, right[0]), hint)
		return
	}
	s.c.Report(t.Subject, at, fmt.Sprintf("“%s” is misspelt: “%s”?", w.text, strings.Join(right, "”, “")), hint)
}

// spelled returns a word in lower case if a list of words can judge it: not of short ones,
// acronyms, codes and words with digits.
func (s *speller) spelled(text string) (lower string, ok bool) {
	const short = 3
	if s.own[text] || strings.ContainsAny(text, "0123456789_'’") {
		return "", false
	}
	lower = strings.ToLower(text)
	if utf8.RuneCountInString(text) <= short {
		_, common := spell.Misspelt(lower)
		return lower, common && !startsUpper(text)
	}
	if hasUpper(text[1:]) { // an acronym, unless it is a word in capitals that many misspell
		_, common := spell.Misspelt(lower)
		return lower, common && text == strings.ToUpper(text)
	}
	if spell.Known(lower) || spell.IsName(text) || isMade(lower) {
		return lower, false
	}
	if _, listed := spell.Misspelt(lower); !listed && (hasAccent(text) || spell.IsTerm(lower)) {
		return "", false
	}
	return lower, true
}

// isProper reports a capitalized word that is taken for a proper name: one that is nowhere
// near the words of the plan, or begins a sentence and is nowhere near a word that occurs
// in lower case.
func (s *speller) isProper(t Text, i int, w word) bool {
	if !startsUpper(w.text) {
		return false
	}
	lower := strings.ToLower(w.text)
	if _, common := spell.Misspelt(lower); common {
		return false
	}
	if _, american := spell.British(lower); american {
		return !beginsSentence(t.typed, t.words[i].from) || !s.goesOnSmall(t, i)
	}
	if i > 0 && isDay().MatchString(t.words[i-1].text) && nearMonth(w.text) != "" {
		return false
	}
	const long, longName = 5, 8
	if len(lower) < long {
		return true
	}
	if s.twin(w.text) != "" {
		return false
	}
	begins := beginsSentence(t.typed, w.from) && !isBehindSemicolon(t.typed[:w.from])
	if name, known := spell.NearName(w.text); known && len(w.text) >= longName {
		if n := strings.ToLower(name); countries()[name] || s.often[n] > 0 || spell.IsCommon(n) {
			return false
		}
	}
	near := s.near(lower)
	if len(near) == 0 {
		return true
	}
	if begins && s.goesOnSmall(t, i) {
		return false
	}
	return s.often[near[0]] == 0 || !begins && !s.capital[near[0]]
}

// twin returns the proper name that a capitalized word is a slip for, if the word occurs
// once in the plan: a name that occurs more often, or stands in the glossary.
func (s *speller) twin(text string) string {
	lower := strings.ToLower(text)
	if s.often[lower] > 1 {
		return ""
	}
	best := ""
	for w, times := range s.often {
		if times > 1 && isOneSlip(lower, w) && (best == "" || w < best) {
			best = w
		}
	}
	for w := range s.own {
		if l := strings.ToLower(w); isOneSlip(lower, l) && (best == "" || l < best) {
			best = l
		}
	}
	return best
}

var (
	isDay    = pattern.Lazy(`^\d{1,2}$`)
	months12 = strings.Split(monthNames, "|")
)

// nearMonth returns the month that a word is a slip for.
func nearMonth(word string) string {
	const far = 2
	for _, m := range months12 {
		if len(m) > 4 && m != word && editDistance(m, word) <= far && m[0] == word[0] {
			return m
		}
	}
	return ""
}

// near returns the words that an unknown word may be meant for, looked up once.
func (s *speller) near(lower string) []string {
	found, known := s.nearest[lower]
	if !known {
		found = spell.Near(lower, s.weight)
		if s.areUnlikely(found) {
			found = nil
		}
		s.nearest[lower] = found
	}
	return found
}

func (s *speller) weight(w string) int { return s.often[w] }

// goesOnSmall reports whether the next word is in lower case.
func (s *speller) goesOnSmall(t Text, i int) bool {
	return i+1 < len(t.words) && !startsUpper(t.words[i+1].text)
}

// beginsSentence reports whether no part of a sentence stands before an offset.
func beginsSentence(text string, at int) bool {
	before := strings.TrimRight(text[:at], " \n\t“\"(*_")
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".!?:;\x00")
}

// misspelling looks an unknown word up.
func (s *speller) misspelling(lower string) misspelling {
	if right, ok := spell.British(lower); ok {
		return misspelling{right: []string{right}, sure: true, custom: true}
	}
	if twin := s.twin(lower); twin != "" && !spell.Known(twin) {
		return misspelling{right: []string{twin}}
	}
	if month := nearMonth(inCaseOf("Xx", lower)); month != "" && len(s.near(lower)) == 0 {
		return misspelling{right: []string{month}, sure: true}
	}
	if name, ok := spell.NearName(inCaseOf("Xx", lower)); ok && len(s.near(lower)) == 0 {
		return misspelling{right: []string{name}}
	}
	near := s.near(lower)
	if right, ok := spell.Misspelt(lower); ok && isLikeliest(lower, right, near) {
		return misspelling{right: []string{right}, sure: true}
	}
	if len(near) == 1 {
		return misspelling{right: near, sure: true}
	}
	const most = 3
	return misspelling{right: near[:min(most, len(near))]}
}

// possessor takes the 's off a word.
func possessor(w word) word {
	for _, end := range []string{"'s", "’s"} {
		w.text = strings.TrimSuffix(w.text, end)
	}
	w.to = w.from + len(w.text)
	return w
}

// inCaseOf writes a lower-case word with the capitals of another.
func inCaseOf(model, w string) string {
	switch {
	case !startsUpper(model):
		return w
	case model == strings.ToUpper(model):
		return strings.ToUpper(w)
	}
	r, size := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[size:]
}

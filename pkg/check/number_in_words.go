package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E104", Name: "number-in-words", Severity: diag.Note, Title: "a number under 10 in figures",
		Why:   "The United Nations write numbers from one to nine in words in running text (Editorial Manual, Numbers), apart from those with a unit and those that stand beside larger ones.",
		Since: "0.1",
		Bad: `assumptions:
  - That the Unit holds «3» workshops.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That the Unit holds three workshops.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		if !c.isEnglish() {
			return
		}
		for _, t := range c.Texts {
			if t.figures && t.Use.IsSentence() {
				c.smallNumbers(t)
			}
		}
	},
})

// figureBeforeNoun finds a single digit before a lower-case word.
var figureBeforeNoun = pattern.Lazy(`(?:^|[\s(“"])([1-9])\s+([a-z]{3,}(?:-[a-z]+)*|States|Governments)`)

// A digit stays a digit behind words that it is the number of, and before units.
var (
	numbered = pattern.Lazy(`(?i)\b(?:articles?|actions?|paragraphs?|para|phases?|sections?|items?|annex(?:es)?|tables?|figures?|pages?|options?|pillars?|lines?|steps?|days?|weeks?|chapters?|rules?|no|number|categor(?:y|ies)|levels?|groups?|class(?:es)?|tiers?|goals?|targets?|objectives?|outcomes?|outputs?|activity|activities|protocols?|parts?|versions?|rounds?|appendix|box|units?|resolutions?|decisions?|stages?|lots?|rooms?|zones?|grades?|p|d|g)\.?\s+$`)
	units    = pattern.Lazy(`^(?:per|percent|percentage|mm|cm|km|kilometres?|metres?|hectares?|kilograms?|kg|tons?|tonnes?|litres?|hours?|minutes?|million|billion|thousand|and|or|to|of|a\.m|p\.m|degrees?|januar|bis|the|in|is|was|on|as|for|by|at|with|that|which|euros?|dollars?|francs?)$`)
	large    = pattern.Lazy(`(?:^|[\s(])\d{2,}(?:,\d{3})*\s+[a-z]{3,}`)
)

func (c *Context) smallNumbers(t Text) {
	var near string
	nearLarge := false
	for _, at := range figureBeforeNoun().FindAllStringSubmatchIndex(t.typed, -1) {
		digit, noun := t.typed[at[2]:at[3]], t.typed[at[4]:at[5]]
		if numbered().MatchString(lastWord(t.typed[:at[2]])) || units().MatchString(noun) {
			continue
		}
		if said := around(t.typed, at[2]); said != near {
			near, nearLarge = said, large().MatchString(said)
		}
		if nearLarge {
			continue
		}
		right := smallNumberWords[digit[0]-'0']
		if strings.TrimSpace(t.typed[:at[2]]) == "" {
			right = strings.ToUpper(right[:1]) + right[1:]
		}
		c.Mend(t.Subject, t.Prose.Node.Part(at[2], at[3]), right,
			fmt.Sprintf("the number in “%s %s” is written in words: “%s %s”", digit, noun, right, noun), "write “"+right+"”")
	}
}

// lastWord returns the end of a text, with the word before it.
func lastWord(text string) string {
	const long = 24
	return text[max(0, len(text)-long):]
}

// around returns the text between the full stops before and after an offset.
func around(text string, at int) string {
	const far = 500 // a sentence ends somewhere
	first, last := max(0, at-far), min(len(text), at+far)
	from, to := first+strings.LastIndex(text[first:at], ". ")+1, last
	if end := strings.Index(text[at:last], ". "); end >= 0 {
		to = at + end
	}
	return text[from:to]
}

var smallNumberWords = [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

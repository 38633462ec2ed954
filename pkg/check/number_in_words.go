package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/refs"
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
			if t.Use.IsSentence() {
				c.smallNumbers(c.inFigures(t))
			}
		}
	},
})

// figureBeforeNoun finds a single digit before a lower-case word.
var figureBeforeNoun = pattern.Lazy(`(?:^|[\s(“"])([1-9])\s+([a-z]{3,}(?:-[a-z]+)*|States|Governments)`)

// A digit stays a digit behind words that it is the number of, and before units.
var (
	numbered = pattern.Lazy(`(?i)\b(?:articles?|actions?|paragraphs?|para|phases?|sections?|items?|annex(?:es)?|tables?|figures?|pages?|options?|pillars?|lines?|steps?|days?|weeks?|chapters?|rules?|no|number|categor(?:y|ies)|levels?|groups?|class(?:es)?|tiers?|goals?|targets?|objectives?|outcomes?|outputs?|activity|activities|protocols?|parts?|versions?|rounds?|appendix|box|units?|resolutions?|decisions?|stages?|lots?|rooms?|zones?|grades?|p|d|g)\.?\s+$`)
	large    = pattern.Lazy(`(?:^|[\s(])\d{2,}(?:,\d{3})*\s+[a-z]{3,}`)
)

// units are words behind a digit that stays one: units, and words that begin something else.
var units = wordSet(`per percent percentage mm cm km kilometre kilometres metre metres hectare hectares kilogram kilograms kg
	ton tons tonne tonnes litre litres hour hours minute minutes million billion thousand degree degrees euro euros dollar
	dollars franc francs bis and or to of the in is was on as for by at with that which`)

// counting is a text with the numbers that its references print.
type counting struct {
	Text
	read   string // as long as the text as typed
	quoted []int  // where single digits stand that references print: in place of the brace
}

// inFigures writes out the references to single digits of a text.
func (c *Context) inFigures(t Text) counting {
	x := counting{Text: t, read: t.typed}
	if !strings.Contains(t.Prose.Value, "${") {
		return x
	}
	read := []byte(t.typed)
	segments, _ := refs.Split(t.Prose.Node, t.Prose.Value)
	for _, s := range segments {
		if !s.IsRef() {
			continue
		}
		v, known := c.Names.Lookup(s.Name)
		if !known || v.Kind != refs.Number || v.InWords {
			continue
		}
		if printed := v.Figure.String(); len(printed) == 1 {
			// The digit stands at the end of the reference, and the rest of it is blank.
			for i := s.From; i < s.To; i++ {
				read[i] = ' '
			}
			read[s.To-1] = printed[0]
			x.quoted = append(x.quoted, s.To-1)
		} else {
			copy(read[s.From:s.To], strings.Repeat("9", s.To-s.From)) // a larger one
		}
	}
	x.read = string(read)
	return x
}

// hasLoneDigit reports a digit between what may stand before a number and a blank.
func hasLoneDigit(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		if s[i] >= '1' && s[i] <= '9' && strings.IndexByte(blanks, s[i+1]) >= 0 && (i == 0 || s[i-1] < '0' || s[i-1] > '9') {
			return true
		}
	}
	return false
}

func (c *Context) smallNumbers(t counting) {
	if !t.figures && len(t.quoted) == 0 || !hasLoneDigit(t.read) {
		return
	}
	var near string
	nearLarge := false
	for _, at := range figureBeforeNoun().FindAllStringSubmatchIndex(t.read, -1) {
		digit, noun := t.read[at[2]:at[3]], t.read[at[4]:at[5]]
		before := strings.TrimRight(t.read[:at[2]], " \n\t") + " "
		if numbered().MatchString(lastWord(before)) || units[noun] {
			continue
		}
		if said := around(t.read, at[2]); said != near {
			near, nearLarge = said, large().MatchString(said)
		}
		if nearLarge {
			continue
		}
		right := smallNumberWords[digit[0]-'0']
		if before == " " {
			right = strings.ToUpper(right[:1]) + right[1:]
		}
		message := fmt.Sprintf("the number in “%s %s” is written in words: “%s %s”", digit, noun, right, noun)
		if end := at[2]; slices.Contains(t.quoted, end) {
			name := t.Prose.Value[strings.LastIndex(t.Prose.Value[:end], "${")+2 : end]
			c.Report(t.Subject, t.Prose.Node.Part(end-len(name)-2, end+1), message, "write “${"+name+refs.InWords+"}”, which prints it in words").Fix =
				[]diag.Edit{{Span: t.Prose.Node.Part(end, end), Text: refs.InWords}}
			continue
		}
		c.Mend(t.Subject, t.Prose.Node.Part(at[2], at[3]), right, message, "write “"+right+"”")
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

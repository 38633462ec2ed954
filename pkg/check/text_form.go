package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/phrase"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E111", Name: "text-form", Severity: diag.Warning, Title: "a text that begins or ends otherwise than those beside it",
		Why:   "A paragraph without its full stop, or one that begins in the middle of a sentence, has lost a part.",
		Since: "0.1",
		Bad: `mandate:
  - {id: meetings, text: Support the meetings.}
  - {id: advice, text: Offer advice to States «Parties»}
  - {id: records, text: Keep records.}
  - {id: reports, text: Publish the reports.}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., serves: [mandate/meetings, mandate/advice, mandate/records, mandate/reports]}
`,
		Good: `mandate:
  - {id: meetings, text: Support the meetings.}
  - {id: advice, text: Offer advice to States Parties.}
  - {id: records, text: Keep records.}
  - {id: reports, text: Publish the reports.}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., serves: [mandate/meetings, mandate/advice, mandate/records, mandate/reports]}
`},
	Run: func(c *Context) {
		kinds := map[string][]Text{}
		var order []string
		for _, t := range c.Texts {
			if !t.Use.IsSentence() {
				continue
			}
			kind := kindOf(t.Subject)
			if kinds[kind] == nil {
				order = append(order, kind)
			}
			kinds[kind] = append(kinds[kind], t)
		}
		for _, kind := range order {
			c.ends(kinds[kind])
			c.beginnings(kinds[kind])
		}
	},
})

// kindOf returns what texts of one kind share: the list that they are items of, or
// that they are paragraphs, outputs, activities.
func kindOf(subject string) string {
	kind, rest, _ := strings.Cut(subject, "/")
	if list, _, isItem := strings.Cut(rest, "/"); isItem && kind != "sections" {
		return kind + "/" + list
	}
	return kind
}

// few is how many texts of a kind may be unlike the others: one in five.
func few(odd, all int) bool { return odd > 0 && odd*5 <= all+1 && all-odd >= 3 }

// ends reports texts without a mark at their end among texts that have one.
func (c *Context) ends(texts []Text) {
	var unmarked []Text
	for _, t := range texts {
		if !isEnded(t.Prose.Value) {
			unmarked = append(unmarked, t)
		}
	}
	if !few(len(unmarked), len(texts)) {
		return
	}
	for _, t := range unmarked {
		last := t.Prose.Node.Part(0, 0)
		if n := len(t.words); n > 0 {
			last = t.Prose.Node.Part(t.words[n-1].from, t.words[n-1].to)
		}
		c.Report(t.Subject, last, "this text has no full stop at its end, unlike those beside it", "end it like the others; is something missing?")
	}
}

func isEnded(s string) bool {
	s = withoutAnd(strings.TrimRight(s, " \n\t\"”’)*_]"))
	return s == "" || strings.ContainsAny(s[len(s)-1:], ".:;!?,}")
}

// withoutAnd takes the word off that leads from the last item but one to the last:
// "the records; and".
func withoutAnd(s string) string {
	for _, word := range []string{" and", " or", " and/or"} {
		if before, ok := strings.CutSuffix(s, word); ok && strings.HasSuffix(before, ";") {
			return before
		}
	}
	return s
}

// beginnings reports texts that begin with a small letter among texts that begin
// with a capital.
func (c *Context) beginnings(texts []Text) {
	var small []Text
	for _, t := range texts {
		begin := strings.TrimLeft(t.Prose.Value, " \n“\"(*_")
		if _, is := phrase.At(begin, 0); is { // whose language may write it small
			continue
		}
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(begin, " \n“\"(*_[")); unicode.IsLower(r) {
			small = append(small, t)
		}
	}
	if !few(len(small), len(texts)) {
		return
	}
	for _, t := range small {
		if len(t.words) > 0 {
			w := t.words[0]
			c.Report(t.Subject, t.Prose.Node.Part(w.from, w.to), fmt.Sprintf("this text begins with a small letter (“%s”), unlike those beside it", w.text),
				"begin it like the others; is something missing?")
		}
	}
}

package schema

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// Bounds of what a plan may mean. They are far above any real plan, and keep small what
// grows faster than its file.
const (
	LongestText = 20_000 // characters of one text: seven pages without a paragraph
	LongestWord = 5000   // characters without a blank
)

// TooMuch is reported for more of something than a plan may have.
var TooMuch = diag.Rule{Code: "F113", Name: "too-much", Severity: diag.Error, Since: "0.2", Title: "more of something than a plan may have",
	Why: "A bound keeps files from strangers from using up the machine. It is far above what any plan needs; whoever meets it has most likely pasted something into the wrong place."}

// IsTooLong reports a text that is refused because of its length; nothing else is said of it.
func IsTooLong(text string) bool { return overlong(text) != nil }

// overlong returns what is wrong with the length of a text or of its words; nil where nothing is.
func overlong(text string) *fault {
	if len(text) <= LongestWord {
		return nil
	}
	if n := utf8.RuneCountInString(text); n > LongestText {
		return wrong(TooMuch, fmt.Sprintf("this text has more than %s characters, the most that one may have", diag.Grouped(LongestText)),
			"divide it into paragraphs, each an item of the list")
	}
	for word := range strings.FieldsSeq(text) {
		if len(word) > LongestWord && utf8.RuneCountInString(word) > LongestWord {
			return wrong(TooMuch, fmt.Sprintf("a word of this text has more than %s characters, the most that one may have", diag.Grouped(LongestWord)),
				"put blanks in, or take it out")
		}
	}
	return nil
}

// bounded returns how many items of a list, or keys of a group, are read, and reports those
// that are more than a plan may have. Most is 0 where there is no bound.
func (r *Reader) bounded(n source.Node, most int, name string) int {
	count := n.Len()
	if most == 0 || count <= most {
		return count
	}
	first := n.At(most)
	r.Add(diag.Finding{Rule: TooMuch, Span: first.Span(),
		Message: fmt.Sprintf("this list has %s items, each %s; the most that it may have is %s", diag.Grouped(count), name, diag.Grouped(most)),
		Hint:    "leave out what is not needed, or divide it", Related: []diag.Related{{Span: source.Span{File: n.File(), Start: n.Start(), End: n.Start()}, Note: "the list begins here"}}})
	return most
}

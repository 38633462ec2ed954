package compose

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/source"
)

// counted is what a document numbers, by path. A text may quote the number of what stands behind
// it; so a document that quotes numbers is made twice: once to count, once to print.
type counted struct {
	given   map[string]string        // the numbers that this document gives
	tables  int                      // that were numbered so far
	asked   map[string]bool          // what texts quote the numbers of
	numbers map[string]string        // those of the document that was made to count; nil in that one itself
	learn   func() map[string]string // makes it where single texts are composed
	own     func() map[string]string // those of the plan's own document, for a report; nil elsewhere
}

func newCounted() counted {
	return counted{given: map[string]string{}, asked: map[string]bool{}}
}

// again returns a builder of the same document that knows its numbers.
func (b *builder) again() *builder {
	next := newBuilder(b.in)
	next.numbers, next.asked = b.given, b.asked
	return next
}

// inPlan makes the plan's own document, once, for the numbers that it gives.
func inPlan(in Input) func() map[string]string {
	var numbers map[string]string
	return func() map[string]string {
		if numbers == nil {
			in.Template, in.Own = in.Own, nil
			b := newBuilder(in)
			b.build()
			numbers = b.given
		}
		return numbers
	}
}

// give notes the number of a thing and returns the anchor by which texts lead to it, "" where
// none does. What is printed twice has the number of its first place.
func (b *builder) give(path, number string) string {
	_, twice := b.given[path]
	if number = bare(number); twice || number == "" {
		return ""
	}
	b.given[path] = number
	if b.asked[path] && b.numbers != nil {
		return path
	}
	return ""
}

// numbersTables reports a document whose texts refer to tables by number.
func (b *builder) numbersTables() bool {
	if b.numbers == nil {
		return false
	}
	for path := range b.asked {
		if strings.HasPrefix(path, "tables/") {
			return true
		}
	}
	return false
}

// giveItem does the same of an item of a list. Outcomes have the numbers of the results chain, and
// what the summary or another list says of them has not.
func (b *builder) giveItem(path, number string) string {
	if strings.HasPrefix(path, "outcomes/") {
		return ""
	}
	return b.give(path, number)
}

// bare is a number without what stands behind it at its place: IV for "IV.", and (a) for (a).
func bare(number string) string { return strings.TrimRight(number, ".: ") }

// inFull is the number of the last heading of a level with those above it, as other places name it:
// IV.A. It is "" where the template does not number the level.
func (b *builder) inFull(level int) string {
	if level > len(b.counts) {
		return ""
	}
	var parts []string
	for i, n := range b.counts[:level] {
		parts = append(parts, bare(b.headings[i].number(n)))
	}
	return strings.Join(parts, ".")
}

// number is the number of a thing as a text quotes it; it leads there.
func (c *composer) number(name, path string, at source.Span, node source.Node) document.Text {
	c.asked[path] = true
	if c.numbers == nil && c.learn != nil {
		c.numbers = c.learn()
	}
	if c.numbers == nil {
		return document.Text{{Text: "0"}} // nobody reads the document that is made to count
	}
	number, ok := c.numbers[path]
	if !ok && c.own != nil { // a report speaks of what stands in the plan's document, and nothing leads there
		if number, ok = c.own()[path]; ok {
			return document.Text{{Text: number, Keep: true, Name: name, Origin: node}}
		}
	}
	if !ok {
		c.findings.Add(diag.Finding{Rule: refs.Unnumbered, Span: at,
			Message: fmt.Sprintf("the document gives `%s` no number", strings.TrimSuffix(name, refs.NumberOf)),
			Hint:    "refer to it in words, or let the template number and print it"})
		return nil
	}
	return document.Text{{Text: number, Keep: true, Name: name, Origin: node, To: path}}
}

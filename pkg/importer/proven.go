package importer

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/proof"
)

// printedBy is what the plan's document says, to be held against the file.
type printedBy struct {
	passages map[string]int // how often it says each text, without marks and case
	all      string         // all of it, one after the other
	searched int
}

func printedOf(doc *document.Document) *printedBy {
	b := &printedBy{passages: map[string]int{}}
	var all []string
	for _, p := range proof.Passages(doc, "docx") {
		if _, is := p.Of.(*document.Addresses); is {
			continue // it follows from the links
		}
		text := p.Text.String()
		key := keyOf(text)
		b.passages[key]++
		var c counter
		if _, rest := c.cut(text); rest != text { // numbers are the compiler's
			b.passages[keyOf(rest)]++
		}
		all = append(all, key)
	}
	b.all = " " + strings.Join(all, " ") + " "
	return b
}

// keyOf is a text without marks, case and blanks.
func keyOf(s string) string { return strings.Join(wordsOf(s), " ") }

// mostSearched is how many passages are looked for that no passage of the document is.
const mostSearched = 500

// has reports whether the document says what a passage says, its number included.
func (b *printedBy) has(p *passage) bool {
	text := p.printedText()
	if p.result != nil {
		text = p.result.word + " " + p.result.number + " " + p.text
	}
	key := keyOf(text)
	if b.passages[key] > 0 || b.passages[keyOf(p.text)] > 0 || key == "" {
		return true
	}
	// A few words stand in many places; those of the masthead are put together otherwise.
	const enough = 5
	if len(wordsOf(p.text)) < enough && p.near != "document" {
		return false
	}
	if b.searched++; b.searched > mostSearched {
		return false
	}
	return strings.Contains(b.all, " "+keyOf(p.text)+" ")
}

// hold looks for each passage that was placed in the document that the plan gives. Where
// it is worded otherwise there, the file's words are kept for a person.
func (b *placer) hold(list []*passage, doc *document.Document) {
	printed := printedOf(doc)
	for _, p := range list {
		if p.placed && p.table == nil && !p.furniture && !printed.has(p) && (!p.timeline || !isChart(p, doc)) {
			p.placed, p.why = false, "the document will not say this as the file does"
			b.lose(p)
		}
	}
}

// settleBelow finds out what stands below the tables of the budget: what the document says of
// its own, such as that figures may not add up, need not be kept; the rest are notes. It reports
// whether there are any.
func (b *placer) settleBelow(doc *document.Document) (notes bool) {
	printed := printedOf(doc)
	for _, p := range b.below {
		if printed.has(p) {
			continue
		}
		s := p.said()
		s.marks = append(s.marks, "stood below the table")
		b.draft.notes, notes = append(b.draft.notes, s), true
	}
	b.below = nil
	return notes
}

// isChart reports a text that says a chart of the document in words, as files do that have it as a picture.
func isChart(p *passage, doc *document.Document) bool {
	for c := range document.Each[document.Chart](doc.Blocks) {
		if same(p.printedText(), c.Title.String()+" "+c.Alt) || same(p.printedText(), c.Alt) {
			return true
		}
	}
	return false
}

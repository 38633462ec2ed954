package compose

import (
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// Words composes single texts of a plan outside any document, for tables and messages.
// What is wrong with them is reported when the document is built. The zero Words shows
// texts as they were written; it is for plans that have no document.
type Words struct {
	b        *builder
	language *language.Language // without the style of the plan's own tables
}

// NewWords returns the words of what a document would be made of.
func NewWords(in Input) Words {
	b := newBuilder(in)
	b.learn = func() map[string]string {
		counting := newBuilder(in)
		counting.build()
		return counting.given
	}
	return Words{b, in.Language}
}

// Text composes a text of the plan.
func (w Words) Text(p source.At[string]) string {
	if w.b == nil {
		return p.Value
	}
	return w.b.text(p).String()
}

// InMasthead composes a text as the lines beside the name of the body are.
func (w Words) InMasthead(p source.At[string]) string {
	if w.b == nil {
		return p.Value
	}
	var text string
	w.b.inMasthead(func() { text = w.b.text(p).String() })
	return text
}

// Time writes a time of the plan's period, such as Q2, as the document does.
func (w Words) Time(written string) string {
	if w.b == nil {
		return written
	}
	return w.b.time(source.At[string]{Value: written})
}

// Word composes a word of the language or the template by its id.
func (w Words) Word(id string) string {
	if w.b == nil {
		return id
	}
	return w.b.text(w.b.words[id]).String()
}

// Number writes a number with at least the given number of decimals, as the language does in
// tables; the zero Words writes it as English does. Other programs read what a terminal shows, so that a
// number less than nothing has the hyphen that they know.
func (w Words) Number(d money.Decimal, places int32) string {
	if w.b == nil {
		return money.Number(d, places, ",", ".")
	}
	written := w.language.Number(d.Abs(), places)
	if d.IsNegative() {
		return "-" + written
	}
	return written
}

// Title composes the document's title, "" for the zero Words.
func (w Words) Title() string {
	if w.b == nil {
		return ""
	}
	return w.b.title(w.b.in.Template.Masthead.Title).String()
}

// Total returns the label of the total: the plan's own, or else the template's; "" for
// the zero Words.
func (w Words) Total() string {
	if w.b == nil {
		return ""
	}
	if own := w.b.in.Plan.Budget.Total; own.IsSet() {
		return w.Text(own)
	}
	return w.Word("total")
}

// Headings returns the template's own headings by section id, none for the zero Words.
func (w Words) Headings() map[string]string {
	headings := map[string]string{}
	if w.b == nil {
		return headings
	}
	for _, s := range w.b.in.Template.Sections {
		headings[s.ID.Value] = w.Text(s.Heading)
	}
	return headings
}

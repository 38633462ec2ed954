// Package proof compares a finished file with the document that its plan compiles to:
// every figure, date and number, and every word.
package proof

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/source"
)

// Kind says what differs.
type Kind string

// The kinds of difference.
const (
	Figure Kind = "figure" // a figure, a date or a number
	Words  Kind = "words"
	Sealed Kind = "seal" // the file says that it was made of another plan
)

// Difference is something that the file does not say as the plan gives it.
type Difference struct {
	Kind  Kind
	Page  int    // in the file, 0 where it has no pages
	Place string // in plain words, such as paragraph 12
	Got   string // what the file says, "" for nothing
	Want  string // what the plan gives, "" for nothing
	// At is where the plan has the passage; it is not valid for words of the template.
	At    source.Span
	annex bool // it looks as if the file was built with an annex that the document has not
	pages int  // on how many pages it is, if it is in their margins
	// everywhere says that these are all pages
	everywhere bool
	over       string // the kind of annotation, if it is one
	long       bool   // the file is far longer than the plan's document
	doubt      string // what the page has that cannot be compared with the plan
	// elsewhere says where in its table the file has a cell that agrees but was moved
	elsewhere string
}

// Result is what a comparison found.
type Result struct {
	Figures     int // figures, dates and numbers that the plan gives
	Passages    int
	Differences []Difference // figures first, then words, each in the order of the file
	Draft       bool         // the file's pages say that it is a draft
}

// Against is what a file is compared with.
type Against struct {
	Document *document.Document
	Draft    string // the word that marks a draft's pages, whether the plan makes one or not
	Months   Months
	Plan     string       // the plan's SHA-256
	File     *source.File // the plan, for the lines of what differs; nil where they are not asked for
	// Built is what isuplan builds of the plan, read back; nil where it is not known. What
	// is strange about a file, and about this one too, needs no word.
	Built *readback.Text
	Seal  readback.Seal // that isuplan would put into the file
}

// Compare compares a file's text with what its plan gives. Texts are compared word by
// word, so that a file that another program saved anew still agrees.
func Compare(t *readback.Text, a Against) Result {
	f := flatten(asSet(a.Document, t.Format), t.Format)
	c := comparison{months: a.Months, passages: f.list, isPrint: t.Format == "pdf", document: a.Document, file: a.File, built: a.Built, program: program(a.Seal.Tool)}
	c.want, c.annexed = words(c.passages), hasAnnex(a.Document.Blocks)
	r := Result{Figures: a.Months.count(c.want), Passages: len(c.passages), Differences: seal(t.Seal, &a)}
	if c.isFarLonger(t) {
		c.words = append(c.words, Difference{Kind: Words, long: true})
		c.doubts(t)
		r.Differences = append(r.Differences, c.words...)
		return r
	}
	b := bodyOf(a.Document, t, f, a.Draft)
	if !c.looksAsBuilt(t) {
		c.got = b.words
		c.compare()
		c.margins(b.strange, t.Pages)
	}
	for _, o := range t.Over {
		place := "laid over the page"
		if o.Page == 0 {
			place = ""
		}
		c.add(Difference{Page: o.Page, Place: place, Got: squeeze(o.Text), over: o.Kind}, split(o.Text), nil)
	}
	c.doubts(t)
	r.Draft, r.Differences = b.draft, append(append(r.Differences, c.figures...), c.words...)
	return r
}

// isFarLonger reports whether a file is so much longer than the plan's document that
// listing every difference is pointless.
func (c *comparison) isFarLonger(t *readback.Text) bool {
	const times, least = 50, 1 << 16
	want, got := 0, 0
	for _, w := range c.want {
		want += len(w.text) + 1
	}
	for _, l := range t.Lines {
		got += len(l.Text)
	}
	return got > times*want+least
}

// longest is how much of a text a message quotes.
const longest = 160

// Message says in plain words what differs.
func (d *Difference) Message() string {
	got, want := quoted(d.Got), quoted(d.Want)
	switch {
	case d.long:
		return "the file is far longer than the document that the plan gives"
	case d.doubt != "":
		return d.doubt
	case d.elsewhere != "":
		return fmt.Sprintf("the file has %s %s", got, d.elsewhere)
	case d.Kind == Sealed:
		return fmt.Sprintf("the file was made of another version of the plan, whose digest (its fingerprint) is %s; this plan's is %s", abbreviated(d.Got), abbreviated(d.Want))
	case d.over != "" && d.Page == 0:
		return fmt.Sprintf("there is something in the file that is not read as text (%s)", d.over)
	case d.over != "" && got == "":
		return fmt.Sprintf("something was laid over the page afterwards (%s)", d.over)
	case d.over != "":
		return fmt.Sprintf("a text was laid over the page afterwards (%s): %s", d.over, got)
	case d.annex:
		return fmt.Sprintf("the file says %s, which the plan does not give; it looks as if it was built with --annex", got)
	case want == "" && d.pages < 2:
		return fmt.Sprintf("the file says %s, which the plan does not give", got)
	case d.pages > 1 && d.everywhere:
		return fmt.Sprintf("the file says %s on every page, which the plan does not give", got)
	case d.pages > 1:
		return fmt.Sprintf("the file says %s on %d pages, which the plan does not give", got, d.pages)
	case got == "":
		return fmt.Sprintf("the plan gives %s, which the file lacks", want)
	}
	return fmt.Sprintf("the file says %s%s, the plan gives %s", got, alien(d.Got, d.Want), want)
}

// quoted puts words in quotation marks, and leaves a single figure as it is.
func quoted(s string) string {
	if runes := []rune(s); len(runes) > longest {
		s = string(runes[:longest]) + " …"
	}
	if s == "" || digits().MatchString(s) && !strings.ContainsAny(s, " ") {
		return s
	}
	return "“" + s + "”"
}

func abbreviated(digest string) string {
	const enough = 12
	if len(digest) > enough {
		return digest[:enough] + "…"
	}
	return digest
}

// Where says on which page and in which passage.
func (d *Difference) Where() string {
	switch {
	case d.Page == 0 || d.pages > 1:
		return d.Place
	case d.Place == "":
		return fmt.Sprintf("page %d", d.Page)
	}
	return fmt.Sprintf("page %d, %s", d.Page, d.Place)
}

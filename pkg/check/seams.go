package check

import (
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/source"
)

// Where the printed page joins words that were written in different places: the
// template's and the plan's, or a text's and those of a name that it quotes. Each is right
// where it stands; only together are they wrong.

// Piece is a stretch of a printed text that was written in one place.
type Piece struct {
	Text string
	Node source.Node // where it was written; zero for what the program adds
	// Mark says that it is a footnote's mark, which is no word.
	Mark bool
}

// seam is where two pieces of a printed text meet.
type seam struct {
	before, behind string // what is printed on both sides, as far as rules look
	left, right    Piece
}

// seams returns the seams of the page, none where there is no page.
func (c *Context) seams() []seam {
	if c.joins == nil && c.Page != nil {
		c.joins = []seam{}
		for pieces := range c.Page {
			c.joins = appendSeams(c.joins, pieces)
		}
	}
	return c.joins
}

func appendSeams(list []seam, pieces []Piece) []seam {
	if len(pieces) < 2 {
		return list
	}
	var text strings.Builder
	for _, p := range pieces {
		text.WriteString(p.Text)
	}
	s, at := text.String(), 0
	for i := range pieces[:len(pieces)-1] {
		at += len(pieces[i].Text)
		if !pieces[i].Mark && !pieces[i+1].Mark {
			before, behind := tail(s[:at]), head(s[at:])
			list = append(list, seam{before, behind, pieces[i], pieces[i+1]})
		}
	}
	return list
}

// sight is how many bytes rules see on each side of a seam.
const sight = 160

// tail is the end of a text, beginning with a word.
func tail(s string) string {
	if len(s) <= sight {
		return s
	}
	s = s[len(s)-sight:]
	return s[strings.IndexByte(s, ' ')+1:]
}

// head is the beginning of a text, up to the end of a word.
func head(s string) string {
	if len(s) <= sight {
		return s
	}
	return s[:max(0, strings.LastIndexByte(s[:sight], ' '))]
}

// reportSeam reports what is wrong where two pieces meet, once, at the plan's text.
func (c *Context) reportSeam(s seam, message, hint string) {
	if c.isCounted() {
		return
	}
	at, other := s.places(c.Plan.Node.File())
	subject := c.subjectOf(at.Node)
	list := c.reported()
	for i := range list {
		if list[i].Subject == subject && list[i].Message == message {
			return
		}
	}
	span := c.Plan.Document.Span()
	if !at.Node.IsZero() {
		span = s.spanIn(at)
	}
	var related []diag.Related
	if !other.Node.IsZero() && other.Node != at.Node {
		related = append(related, diag.Related{Span: other.Node.Span(), Note: "the text on the other side"})
	}
	c.Report(subject, span, message, hint, related...)
}

// places returns the piece to point at and the other one: the plan's rather than the
// template's, and the text that quotes rather than the name that is quoted.
func (s seam) places(plan *source.File) (at, other Piece) {
	left, right := s.left.isIn(plan), s.right.isIn(plan)
	switch {
	case !left && !right:
		return Piece{}, s.right
	case s.left.Node == s.right.Node: // a figure that a text quotes
		return s.left, s.right
	case !left || right && strings.Contains(s.right.Node.Text(), "${"):
		return s.right, s.left
	}
	return s.left, s.right
}

func (p Piece) isIn(f *source.File) bool { return !p.Node.IsZero() && p.Node.File() == f }

// spanIn returns where a seam stands in the text that a piece comes from: at the reference
// that is filled in, at the end or the beginning of a text that is filled in, or else all
// of the text.
func (s seam) spanIn(at Piece) source.Span {
	text, from, to := at.Node.Text(), 0, 0
	segments, _ := refs.Split(at.Node, text)
	for i, x := range segments {
		if !x.IsRef() {
			continue
		}
		if at.Node == s.left.Node && i > 0 && !segments[i-1].IsRef() && endsAlike(segments[i-1].Text, s.left.Text) ||
			at.Node == s.right.Node && i+1 < len(segments) && !segments[i+1].IsRef() && beginsAlike(segments[i+1].Text, s.right.Text) {
			return at.Node.Part(x.From, x.To)
		}
	}
	words := wordsOf(text)
	switch {
	case len(words) == 0 || strings.Contains(text, "${"):
		return at.Node.Span()
	case at == s.left:
		from, to = words[len(words)-1].from, len(text)
	default:
		to = words[0].to
	}
	return at.Node.Part(from, to)
}

// endsAlike reports whether a text as it was written ends with the words that a piece
// ends with; beginsAlike whether it begins with those that it begins with.
func endsAlike(written, piece string) bool {
	a, b := lastField(written), lastField(piece)
	return a != "" && a == b
}

func beginsAlike(written, piece string) bool {
	a, b := firstField(written), firstField(piece)
	return a != "" && a == b
}

// firstField returns what stands before the first blank of a text, and lastField what stands
// behind the last.
func firstField(s string) string {
	for field := range strings.FieldsSeq(s) {
		return field
	}
	return ""
}

func lastField(s string) string {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	from := strings.LastIndexFunc(s, unicode.IsSpace)
	if from < 0 {
		return s
	}
	return strings.TrimLeftFunc(s[from:], unicode.IsSpace)
}

// subjectOf returns the path of the thing that a text belongs to.
func (c *Context) subjectOf(n source.Node) string {
	for i := range c.Texts {
		if c.Texts[i].Prose.Node == n {
			return c.Texts[i].Subject
		}
	}
	return "document"
}

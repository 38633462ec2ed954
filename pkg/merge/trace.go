package merge

import (
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/phrase"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/source"
)

// prose is a text of the plan or the template, and where it was written.
type prose = source.At[string]

// traced says where each character of a printed text was written.
type traced struct {
	prose prose
	text  string // as printed, with single blanks
	// at has, for each byte of the text, where it was written in the prose, and end where that
	// ends; what a reference printed has the bounds of the reference.
	at, end []int
	quotes  []quote // in order
}

// quote is what a reference printed.
type quote struct {
	name     string
	from, to int // in the text
}

// trace follows a printed text through the prose that it was made of; it is false where the
// prose does not print this text.
func (c *comparer) trace(p prose, text string) (*traced, bool) {
	t := tracer{traced: &traced{prose: p, text: text, at: make([]int, 0, len(text)), end: make([]int, 0, len(text))}}
	segments, faults := refs.Split(p.Node, p.Value)
	if len(faults) > 0 {
		return nil, false
	}
	for i := range segments {
		s := &segments[i]
		if !s.IsRef() {
			if !t.literal(p.Value[s.From:s.To], s.From) {
				return nil, false
			}
			continue
		}
		if t.quote(s, c.printedBy(s.Name)) {
			continue
		}
		if text := c.inMasthead(s.Name); text == "" || !t.quote(s, text) {
			return nil, false
		}
	}
	return t.traced, len(t.at) == len(text)
}

// printedBy returns what a reference prints.
func (c *comparer) printedBy(name string) string {
	text, known := c.printed[name]
	if !known {
		text = squeeze(c.words.Text(prose{Value: "${" + name + "}"}))
		c.printed[name] = text
	}
	return text
}

// inMasthead returns what a reference prints beside the name of the body, which some languages write
// otherwise.
func (c *comparer) inMasthead(name string) string {
	if c.unit.Language == nil || c.unit.Language.Masthead.Node.IsZero() {
		return ""
	}
	return squeeze(c.words.InMasthead(prose{Value: "${" + name + "}"}))
}

type tracer struct{ *traced }

// rest is the text that is not accounted for yet.
func (t tracer) rest() string { return t.text[len(t.at):] }

func (t tracer) put(n, at, end int) {
	for range n {
		t.at, t.end = append(t.at, at), append(t.end, end)
	}
}

// quote follows a reference.
func (t tracer) quote(s *refs.Segment, printed string) bool {
	rest := t.rest()
	if !hasPrefixFold(rest, printed) {
		return false
	}
	from := len(t.at)
	t.put(len(printed), s.From, s.To)
	t.quotes = append(t.quotes, quote{s.Name, from, from + len(printed)})
	return true
}

// hasPrefixFold reports whether a text begins with another, but for a capital.
func hasPrefixFold(s, prefix string) bool {
	if strings.HasPrefix(s, prefix) {
		return true
	}
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// literal follows a stretch of prose without references, whose marks are not printed.
func (t tracer) literal(s string, offset int) bool {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if blank := len(s[i:]) - len(strings.TrimLeftFunc(s[i:], isSqueezed)); blank > 0 {
			if strings.HasPrefix(t.rest(), " ") {
				t.put(1, offset+i, offset+i+blank)
			}
			i += blank
			continue
		}
		rest := t.rest()
		if p, ok := phrase.At(t.prose.Value, offset+i); ok && phrase.Known(p.Language) {
			i += p.Start - p.From
			continue
		}
		switch {
		case r == '\\' && i+1 < len(s) && strings.HasPrefix(rest, s[i+1:i+2]):
			t.put(1, offset+i, offset+i+2)
			i += 2
		case strings.HasPrefix(s[i:], "$${") && strings.HasPrefix(rest, "${"):
			t.put(1, offset+i, offset+i+2)
			t.put(1, offset+i+2, offset+i+3)
			i += 3
		case strings.HasPrefix(rest, s[i:i+size]):
			t.put(size, offset+i, offset+i+size)
			i += size
		case strings.HasPrefix(s[i:], "]("):
			end := strings.IndexByte(s[i:], ')')
			if end < 0 {
				return false
			}
			i += end + 1
		case strings.ContainsRune("*_[]<>", r):
			i++
		default:
			return false
		}
	}
	return true
}

// bounds returns the stretch of the prose that a stretch of the text was written in. Of an
// empty one it is where something new would be written: behind what stands before it.
func (t *traced) bounds(from, to int) (at, end int) {
	switch {
	case from < to:
		return t.at[from], t.end[to-1]
	case from == 0 && len(t.at) == 0:
		return 0, len(t.prose.Value)
	case from == 0:
		return t.at[from], t.at[from]
	}
	return t.end[from-1], t.end[from-1]
}

// hunks returns where the text is another now; each takes all of a reference.
func (t *traced) hunks(now string) []hunk {
	list := hunks(t.text, now)
	for i := range list {
		list[i] = t.widened(list[i])
	}
	return joined(list)
}

// widened returns a change so that it takes all of a reference.
func (t *traced) widened(h hunk) hunk {
	for _, q := range t.quotes {
		if h.from < q.to && h.to > q.from || h.from == h.to && h.from > q.from && h.from < q.to {
			h = h.over(min(h.from, q.from), max(h.to, q.to))
		}
	}
	return h
}

// quoted returns the reference that a change lies in, if it lies in one only.
func (t *traced) quoted(h hunk) (quote, bool) {
	for _, q := range t.quotes {
		if h.from >= q.from && h.to <= q.to && h.from < h.to {
			return q, true
		}
	}
	return quote{}, false
}

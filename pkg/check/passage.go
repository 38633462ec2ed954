package check

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/phrase"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/source"
)

// How rules about words read prose: without its references, or with their words
// written out, and with the way back to the bytes of the plan.

var address = pattern.Lazy(`\]\([^)\s]*\)|\b(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+`)

// typed returns the prose as the author typed it, byte for byte, with references, addresses
// and phrases in another language blanked by zero bytes: what is found in it can be pointed at.
func typed(p plan.Prose) string {
	s := p.Value
	hasRefs := strings.Contains(s, "${")
	hasAddress := strings.Contains(s, "](") || strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.Contains(s, "@")
	phrases := phrase.All(s)
	if !hasRefs && !hasAddress && phrases == nil {
		return s
	}
	b := []byte(s)
	if hasRefs {
		segments, _ := refs.Split(p.Node, s)
		clear(b)
		for _, x := range segments {
			if !x.IsRef() {
				copy(b[x.From:x.To], s[x.From:x.To])
			}
		}
	}
	for _, at := range address().FindAllIndex(b, -1) {
		clear(b[at[0]:at[1]])
	}
	for _, p := range phrases { // which are in no language that the rules know
		if phrase.Known(p.Language) {
			clear(b[p.From:p.To])
		}
	}
	return string(b)
}

// textSpan returns the span of a text, without the mark of a folded text before it.
func textSpan(p plan.Prose) source.Span {
	span := p.Span()
	if strings.HasPrefix(span.Text(), ">") || strings.HasPrefix(span.Text(), "|") {
		span.Start = p.Node.Part(0, 0).Start
	}
	return span
}

// passage is prose as it is read: references to words are written out.
type passage struct {
	Text
	read     string
	parts    []part
	acronyms []acronym // of read
	numbers  *reading  // see Context.reading
	isRead   bool
	dates    []mention // see passage.mentions
	isDated  bool
}

// part is a stretch of a passage and the bytes of the plan that it comes from.
type part struct {
	at       int // where it begins in the passage
	from, to int // in the prose
	ref      bool
}

// passage returns a text with its references written out, as written out once for
// all rules. References to figures and dates stay as they are.
func (c *Context) passage(t Text) *passage {
	if t.passage == nil {
		return c.writeOut(t)
	}
	return t.passage
}

func (c *Context) writeOut(t Text) *passage {
	p := &passage{Text: t}
	if !strings.Contains(t.Prose.Value, "${") {
		p.read = t.Prose.Value
		p.parts = []part{{to: len(p.read)}}
		return p
	}
	segments, _ := refs.Split(t.Prose.Node, t.Prose.Value)
	var b strings.Builder
	for _, s := range segments {
		p.parts = append(p.parts, part{b.Len(), s.From, s.To, s.IsRef()})
		if s.IsRef() {
			b.WriteString(source.Unbroken(c.words(s.Name, 0)))
		} else {
			b.WriteString(t.Prose.Value[s.From:s.To])
		}
	}
	p.read = b.String()
	return p
}

// words returns the words that a name stands for, or the reference itself.
func (c *Context) words(name string, depth int) string {
	const deepest = 8 // a text that quotes itself ends here
	v, _ := c.Names.Lookup(name)
	if v.Kind != refs.Words || depth > deepest {
		return "${" + name + "}"
	}
	var b strings.Builder
	segments, _ := refs.Split(v.Prose.Node, v.Prose.Value)
	for _, s := range segments {
		if s.IsRef() {
			b.WriteString(c.words(s.Name, depth+1))
		} else {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

// span returns where the bytes from to to of what is read stand in the plan.
func (p *passage) span(from, to int) source.Span {
	begin, end := p.part(from), p.part(max(from, to-1))
	return p.Prose.Node.Part(begin.offset(from, false), end.offset(to, true))
}

// part returns the part that holds a byte of what is read.
func (p *passage) part(at int) part {
	i, found := slices.BinarySearchFunc(p.parts, at, func(x part, at int) int { return x.at - at })
	if !found {
		i--
	}
	if i < 0 {
		return part{}
	}
	return p.parts[i]
}

// offset returns where a byte of what is read stands in the prose; each byte of a
// written-out reference stands where the reference does.
func (x part) offset(at int, end bool) int {
	switch {
	case x.ref && end:
		return x.to
	case x.ref:
		return x.from
	}
	return x.from + at - x.at
}

package docx

import (
	"context"
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/internal/cancel"
	"github.com/isuplan/isuplan/pkg/render/paper"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// composer turns a document into a body.
type composer struct {
	body      *body
	ruler     *set.Ruler
	divides   bool // words at the ends of lines
	column    column
	paragraph *count          // of numbered paragraphs
	outer     int             // level of the last heading
	section   int             // level of the last heading of a section
	frames    int             // around
	tables    int             // so far
	named     map[string]bool // the tables that have their names
	turned    map[block]bool  // what stands on pages that lie on their side
}

// column is where text stands: on the page, or in a box.
type column struct {
	left, right, width int
	boxed              bool
}

// compose has words divided, or not; how long texts are is measured as if they were.
func compose(ctx context.Context, doc *document.Document, divides bool) (*body, error) {
	ruler, err := set.NewRuler(ctx)
	if err != nil {
		return nil, err
	}
	ruler.Hyphenate(doc.Meta.Hyphenation)
	doc = paper.Set(doc)
	b := &body{numbers: newNumbering(), watch: cancel.New(ctx)}
	c := composer{body: b, ruler: ruler, divides: divides, column: column{left: inset, right: inset, width: columnWidth}, paragraph: b.numbers.counts[numberCount-1], turned: map[block]bool{}, named: map[string]bool{}}
	blocks := append(c.masthead(&doc.Masthead), c.blocks(doc.Blocks)...)
	blocks = append(blocks, c.addresses(&doc.Addresses, blocks)...)
	b.blocks, b.last = c.sections(c.ended(blocks, doc.EndRule))
	b.turned = len(c.turned) > 0
	return b, b.watch.Err()
}

// ended adds the rule with which a document ends, and keeps it with the text above it.
func (c *composer) ended(blocks []block, rule bool) []block {
	if !rule || len(blocks) == 0 {
		return blocks
	}
	last := blocks[len(blocks)-1]
	if p, is := last.(*paragraph); is {
		p.keep = true
	}
	end := &paragraph{style: "EndRule"}
	c.turned[end] = c.turned[last]
	return append(blocks, end)
}

// blocks composes a run of blocks.
func (c *composer) blocks(list []document.Block) []block {
	s := sequence{composer: c}
	document.WalkUntil(c.body.watch.Ended, list, &s)
	return s.out
}

// sequence composes the blocks of one list; it is their visitor.
type sequence struct {
	*composer
	out []block
}

func (s *sequence) add(blocks ...block) { s.out = append(s.out, blocks...) }

func (s *sequence) Heading(h *document.Heading, _ document.Rest) { s.add(s.heading(h)) }

func (s *sequence) Paragraph(p *document.Paragraph, rest document.Rest) {
	s.add(s.numbered(p, len(rest) > 0))
}

func (s *sequence) List(l *document.List, _ document.Rest) { s.add(s.keepTwo(s.out, s.list(l), l)...) }

func (s *sequence) Result(r *document.Result, _ document.Rest) { s.add(s.result(r)) }

func (s *sequence) Box(b *document.Box, rest document.Rest) {
	blocks, room := s.box(b)
	blocks = append(blocks, gap(rest))
	s.turn(room, blocks)
	s.add(blocks...)
}

func (s *sequence) Table(t *document.Table, rest document.Rest) { s.add(s.table(t, rest)...) }

func (s *sequence) Chart(c *document.Chart, _ document.Rest) { s.add(s.chart(c)...) }

// keepTwo keeps what introduces a list with two lines of it, even where the first is an
// item of its own.
func (c *composer) keepTwo(before, list []block, l *document.List) []block {
	if len(before) == 0 || len(list) < 2 {
		return list
	}
	lead, ok := before[len(before)-1].(*paragraph)
	first := list[0].(*paragraph)
	if ok && lead.keep && c.ruler.Lines(l.Items[0].Text, c.column.width-step-hang(l.Lettered, &l.Items[0])) == 1 {
		first.keep = true
	}
	return list
}

// gap is what stands below a table, so that it does not run into the next one; above a
// heading or an outcome there is space enough.
func gap(rest document.Rest) *paragraph {
	p := &paragraph{style: "TableGap", exact: tableGap}
	if len(rest) == 0 {
		return p
	}
	_, heading := document.As[document.Heading](rest[0])
	if r, ok := document.As[document.Result](rest[0]); heading || ok && r.Level <= 1 {
		p.exact = 0
	}
	return p
}

// place gives a paragraph the indents of its column, where they are not those of the
// page, which its style has.
func (c *composer) place(p *paragraph, left, hanging int) *paragraph {
	if c.column.boxed {
		p.indent = &indent{left: c.column.left + left, right: c.column.right, hanging: hanging}
	}
	return p
}

// lowestHeading is the lowest level of headings, as in the PDF.
const lowestHeading = 3

func (c *composer) heading(h *document.Heading) *paragraph {
	level := min(max(h.Level, 1), lowestHeading)
	p := &paragraph{style: "Heading" + strconv.Itoa(level), anchor: h.Anchor, runs: c.runs(h.Text)}
	switch {
	case c.column.boxed: // there is no margin to hang the number in
		p.bare = true
		if h.Number != "" {
			p.runs = append([]run{{text: h.Number + " "}}, p.runs...)
		}
	case h.Number == "":
		p.bare, p.indent = true, &indent{left: inset, right: inset}
	case !c.body.numbers.counts[headingCount-1].take(level-1, h.Number):
		p.bare, p.indent = true, &indent{left: inset, right: inset, hanging: inset}
		p.runs = append([]run{tab, {text: h.Number}, tab}, p.runs...)
	}
	p.outline = c.outline(level, level)
	c.section = c.outer
	return c.place(p, 0, 0)
}

// outline returns the level of a heading in the outline where it is not that of its
// style: no level is skipped, and none is below those of the PDF.
func (c *composer) outline(level, ofStyle int) int {
	c.outer = min(level, c.outer+1, lowestHeading)
	if c.outer == ofStyle {
		return 0
	}
	return c.outer
}

// numbered composes a paragraph. Its number stands at the column's left, and the
// text turns under the number.
func (c *composer) numbered(p *document.Paragraph, more bool) *paragraph {
	out := &paragraph{style: "BodyText", anchor: p.Anchor, runs: c.prose(p.Text, set.Prose{Width: c.column.width, Number: p.Number, Stop: step}), keep: p.Lead && more}
	out.isTitle = out.keep && p.Number == "" && set.IsTitle(p.Text)
	if p.Number != "" {
		out.style = "NumberedParagraph"
		out.num, out.bare = c.number(p.Number)
	}
	if out.bare {
		out.runs = append([]run{{text: p.Number}, tab}, out.runs...)
	}
	if c.column.boxed && p.Number != "" {
		out.stop = c.column.left + step
	}
	return c.place(out, 0, 0)
}

// number returns what counts a paragraph, nil for what its style says, and whether
// its number must be written out.
func (c *composer) number(printed string) (*count, bool) {
	if !c.paragraph.take(0, printed) {
		readings := read(printed)
		if len(readings) == 0 {
			return nil, true
		}
		c.paragraph = c.body.numbers.add(paragraphs, readings[0].n)
		if !c.paragraph.take(0, printed) {
			return nil, true
		}
	}
	if c.paragraph.id == numberCount {
		return nil, false
	}
	return c.paragraph, false
}

// result composes an outcome, an output or an activity, label and text in one flow. The
// first two head what is below them: their styles are based on those of headings.
func (c *composer) result(r *document.Result) *paragraph {
	p := &paragraph{style: "Activity", anchor: r.Anchor}
	left := step
	if r.Level > 2 {
		p.runs = c.behind(r.Label, r.Text, set.Prose{Width: c.column.width - left})
	} else {
		p.runs = c.runs(r.Text)
	}
	switch {
	case r.Level <= 1:
		p.style, p.outline, left = "Outcome", c.outline(c.section+1, 2), 0
	case r.Level == 2:
		p.style, p.outline, left = "Output", c.outline(c.section+2, lowestHeading), 0
		for i := range p.runs {
			p.runs[i].upright = p.runs[i].italic
		}
	}
	if r.Label != "" {
		p.runs = append([]run{{text: r.Label + " ", bold: r.Level < 3, label: true}}, p.runs...)
	}
	return c.place(p, left, 0)
}

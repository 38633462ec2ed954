package docx

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// leftIn is where a table of a room begins.
func (c *composer) leftIn(room set.Room) int {
	if room == set.InColumn {
		return c.column.left
	}
	return 0
}

// widthIn is how wide a room is, frames left out.
func (c *composer) widthIn(room set.Room) int {
	rooms := set.RoomsIn(c.frames)
	switch room {
	case set.FullWidth:
		return set.Twentieths(rooms.Full)
	case set.Landscape:
		return set.Twentieths(rooms.Landscape)
	}
	return c.column.width
}

// turn notes that blocks stand on pages that lie on their side. In a box, the box does.
func (c *composer) turn(room set.Room, blocks []block) {
	if room != set.Landscape || c.frames > 0 {
		return
	}
	for _, b := range blocks {
		c.turned[b] = true
	}
}

// roomOf is the widest room that a table in a box takes: the box is as wide.
func (c *composer) roomOf(blocks []document.Block, frames int) (room set.Room) {
	for _, b := range blocks {
		if t, is := document.As[document.Table](b); is {
			room = max(room, c.ruler.Fit(t, set.RoomsIn(frames)).Room)
		}
		if inner, is := document.As[document.Box](b); is {
			room = max(room, c.roomOf(inner.Blocks, frames+1))
		}
	}
	return room
}

// sections parts the text at each table on its side: a section is of pages that lie alike. The
// title of such a table comes along, and the headings above it.
func (c *composer) sections(blocks []block) (out []block, last *section) {
	for i := len(blocks) - 1; i > 0; i-- {
		level := headingOf(blocks[i-1])
		if c.turned[blocks[i]] && (level < headingOf(blocks[i]) || level == leadLevel) {
			c.turned[blocks[i-1]] = true
		}
	}
	now := &section{first: true}
	for i, b := range blocks {
		turned := c.turned[b]
		if i == 0 {
			now.turned = turned
		}
		if turned != now.turned {
			out = ending(out, now)
			now = &section{turned: turned}
			begins(b)
		}
		out = append(out, b)
	}
	return out, now
}

// begins has a block begin a page, on which no room stands above headings.
func begins(b block) {
	p, is := b.(*paragraph)
	if is && (headingOf(b) < leadLevel || p.style == "Output") {
		p.top = true
	}
}

// headingOf is the level of a heading, and more than any for what is none.
func headingOf(b block) int {
	const outcome = 8
	p, is := b.(*paragraph)
	if !is {
		return noHeading
	}
	if level, found := strings.CutPrefix(p.style, "Heading"); found && level != "" {
		return int(level[0] - '0')
	}
	if p.style == "Outcome" {
		return outcome
	}
	if p.isTitle {
		return leadLevel
	}
	return noHeading
}

const leadLevel, noHeading = 9, 10

// ending ends a section with what is there. The gap below a table is end enough.
func ending(blocks []block, s *section) []block {
	if p, is := blocks[len(blocks)-1].(*paragraph); is && p.style == "TableGap" && s.turned {
		p.exact, p.section = 0, s
		return blocks
	}
	return append(blocks, &paragraph{style: "TableGap", section: s})
}

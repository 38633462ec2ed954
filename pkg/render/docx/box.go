package docx

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// box sets a group of blocks in a frame. Word draws one frame around several
// paragraphs only where all have the same indents, which lists have not; so it is a
// table of one cell, as in documents of the United Nations. It is as wide as the tables in
// it need.
func (c *composer) box(b *document.Box) ([]block, set.Room) {
	around := c.column
	room := c.roomOf(b.Blocks, c.frames+1)
	left, width := c.leftIn(room), c.widthIn(room)
	c.frames++
	defer func(section int) { c.column, c.frames, c.section = around, c.frames-1, section }(c.section)
	c.column = column{width: max(width-2*boxPad, cm), boxed: true}
	var blocks []block
	if len(b.Title) > 0 {
		c.section++ // what is in the box stands below its title
		blocks = append(blocks, &paragraph{style: "BoxTitle", runs: c.runs(b.Title), outline: c.outline(c.section, 1)})
	}
	blocks = append(blocks, c.blocks(b.Blocks)...)
	if len(blocks) == 0 {
		return nil, room
	}
	if first, ok := blocks[0].(*paragraph); ok {
		first.keep = false // or LibreOffice would not break the frame over pages
	}
	t := &table{style: "Box", left: left, widths: []int{width}, caption: b.Title.String()}
	t.rows = framed(blocks, width)
	return []block{t}, room
}

// framed sets each block of a frame in a row of its own: LibreOffice would leave a single line of
// a paragraph on a page, were there only one row.
func framed(blocks []block, width int) (rows []row) {
	for from := 0; from < len(blocks); {
		to := from + 1
		for to < len(blocks) && belongs(blocks[to]) {
			to++
		}
		part := blocks[from:to:to]
		c := cell{width: width, blocks: part, inner: inner{above: from > 0, below: to < len(blocks)}}
		if p, is := part[len(part)-1].(*paragraph); is && c.inner.below {
			p.ends = true
		}
		first, is := part[0].(*paragraph)
		rows = append(rows, row{split: !is || !first.whole, cells: []cell{c}})
		from = to
	}
	return rows
}

// belongs reports a block that stands in one row with the one above it, such as the gap below a
// table, which a cell cannot end with.
func belongs(b block) bool {
	p, is := b.(*paragraph)
	return is && p.style == "TableGap"
}

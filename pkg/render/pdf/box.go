package pdf

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// Box sets a group of blocks in a frame.
func (l *layout) Box(b *document.Box, _ document.Rest) {
	l.open(roleDivision)
	defer l.close()
	l.after = max(l.after, afterParagraph)
	l.frame = &frame{parent: l.frame, x: l.x, width: l.width}
	defer func(section int) { l.frame, l.section = l.frame.parent, section }(l.section)
	start := len(l.slabs)
	l.pad += boxPad
	l.indented(boxPad, boxPad, func() {
		l.boxTitle(b)
		l.blocks(b.Blocks)
	})
	if len(l.slabs) == start {
		l.pad -= boxPad
		return
	}
	l.slabs[start].opens++
	l.slabs[len(l.slabs)-1].closes++
	l.pad += boxPad
	l.after = 2 * afterParagraph
}

func (l *layout) boxTitle(b *document.Box) {
	if len(b.Title) == 0 {
		return
	}
	l.section++ // what is in the box stands below its title
	mark := l.openHeading(l.section)
	defer l.close()
	l.paragraph(b.Title, setting{mark: mark, size: set.MeetingSize, style: set.Italic, center: true,
		after: afterParagraph, stick: len(b.Blocks) > 0, outline: l.bookmark(b.Title.String(), l.section)})
}

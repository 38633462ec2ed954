package pdf

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

const bullet = "•"

// List sets a list.
func (l *layout) List(list *document.List, _ document.Rest) { l.list(list.Lettered, list.Items) }

// list sets items, a step in from the column around them.
func (l *layout) list(lettered bool, items []document.Item) {
	mark := l.open(roleList)
	defer l.close()
	l.elements[mark.node].attributes = "<</O /List /ListNumbering /" + numberingOf(lettered, items) + ">>"
	l.indented(step, 0, func() {
		for i := range items {
			if l.setter.Step() {
				return
			}
			l.item(lettered, &items[i])
		}
	})
}

// numberingOf names how a list counts, for programs that read it aloud.
func numberingOf(lettered bool, items []document.Item) string {
	if len(items) == 0 || !lettered && items[0].Marker == "" {
		return "Disc"
	}
	first := strings.Trim(items[0].Marker, "().")
	for numbering, one := range map[string]string{"LowerRoman": "i", "UpperRoman": "I", "UpperAlpha": "A", "LowerAlpha": "a", "Decimal": "1"} {
		if first == one {
			return numbering
		}
	}
	return "None"
}

// item sets an item: the marker at the left, the text hanging behind it.
func (l *layout) item(lettered bool, it *document.Item) {
	l.open(roleItem)
	defer l.close()
	marker, hang := bullet, bulletStep
	if lettered || it.Marker != "" {
		marker, hang = it.Marker, step
	}
	number, body := l.leaf(roleLabel), l.open(roleBody)
	l.anchor(it.Anchor, body, join(it.Marker, it.Text))
	hang = min(l.tab(marker, 0, hang), l.width/3)
	s := setting{mark: body, size: set.TextSize, justify: true, after: afterParagraph,
		label: &label{mark: number, text: marker}}
	l.indented(hang, 0, func() {
		s.label.x = -hang
		l.paragraph(it.Text, s)
	})
	if len(it.Items) > 0 {
		l.list(false, it.Items)
	}
	l.close()
}

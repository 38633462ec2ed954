package docx

import (
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// lister composes one list with the lists inside it.
type lister struct {
	*composer
	count  *count
	blocks []block
}

func (c *composer) list(l *document.List) []block {
	out := lister{composer: c, count: c.body.numbers.counts[bulletCount-1]}
	if !bullets(l.Lettered, l.Items) {
		out.count = c.body.numbers.add(items, start(l))
	}
	out.items(l.Lettered, l.Items, 0, 0)
	return out.blocks
}

// bullets reports whether a list has nothing but bullets.
func bullets(lettered bool, items []document.Item) bool {
	for i := range items {
		if lettered || items[i].Marker != "" || !bullets(false, items[i].Items) {
			return false
		}
	}
	return true
}

// start is the number of a list's first item.
func start(l *document.List) int {
	if len(l.Items) > 0 {
		if readings := read(l.Items[0].Marker); len(readings) > 0 {
			return readings[0].n
		}
	}
	return 1
}

// hang is how far an item's text stands behind its marker.
func hang(lettered bool, it *document.Item) int {
	if lettered || it.Marker != "" {
		return step
	}
	return bulletStep
}

// isShort reports a text that no page's end divides so that two lines stand on either side.
// Word leaves such a text whole by itself; LibreOffice does not in a frame.
func (c *composer) isShort(t document.Text, left int) bool {
	const short = 3
	n := c.ruler.Lines(t, c.column.width-left)
	return n > 1 && n <= short
}

// items composes items whose list begins left of the column's edge by so much.
func (l *lister) items(lettered bool, items []document.Item, depth, left int) {
	for i := range items {
		if l.body.watch.Step() {
			return
		}
		it := &items[i]
		marker, hang, name := bullet, hang(lettered, it), "ListBullet"
		if lettered || it.Marker != "" {
			marker, name = it.Marker, "ListNumber"
		}
		if depth > 0 {
			name += strconv.Itoa(min(depth, 2) + 1)
		}
		text := left + step + hang
		p := &paragraph{style: name, anchor: it.Anchor, runs: l.prose(it.Text, set.Prose{Width: l.column.width - text})}
		if marker != "" && l.count.take(depth, marker) {
			p.num, p.level = l.count, depth
			l.place(p, text, hang)
		} else {
			p.indent = &indent{left: l.column.left + text, right: l.column.right, hanging: hang}
			p.runs = append([]run{{text: marker}, tab}, p.runs...)
		}
		p.whole = l.column.boxed && l.isShort(it.Text, text)
		l.blocks = append(l.blocks, p)
		l.items(false, it.Items, depth+1, text)
	}
}

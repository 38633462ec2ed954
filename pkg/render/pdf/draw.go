package pdf

// drawing puts pages on the canvas.
type drawing struct {
	*canvas
	furniture furnishings
}

// page draws a page: its furniture, its frames, then its slabs in reading order.
func (d *drawing) page(p *page) {
	if d.setter.Ended() {
		return
	}
	d.newPage(sheetOf(p.turned))
	d.furnish(p.number)
	d.frames(p.items)
	for _, it := range p.items {
		if it.bookmark != nil {
			d.bookmark(it.bookmark, it.y)
		}
		d.bars(it.bars, it.y)
		if it.picture != nil {
			d.picture(it.picture, it.y)
		}
		d.table = it.table
		for i := range it.texts {
			d.text(&it.texts[i], it.y)
		}
		for _, r := range it.rules {
			d.fill(furniture, r.x, it.y+r.y-r.weight/2, r.width, r.weight)
		}
	}
	d.table = nil
	if p.number == 1 {
		d.foot()
	}
}

// bars draws rectangles in their inks, and leaves the ink black.
func (d *drawing) bars(list []block, y length) {
	for _, b := range list {
		d.ink(b.ink)
		d.fill(b.mark, b.x, y+b.y, b.width, b.height)
	}
	if len(list) > 0 {
		d.ink(ink{})
	}
}

// frames draws each frame's part on the page.
func (d *drawing) frames(items []placed) {
	seen := map[*frame]bool{}
	for i := range items {
		for f := items[i].frame; f != nil && !seen[f]; f = f.parent {
			seen[f] = true
			d.part(f, items[i:])
		}
	}
}

// part draws a frame around the slabs in it, the first of which comes first.
func (d *drawing) part(f *frame, items []placed) {
	top := items[0].y - items[0].above(items[0].frame.depth()-f.depth()+1)
	foot, left, right := top, f.x, f.x+f.width
	for _, it := range items {
		if !it.frame.within(f) {
			break
		}
		deep := it.frame.depth() - f.depth() + 1
		foot = max(foot, it.y+it.height+it.below(deep))
		if pad := boxPad * length(deep); it.wide != nil {
			left, right = min(left, it.wide.left-pad), max(right, it.wide.right+pad)
		}
	}
	d.outline(furniture, left, top, right-left, foot-top, framed)
}

// within reports whether f is outer or inside it.
func (f *frame) within(outer *frame) bool {
	for ; f != nil; f = f.parent {
		if f == outer {
			return true
		}
	}
	return false
}

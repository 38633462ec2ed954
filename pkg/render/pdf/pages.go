package pdf

import "github.com/isuplan/isuplan/pkg/render/set"

// page is a page that is full.
type page struct {
	number int
	turned bool // it lies on its side
	items  []placed
}

// placed is a slab at its position on the page.
type placed struct {
	*slab
	y length
}

// pager fills pages from top to bottom. It looks no further ahead than slabs
// stick together, so that its work grows with the text and no faster.
type pager struct {
	page
	top  length // of the text on the pages after the first
	y    length
	emit func(*page)
}

// paginate hands over page after page. The page is only valid during the call.
func paginate(slabs []slab, top length, emit func(*page)) {
	p := pager{top: top, y: bodyTop, emit: emit, page: page{number: 1}}
	for i := 0; i < len(slabs); {
		n := groupSize(slabs[i:])
		p.group(slabs[i : i+n])
		i += n
	}
	if len(p.items) > 0 || p.number == 1 {
		p.emit(&p.page)
	}
}

// groupSize counts the slabs that stick together.
func groupSize(slabs []slab) int {
	for i := range slabs {
		if !slabs[i].stick {
			return i + 1
		}
	}
	return len(slabs)
}

// group places slabs that stick together, on a new page where that helps. A
// group that no page holds is broken where the page ends.
func (p *pager) group(slabs []slab) {
	if len(p.items) > 0 && (slabs[0].turned != p.turned || !p.fits(slabs)) || p.keepsTable(slabs) {
		p.turn()
	}
	for i := range slabs {
		if len(p.items) > 0 && (slabs[i].turned != p.turned || !p.fits(slabs[i:i+1])) {
			p.turn()
		}
		p.place(&slabs[i])
	}
}

func (p *pager) foot() length {
	s := sheetOf(p.turned)
	if p.number == 1 {
		return s.firstFoot()
	}
	return s.foot()
}

// fits reports whether the slabs have room below what stands on the page.
func (p *pager) fits(slabs []slab) bool {
	y := p.y
	for i := range slabs {
		y += slabs[i].top + slabs[i].height
	}
	last := &slabs[len(slabs)-1]
	return y+last.below(last.frame.depth()) <= p.foot()
}

// keepsTable reports whether a table that begins among the slabs had better begin on a new
// page: it is short, so that it fits there undivided and leaves no great gap here. Word
// keeps it so too.
func (p *pager) keepsTable(slabs []slab) bool {
	y := length(0)
	for i := range slabs {
		if together := slabs[i].whole; together > 0 {
			y += slabs[i].top + together + boxPad*length(slabs[i].frame.depth())
			return len(p.items) > 0 && y > p.foot()-p.y && together <= set.Short
		}
		y += slabs[i].top + slabs[i].height
	}
	return false
}

func (p *pager) turn() {
	p.emit(&p.page)
	p.page = page{number: p.number + 1, items: p.items[:0]}
	p.y = p.top
}

// place puts a slab below the last one. At the head of a page it needs no space
// above, but the upper side of its frame and the head of its table.
func (p *pager) place(s *slab) {
	if len(p.items) > 0 {
		p.y += s.top
	} else {
		p.turned = s.turned
		p.y += s.above(s.frame.depth())
		if s.table != nil && !s.head && s.table.head != nil {
			p.put(s.table.head)
		}
	}
	p.put(s)
}

func (p *pager) put(s *slab) {
	p.items = append(p.items, placed{s, p.y})
	p.y += s.height
}

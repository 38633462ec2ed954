package pdf

import (
	"math"
	"slices"
)

// run is a text that was shown, and where.
type run struct {
	box
	text string
}

// mostStrange is how much of a page is told.
const mostStrange = 40

// doubt notes something strange at a text, once.
func (c *canvas) doubt(what, text string) {
	s := Strange{what, text}
	if len(c.page.Strange) < mostStrange && !slices.Contains(c.page.Strange, s) && c.file.pay(perEntry) {
		c.page.Strange = append(c.page.Strange, s)
	}
}

// What text may be that a reader cannot see as the file has it.
const (
	pale       = "text that can hardly be seen"
	colourless = "text in a colour that cannot be judged"
	tiny       = "text that is too small to be read"
	cut        = "text that is cut off"
	crooked    = "text that does not stand upright"
	squeezed   = "text whose letters are squeezed into one another"
	holes      = "text that cuts out what is drawn later"
	twice      = "text over other text"
	layered    = "text on a layer, which viewers can switch off"
	across     = "something drawn across text"
	covered    = "something drawn over text"
	freehand   = "a drawing with other lines than rules and bars"
	sketched   = "text whose letters are drawings"
	elsewhere  = "text that stands elsewhere than it is written, so that it may be taken for something else"
	absent     = "text in a font that is not in the file"
	renamed    = "text that stands for other text than its letters are"
)

// judge notes what makes a text hard to see where it is shown.
func (c *canvas) judge(r run, m matrix, size float64) {
	const contrast, opaque, readable, most = 0.35, 0.6, 3.5, 0.15
	ink, on := c.ink(), c.below(r.box)
	switch {
	case !ink.known || !on.known:
		c.doubt(colourless, r.text)
	case math.Abs(ink.light-on.light) < contrast || 1-ink.clear < opaque:
		c.doubt(pale, r.text)
	}
	if size < readable {
		c.doubt(tiny, r.text)
	}
	if m.a <= 0 || m.d <= 0 || math.Abs(m.b) > most*m.a || math.Abs(m.c) > 2*most*m.d || c.size <= 0 || c.across <= 0 {
		c.doubt(crooked, r.text)
	}
	if c.across < 0.6 || c.space < -most*math.Abs(c.size) || c.wordSpace < -2*most*math.Abs(c.size) {
		c.doubt(squeezed, r.text)
	}
	if c.mode >= 4 {
		c.doubt(holes, r.text)
	}
	if c.layers > 0 {
		c.doubt(layered, r.text)
	}
	if c.odd || !r.isMostlyWithin(c.clip) {
		c.doubt(cut, r.text)
	}
	if c.font == nil || c.font.drawings {
		c.doubt(sketched, r.text)
	}
	if c.font != nil && c.font.foreign {
		c.doubt(absent, r.text)
	}
	c.overlaps(r)
}

// isMostlyWithin reports whether what is outside of a box is not missed.
func (b box) isMostlyWithin(o box) bool {
	const least = 0.85
	in := b.within(o)
	return !in.isEmpty() && (in.right-in.left) >= least*(b.right-b.left) && (in.top-in.foot) >= least*(b.top-b.foot)
}

// overlaps looks for text below a text.
func (c *canvas) overlaps(r run) {
	const least = 0.3 // of the lower one's height
	if !c.file.pay(len(c.runs) / 4) {
		return
	}
	for _, o := range c.runs {
		in := r.within(o.box)
		high := min(r.top-r.foot, o.top-o.foot)
		if in.top-in.foot > least*high && in.right-in.left > least*high {
			c.doubt(twice, o.text+" / "+r.text)
			return
		}
	}
}

// core is where the letters of a line of text are black.
func (b box) core() box {
	const edge = 0.2
	h := b.top - b.foot
	return box{b.left, b.foot + edge*h, b.right, b.top - edge*h}
}

// crosses looks for text that a line or a small area is drawn across.
func (c *canvas) crosses(b box) {
	if !c.file.pay(1 + len(c.runs)/4) {
		return
	}
	b = b.within(c.clip)
	for _, r := range c.runs {
		core := r.core()
		in := b.within(core)
		if in.right-in.left > 0 && in.top-in.foot > 0 {
			c.doubt(across, r.text)
		}
	}
	c.lines = append(c.lines, b)
}

// crossed looks for lines that were drawn before a text across it.
func (c *canvas) crossed(r run) {
	if !c.file.pay(len(c.lines) / 4) {
		return
	}
	core := r.core()
	for _, b := range c.lines {
		if in := b.within(core); in.right-in.left > 0 && in.top-in.foot > 0 {
			c.doubt(across, r.text)
			return
		}
	}
}

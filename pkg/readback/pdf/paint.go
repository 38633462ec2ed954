package pdf

// path is a path being made.
type path struct {
	box
	clips  bool // nothing shows outside of it from now on
	x, y   float64
	sx, sy float64 // where it began
	curves bool    // it is made of other lines than level and plumb ones
	pieces int
}

// mostSegments is how many pieces of a path are kept.
const mostSegments = 2000

// paint follows the operators of paths.
func (c *canvas) paint(op keyword, args operands) bool {
	switch op {
	case "m":
		c.reach(args.number(1), args.number(0))
		c.path.x, c.path.y = c.ctm.at(args.number(1), args.number(0))
		c.path.sx, c.path.sy = c.path.x, c.path.y
	case "l":
		c.reach(args.number(1), args.number(0))
		c.segment(args.number(1), args.number(0))
	case "h":
		c.close()
	case "c":
		c.reach(args.number(5), args.number(4))
		c.reach(args.number(3), args.number(2))
		c.reach(args.number(1), args.number(0))
		c.curve(args)
	case "v", "y":
		c.reach(args.number(3), args.number(2))
		c.reach(args.number(1), args.number(0))
		c.curve(args)
	case "re":
		x, y, w, h := args.number(3), args.number(2), args.number(1), args.number(0)
		for _, p := range [][2]float64{{x, y}, {x + w, y}, {x, y + h}, {x + w, y + h}} {
			c.reach(p[0], p[1])
		}
		c.rectangle(x, y, w, h)
	case "W", "W*":
		c.path.clips = true
	case "f", "F", "f*":
		c.filled()
		c.end()
	case "B", "B*", "b", "b*":
		c.filled()
		c.stroke()
		c.end()
	case "s":
		c.close()
		c.stroke()
		c.end()
	case "S":
		c.stroke()
		c.end()
	case "n":
		c.end()
	case "sh":
		c.page.fills++
		c.coats(c.clip, ground{box: c.clip})
	default:
		return false
	}
	return true
}

func (c *canvas) reach(x, y float64) {
	if c.path.box == (box{}) {
		c.path.box = nowhere
	}
	x, y = c.ctm.at(x, y)
	c.path.box = c.path.with(x, y)
}

// segment adds a straight line to the path.
func (c *canvas) segment(x, y float64) {
	x, y = c.ctm.at(x, y)
	b := nowhere.with(c.path.x, c.path.y).with(x, y)
	const slight = 0.5
	if b.right-b.left > slight && b.top-b.foot > slight {
		c.path.curves = true
	}
	c.piece(b)
	c.path.x, c.path.y = x, y
}

func (c *canvas) piece(b box) {
	if c.path.pieces++; len(c.segments) < mostSegments && c.file.pay(perObject) {
		c.segments = append(c.segments, b)
	}
}

func (c *canvas) close() {
	c.piece(nowhere.with(c.path.x, c.path.y).with(c.path.sx, c.path.sy))
	c.path.x, c.path.y = c.path.sx, c.path.sy
}

func (c *canvas) curve(args operands) {
	c.path.curves = true
	x, y := c.ctm.at(args.number(1), args.number(0))
	c.piece(nowhere.with(c.path.x, c.path.y).with(x, y))
	c.path.x, c.path.y = x, y
}

// rectangle adds the four sides of a rectangle.
func (c *canvas) rectangle(x, y, w, h float64) {
	side := func(x1, y1, x2, y2 float64) { c.piece(box{x1, y1, x2, y2}.turned(c.ctm)) }
	side(x, y, x+w, y)
	side(x, y+h, x+w, y+h)
	side(x, y, x, y+h)
	side(x+w, y, x+w, y+h)
	if c.ctm.b != 0 || c.ctm.c != 0 {
		c.path.curves = c.path.curves || !c.ctm.isSquare()
	}
}

// end ends the path.
func (c *canvas) end() {
	if c.path.clips && c.path.box != (box{}) {
		c.clip = c.clip.within(c.path.box)
		c.odd = c.odd || c.path.curves || c.path.pieces > 5
	}
	c.path, c.segments = path{}, c.segments[:0]
}

// stroke draws the path's line. A line as thick as characters are high may cover some.
func (c *canvas) stroke() {
	const cover = 3
	thick := c.thick * c.ctm.scale()
	if c.path.box == (box{}) {
		return
	}
	if c.path.curves && c.asides == 0 {
		c.doubt(freehand, "")
	}
	half := thick / 2
	for _, s := range c.segments {
		c.crosses(s.grown(half))
	}
	if thick <= cover {
		return
	}
	c.cover(c.path.grown(half))
}

func (b box) grown(by float64) box { return box{b.left - by, b.foot - by, b.right + by, b.top + by} }

// filled fills the path. What is as flat as a rule cannot hide a letter, but strike it out.
func (c *canvas) filled() {
	const flat = 2
	b := c.path.box
	c.cover(b)
	if b == (box{}) || b.within(c.clip).isEmpty() {
		return
	}
	if c.path.curves && !c.isBullet(b) && !c.isSign(b) {
		c.doubt(freehand, "")
	}
	if c.isBullet(b) || b.right-b.left < flat || b.top-b.foot < flat {
		c.crosses(b)
		return
	}
	b = b.within(c.clip)
	c.coats(b, ground{b, c.fill.light, c.fill.known && c.fill.clear < 0.1})
}

// isBullet reports whether a round area is as small as the sign before an item of a list.
func (c *canvas) isBullet(b box) bool {
	const most, slight = 6, 1 // points
	wide, high := b.right-b.left, b.top-b.foot
	return wide <= most && high <= most && wide-high < slight && high-wide < slight
}

// isSign reports whether an area may be the sign of recycling: at the foot of a page, as large as a
// sign, of three arrows with ten sides each, and the only one.
func (c *canvas) isSign(b box) bool {
	const most, foot = 24, 75 // points
	const sides = 3 * 10
	if c.path.pieces != sides || c.view.isEmpty() || b.top > c.view.foot+foot || b.right-b.left > most || b.top-b.foot > most {
		return false
	}
	c.signs++
	return c.signs == 1
}

// coats lays an area over what was drawn. Text on it that is written later is seen against
// its colour.
func (c *canvas) coats(b box, g ground) {
	if b.isEmpty() || !c.file.pay(perObject+len(c.runs)/4) {
		return
	}
	const faint = 0.7 // or clearer: what is below is seen
	if c.fill.clear < faint && (!c.sheer || c.mixed || c.fill.clear > 0) {
		for _, r := range c.runs {
			if in := b.within(r.core()); in.right-in.left > 0.1*(r.top-r.foot) && in.top-in.foot > 0 {
				c.doubt(covered, r.text)
			}
		}
	}
	if c.fill.clear < faint {
		c.grounds = append(c.grounds, g)
	}
}

// cover fills a box. What was written below it cannot be seen any more.
func (c *canvas) cover(b box) {
	b = b.within(c.clip)
	if c.sheer || c.off > 0 || b.isEmpty() || !c.file.pay(1+len(c.runs)/4) {
		return
	}
	c.page.fills++
	for _, run := range c.runs {
		if b.hides(run.box) {
			c.page.Hidden = true
			return
		}
	}
}

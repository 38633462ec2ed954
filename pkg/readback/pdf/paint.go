package pdf

// path is a path being made.
type path struct {
	box
	clips bool // nothing shows outside of it from now on
}

// paint follows the operators of paths.
func (c *canvas) paint(op keyword, args operands) bool {
	switch op {
	case "m", "l":
		c.reach(args.number(1), args.number(0))
	case "c":
		c.reach(args.number(5), args.number(4))
		c.reach(args.number(3), args.number(2))
		c.reach(args.number(1), args.number(0))
	case "v", "y":
		c.reach(args.number(3), args.number(2))
		c.reach(args.number(1), args.number(0))
	case "re":
		x, y, w, h := args.number(3), args.number(2), args.number(1), args.number(0)
		for _, p := range [][2]float64{{x, y}, {x + w, y}, {x, y + h}, {x + w, y + h}} {
			c.reach(p[0], p[1])
		}
	case "W", "W*":
		c.path.clips = true
	case "f", "F", "f*", "B", "B*", "b", "b*":
		c.cover(c.path.box)
		c.end()
	case "S", "s":
		c.stroke()
		c.end()
	case "n":
		c.end()
	case "sh":
		c.page.fills++
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

// end ends the path.
func (c *canvas) end() {
	if c.path.clips && c.path.box != (box{}) {
		c.clip = c.clip.within(c.path.box)
	}
	c.path = path{}
}

// stroke draws the path's line. A line as thick as characters are high may cover some.
func (c *canvas) stroke() {
	const cover = 3
	thick := c.thick * c.ctm.scale()
	if thick <= cover || c.path.box == (box{}) {
		return
	}
	b, half := c.path.box, thick/2
	c.cover(box{b.left - half, b.foot - half, b.right + half, b.top + half})
}

// cover fills a box. What was written below it cannot be seen any more.
func (c *canvas) cover(b box) {
	b = b.within(c.clip)
	if c.sheer || c.off > 0 || b.isEmpty() || !c.file.pay(1+len(c.runs)/4) {
		return
	}
	c.page.fills++
	for _, run := range c.runs {
		if b.hides(run) {
			c.page.Hidden = true
			return
		}
	}
}

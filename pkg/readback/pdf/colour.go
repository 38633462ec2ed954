package pdf

// paint is what is filled or drawn with.
type paint struct {
	inks  int     // of its colour space: 1, 3 or 4; 0 for one that is not known
	light float64 // from 0 for black to 1 for white
	known bool    // how light it is
	clear float64 // from 0 to 1: how much it lets through
}

var black = paint{inks: 1, known: true}

// coloured sets colours and their spaces.
func (c *canvas) coloured(op keyword, args operands, s *scope) {
	p := &c.fill
	if op[0] >= 'A' && op[0] <= 'Z' {
		p = &c.pen
	}
	switch op {
	case "g", "G":
		p.inks = 1
	case "rg", "RG":
		p.inks = 3
	case "k", "K":
		p.inks = 4
	case "cs", "CS":
		p.inks = c.file.inks(args.name(0), s)
		*p = paint{inks: p.inks, known: p.inks > 0, clear: p.clear}
		return
	}
	p.light, p.known = lightness(args, p.inks)
}

// inks is how many inks a colour space has, 0 where that does not say how light its
// colours are.
func (f *File) inks(n name, s *scope) int {
	space := f.get(f.dict(s.resources["ColorSpace"])[n])
	if space == nil {
		space = n
	}
	list, isList := space.(array)
	if isList && len(list) > 0 {
		space = f.get(list[0])
	}
	switch space {
	case any(name("DeviceGray")), any(name("CalGray")):
		return 1
	case any(name("DeviceRGB")), any(name("CalRGB")):
		return 3
	case any(name("DeviceCMYK")):
		return 4
	case any(name("ICCBased")):
		if len(list) > 1 {
			n, _ := f.number(f.dict(list[1])["N"])
			return n
		}
	}
	return 0
}

// lightness says how light a colour is.
func lightness(args operands, inks int) (light float64, known bool) {
	if len(args) != inks {
		return 0, false
	}
	switch inks {
	case 1:
		return args.number(0), true
	case 3:
		return 0.3*args.number(2) + 0.59*args.number(1) + 0.11*args.number(0), true
	case 4:
		return max(0, 1-args.number(0)-0.3*args.number(3)-0.59*args.number(2)-0.11*args.number(1)), true
	}
	return 0, false
}

// ground is an area that was filled, on which text may stand.
type ground struct {
	box
	light float64
	known bool
}

// paper is what a page is before anything is drawn.
var paper = ground{box: everywhere, light: 1, known: true}

// below returns what a text stands on.
func (c *canvas) below(run box) ground {
	x, y := (run.left+run.right)/2, (run.foot+run.top)/2
	for i := len(c.grounds) - 1; i >= 0; i-- {
		if g := c.grounds[i]; g.left <= x && x <= g.right && g.foot <= y && y <= g.top {
			return g
		}
	}
	return paper
}

// ink is what text is shown in: the lighter of what its letters are filled and drawn with
// does not count.
func (c *canvas) ink() paint {
	switch {
	case c.mode == 1 || c.mode == 5:
		return c.pen
	case (c.mode == 2 || c.mode == 6) && c.pen.light < c.fill.light:
		return c.pen
	}
	return c.fill
}

package pdf

// state is the state of graphics: what q saves and Q restores.
type state struct {
	ctm       matrix
	clip      box // nothing shows outside of it
	font      *encoder
	size      float64
	leading   float64
	rise      float64 // above the line
	across    float64 // how much wider characters are set
	space     float64 // after each character
	wordSpace float64 // after each blank
	mode      int     // of showing text
	white     bool    // what is filled is white
	sheer     bool    // what is filled lets through what is below
	mixed     bool    // it is mixed with what is below in a way that may hide it
	fill, pen paint   // what is filled and what lines are drawn with
	odd       bool    // the clip is no rectangle
	thick     float64 // how thick lines are
}

// mostSaved is how many states may wait to be restored.
const mostSaved = 10_000

// set follows the operators of the state of graphics.
func (c *canvas) set(op keyword, args operands, s *scope) {
	switch op {
	case "q":
		if len(c.outer) >= mostSaved {
			c.file.exhaust()
		} else {
			c.outer = append(c.outer, c.state)
		}
	case "Q":
		if n := len(c.outer); n > c.floor {
			c.state, c.outer = c.outer[n-1], c.outer[:n-1]
		}
	case "cm":
		c.ctm = args.matrix().within(c.ctm)
	case "w":
		c.thick = args.number(0)
	case "TL":
		c.leading = args.number(0)
	case "Ts":
		c.rise = args.number(0)
	case "Tz":
		c.across = args.number(0) / 100
	case "Tc":
		c.space = args.number(0)
	case "Tw":
		c.wordSpace = args.number(0)
	case "Tr":
		c.mode = int(args.number(0))
	case "g", "rg":
		c.white = args.all(1)
		c.coloured(op, args, s)
	case "k":
		c.white = args.all(0)
		c.coloured(op, args, s)
	case "cs":
		c.white = false
		c.coloured(op, args, s)
	case "G", "RG", "K", "CS":
		c.coloured(op, args, s)
	case "sc", "scn", "SC", "SCN":
		c.coloured(op, args, s)
		c.setColour(op, args, s)
	}
}

// matrix returns the last six operands as a matrix.
func (o operands) matrix() matrix {
	return matrix{o.number(5), o.number(4), o.number(3), o.number(2), o.number(1), o.number(0)}
}

// all reports whether all operands are a number.
func (o operands) all(n float64) bool {
	for i := range o {
		if o.number(i) != n {
			return false
		}
	}
	return len(o) > 0
}

// setColour sets a colour or a pattern. What a pattern shows is read when it is set.
func (c *canvas) setColour(op keyword, args operands, s *scope) {
	if n := args.name(0); n != "" {
		if p, ok := c.file.get(c.file.dict(s.resources["Pattern"])[n]).(*stream); ok {
			outer := c.ctm
			c.ctm = upright
			c.form(p, s)
			c.ctm = outer
		}
		return
	}
	if op == "sc" || op == "scn" {
		const inks = 4
		c.white = len(args) == inks && args.all(0) || len(args) != inks && args.all(1)
	}
}

// setState sets what a dictionary says of the state of graphics.
func (c *canvas) setState(d dict, s *scope) {
	f := c.file
	if v := f.get(d["BM"]); v != nil {
		if list, ok := v.(array); ok && len(list) > 0 {
			v = f.get(list[0])
		}
		c.sheer = v != any(name("Normal")) && v != any(name("Compatible"))
		c.mixed = c.sheer && v != any(name("Multiply")) && v != any(name("Darken"))
	}
	if v := f.get(d["ca"]); v != nil {
		c.sheer = c.sheer || decimal(v) < 1
		c.fill.clear = 1 - decimal(v)
	}
	if v := f.get(d["CA"]); v != nil {
		c.pen.clear = 1 - decimal(v)
	}
	c.transfers(d)
	if v := f.get(d["LW"]); v != nil {
		c.thick = decimal(v)
	}
	if list, ok := f.get(d["Font"]).(array); ok && len(list) == 2 {
		c.font, c.size = f.encoder(list[0], s.depth), decimal(f.get(list[1]))
	}
	if mask, ok := f.get(d["SMask"]).(dict); ok { // text in a mask shows as holes do
		c.odd = true
		if group, ok := f.get(mask["G"]).(*stream); ok {
			c.form(group, s)
		}
	}
}

// transfers notes functions that turn colours into others.
func (c *canvas) transfers(d dict) {
	for _, key := range []name{"TR", "TR2"} {
		v := c.file.get(d[key])
		if v != nil && v != any(name("Identity")) && v != any(name("Default")) {
			c.fill.inks, c.fill.known, c.pen.inks, c.pen.known = 0, false, 0, false
		}
	}
}

func (c *canvas) setFont(args operands, s *scope) {
	n := args.name(1)
	if s.fonts[n] == nil {
		s.fonts[n] = c.file.encoder(c.file.dict(s.resources["Font"])[n], s.depth)
	}
	c.font, c.size = s.fonts[n], args.number(0)
}

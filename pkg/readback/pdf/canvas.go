package pdf

// canvas follows the operators of a page and gathers its text.
type canvas struct {
	file *File
	page Page

	writing
	state
	outer       []state // those that will be restored
	floor       int     // how many of them the present content must not restore
	marks       []mark  // the marked content around
	asides, off int     // how many of them are artifacts, and how many are off
	path        path
	spots       []spot           // where stretches of text begin that belong to the page
	runs        []box            // where text was shown
	drawn       map[*stream]bool // the drawings around
}

// mark is marked content.
type mark struct {
	aside bool // it is an artifact
	off   bool // it belongs to a layer that is off
	part  int  // of the structure that it belongs to
}

func newCanvas(f *File) *canvas {
	c := &canvas{file: f, drawn: map[*stream]bool{}}
	c.ctm, c.clip, c.across, c.line = upright, everywhere, 1, lineStart(upright)
	return c
}

// mostOperands is how many operands an operator may have; of more, only the last are kept.
const mostOperands = 64

// draw follows the operators of a content stream.
func (c *canvas) draw(content []byte, resources dict, depth int) {
	s := scope{resources: resources, fonts: map[name]*encoder{}, depth: depth}
	marks, floor := len(c.marks), c.floor
	c.floor = len(c.outer)
	l := newLexer(content, 0, &c.file.work)
	var args operands
	for !l.done() {
		v := l.object()
		op, isOp := v.(keyword)
		if !isOp {
			if len(args) == mostOperands {
				args = append(args[:0], args[1:]...)
			}
			args = append(args, v)
			continue
		}
		switch op {
		case "BI":
			c.inlinePicture(l)
		case "EMC":
			if len(c.marks) > marks { // a drawing does not end what is around it
				c.endMarked()
			}
		default:
			c.operate(op, args, &s)
		}
		args = args[:0]
	}
	for len(c.marks) > marks {
		c.endMarked()
	}
	c.outer, c.floor = c.outer[:min(c.floor, len(c.outer))], floor
}

// scope is what a content stream can name, and how deep it stands.
type scope struct {
	resources dict
	fonts     map[name]*encoder // those that it set before
	depth     int
}

// operate passes one operator to the method that knows it.
func (c *canvas) operate(op keyword, args operands, s *scope) {
	switch op {
	case "Do":
		c.do(args.name(0), s)
	case "Tf":
		c.setFont(args, s)
	case "gs":
		c.setState(c.file.dict(c.file.dict(s.resources["ExtGState"])[args.name(0)]), s)
	case "BDC":
		c.beginMarked(args.name(1), args.last(0), s)
	case "BMC":
		c.beginMarked(args.name(0), nil, s)
	default:
		if !c.write(op, args) && !c.paint(op, args) {
			c.set(op, args, s)
		}
	}
}

// beginMarked begins marked content.
func (c *canvas) beginMarked(tag name, properties any, s *scope) {
	m := mark{aside: tag == "Artifact", part: c.part()}
	if n, ok := properties.(name); ok {
		properties = c.file.dict(s.resources["Properties"])[n]
		m.off = tag == "OC" && c.file.isOff(properties)
	}
	if number, ok := c.file.number(c.file.dict(properties)["MCID"]); ok {
		m.part = number
	}
	c.push(m)
}

// part returns the part of the structure that is being drawn.
func (c *canvas) part() int {
	if n := len(c.marks); n > 0 {
		return c.marks[n-1].part
	}
	return none
}

func (c *canvas) push(m mark) {
	if !c.file.pay(perObject) {
		return
	}
	c.marks = append(c.marks, m)
	c.count(m, 1)
}

// endMarked ends marked content.
func (c *canvas) endMarked() {
	n := len(c.marks) - 1
	c.count(c.marks[n], -1)
	c.marks = c.marks[:n]
}

func (c *canvas) count(m mark, by int) {
	if m.aside {
		c.asides += by
	}
	if m.off {
		c.off += by
	}
}

// operands are what stands before an operator.
type operands []any

// last returns an operand, counted from the last.
func (o operands) last(n int) any {
	if n < len(o) {
		return o[len(o)-1-n]
	}
	return nil
}

func (o operands) name(n int) name {
	s, _ := o.last(n).(name)
	return s
}

func (o operands) number(n int) float64 { return decimal(o.last(n)) }

// decimal returns a number of either kind, and 0 for anything else.
func decimal(v any) float64 {
	switch v := v.(type) {
	case int:
		return float64(v)
	case float64:
		return v
	}
	return 0
}

package pdf

import "strings"

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
	runs        []run            // where text was shown
	grounds     []ground         // what was filled
	lines       []box            // what is too thin to be a ground
	layers      int              // around that can be switched off
	segments    []box            // of the path
	stated      int              // how much of the content around says what it shows
	heard       strings.Builder  // what it shows
	drawn       map[*stream]bool // the drawings around
	view        box              // what of the page is shown
	signs       int              // drawings that may be the sign of recycling
}

// mark is marked content.
type mark struct {
	aside bool // it is an artifact
	off   bool // it belongs to a layer that is off
	layer bool // it belongs to a layer
	part  int  // of the structure that it belongs to
	says  string
	from  int // where what it shows begins in what was heard
}

func newCanvas(f *File) *canvas {
	c := &canvas{file: f, drawn: map[*stream]bool{}}
	c.ctm, c.clip, c.across, c.line, c.fill, c.pen, c.thick = upright, everywhere, 1, lineStart(upright), black, black, 1
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
		m.layer = tag == "OC"
		m.off = m.layer && c.file.isOff(properties)
	}
	d := c.file.dict(properties)
	if number, ok := c.file.number(d["MCID"]); ok {
		m.part = number
	}
	if d["ActualText"] != nil {
		m.says, m.from = "-"+c.file.text(d["ActualText"]), c.heard.Len()
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
	m := c.marks[n]
	c.count(m, -1)
	c.marks = c.marks[:n]
	if m.says != "" && m.from <= c.heard.Len() {
		if shown := c.heard.String()[m.from:]; !c.softened(m.says[1:], shown) && strings.Join(strings.Fields(shown), "") != strings.ReplaceAll(m.says[1:], " ", "") {
			c.doubt(renamed, m.says[1:])
		}
	}
}

func (c *canvas) count(m mark, by int) {
	if m.aside {
		c.asides += by
	}
	if m.off {
		c.off += by
	}
	if m.layer {
		c.layers += by
	}
	if m.says != "" {
		c.stated += by
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

package pdf

import "bytes"

// deepestForm is how far drawings may hold drawings.
const deepestForm = 30

// do draws a drawing within the drawing, or a picture.
func (c *canvas) do(n name, s *scope) {
	x, ok := c.file.get(c.file.dict(s.resources["XObject"])[n]).(*stream)
	if !ok {
		return
	}
	if c.file.get(x.dict["Subtype"]) == any(name("Image")) {
		c.page.Pictures++
		c.picture()
		return
	}
	c.push(mark{layer: x.dict["OC"] != nil, off: c.file.isOff(x.dict["OC"]), part: c.part()})
	c.form(x, s)
	c.endMarked()
}

// form draws what is kept as a stream of its own: a drawing, a pattern, a mask. One
// that draws itself is left out there, as viewers do.
func (c *canvas) form(x *stream, s *scope) {
	if c.drawn[x] || !c.file.pay(perStream) {
		return
	}
	content, complete := c.file.decode(x)
	if !complete || s.depth >= deepestForm {
		c.page.Unread = true
	}
	if s.depth >= deepestForm {
		return
	}
	resources := c.file.dict(x.dict["Resources"])
	if resources == nil {
		resources = s.resources
	}
	outer := c.state
	c.ctm = c.file.matrix(x.dict["Matrix"]).within(c.ctm)
	if b, ok := c.file.box(x.dict["BBox"]); ok {
		c.clip = c.clip.within(b.turned(c.ctm))
	}
	c.flush()
	c.drawn[x] = true
	c.draw(content, resources, s.depth+1)
	delete(c.drawn, x)
	c.flush()
	c.state = outer
}

// picture draws a picture, which covers what is below it and may be of any colour.
func (c *canvas) picture() {
	b := box{0, 0, 1, 1}.turned(c.ctm).within(c.clip)
	c.page.shown = append(c.page.shown, b)
	c.coats(b, ground{box: b})
}

// pictures notes pictures, but for two that may be the barcode and the sign of recycling in the
// foot of a page.
func (c *canvas) pictures() {
	const high, foot, most = 30, 80, 2 // points, and pictures
	for i, b := range c.page.shown {
		if i >= most || c.view.isEmpty() || b.top-b.foot > high || b.top > c.view.foot+foot {
			c.doubt("a picture, which may show anything", "")
		}
	}
}

// inlinePicture skips a picture that stands among the operators.
func (c *canvas) inlinePicture(l *lexer) {
	c.page.Pictures++
	c.picture()
	from := l.at
	l.skipPicture()
	if inner := l.b[from:l.at]; hasText(inner) {
		c.page.Unread = true
	}
}

// hasText reports whether a picture may end before it seems to, with text behind it:
// viewers do not agree on where it does.
func hasText(picture []byte) bool {
	for at := 0; ; {
		i := bytes.Index(picture[at:], []byte("EI"))
		if i < 0 {
			return false
		}
		if at += i + len("EI"); at >= len(picture) || !isBlank(picture[at]) && !isDelimiter(picture[at]) {
			continue
		}
		return hasOperator(picture[at:], "Tj") || hasOperator(picture[at:], "TJ") || hasOperator(picture[at:], "Do")
	}
}

// hasOperator reports whether an operator stands in what may be a picture's bytes.
func hasOperator(b []byte, op string) bool {
	for at := 0; ; {
		i := bytes.Index(b[at:], []byte(op))
		if i < 0 {
			return false
		}
		at += i + len(op)
		before := b[max(0, at-len(op)-1)]
		if (isBlank(before) || isDelimiter(before)) && (at == len(b) || isBlank(b[at])) {
			return true
		}
	}
}

// skipPicture skips a picture that stands among the operators.
func (l *lexer) skipPicture() {
	at := bytes.Index(l.b[l.at:], []byte("ID"))
	if at < 0 {
		l.at = len(l.b)
		return
	}
	l.at += at
	for {
		end := bytes.Index(l.b[l.at:], []byte("EI"))
		if end < 0 {
			l.at = len(l.b)
			return
		}
		l.at += end + 2
		if isBlank(l.b[l.at-3]) && (l.at == len(l.b) || isBlank(l.b[l.at])) {
			return
		}
	}
}

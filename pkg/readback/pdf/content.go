package pdf

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// canvas follows the operators of a page and gathers its text.
type canvas struct {
	file *File
	page Page

	line    strings.Builder
	inside  bool // the line stands within an artifact
	tagged  bool
	font    *encoder
	fonts   []*encoder // those of outer graphics states
	marks   []bool     // the marked content around, and whether each is an artifact
	asides  int        // how many of them are
	leading float64
	x, y    float64 // where the line of text begins
	drawnY  float64 // where the line being gathered stands
}

// deepestForm is how far drawings may hold drawings.
const deepestForm = 8

// mostOperands is how many operands an operator may have.
const mostOperands = 64

// draw follows the operators of a content stream.
func (c *canvas) draw(content []byte, resources dict, depth int) {
	l := newLexer(content, 0, &c.file.work)
	fonts := map[name]*encoder{}
	var args []any
	outside := len(c.marks)
	for !l.done() {
		v := l.object()
		op, isOp := v.(keyword)
		if !isOp {
			if len(args) == mostOperands { // what counts is the last
				args = append(args[:0], args[1:]...)
			}
			args = append(args, v)
			continue
		}
		switch op {
		case "BI":
			l.skipPicture()
			c.page.Pictures++
		case "Do":
			c.do(args, resources, depth)
		case "Tf":
			c.setFont(args, resources, fonts)
		case "BDC", "BMC":
			c.open(args)
		case "EMC":
			if len(c.marks) > outside { // a drawing does not end what is around it
				c.close()
			}
		default:
			c.operate(op, args)
		}
		args = args[:0]
	}
	for len(c.marks) > outside {
		c.close()
	}
}

func (c *canvas) operate(op keyword, args []any) {
	switch op {
	case "q":
		if c.file.pay(perObject) {
			c.fonts = append(c.fonts, c.font)
		}
	case "Q":
		if n := len(c.fonts); n > 0 {
			c.font, c.fonts = c.fonts[n-1], c.fonts[:n-1]
		}
	case "BT", "ET":
		c.flush()
		c.x, c.y = 0, 0
	case "TL":
		c.leading = last(args, 0)
	case "Td", "TD":
		c.move(last(args, 1), last(args, 0))
		if op == "TD" {
			c.leading = -last(args, 0)
		}
	case "Tm":
		c.move(last(args, 1)-c.x, last(args, 0)-c.y)
	case "T*":
		c.move(0, -c.leading)
	case "'", `"`:
		c.move(0, -c.leading)
		c.showLast(args)
	case "Tj":
		c.showLast(args)
	case "TJ":
		c.showAll(args)
	}
}

// last returns the operand that is so far from the last.
func last(args []any, n int) float64 {
	if n >= len(args) {
		return 0
	}
	switch v := args[len(args)-1-n].(type) {
	case int:
		return float64(v)
	case float64:
		return v
	}
	return 0
}

// move goes to another place: to another line, or on on this one.
func (c *canvas) move(dx, dy float64) {
	c.x, c.y = c.x+dx, c.y+dy
	if c.line.Len() == 0 {
		return
	}
	if off := c.y - c.drawnY; off > 2 || off < -2 {
		c.flush()
	} else if dx != 0 {
		c.blank()
	}
}

// blank puts a blank behind what was shown, if there is none.
func (c *canvas) blank() {
	if s := c.line.String(); s != "" && !strings.HasSuffix(s, " ") {
		c.line.WriteByte(' ')
	}
}

func (c *canvas) showLast(args []any) {
	if len(args) > 0 {
		c.show(args[len(args)-1])
	}
}

// wordGap is how far a word stands from the last, in thousandths of the type's size,
// where nothing but the distance parts them.
const wordGap = 220

func (c *canvas) showAll(args []any) {
	if len(args) == 0 {
		return
	}
	list, _ := args[len(args)-1].(array)
	for _, v := range list {
		switch v.(type) {
		case text:
			c.show(v)
		case int, float64:
			if last([]any{v}, 0) < -wordGap {
				c.blank()
			}
		}
	}
}

func (c *canvas) show(v any) {
	t, ok := v.(text)
	if !ok {
		return
	}
	if aside, tagged := c.artifact(), len(c.marks) > 0; c.line.Len() > 0 && (aside != c.inside || tagged != c.tagged) {
		c.flush()
	}
	if c.line.Len() == 0 {
		c.inside, c.tagged, c.drawnY = c.artifact(), len(c.marks) > 0, c.y
	}
	decoded := c.font.decode(string(t))
	if !c.file.pay(perLetter * len(decoded)) {
		return
	}
	c.line.WriteString(decoded)
}

// flush ends a line. It ends with a blank, unless it may have been broken within a
// word, behind a hyphen or a slash.
func (c *canvas) flush() {
	s := c.line.String()
	if s == "" {
		return
	}
	c.line.Reset()
	if end, _ := utf8.DecodeLastRuneInString(s); !unicode.IsSpace(end) && !strings.ContainsRune("-\u2010–—/", end) {
		s += " "
	}
	c.page.Lines = append(c.page.Lines, Line{Text: s, Artifact: c.inside, Tagged: c.tagged})
}

// open begins marked content.
func (c *canvas) open(args []any) {
	aside := false
	if len(args) > 0 {
		aside = args[0] == any(name("Artifact"))
	}
	if !c.file.pay(perObject) {
		return
	}
	c.marks = append(c.marks, aside)
	if aside {
		c.asides++
	}
}

// close ends marked content.
func (c *canvas) close() {
	n := len(c.marks) - 1
	if c.marks[n] {
		c.asides--
	}
	c.marks = c.marks[:n]
}

func (c *canvas) artifact() bool { return c.asides > 0 }

// setFont sets a font; fonts are those that the same content set before.
func (c *canvas) setFont(args []any, resources dict, fonts map[name]*encoder) {
	if len(args) < 2 {
		return
	}
	n, ok := args[len(args)-2].(name)
	if !ok {
		return
	}
	if fonts[n] == nil {
		fonts[n] = c.file.encoder(c.file.dict(resources["Font"])[n])
	}
	c.font = fonts[n]
}

// do draws a drawing within the drawing, or a picture.
func (c *canvas) do(args []any, resources dict, depth int) {
	if len(args) == 0 || depth > deepestForm {
		return
	}
	n, _ := args[len(args)-1].(name)
	s, ok := c.file.get(c.file.dict(resources["XObject"])[n]).(*stream)
	if !ok {
		return
	}
	if s.dict["Subtype"] == any(name("Image")) {
		c.page.Pictures++
		return
	}
	own := c.file.dict(s.dict["Resources"])
	if own == nil {
		own = resources
	}
	font := c.font
	if !c.file.pay(perStream) {
		return
	}
	content, _ := c.file.decode(s)
	c.draw(content, own, depth+1)
	c.flush()
	c.font = font
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

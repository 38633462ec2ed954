package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// writing is the line of text being gathered.
type writing struct {
	text   strings.Builder
	inside bool // the line stands within an artifact
	tagged bool
	x, y   float64 // where the line of text begins, as its own operators have it
	drawnY float64 // where the line being gathered stands
	belong []part  // to which parts of the structure its text belongs
	line   origin
}

// origin is where the next text is shown.
type origin struct {
	matrix
	along float64 // how far text went on since
	known bool    // that is certain
}

func lineStart(m matrix) origin { return origin{matrix: m, known: true} }

// write follows the operators of text.
func (c *canvas) write(op keyword, args operands) bool {
	switch op {
	case "BT", "ET":
		c.flush()
		c.x, c.y, c.line = 0, 0, lineStart(upright)
	case "Td", "TD":
		c.move(args.number(1), args.number(0))
		if op == "TD" {
			c.leading = -args.number(0)
		}
	case "Tm":
		c.step(args.number(1)-c.x, args.number(0)-c.y, args.matrix())
		c.line = lineStart(args.matrix())
	case "T*":
		c.move(0, -c.leading)
	case "'", `"`:
		if op == `"` {
			c.wordSpace, c.space = args.number(2), args.number(1)
		}
		c.move(0, -c.leading)
		c.show(args.last(0))
	case "Tj":
		c.show(args.last(0))
	case "TJ":
		c.showAll(args.last(0))
	default:
		return false
	}
	return true
}

// move goes to another point: to another line, or further along this one.
func (c *canvas) move(dx, dy float64) {
	to := matrix{1, 0, 0, 1, dx, dy}.within(c.line.matrix)
	c.step(dx, dy, to)
	c.line = lineStart(to)
}

// step ends the line, or a word, when the point changes.
func (c *canvas) step(dx, dy float64, to matrix) {
	c.x, c.y = c.x+dx, c.y+dy
	if c.text.Len() == 0 {
		return
	}
	if off := c.y - c.drawnY; off > 2 || off < -2 {
		c.flush()
	} else if dx != 0 && !c.joins(to) {
		c.blank()
	}
}

// joins reports whether text goes on where the last ended: some programs move to each
// letter.
func (c *canvas) joins(to matrix) bool {
	const back = 200 // thousandths of the type's size, for kerning
	unit := math.Hypot(to.a, to.b)
	if !c.line.known || unit == 0 || c.size == 0 {
		return false
	}
	x, y := c.line.at(c.line.along, 0)
	gap := ((to.e-x)*to.a + (to.f-y)*to.b) / (unit * unit) / math.Abs(c.size) * 1000
	return gap < wordGap && gap > -back
}

// blank puts a blank behind what was shown, if there is none.
func (c *canvas) blank() {
	if s := c.text.String(); s != "" && !strings.HasSuffix(s, " ") {
		c.text.WriteByte(' ')
	}
}

// wordGap is how far a word stands from the last, in thousandths of the type's size,
// where nothing but the distance parts them.
const wordGap = 220

func (c *canvas) showAll(v any) {
	list, _ := v.(array)
	for _, v := range list {
		switch v.(type) {
		case text:
			c.show(v)
		case int, float64:
			c.line.along -= decimal(v) / 1000 * c.size * c.across
			if decimal(v) < -wordGap {
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
	if aside, tagged := c.asides > 0, len(c.marks) > 0; c.text.Len() > 0 && (aside != c.inside || tagged != c.tagged) {
		c.flush()
	}
	decoded := c.font.decode(string(t))
	price := perStretch
	if c.font == nil || c.font.cmap == nil { // which has been paid for its characters
		price += perLetter * len(decoded)
	}
	if !c.file.pay(price) {
		return
	}
	if c.stated > 0 {
		c.heard.WriteString(decoded)
	}
	c.record(decoded, string(t))
	if c.text.Len() == 0 {
		c.divides(decoded)
		c.parts()
		c.inside, c.tagged, c.drawnY = c.asides > 0, len(c.marks) > 0, c.y
	}
	c.belongs()
	c.text.WriteString(decoded)
}

// part is where in a line the text of a part of the structure begins.
type part struct{ from, number int }

// belongs notes to which part of the structure the text belongs that comes next.
func (c *canvas) belongs() {
	now := part{c.text.Len(), c.part()}
	if n := len(c.belong); n > 0 && c.belong[n-1].number == now.number || n == 0 && now.number == none || !c.file.pay(perObject) {
		return
	}
	c.belong = append(c.belong, now)
}

// record notes where text is shown, and whether it can be seen there.
func (c *canvas) record(shown, code string) {
	const high, least = 0.5, 0.5 // of a letter, in its size; of the smallest that can be read, in points
	m := c.line.within(c.ctm)
	from, known := c.line.along, c.line.known
	width, measured := c.font.advance(code, &c.state)
	c.line.along, c.line.known = from+width, known && measured
	if !strings.ContainsFunc(shown, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) }) {
		return
	}
	where := run{box{from, c.rise, from + width, c.rise + high*c.size}.turned(m), strings.TrimSpace(shown)}
	if x, y := m.at(from, c.rise); known && c.asides == 0 {
		s := spotOf(m, x, y, c.part())
		s.text, s.wide = where.text, where.right-where.left
		c.spots = append(c.spots, s)
	}
	size := math.Abs(c.size) * m.scale()
	const invisible, clipping = 3, 7
	if c.off > 0 || c.mode == invisible || c.mode == clipping || c.white || size < least || where.isDisjoint(c.clip) {
		c.page.Hidden = true
	}
	if c.font != nil && c.font.drawn {
		c.page.Unread = true
	}
	if width != 0 {
		c.judge(where, m, size)
		c.crossed(where)
	}
	c.runs = append(c.runs, where)
}

// parts puts a blank behind the last line if it ends with a mark that words are broken at,
// but the text goes on beside it: in another cell.
func (c *canvas) parts() {
	n, at := len(c.page.Lines)-1, len(c.runs)-1
	if n < 0 || at < 1 || strings.HasSuffix(c.page.Lines[n].Text, " ") {
		return
	}
	if last, now := c.runs[at-1], c.runs[at]; now.left > last.left && now.top > last.foot {
		c.page.Lines[n].Text += " "
	}
}

// flush ends a line. It ends with a blank, unless it may have been broken within a
// word, behind a hyphen or a slash, or was divided there: then a soft hyphen is its end, which is
// no part of the word.
func (c *canvas) flush() {
	s := c.text.String()
	if s == "" {
		return
	}
	c.text.Reset()
	const breaks = "-\u2010–—/"
	if word := strings.TrimRight(s, " "+softHyphen); word != "" && strings.HasPrefix(strings.TrimLeft(s[len(word):], " "), softHyphen) {
		s = word
	} else if end, _ := utf8.DecodeLastRuneInString(s); !unicode.IsSpace(end) && (!strings.ContainsRune(breaks, end) || strings.Trim(s, breaks) == "") {
		s += " "
	}
	c.page.Lines = append(c.page.Lines, Line{Text: s, Artifact: c.inside, Tagged: c.tagged, parts: c.belong})
	c.belong = nil
}

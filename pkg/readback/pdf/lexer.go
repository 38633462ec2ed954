package pdf

import (
	"bytes"
	"strconv"
)

// The kinds of object, as Go values: nil, bool, int, float64, text, name, array,
// dict, ref, *stream; and keyword for everything else, such as operators.
type (
	text    string
	name    string
	keyword string
	array   []any
	dict    map[name]any
	ref     struct{ number, generation int }
	stream  struct {
		dict
		raw []byte
	}
)

// deepest is how far objects may stand inside one another.
const deepest = 100

// lexer reads objects. It never fails: what is no object is a keyword, and it always
// gets on. When the work is used up, it stands at the end.
type lexer struct {
	b     []byte
	at    int
	paid  int // up to where
	depth int
	work  *work
}

func newLexer(b []byte, at int, w *work) *lexer {
	return &lexer{b: b, at: at, paid: at, work: w}
}

// pay pays for so much, and for what was read since the last time.
func (l *lexer) pay(n int) {
	read := max(0, l.at-l.paid)
	l.paid += read
	if !l.work.pay(n + read) {
		l.at = len(l.b)
	}
}

func isBlank(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// blanks skips blanks and comments.
func (l *lexer) blanks() {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case isBlank(c):
			l.at++
		case c == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

func (l *lexer) done() bool {
	l.blanks()
	l.pay(0)
	return l.at >= len(l.b)
}

// object reads the next object; the keyword "" stands at the end.
func (l *lexer) object() any {
	v := l.next()
	l.pay(0)
	return v
}

func (l *lexer) next() any {
	if l.done() {
		return keyword("")
	}
	switch c := l.b[l.at]; {
	case c == '(':
		return l.literal()
	case c == '/':
		return l.name()
	case c == '[':
		l.at++
		return array(l.until("]"))
	case c == '<' && l.follows("<<"):
		l.at += 2
		return l.dict()
	case c == '<':
		return l.hex()
	case l.follows(">>"):
		l.at += 2
		return keyword(">>")
	case isDelimiter(c):
		l.at++
		return keyword(c)
	}
	return l.word()
}

func (l *lexer) follows(s string) bool { return bytes.HasPrefix(l.b[l.at:], []byte(s)) }

// word reads a number, true, false, null or a keyword.
func (l *lexer) word() any {
	from := l.at
	for l.at < len(l.b) && !isBlank(l.b[l.at]) && !isDelimiter(l.b[l.at]) {
		l.at++
	}
	if !l.fits(l.at - from) {
		return keyword("")
	}
	w := string(l.b[from:l.at])
	switch w {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	if c := w[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		if n, err := strconv.Atoi(w); err == nil {
			return n
		}
		if f, err := strconv.ParseFloat(w, 64); err == nil {
			return f
		}
	}
	return keyword(w)
}

// until reads the objects before a closing keyword, and references among them.
func (l *lexer) until(end keyword) []any {
	l.depth++
	defer func() { l.depth-- }()
	if l.pay(perList); l.depth > deepest {
		l.work.exhaust()
	}
	var list []any
	for {
		v := l.object()
		switch v := v.(type) {
		case keyword:
			if v == end || v == "" || v == "endobj" || v == "stream" {
				return list
			}
			if n := len(list); v == "R" && n >= 2 {
				number, ok1 := list[n-2].(int)
				generation, ok2 := list[n-1].(int)
				if ok1 && ok2 {
					list = append(list[:n-2], ref{number, generation})
				}
			}
		default:
			l.pay(perObject)
			list = append(list, v)
		}
	}
}

func (l *lexer) dict() dict {
	d := dict{}
	list := l.until(">>")
	l.pay(perList)
	for i := 0; i+1 < len(list); {
		key, ok := list[i].(name)
		if !ok {
			i++
			continue
		}
		d[key] = list[i+1]
		i += 2
	}
	return d
}

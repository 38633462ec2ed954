package pdf

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// code is a character code of one to four bytes; four do not fit into an int of 32 bits.
type code struct {
	wide  int
	value uint32
}

// cmap says which text each code stands for.
type cmap struct {
	wide [5]bool // which lengths of codes there are
	text map[code]string
	work *work
}

// longestText is how long the text of one code may be, in bytes.
const longestText = 512

// readCmap reads a ToUnicode map.
func readCmap(data []byte, w *work) *cmap {
	m := &cmap{text: map[code]string{}, work: w}
	l := newLexer(data, 0, w)
	var stack []any
	for !l.done() {
		v := l.object()
		op, isOp := v.(keyword)
		if !isOp {
			l.pay(perObject)
			stack = append(stack, v)
			continue
		}
		switch op {
		case "endcodespacerange":
			for i := 0; i+1 < len(stack); i += 2 {
				if low, ok := stack[i].(text); ok && len(low) >= 1 && len(low) <= 4 {
					m.wide[len(low)] = true
				}
			}
		case "endbfchar":
			for i := 0; i+1 < len(stack); i += 2 {
				m.char(stack[i], stack[i+1])
			}
		case "endbfrange":
			for i := 0; i+2 < len(stack); i += 3 {
				m.span(stack[i], stack[i+1], stack[i+2])
			}
		}
		stack = stack[:0]
	}
	return m
}

func codeOf(v any) (code, bool) {
	t, ok := v.(text)
	if !ok || len(t) == 0 || len(t) > 4 {
		return code{}, false
	}
	return codeIn(string(t)), true
}

// codeIn reads up to four bytes as one code.
func codeIn(s string) code {
	c := code{wide: len(s)}
	for i := range len(s) {
		c.value = c.value<<8 | uint32(s[i])
	}
	return c
}

func (m *cmap) char(from, to any) {
	c, ok := codeOf(from)
	if t, isText := to.(text); ok && isText {
		m.put(c, string(t))
	}
}

// put records what a code stands for. A code given twice is paid for twice.
func (m *cmap) put(c code, to string) {
	if len(to) <= longestText && m.work.pay(perEntry+len(to)) {
		m.text[c] = fromUTF16(to)
	}
}

// span reads a range of codes, which stand for characters in a row or for a list.
func (m *cmap) span(low, high, to any) {
	from, ok1 := codeOf(low)
	last, ok2 := codeOf(high)
	if !ok1 || !ok2 || from.wide != last.wide {
		return
	}
	for at := uint64(0); uint64(from.value)+at <= uint64(last.value) && m.work.pay(perObject); at++ {
		c := code{from.wide, from.value + uint32(at)}
		switch to := to.(type) {
		case text:
			if len(to) < 2 || len(to) > longestText {
				return
			}
			b := []byte(to)
			tail := b[len(b)-2:]
			binary.BigEndian.PutUint16(tail, binary.BigEndian.Uint16(tail)+uint16(at))
			m.put(c, string(b))
		case array:
			if at >= uint64(len(to)) {
				return
			}
			if t, ok := to[at].(text); ok {
				m.put(c, string(t))
			}
		default:
			return
		}
	}
}

// fromUTF16 reads text in UTF-16 without a mark at its start.
func fromUTF16(s string) string {
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return string(utf16.Decode(units))
}

// decode turns codes into text. A code that stands for nothing known becomes a
// replacement character, so that it is seen.
func (m *cmap) decode(s string, usual int) string {
	var out strings.Builder
	for len(s) > 0 && m.work.pay(perCode) {
		n := m.next(s, usual)
		if t, ok := m.text[codeIn(s[:n])]; ok {
			m.work.pay(perLetter * len(t))
			out.WriteString(t)
		} else {
			out.WriteRune('\uFFFD')
		}
		s = s[n:]
	}
	return out.String()
}

// next returns how many bytes the next code has.
func (m *cmap) next(s string, usual int) int {
	for n := 1; n <= 4 && n <= len(s); n++ {
		if _, known := m.text[codeIn(s[:n])]; known && m.wide[n] {
			return n
		}
	}
	if usual < len(m.wide) && !m.wide[usual] {
		for n, has := range m.wide {
			if has {
				return min(n, len(s))
			}
		}
	}
	return min(usual, len(s))
}

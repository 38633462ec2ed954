package pdf

import "bytes"

func (l *lexer) name() name {
	l.at++
	var out []byte
	for l.at < len(l.b) && !isBlank(l.b[l.at]) && !isDelimiter(l.b[l.at]) && l.fits(len(out)) {
		c := l.b[l.at]
		if c == '#' && l.at+2 < len(l.b) && isHex(l.b[l.at+1]) && isHex(l.b[l.at+2]) {
			c = unhex(l.b[l.at+1])<<4 | unhex(l.b[l.at+2])
			l.at += 2
		}
		out = append(out, c)
		l.at++
	}
	return name(out)
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f'
}

func unhex(c byte) byte {
	if c <= '9' {
		return c - '0'
	}
	return c | 0x20 - 'a' + 10
}

// hex reads a string in hexadecimal.
func (l *lexer) hex() text {
	l.at++
	digits := l.b[l.at:]
	if end := bytes.IndexByte(digits, '>'); end >= 0 {
		digits = digits[:end]
	}
	l.at = min(l.at+len(digits)+1, len(l.b))
	if !l.fits(len(digits)) {
		return ""
	}
	return text(unhexed(digits))
}

// unhexed returns the bytes that digits stand for.
func unhexed(digits []byte) (out []byte) {
	half, have := byte(0), false
	for _, c := range digits {
		if !isHex(c) {
			continue
		}
		if have {
			out = append(out, half<<4|unhex(c))
		}
		half, have = unhex(c), !have
	}
	if have {
		out = append(out, half<<4)
	}
	return out
}

// longestWord is how long a string, a name or a number may be.
const longestWord = 1 << 20

// fits reports whether a string, a name or a number is not too long.
func (l *lexer) fits(n int) bool {
	if n > longestWord {
		l.work.exhaust()
		l.at = len(l.b)
		return false
	}
	return true
}

// literal reads a string in parentheses.
func (l *lexer) literal() text {
	l.at++
	var out []byte
	for depth := 1; l.at < len(l.b) && l.fits(len(out)); {
		c := l.b[l.at]
		l.at++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return text(out)
			}
		case '\\':
			out = l.escaped(out)
			continue
		case '\r':
			if l.at < len(l.b) && l.b[l.at] == '\n' {
				l.at++
			}
			c = '\n'
		}
		out = append(out, c)
	}
	return text(out)
}

// escaped reads what stands behind a backslash.
func (l *lexer) escaped(out []byte) []byte {
	if l.at >= len(l.b) {
		return out
	}
	c := l.b[l.at]
	l.at++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if l.at < len(l.b) && l.b[l.at] == '\n' {
			l.at++
		}
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	value := int(c - '0')
	for n := 0; n < 2 && l.at < len(l.b) && l.b[l.at] >= '0' && l.b[l.at] <= '7'; n++ {
		value = value<<3 | int(l.b[l.at]-'0')
		l.at++
	}
	return append(out, byte(value))
}

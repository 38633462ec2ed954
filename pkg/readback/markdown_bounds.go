package readback

import "bytes"

// The bounds of a Markdown text. The library that reads it takes much memory for each
// block; its time for brackets and for nested blocks grows with the square of their
// number.
const (
	mostMarkdown = 4 << 20
	mostBlocks   = 100_000 // lines, and marks of lists and quotes before them
	mostMarks    = 200_000 // of emphasis, code and HTML
	mostBrackets = 20_000
	mostBetween  = 1_000 // brackets in a row of lines without an empty one
	mostIndent   = 200   // before a line's text
)

// tangled reports whether a Markdown text was hardly written to be read.
func tangled(file []byte) bool {
	blocks, marks, brackets, between := 0, 0, 0, 0
	for rest := file; len(rest) > 0; {
		line := rest
		if at := bytes.IndexByte(rest, '\n'); at >= 0 {
			line, rest = rest[:at], rest[at+1:]
		} else {
			rest = nil
		}
		if len(bytes.TrimSpace(line)) == 0 {
			between = 0
		}
		within, before := lead(line)
		inBrackets, others := inline(line)
		blocks, marks, brackets, between = blocks+1+within, marks+others, brackets+inBrackets, between+inBrackets
		if blocks > mostBlocks || marks > mostMarks || brackets > mostBrackets || between > mostBetween || before > mostIndent {
			return true
		}
	}
	return false
}

// lead counts the marks of lists and quotes before a line's text, and how long what
// stands before it is.
func lead(line []byte) (marks, width int) {
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ' || c == '\r' || c == '\f' || c == '\v':
			width++
		case c == '\t':
			width += 4
		case c == '>' || bytes.IndexByte([]byte("-+*"), c) >= 0 && endsMark(line, i):
			marks, width = marks+1, width+1
		case c >= '0' && c <= '9':
			to := i
			for to < len(line) && line[to] >= '0' && line[to] <= '9' {
				to++
			}
			if to == len(line) || line[to] != '.' && line[to] != ')' || !endsMark(line, to) {
				return marks, width
			}
			marks, width, i = marks+1, width+to-i, to
		default:
			return marks, width
		}
	}
	return marks, width
}

// endsMark reports whether a blank follows, which the marks of lists need.
func endsMark(line []byte, at int) bool {
	return at+1 < len(line) && (line[at+1] == ' ' || line[at+1] == '\t')
}

// inline counts the marks within a line that no backslash stands before.
func inline(line []byte) (brackets, others int) {
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '[':
			brackets++
		case '*', '_', '`', '<':
			others++
		}
	}
	return brackets, others
}

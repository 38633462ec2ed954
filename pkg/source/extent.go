package source

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// The YAML library knows only where a node starts. What follows works out, from
// the file's own bytes, where it ends and where each part of a text was written.

// end returns the byte offset just behind the node.
func (n Node) end(start Pos) int {
	switch n.Kind() {
	case Scalar:
		if end, ok := n.simpleEnd(start.Offset); ok {
			return end
		}
		offsets := n.offsets(start)
		return offsets[len(offsets)-1]
	default:
		return n.collectionEnd(start)
	}
}

// simpleEnd returns where a scalar ends of which the text stands in the file as it is: most
// do.
func (n Node) simpleEnd(start int) (int, bool) {
	const block = yaml.LiteralStyle | yaml.FoldedStyle
	style, text, quote := n.yaml.Style, n.yaml.Value, ""
	switch {
	case style&block != 0 || text == "" || isBlank(text[len(text)-1]):
		return 0, false
	case style&yaml.DoubleQuotedStyle != 0:
		quote = `"`
	case style&yaml.SingleQuotedStyle != 0:
		quote = "'"
	}
	raw := n.file.Bytes[min(start, len(n.file.Bytes)):]
	size := len(quote) + len(text) + len(quote)
	if quote != "" && strings.ContainsAny(text, quote+`\`) || len(raw) < size ||
		string(raw[:len(quote)]) != quote || string(raw[len(quote):size-len(quote)]) != text || string(raw[size-len(quote):size]) != quote {
		return 0, false
	}
	return start + size, true
}

// collectionEnd returns where the last child ends, or the bracket behind it.
func (n Node) collectionEnd(start Pos) int {
	end := start.Offset
	if count := len(n.yaml.Content); count > 0 {
		last := Node{n.file, n.yaml.Content[count-1]}
		end = last.end(last.Start())
	}
	if n.yaml.Style&yaml.FlowStyle == 0 {
		return end
	}
	if end == start.Offset {
		end++ // past the opening bracket
	}
	for end < len(n.file.Bytes) {
		switch n.file.Bytes[end] {
		case ']', '}':
			return end + 1
		case '#':
			end = skipLine(n.file.Bytes, end)
		default:
			end++
		}
	}
	return end
}

// Part returns where the bytes from to to of the node's Text were written. It
// follows folds, quotes and escapes, so that a caret lands under the right word.
func (n Node) Part(from, to int) Span {
	if n.Kind() != Scalar {
		return n.Span()
	}
	offsets := n.textOffsets()
	last := len(offsets) - 1
	from, to = max(0, min(from, last)), max(0, min(to, last))
	begin, end := offsets[from], offsets[to]
	if to > from {
		// The end is exclusive: it follows the last character, not the fold or the
		// quote behind it.
		end = offsets[to-1] + n.width(offsets[to-1])
	}
	return n.file.Span(begin, end)
}

// textOffsets returns the offsets of the node's text; those of the last node asked for are
// kept, because a text with one mistake often has more.
func (n Node) textOffsets() []int {
	if kept := n.file.kept.Load(); kept != nil && kept.node == n.yaml {
		return kept.offsets
	}
	kept := &nodeOffsets{n.yaml, n.offsets(n.Start())}
	n.file.kept.Store(kept)
	return kept.offsets
}

// nodeOffsets is a node and the offsets of its text.
type nodeOffsets struct {
	node    *tree
	offsets []int
}

// width returns how many bytes of the file stand for the character at an offset.
func (n Node) width(at int) int {
	raw := n.file.Bytes
	switch {
	case at >= len(raw):
		return 0
	case n.yaml.Style&yaml.DoubleQuotedStyle != 0 && raw[at] == '\\':
		return escapeLen(raw[at:])
	case n.yaml.Style&yaml.SingleQuotedStyle != 0 && raw[at] == '\'':
		return 2
	}
	_, size := utf8.DecodeRune(raw[at:])
	return size
}

// offsets returns, for each byte of the scalar's text, where it was written; one
// more entry says where the scalar ends.
func (n Node) offsets(start Pos) []int {
	raw, text := n.file.Bytes, n.yaml.Value
	style := n.yaml.Style
	at := start.Offset
	switch {
	case style&yaml.DoubleQuotedStyle != 0, style&yaml.SingleQuotedStyle != 0:
		at++
	case style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		at = skipLine(raw, at)
	}
	double := style&yaml.DoubleQuotedStyle != 0
	single := style&yaml.SingleQuotedStyle != 0
	result := make([]int, 0, len(text)+1)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if isSpace(r) {
			at = n.skipSoft(at, r)
			// Folding may turn breaks into blanks, so blanks match loosely.
			result = append(result, at)
			if at < len(raw) && isBlank(raw[at]) {
				at++
			} else if double && at < len(raw) && raw[at] == '\\' {
				at += escapeLen(raw[at:])
			}
			i++
			continue
		}
		at = n.skipUnread(at, r)
		if letters := n.foldedAt(at, text[i:]); letters > 0 {
			for range letters {
				result = append(result, at)
			}
			at += n.width(at)
			i += letters
			continue
		}
		step := size
		switch {
		case double && at < len(raw) && raw[at] == '\\':
			step = escapeLen(raw[at:])
		case single && r == '\'':
			step = 2
		}
		for range size {
			result = append(result, at)
		}
		at += step
		i += size
	}
	return append(result, n.close(at, start.Offset))
}

// close returns where a scalar ends, given where its last character ended.
func (n Node) close(at, start int) int {
	raw := n.file.Bytes
	var quote byte
	switch {
	case n.yaml.Style&yaml.DoubleQuotedStyle != 0:
		quote = '"'
	case n.yaml.Style&yaml.SingleQuotedStyle != 0:
		quote = '\''
	default:
		for at > start && at <= len(raw) && isBlank(raw[at-1]) {
			at--
		}
		return min(at, len(raw))
	}
	for at < len(raw) && raw[at] != quote {
		at++
	}
	return min(at+1, len(raw))
}

// skipContinuation steps over an escaped line break and the indentation behind it.
func skipContinuation(raw []byte, at int) int {
	for at+1 < len(raw) && raw[at] == '\\' && (raw[at+1] == '\n' || raw[at+1] == '\r') {
		at++
		for at < len(raw) && isBlank(raw[at]) {
			at++
		}
	}
	return at
}

// escapeLen returns the length of the double-quoted escape that raw begins with.
func escapeLen(raw []byte) int {
	length := 2
	if len(raw) > 1 {
		switch raw[1] {
		case 'x':
			length = 4
		case 'u':
			length = 6
		case 'U':
			length = 10
		}
	}
	return min(length, len(raw))
}

func skipLine(raw []byte, at int) int {
	for at < len(raw) && raw[at] != '\n' && raw[at] != '\r' {
		at++
	}
	if strings.HasPrefix(string(raw[at:min(at+2, len(raw))]), "\r\n") {
		return at + 2
	}
	return min(at+1, len(raw))
}

func isBlank(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }

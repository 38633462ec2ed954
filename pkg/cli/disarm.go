package cli

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/source"
)

// disarm puts a blank into what services that run checks take for their commands: "::" at
// the beginning of a line (GitHub), which begins behind a carriage return too, and the signs
// of inLine wherever they stand. Of a line whose beginning is out already, mid says so.
func disarm(text []byte, mid bool) []byte {
	if bytes.IndexByte(text, ':') < 0 {
		return inLine(text, "# ")
	}
	out := make([]byte, 0, len(text)+len(text)/64)
	for len(text) > 0 {
		end := bytes.IndexAny(text, "\r\n") + 1
		if end == 0 {
			end = len(text)
		}
		line := text[:end]
		body := bytes.TrimLeftFunc(line, isUnread)
		if rest, ok := bytes.CutPrefix(body, []byte(":")); ok && !mid && bytes.HasPrefix(bytes.TrimLeftFunc(rest, isUnseen), []byte(":")) {
			out = append(out, line[:len(line)-len(body)]...)
			out = append(out, ": "...)
			line = rest
		}
		out = append(out, line...)
		text, mid = text[end:], false
	}
	return inLine(out, "# ")
}

// isUnseen reports characters that nobody sees, and that some ways of comparing texts, the
// service's perhaps, take no notice of.
func isUnseen(r rune) bool { return r == '\u00AD' || source.IsUnseen(r) }

// isUnread reports what may stand before a command: that, and blanks.
func isUnread(r rune) bool { return unicode.IsSpace(r) || isUnseen(r) }

// signs are the commands within a line: two hash signs, a word and a bracket, as of Azure
// ("##vso[", "##["), which GitHub took once, TeamCity and Octopus; and "##vso", of which
// Azure warns by itself.
var signs = pattern.Lazy(strings.ReplaceAll(`#_*#(?:_*v_*s_*o|(?:_*[A-Za-z])*_*\[)`, "_",
	`[\x{AD}\x{34F}\x{61C}\x{180B}-\x{180F}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{206F}\x{FE00}-\x{FE0F}\x{FEFF}]`))

// inLine writes the first sign of a command within a line in another way.
func inLine(line []byte, sign string) []byte {
	if bytes.IndexByte(line, '#') < 0 {
		return line
	}
	return signs().ReplaceAllFunc(line, func(command []byte) []byte { return append([]byte(sign), command[1:]...) })
}

// spelt writes the characters of JSON that move a cursor, break a line or turn the direction
// of text as escapes.
func spelt(text []byte) []byte {
	isPlain := func(r rune) bool {
		return r < 0x7F || r > 0x9F && r != '\u2028' && r != '\u2029' && !source.IsUnseen(r)
	}
	if bytes.IndexFunc(text, func(r rune) bool { return !isPlain(r) }) < 0 {
		return text
	}
	var b bytes.Buffer
	for _, r := range string(text) {
		if isPlain(r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return b.Bytes()
}

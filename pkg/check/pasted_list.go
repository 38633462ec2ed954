package check

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E121", Name: "pasted-list", Severity: diag.Warning, Title: "a list pasted into a text",
		Why:   "A text is one paragraph: the items of a list in it are printed one behind the other, with their bullets.",
		Since: "0.1",
		Bad: `assumptions:
  - >-
    That the unit supports:
    «-» the President;
    - States Parties.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That the unit supports the President and States Parties.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		for _, t := range c.Texts {
			if at := listIn(t.Prose.Node); at.IsValid() {
				c.Report(t.Subject, at, "a list stands inside this text; its items are printed one behind the other, in one paragraph",
					"write them as a sentence, or as items of their own where the plan has a list")
			}
		}
	},
})

// listIn returns the first mark of a list in a text: a bullet that is nothing else, or a
// mark at the beginning of two lines, or of one behind a colon.
func listIn(n source.Node) source.Span {
	text := n.Text()
	if i := strings.IndexAny(text, "•▪‣◦"); i > 0 {
		return n.Part(i, i+len("•"))
	}
	if !mayHoldList(text) {
		return source.Span{}
	}
	span := n.Span()
	raw := span.File.Bytes[span.Start.Offset:span.End.Offset]
	first := bytes.IndexByte(raw, '\n')
	if first < 0 {
		return source.Span{}
	}
	from, to, count := 0, 0, 0
	for at := first; at >= 0 && count < 2; at = nextLine(raw, at) {
		size := bulletSize(bytes.TrimLeft(raw[at+1:], " \t"))
		if size > 0 && count == 0 {
			from = at + 1 + len(raw[at+1:]) - len(bytes.TrimLeft(raw[at+1:], " \t"))
			to = from + size
		}
		if size > 0 {
			count++
		}
	}
	if count == 0 || count < 2 && !bytes.HasSuffix(bytes.TrimSpace(raw[:from]), []byte(":")) {
		return source.Span{}
	}
	return span.File.Span(span.Start.Offset+from, span.Start.Offset+to)
}

// mayHoldList looks for marks with a blank on both sides: the lines of most texts are joined
// by blanks.
func mayHoldList(text string) bool {
	for i := 1; i+1 < len(text); i++ {
		if text[i] != ' ' && text[i] != '\n' || text[i+1] == ' ' {
			continue
		}
		if i+2 < len(text) && isASCIILetter(text[i+1]) && isASCIILetter(text[i+2]) {
			continue // a word, as nearly always
		}
		if bulletSize([]byte(text[i+1:min(len(text), i+longestMark)])) > 0 {
			return true
		}
	}
	return false
}

func isASCIILetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// longestMark is more than the length of a mark with the blank before and a letter behind.
const longestMark = 8

// nextLine returns where the line behind a line break ends; -1 where that is the last.
func nextLine(raw []byte, at int) int {
	if i := bytes.IndexByte(raw[at+1:], '\n'); i >= 0 {
		return at + 1 + i
	}
	return -1
}

// bulletSize returns the length of a mark that begins an item of a list, with something
// behind it: "- ", "• ", "(a) ", "12) ".
func bulletSize(line []byte) int {
	if len(line) == 0 {
		return 0
	}
	size := 0
	switch c := line[0]; {
	case c == '-' || c == '*':
		size = 1
	case c >= utf8.RuneSelf:
		r, width := utf8.DecodeRune(line)
		if strings.ContainsRune("•–·▪‣◦", r) {
			size = width
		}
	default:
		size = len(bracketed(line))
	}
	rest := bytes.TrimLeft(line[size:], " \t")
	if size == 0 || len(rest) == len(line[size:]) || len(rest) == 0 || rest[0] == '\n' {
		return 0
	}
	return size
}

// bracketed returns a letter or a number with its closing bracket, such as "(a)" or "12)".
func bracketed(line []byte) []byte {
	inside := bytes.TrimPrefix(line, []byte("("))
	end := bytes.IndexByte(inside[:min(3, len(inside))], ')')
	if end < 1 {
		return nil
	}
	isNumber := len(bytes.Trim(inside[:end], "0123456789")) == 0
	if !isNumber && (end > 1 || inside[0] < 'a' || inside[0] > 'z') {
		return nil
	}
	return line[:len(line)-len(inside)+end+1]
}

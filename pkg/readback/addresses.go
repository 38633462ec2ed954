package readback

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unmarked returns the text without the marks of so many addresses of links, such as 3/, which
// stand behind a blank. What a line begins with is none.
func (t *Text) Unmarked(addresses int) *Text {
	if addresses == 0 {
		return t
	}
	out := *t
	out.Lines, out.Celled = unmarked(t.Lines, addresses), unmarked(t.Celled, addresses)
	return &out
}

func unmarked(lines []Line, addresses int) []Line {
	out := slices.Clone(lines)
	for i := range out {
		l := &out[i]
		gone := marksIn(l.Text, addresses)
		if len(gone) == 0 || l.Kind == Aside {
			continue
		}
		if l.Form != nil {
			l.Form = l.Form.without(gone)
		}
		var b strings.Builder
		from := 0
		for _, g := range gone {
			b.WriteString(l.Text[from:g[0]])
			from = g[1]
		}
		l.Text = b.String() + l.Text[from:]
	}
	return out
}

// marksIn returns where the marks stand in a line, each with the blank before it.
func marksIn(s string, addresses int) (list [][2]int) {
	for at := 0; ; {
		n := strings.IndexByte(s[at:], '/')
		if n < 0 {
			return list
		}
		end := at + n + 1
		at = end
		digits := len(strings.TrimRight(s[:end-1], "0123456789"))
		number, _ := strconv.Atoi(s[digits : end-1]) // what is too large is no mark either
		before, width := utf8.DecodeLastRuneInString(s[:digits])
		next, _ := utf8.DecodeRuneInString(s[end:])
		goesOn := end < len(s) && (unicode.IsLetter(next) && next < utf8.RuneSelf || unicode.IsDigit(next) || next == '/')
		if number < 1 || number > addresses || !unicode.IsSpace(before) || goesOn || strings.TrimSpace(s[:digits]) == "" {
			continue
		}
		list = append(list, [2]int{digits - width, end})
	}
}

// without returns the form of a line from which some stretches were taken.
func (f *Form) without(gone [][2]int) *Form {
	out := *f
	moved := func(at int) int {
		less := 0
		for _, g := range gone {
			if at > g[0] {
				less += min(at, g[1]) - g[0]
			}
		}
		return at - less
	}
	out.Breaks = slices.Clone(f.Breaks)
	for i := range out.Breaks {
		out.Breaks[i] = moved(out.Breaks[i])
	}
	out.Spans = nil
	for _, s := range f.Spans {
		if s.From, s.To = moved(s.From), moved(s.To); s.From < s.To {
			out.Spans = append(out.Spans, s)
		}
	}
	return &out
}

// WithoutAddresses returns the text without the list of addresses below a title, with which
// documents end, and without its marks. A list whose numbers are not one after the other is none.
func (t *Text) WithoutAddresses(title string) *Text {
	out := *t
	var n int
	out.Lines, n = unlisted(t.Lines, title)
	out.Celled, _ = unlisted(t.Celled, title)
	return out.Unmarked(n)
}

// unlisted returns lines without the list, and how many addresses it has. What stands between two of
// them, such as the number of a page, stays.
func unlisted(lines []Line, title string) ([]Line, int) {
	at := len(lines) - 1
	for at >= 0 && (lines[at].Kind == Aside || !isSame(lines[at].Text, title)) {
		at--
	}
	if title == "" || at < 0 {
		return lines, 0
	}
	out := slices.Clone(lines[:at])
	n, behind := 0, false // right behind an address
	for _, l := range lines[at+1:] {
		switch {
		case l.Kind != Aside && isEntry(l.Text, n+1):
			n, behind = n+1, true
		case l.Kind != Aside && behind && isRest(l.Text):
		default:
			behind = false
			out = append(out, l)
		}
	}
	if n == 0 {
		return lines, 0
	}
	return out, n
}

// isRest reports a line in the middle of an address, which has no blanks.
func isRest(text string) bool {
	return len(strings.Fields(text)) == 1 && strings.ContainsAny(text, "./?&=-@")
}

func isSame(text, title string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(title), " "))
}

// isEntry reports the n-th line of a list of addresses; the address may be on the next line.
func isEntry(text string, n int) bool {
	words := strings.Fields(text)
	return len(words) > 0 && words[0] == strconv.Itoa(n)+"/" && (len(words) == 1 || strings.ContainsAny(words[1], "./@"))
}

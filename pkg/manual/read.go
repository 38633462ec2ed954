package manual

import (
	"strings"
	"unicode"
)

// Read reads a page.
func Read(name, text string) Page {
	r := reader{ids: map[string]int{}}
	p := Page{Name: name, Title: Title(text)}
	p.Blocks = r.blocks(strings.Split(strings.TrimRight(text, "\n"), "\n"))
	return p
}

// reader remembers the headings of a page, of which two may be called the same.
type reader struct{ ids map[string]int }

// blocks reads lines, taking from their front what makes a block.
func (r *reader) blocks(lines []string) (list []Block) {
	for len(lines) > 0 {
		var b Block
		n := 1
		switch line := lines[0]; {
		case strings.TrimSpace(line) == "":
			lines = lines[1:]
			continue
		case strings.HasPrefix(line, "#"):
			b = r.heading(line)
		case strings.HasPrefix(line, "```"):
			b, n = fenced(lines)
		case strings.HasPrefix(line, "    "):
			b, n = indented(lines)
		case strings.HasPrefix(line, ">"):
			b, n = r.quote(lines)
		case marker(line) > 0:
			b, n = r.list(lines)
		case isTable(lines):
			b, n = table(lines)
		default:
			b, n = paragraph(lines)
		}
		list, lines = append(list, b), lines[n:]
	}
	return list
}

func (r *reader) heading(line string) Block {
	text := strings.TrimLeft(line, "#")
	b := Block{Kind: Heading, Level: len(line) - len(text), Text: runs(strings.TrimSpace(text))}
	b.ID = r.id(plain(b.Text))
	return b
}

// id returns the name by which links reach a heading: that which the project's pages have
// on GitHub.
func (r *reader) id(text string) string {
	id := strings.Map(func(c rune) rune {
		switch {
		case c == ' ':
			return '-'
		case unicode.IsLetter(c), unicode.IsDigit(c), c == '-', c == '_':
			return unicode.ToLower(c)
		}
		return -1
	}, text)
	r.ids[id]++
	if n := r.ids[id]; n > 1 {
		id += "-" + string(rune('0'+min(n-1, 9)))
	}
	return id
}

func fenced(lines []string) (Block, int) {
	n := 1
	for n < len(lines) && lines[n] != "```" {
		n++
	}
	return Block{Kind: Code, Code: strings.Join(lines[1:n], "\n")}, min(n+1, len(lines))
}

func indented(lines []string) (Block, int) {
	n := 0
	for n < len(lines) && (strings.HasPrefix(lines[n], "    ") || strings.TrimSpace(lines[n]) == "") {
		n++
	}
	inner := unindent(lines[:n], 4)
	return Block{Kind: Code, Code: strings.TrimRight(strings.Join(inner, "\n"), "\n ")}, n
}

func (r *reader) quote(lines []string) (Block, int) {
	var inner []string
	for _, line := range lines {
		text, ok := strings.CutPrefix(line, ">")
		if !ok {
			break
		}
		inner = append(inner, strings.TrimPrefix(text, " "))
	}
	return Block{Kind: Quote, Items: [][]Block{r.blocks(inner)}}, len(inner)
}

// marker returns how wide the mark of a list's item is, with the space behind it, 0 for a
// line that is none.
func marker(line string) int {
	if strings.HasPrefix(line, "- ") {
		return 2
	}
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	if digits > 0 && strings.HasPrefix(line[digits:], ". ") {
		return digits + 2
	}
	return 0
}

func (r *reader) list(lines []string) (Block, int) {
	b := Block{Kind: List, Ordered: lines[0][0] != '-'}
	n := 0
	for n < len(lines) {
		width := marker(lines[n])
		if width == 0 || (lines[n][0] == '-') == b.Ordered {
			break
		}
		end := n + 1
		for end < len(lines) && marker(lines[end]) == 0 && within(lines, end, width) {
			end++
		}
		inner := append([]string{lines[n][width:]}, unindent(lines[n+1:end], width)...)
		b.Items = append(b.Items, r.blocks(inner))
		n = end
	}
	return b, n
}

// within reports whether a line belongs to the item of a list above it: it is indented, or
// goes on with a paragraph.
func within(lines []string, at, width int) bool {
	if strings.TrimSpace(lines[at]) == "" {
		return at+1 < len(lines) && (strings.HasPrefix(lines[at+1], strings.Repeat(" ", width)) || marker(lines[at+1]) > 0)
	}
	return strings.HasPrefix(lines[at], strings.Repeat(" ", width)) || strings.TrimSpace(lines[at-1]) != "" && lines[at][0] != '#'
}

func unindent(lines []string, width int) (list []string) {
	for _, line := range lines {
		list = append(list, strings.TrimPrefix(line, strings.Repeat(" ", min(width, len(line)-len(strings.TrimLeft(line, " "))))))
	}
	return list
}

func paragraph(lines []string) (Block, int) {
	n := 1
	for n < len(lines) && !begins(lines[n]) {
		n++
	}
	return Block{Kind: Paragraph, Text: runs(strings.Join(lines[:n], "\n"))}, n
}

// begins reports whether a line ends the paragraph above it.
func begins(line string) bool {
	return strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "```") || strings.HasPrefix(line, ">") || marker(line) > 0
}

func isTable(lines []string) bool {
	return len(lines) > 1 && strings.HasPrefix(lines[0], "|") && strings.Trim(lines[1], "|-: ") == "" && strings.HasPrefix(lines[1], "|")
}

func table(lines []string) (Block, int) {
	b := Block{Kind: Table}
	n := 0
	for n < len(lines) && strings.HasPrefix(lines[n], "|") {
		if n != 1 {
			b.Rows = append(b.Rows, cells(lines[n]))
		}
		n++
	}
	return b, n
}

// cells reads a row of a table. A bar with a backslash before it is a bar of the text.
func cells(line string) (list [][]Run) {
	const bar = "\x00"
	line = strings.TrimSpace(strings.ReplaceAll(line, `\|`, bar))
	line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	for cell := range strings.SplitSeq(line, "|") {
		list = append(list, runs(strings.TrimSpace(strings.ReplaceAll(cell, bar, "|"))))
	}
	return list
}

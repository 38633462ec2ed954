package manual

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Screen is what a page is written on.
type Screen struct {
	Width int // in columns
	Color bool
}

// Text writes a page for a terminal: no line is longer than the screen is wide, except in
// code.
func (p Page) Text(w io.Writer, s Screen) error {
	t := typist{Screen: s, styles: marked}
	if s.Color {
		t.styles = inColour
	}
	t.blocks(p.Blocks, "")
	_, err := io.WriteString(w, strings.TrimSpace(t.out.String())+"\n")
	return err
}

// styles are what stands around a word, or around a run of words.
type styles struct{ code, strong, end, tick string }

var (
	inColour = styles{code: "\x1b[36m", strong: "\x1b[1m", end: "\x1b[0m"}
	marked   = styles{tick: "`"}
)

type typist struct {
	Screen
	styles styles
	out    strings.Builder
}

// blocks writes blocks with a blank line between them, each line behind an indentation.
func (t *typist) blocks(list []Block, indent string) {
	for i, b := range list {
		if i > 0 {
			t.out.WriteByte('\n')
		}
		switch b.Kind {
		case Heading:
			t.heading(b, indent)
		case Code:
			for line := range strings.SplitSeq(b.Code, "\n") {
				t.line(indent + "    " + line)
			}
		case List:
			t.list(b, indent)
		case Quote:
			t.blocks(b.Items[0], indent+"  ")
		case Table:
			t.table(b.Rows, indent)
		default:
			t.paragraph(b.Text, indent)
		}
	}
}

func (t *typist) line(text string) { t.out.WriteString(strings.TrimRight(text, " ") + "\n") }

func (t *typist) paragraph(text []Run, indent string) {
	for _, line := range t.wrap(text, t.Width-len(indent)) {
		t.line(indent + line)
	}
}

// heading underlines the larger headings, so that they are seen without colours too.
func (t *typist) heading(b Block, indent string) {
	lines := t.wrap(strong(b.Text), t.Width-len(indent))
	for _, line := range lines {
		t.line(indent + line)
	}
	if b.Level <= 2 {
		t.line(indent + strings.Repeat(map[int]string{1: "=", 2: "-"}[b.Level], widest(lines)))
	}
}

func (t *typist) list(b Block, indent string) {
	for i, item := range b.Items {
		mark := "- "
		if b.Ordered {
			mark = fmt.Sprintf("%d. ", i+1)
		}
		inner := typist{Screen: t.Screen, styles: t.styles}
		blank := strings.Repeat(" ", len(mark))
		inner.blocks(item, indent+blank)
		t.out.WriteString(indent + mark + strings.TrimPrefix(inner.out.String(), indent+blank))
	}
}

// wrap breaks a text into lines.
func (t *typist) wrap(text []Run, width int) (lines []string) {
	line, used := "", 0
	for _, word := range t.words(text) {
		n := columns(word)
		if used > 0 && used+1+n > width {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		line, used = line+word, used+n
	}
	return append(lines, line)
}

// words returns a text's words, each in its style, so that none reaches over a line's end.
func (t *typist) words(text []Run) []string {
	var b strings.Builder
	for _, r := range text {
		b.WriteString(t.run(r))
	}
	return strings.Fields(b.String())
}

// run writes a run; where a link leads elsewhere and the text does not say so, it is said.
func (t *typist) run(r Run) string {
	style, text := "", r.Text
	switch {
	case r.Code:
		style, text = t.styles.code, t.styles.tick+text+t.styles.tick
	case r.Strong:
		style = t.styles.strong
	}
	if style != "" {
		parts := strings.Split(text, " ")
		for i, part := range parts {
			if part != "" {
				parts[i] = style + part + t.styles.end
			}
		}
		text = strings.Join(parts, " ")
	}
	if strings.HasPrefix(r.Link, "https://") && r.Link != r.Text {
		text += " <" + r.Link + ">"
	}
	return text
}

// columns returns how wide a word is on the screen, without what makes its style.
func columns(word string) (n int) {
	for word != "" {
		if rest, ok := strings.CutPrefix(word, "\x1b["); ok {
			_, word, _ = strings.Cut(rest, "m")
			continue
		}
		_, size := utf8.DecodeRuneInString(word)
		n, word = n+1, word[size:]
	}
	return n
}

func widest(lines []string) (n int) {
	for _, line := range lines {
		n = max(n, columns(line))
	}
	return n
}

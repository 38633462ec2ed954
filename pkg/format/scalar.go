package format

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// scalar writes a value behind a colon or a dash: on its line, or folded below it where
// the language declares a text.
func (w *writer) scalar(n source.Node, shape *schema.Shape, indent int, trail string) {
	l := w.layOut(n, shape, w.column(), trail)
	switch {
	case l.asWritten:
		w.asWritten(n.Span().Text(), n.Text(), indent, trail)
	case l.block:
		w.out.WriteString(" >-" + spaced(trail) + "\n")
		for _, line := range fold(n.Text(), Width-indent-2) {
			w.out.WriteString(strings.Repeat(" ", indent+2) + line + "\n")
		}
	default:
		w.out.WriteString(spaced(l.text) + spaced(trail) + "\n")
	}
}

// layout is how a value is written.
type layout struct {
	text      string // on its line
	block     bool   // on lines of its own
	asWritten bool   // with its own breaks
}

// layOut decides how a value is written whose colon or dash ends at a column.
func (w *writer) layOut(n source.Node, shape *schema.Shape, column int, trail string) layout {
	raw := n.Span().Text()
	switch {
	case n.IsNull() && n.Text() == "":
		return layout{}
	case n.IsPlain() && changesMeaning(n): // a day and its hour on two lines too
		return layout{text: n.Text()}
	case strings.HasPrefix(raw, "|") || strings.ContainsAny(n.Text(), "\n") || strings.Join(strings.Fields(n.Text()), " ") != n.Text():
		if end := n.Text()[len(strings.TrimRight(n.Text(), " \t\n")):]; isBlockText(raw) && (end == "" || end == "\n") { // more would be lost in what is behind it
			return layout{block: true, asWritten: true}
		}
		return layout{text: Quote(n.Text())}
	}
	text := w.flowScalar(n)
	if isFolded(raw) || !n.IsPlain() && needsFold(n) || text != n.Text() && !fits(text, column, trail) { // as a folded one would be
		text = plainOrQuoted(n.Text(), false)
	}
	return layout{text: text, block: !fits(text, column, trail) && isText(shape) && strings.Contains(n.Text(), " ")}
}

// fits reports whether a value and its comment have room on the line of its colon or dash.
func fits(text string, column int, trail string) bool {
	const sign = 2 // a colon or a dash, and a blank
	return column+sign+utf8.RuneCountInString(text+spaced(trail)) <= Width
}

// isText reports a value that is a text by its declaration, in its short form too.
func isText(shape *schema.Shape) bool { return shape != nil && shape.Scalar().Use.IsText() }

func needsFold(n source.Node) bool { return strings.Contains(n.Span().Text(), "\n") }

// isBlockText reports a text that is written on lines of its own.
func isBlockText(raw string) bool { return strings.HasPrefix(raw, "|") || isFolded(raw) }

func isFolded(raw string) bool { return strings.HasPrefix(raw, ">") }

// asWritten keeps a text whose blanks and breaks mean something, with its new indentation.
func (w *writer) asWritten(raw, text string, indent int, trail string) {
	lines := strings.Split(strings.ReplaceAll(raw, "\r\n", "\n"), "\n")
	head, _, _ := strings.Cut(lines[0], " #")
	if i := strings.IndexAny(head, "123456789"); i >= 0 { // how far the lines stand in
		head = head[:i] + strconv.Itoa(deeper) + head[i+1:]
	}
	cut := max(0, depth(lines[1:])-depth(strings.Split(text, "\n"))) // what the text begins with is its own
	w.out.WriteString(" " + strings.TrimRight(head, " ") + spaced(trail) + "\n")
	for _, l := range lines[1:] {
		if len(l) <= cut {
			w.out.WriteString("\n")
			continue
		}
		w.out.WriteString(strings.Repeat(" ", indent+deeper) + l[cut:] + "\n")
	}
}

// deeper is how many blanks what stands in something has more.
const deeper = 2

// depth returns how many blanks the first line begins with that is not blank.
func depth(lines []string) int {
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			return len(l) - len(strings.TrimLeft(l, " "))
		}
	}
	return 0
}

// column returns how far the line that is being written has come.
func (w *writer) column() int {
	s := w.out.String()
	return utf8.RuneCountInString(s[strings.LastIndexByte(s, '\n')+1:])
}

// flowScalar writes a scalar on one line: unchanged if it is plain, otherwise plain if
// that means the same, or else in double quotes.
func (w *writer) flowScalar(n source.Node) string {
	if n.IsPlain() && !strings.Contains(n.Span().Text(), "\n") {
		return n.Text()
	}
	return plainOrQuoted(n.Text(), true)
}

var (
	// safe texts mean themselves without quotes, in brackets too.
	safe     = pattern.Lazy(`^[\pL][^\[\]{},#:?&*!|>'"%@` + "`" + `\\\t\n]*$`)
	safeLine = pattern.Lazy(`^[\pL(“$\d][^#\t\n]*$`)
	reserved = pattern.Lazy(`^(?i:true|false|yes|no|on|off|null|y|n|~)$`)
	numeric  = pattern.Lazy(`^[-+.\d]`)
)

// plainOrQuoted writes a text without quotes where it means itself.
func plainOrQuoted(s string, flow bool) string {
	plain := safe().MatchString(s)
	if !flow && !plain {
		plain = safeLine().MatchString(s) && !strings.Contains(s, ": ") && !strings.HasSuffix(s, ":") && !numeric().MatchString(s)
	}
	if plain && !reserved().MatchString(s) && !strings.HasSuffix(s, " ") {
		return s
	}
	return Quote(s)
}

// Quote writes a text as a value in quotes, on one line.
func Quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch r {
		case '"', '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case '\n':
			b.WriteString(`\n`)
		case '\t':
			b.WriteString(`\t`)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

var sentenceEnd = pattern.Lazy(`[.!?]["”’)]*\s+(?:["“(]*[\p{Lu}$])`)

// fold breaks a text into lines: each sentence begins one, and none is longer than the
// width where it can be helped.
func fold(text string, width int) []string {
	var lines []string
	for text != "" {
		sentence := text
		if at := sentenceEnd().FindStringIndex(text); at != nil {
			end := strings.IndexAny(text[at[0]:at[1]], " ") + at[0]
			sentence = text[:end]
		}
		text = strings.TrimLeft(text[len(sentence):], " ")
		lines = append(lines, wrap(sentence, width)...)
	}
	return lines
}

func wrap(sentence string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(sentence) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			lines = append(lines, line)
			line = word
			continue
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}

// staysFlow reports whether a list or group in brackets stays so: it does where it fits
// on its line and holds no comment.
func (w *writer) staysFlow(n source.Node, shape *schema.Shape) bool {
	return n.IsFlow() && w.fits(n, shape, w.column())
}

// fits reports whether a list or group can stand in brackets behind a column.
func (w *writer) fits(n source.Node, shape *schema.Shape, column int) bool {
	const sign, comma = 1, 2
	if column+n.Len()*comma > Width+comma { // whatever stands between the commas
		return !w.notes.split[n] && !canBlock(n)
	}
	return !w.notes.split[n] && (column+sign+utf8.RuneCountInString(w.flow(n, shape)) <= Width || !canBlock(n))
}

// canBlock reports whether a list or group is better written on several lines: one of
// words only, such as ids, is not.
func canBlock(n source.Node) bool {
	if n.Kind() == source.Mapping {
		return n.Len() > 1
	}
	for _, item := range n.Items() {
		if item.Kind() != source.Scalar || strings.Contains(item.Text(), " ") {
			return n.Len() > 1
		}
	}
	return false
}

// flow writes a list or group in brackets.
func (w *writer) flow(n source.Node, shape *schema.Shape) string {
	switch n.Kind() {
	case source.Sequence:
		var items []string
		for _, item := range n.Items() {
			items = append(items, w.flow(item, itemShape(shape)))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case source.Mapping:
		var items []string
		for _, p := range pairs(n, shape) {
			items = append(items, w.flowScalar(p.key)+": "+w.flow(p.value, inside(shape, p.key.Text())))
		}
		return "{" + strings.Join(items, ", ") + "}"
	}
	if n.IsNull() && n.Text() == "" {
		return ""
	}
	if !n.IsPlain() {
		return plainOrQuoted(n.Text(), true)
	}
	return w.flowScalar(n)
}

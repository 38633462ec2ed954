package merge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"

	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/source"
)

// reword writes other words in a text: only where they stand if the text can be edited there,
// and else all of the text anew.
func (e *editor) reword(n source.Node, list []reword) {
	slices.SortStableFunc(list, func(a, b reword) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	at, said := 0, strings.Builder{}
	text := n.Text()
	for _, r := range list {
		if r.from < at {
			e.fail()
			return
		}
		said.WriteString(text[at:r.from] + r.text)
		at = r.to
	}
	said.WriteString(text[at:])
	now := unfolded(said.String())
	if e.anew || !e.inPlace(n, now, list) {
		e.replace(n.Span(), e.scalar(n, now))
	}
}

// inPlace edits a text where its words stand; it is false where that might break it.
func (e *editor) inPlace(n source.Node, now string, list []reword) bool {
	flow := e.isInFlow(n)
	if n.IsUnquoted() && !plainSafe(now, flow) {
		return false
	}
	raw := n.Span().Text()
	quote := byte(0)
	if raw != "" && (raw[0] == '"' || raw[0] == '\'') {
		quote = raw[0]
	}
	edits := len(e.edits)
	for _, r := range list {
		if r.from == 0 && r.text == "" {
			e.edits = e.edits[:edits]
			return false // the value would begin elsewhere
		}
		from, to := e.offsets(n, r.from, r.to)
		text := r.text
		switch quote {
		case '"':
			text = strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text)
		case '\'':
			text = strings.ReplaceAll(text, "'", "''")
		}
		first, _ := e.file.LineBounds(e.file.At(from).Line)
		_, end := e.file.LineBounds(e.file.At(to).Line)
		before, after := string(e.file.Bytes[first:from]), string(e.file.Bytes[to:end])
		if quote == 0 && strings.TrimSpace(before) == "" && first > n.Start().Offset {
			text = strings.TrimLeft(text, " ")
			if text == "" {
				to += len(after) - len(strings.TrimLeft(after, " "))
				after = strings.TrimLeft(after, " ")
			}
			if text+strings.TrimSpace(after) == "" || strings.HasPrefix(text+after, "#") && !isBlock(raw) {
				e.edits = e.edits[:edits]
				return false
			}
		}
		if strings.TrimSpace(after) == "" && quote == 0 {
			text = strings.TrimRight(text, " ")
			if text == "" {
				from -= len(before) - len(strings.TrimRight(before, " "))
			}
		}
		e.replace(e.file.Span(from, to), text)
	}
	return true
}

func isBlock(raw string) bool { return raw != "" && (raw[0] == '>' || raw[0] == '|') }

// offsets returns where a stretch of a text stands in the file. A blank may be written as the end
// of a line with the indentation of the next.
func (e *editor) offsets(n source.Node, from, to int) (int, int) {
	text := n.Text()
	starts := func(i int) int { return n.Part(i, i+1).Start.Offset }
	end := func(i int) int {
		if i > 0 && text[i-1] == ' ' && i < len(text) {
			return starts(i)
		}
		return n.Part(max(0, i-1), i).End.Offset
	}
	switch {
	case from < to:
		return starts(from), end(to)
	case from == 0:
		at := n.Part(0, 0).Start.Offset
		return at, at
	}
	return end(from), end(from)
}

// isInFlow reports whether a value stands in brackets or braces.
func (e *editor) isInFlow(n source.Node) bool {
	for up := e.tree.up[n].parent; !up.IsZero(); up = e.tree.up[up].parent {
		if up.IsFlow() {
			return true
		}
	}
	return false
}

// scalar writes a text in the place of a value.
func (e *editor) scalar(n source.Node, text string) string {
	if e.isInFlow(n) {
		return format.Quote(text)
	}
	line := e.file.Line(n.Start().Line)
	indent := len(leading(line)) + 2
	if at := e.tree.up[n]; !at.key.IsZero() {
		indent = at.key.Start().Col - 1 + 2
	}
	if raw := n.Span().Text(); isBlock(raw) { // the span ends with the last word
		return folded(text, indent)
	}
	return written(text, indent, len(line))
}

// written writes a text behind a key or a dash: on its line where there is room, and else below.
func written(text string, indent, used int) string {
	const room = 90
	switch {
	case used+len(text) > room && strings.Contains(text, " "):
		return folded(text, indent)
	case plainSafe(text, false):
		return text
	}
	return format.Quote(text)
}

// folded writes a text below its key.
func folded(text string, indent int) string {
	const width = 100
	var b strings.Builder
	b.WriteString(">-")
	length := width
	for _, w := range strings.FieldsFunc(text, isBlank) {
		if length+1+len(w) > width {
			b.WriteString("\n" + strings.Repeat(" ", indent) + w)
			length = indent + len(w)
			continue
		}
		b.WriteString(" " + w)
		length += 1 + len(w)
	}
	return b.String()
}

var oddScalar = pattern.Lazy(`(?i)^(?:[-+.]?[0-9][-+.0-9_:eE,%]*|0x[0-9a-f]+|true|false|yes|no|on|off|y|n|null|~|\.inf|\.nan|<<|=)$`)

// plainSafe reports whether a text can stand without quotes.
func plainSafe(s string, flow bool) bool {
	if s == "" || strings.ContainsAny(s[:1], "&*!|>'\"%@`[]{}#,?-:=~") || strings.TrimSpace(s) != s || oddScalar().MatchString(s) {
		return false
	}
	if strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.HasSuffix(s, ":") || strings.ContainsAny(s, "\n\t") {
		return false
	}
	return !flow || !strings.ContainsAny(s, ",[]{}")
}

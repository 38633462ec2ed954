package review

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// Done returns the edit that takes a comment out: with its line where nothing else stands on
// it. It is nil for an item that is none.
func Done(it *Item) []diag.Edit {
	if !it.IsMark() {
		return nil
	}
	s := it.Finding.Span
	f := s.File
	from, to := s.Start.Offset, s.End.Offset
	start := from
	for start > 0 && (f.Bytes[start-1] == ' ' || f.Bytes[start-1] == '\t') {
		start--
	}
	if start > 0 && f.Bytes[start-1] != '\n' {
		return []diag.Edit{{Span: f.Span(start, to)}} // behind a value
	}
	if to < len(f.Bytes) && f.Bytes[to] == '\r' {
		to++
	}
	if to < len(f.Bytes) && f.Bytes[to] == '\n' {
		to++
	}
	return []diag.Edit{{Span: f.Span(start, to)}}
}

// Reword returns the edit that gives the item's text other words, on one line.
func Reword(it *Item, text string) []diag.Edit {
	n := it.Node
	if n.IsZero() {
		return nil
	}
	s := n.Span()
	return []diag.Edit{{Span: s, Text: written(n, text) + ending(s)}}
}

// Replace returns the edit that gives a part of the item's text other words; nil where the part
// does not stand there just once.
func Replace(it *Item, old, words string) []diag.Edit {
	n := it.Node
	old = strings.TrimSpace(old)
	if n.IsZero() || old == "" || strings.Count(n.Text(), old) != 1 {
		return nil
	}
	at := strings.Index(n.Text(), old)
	return []diag.Edit{{Span: n.Part(at, at+len(old)), Text: strings.Join(strings.Fields(words), " ")}}
}

// written writes a value: as it is where the old one was, in quotation marks otherwise.
func written(n source.Node, text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if !strings.Contains(n.Text(), " ") && n.IsPlain() && isPlain(text) {
		return text
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// isPlain reports whether a value means itself without quotation marks, such as a number, a
// date or an id.
func isPlain(s string) bool {
	if s == "" {
		return false
	}
	for _, r := range s {
		if (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && !strings.ContainsRune(".-_%", r) {
			return false
		}
	}
	return s[0] != '-' && s[0] != '%' && s != "true" && s != "false" && s != "null"
}

// ending is the end of a line, if a stretch has one.
func ending(s source.Span) string {
	if to := s.End.Offset; to > s.Start.Offset && s.File.Bytes[to-1] == '\n' {
		return "\n"
	}
	return ""
}

package merge

import (
	"bytes"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// editor turns the steps of offers into edits of the plan's file.
type editor struct {
	file    *source.File
	tree    *tree
	edits   []diag.Edit
	rewords []reword
	removes []source.Node
	keys    map[string]string // that were put in, and their values
	failed  bool
	anew    bool            // texts are written anew, not only where their words change
	taken   map[string]bool // ids
}

func (e *editor) fail() { e.failed = true }

// first reports whether a key is put in for the first time; several changes of one text give
// it the same value, and others cannot be made together.
func (e *editor) first(key, raw string) bool {
	if have, twice := e.keys[key]; twice {
		e.failed = e.failed || have != raw
		return false
	}
	if e.keys == nil {
		e.keys = map[string]string{}
	}
	e.keys[key] = raw
	return true
}

func (e *editor) replace(span source.Span, text string) {
	if bytes.Contains(e.file.Bytes, []byte("\r\n")) {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
	}
	e.edits = append(e.edits, diag.Edit{Span: span, Text: text})
}

func (e *editor) put(at int, text string) { e.replace(e.file.Span(at, at), text) }

func (e *editor) cut(from, to int) { e.replace(e.file.Span(from, to), "") }

// run makes the edits of steps.
func (e *editor) run(steps []step) ([]diag.Edit, bool) {
	for _, s := range steps {
		s.do(e)
	}
	e.finish()
	return e.edits, !e.failed
}

// finish makes the edits of what was gathered.
func (e *editor) finish() {
	byNode := map[source.Node][]reword{}
	var order []source.Node
	for _, r := range e.rewords {
		if byNode[r.node] == nil {
			order = append(order, r.node)
		}
		if !slices.ContainsFunc(byNode[r.node], func(o reword) bool { return o.from == r.from && o.to == r.to && o.text == r.text }) {
			byNode[r.node] = append(byNode[r.node], r)
		}
	}
	for _, n := range order {
		e.reword(n, byNode[n])
	}
	e.removeAll()
}

// lineOf returns the offset at which the line of an offset begins.
func (e *editor) lineOf(at int) int {
	from, _ := e.file.LineBounds(e.file.At(at).Line)
	return from
}

// next returns the offset at which the line behind that of an offset begins.
func (e *editor) next(at int) int {
	line := e.file.At(at).Line
	if line >= e.file.Lines() {
		return len(e.file.Bytes)
	}
	from, _ := e.file.LineBounds(line + 1)
	return from
}

// behind returns the offset of the line behind a value.
func (e *editor) behind(n source.Node) int {
	span := n.Span()
	return e.next(max(span.Start.Offset, span.End.Offset-1))
}

// lines returns the lines of an item of a list, with the comments above that go with it.
func (e *editor) lines(list source.Node, i int) (from, to int) {
	item := list.At(i)
	line := item.Start().Line
	indent := e.dash(list)
	for i > 0 && line > 1 {
		above := e.file.Line(line - 1)
		if text := strings.TrimLeft(above, " "); !strings.HasPrefix(text, "#") || len(above)-len(text) != indent {
			break
		}
		line--
	}
	from, _ = e.file.LineBounds(line)
	return from, e.behind(item)
}

// ended returns lines of the file; the last ends too where the file does not.
func (e *editor) ended(from, to int) string {
	return strings.TrimSuffix(string(e.file.Bytes[from:to]), "\n") + "\n"
}

// dash returns how far the dashes of a list are indented.
func (e *editor) dash(list source.Node) int { return list.Start().Col - 1 }

// insert puts the lines of an item into a list, behind another or first.
func (e *editor) insert(list source.Node, behind int, lines string) {
	if list.IsFlow() {
		e.insertFlow(list, behind, lines)
		return
	}
	if behind >= 0 {
		at := e.behind(list.At(behind))
		if at > 0 && e.file.Bytes[at-1] != '\n' {
			lines = "\n" + strings.TrimSuffix(lines, "\n")
		}
		e.put(at, lines)
		return
	}
	from, _ := e.file.LineBounds(list.At(0).Start().Line)
	e.put(from, lines)
}

func (e *editor) insertFlow(list source.Node, behind int, text string) {
	if behind >= 0 {
		e.put(list.At(behind).Span().End.Offset, ", "+text)
		return
	}
	e.put(list.At(0).Span().Start.Offset, text+", ")
}

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

// removeAll takes items out of their lists; with its last item a list goes, and its key.
func (e *editor) removeAll() {
	gone := map[source.Node]bool{}
	for _, n := range e.removes {
		gone[n] = true
	}
	for again := true; again; {
		again = false
		for n := range gone {
			list := e.tree.up[n].parent
			if list.IsZero() || gone[list] || list.Kind() != source.Sequence {
				continue
			}
			left := 0
			for _, item := range list.Items() {
				if !gone[item] {
					left++
				}
			}
			if left == 0 {
				gone[list], again = true, true
			}
		}
	}
	for _, n := range sortedNodes(gone) {
		if e.isInside(n, gone) {
			continue
		}
		e.remove(n)
	}
}

// isInside reports whether something around a value is taken out with it.
func (e *editor) isInside(n source.Node, gone map[source.Node]bool) bool {
	for up := e.tree.up[n].parent; !up.IsZero(); up = e.tree.up[up].parent {
		if gone[up] {
			return true
		}
	}
	return false
}

func sortedNodes(set map[source.Node]bool) []source.Node {
	var list []source.Node
	for n := range set {
		list = append(list, n)
	}
	slices.SortFunc(list, func(a, b source.Node) int { return a.Start().Offset - b.Start().Offset })
	return list
}

// remove takes out an item, or a key with its list.
func (e *editor) remove(n source.Node) {
	at := e.tree.up[n]
	switch {
	case at.parent.IsFlow():
		e.removeFlow(n, at)
	case at.parent.Kind() == source.Sequence:
		from, to := e.lines(at.parent, at.index)
		e.cut(e.tidy(n, from), to)
	default:
		if at.index == 0 && e.lineOf(at.key.Start().Offset) != at.key.Start().Offset-(at.key.Start().Col-1) {
			e.fail()
			return
		}
		from := e.lineOf(at.key.Start().Offset)
		if strings.TrimSpace(string(e.file.Bytes[from:at.key.Start().Offset])) != "" {
			e.fail() // it stands behind a dash
			return
		}
		e.cut(from, e.behind(n))
	}
}

// tidy is where to cut; the dash of an item may stand behind that of another list.
func (e *editor) tidy(n source.Node, from int) int {
	if before := strings.TrimSpace(string(e.file.Bytes[e.lineOf(n.Start().Offset):n.Start().Offset])); before != "-" {
		e.fail()
	}
	return from
}

func (e *editor) removeFlow(n source.Node, at link) {
	list := at.parent
	if list.Kind() != source.Sequence {
		e.fail()
		return
	}
	if at.index > 0 {
		e.cut(list.At(at.index-1).Span().End.Offset, n.Span().End.Offset)
		return
	}
	e.cut(n.Span().Start.Offset, list.At(1).Span().Start.Offset)
}

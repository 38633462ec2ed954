package merge

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
)

// step is one thing that an offer does to the plan.
type step interface{ do(*editor) }

// reword writes other words in a text.
type reword struct {
	node     source.Node
	from, to int // in its text
	text     string
	forRef   bool // they stand in the place of what a reference printed
}

// revalue writes another value, as it stands in the file.
type revalue struct {
	node source.Node
	raw  string
}

// remove takes an item out of its list.
type remove struct{ item source.Node }

// insert puts a new item into a list, behind another one or first.
type insert struct {
	list   source.Node
	behind int // the position of the item before it, -1 for none
	fields []field
}

// field is a key of a new item and its text; the text alone where the key is empty.
type field struct {
	key, text string
	raw       bool // the text is a value, and no prose
}

// section adds a section of the template to the plan's, with a key of its own.
type section struct {
	list         source.Node
	id, key, raw string
	ahead        []string // the sections that the document prints before it
}

// shift moves an item within its list, behind another one or first.
type shift struct {
	item   source.Node
	behind int
}

// graft puts the lines of an item into another list too, behind an item of it or first.
type graft struct {
	item, list source.Node
	behind     int
}

// remark writes a comment above an item or a key.
type remark struct {
	above source.Node
	text  string
}

// set gives a group a key with a value, written as it stands in the file.
type set struct {
	group    source.Node
	key, raw string
}

func (s reword) do(e *editor)  { e.rewords = append(e.rewords, s) }
func (s revalue) do(e *editor) { e.replace(s.node.Span(), s.raw) }

func (s remove) do(e *editor) { e.removes = append(e.removes, s.item) }

func (s insert) do(e *editor) { e.insert(s.list, s.behind, e.item(s.list, s.fields)) }

func (s section) do(e *editor) {
	indent := strings.Repeat(" ", e.dash(s.list))
	line := indent + "  " + s.key + ": " + s.raw + "\n"
	if !e.first("section "+s.id+" "+s.key, s.raw) {
		return
	}
	for i := range e.edits {
		if strings.HasPrefix(e.edits[i].Text, indent+"- id: "+s.id+"\n") {
			e.edits[i].Text += line
			return
		}
	}
	e.insert(s.list, s.behind(), indent+"- id: "+s.id+"\n"+line)
}

// behind is the position of the last section of the plan that the document prints before it: so it
// does not matter in which order several are added.
func (s section) behind() int {
	for i := s.list.Len() - 1; i >= 0; i-- {
		if slices.Contains(s.ahead, s.list.At(i).Get("id").Text()) {
			return i
		}
	}
	return -1
}

func (s shift) do(e *editor) {
	at := e.tree.up[s.item]
	if at.parent.IsFlow() {
		e.fail()
		return
	}
	from, to := e.lines(at.parent, at.index)
	e.cut(from, to)
	e.insert(at.parent, s.behind, e.ended(from, to))
}

func (s graft) do(e *editor) {
	at := e.tree.up[s.item]
	from, to := e.lines(at.parent, at.index)
	e.insert(s.list, s.behind, indented(e.ended(from, to), e.dash(s.list)-e.dash(at.parent)))
}

// indented moves lines to the right, or to the left.
func indented(lines string, by int) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		if by > 0 && strings.TrimSpace(line) != "" {
			b.WriteString(strings.Repeat(" ", by))
		}
		b.WriteString(line[min(max(0, -by), len(leading(line))):])
	}
	return b.String()
}

func (s remark) do(e *editor) {
	line := s.above.Start().Line
	if at, ok := e.tree.up[s.above]; ok && at.parent.Kind() == source.Mapping {
		line = at.key.Start().Line
	}
	from, _ := e.file.LineBounds(line)
	indent := leading(e.file.Line(line))
	text := indent + "# " + s.text + "\n"
	if bytes.Contains(e.file.Bytes, []byte(strings.TrimSpace(text))) {
		return
	}
	e.put(from, text)
}

func (s set) do(e *editor) {
	if have := s.group.Get(s.key); !have.IsZero() {
		e.replace(have.Span(), s.raw)
		return
	}
	if s.group.Kind() != source.Mapping || s.group.Len() == 0 {
		e.fail()
		return
	}
	if !e.first(strconv.Itoa(s.group.Start().Offset)+" "+s.key, s.raw) {
		return
	}
	if s.group.IsFlow() {
		_, last := s.group.Pair(s.group.Len() - 1)
		at := last.Span().End.Offset
		e.put(at, ", "+s.key+": "+s.raw)
		return
	}
	first := s.group.At(0)
	_, last := s.group.Pair(s.group.Len() - 1)
	e.put(e.behind(last), strings.Repeat(" ", first.Start().Col-1)+s.key+": "+s.raw+"\n")
}

// leading returns the blanks that a line begins with.
func leading(line string) string { return line[:len(line)-len(strings.TrimLeft(line, " "))] }

package format

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
)

// note is what stands around a key or an item beside it.
type note struct {
	blank bool     // a blank line before it and its comments
	lead  []string // comments above it; "" is a blank line between them
	trail string   // the comment behind it on its line
}

// notes are the comments and blank lines of a file, by where the key or the item that
// they belong to begins.
type notes struct {
	by   map[int]*note
	last []string // what stands behind everything

	text    string
	cursor  int
	current *note // the note whose line has not ended yet
}

// take returns what stands around a key or an item. What stands above it is given once:
// an item begins where its first key does.
func (n *notes) take(x source.Node) note {
	found := n.by[x.Start().Offset]
	if found == nil {
		return note{}
	}
	taken := *found
	found.lead, found.blank = nil, false
	return taken
}

// gather walks a file from its beginning to its end.
func gather(root source.Node) *notes {
	n := &notes{by: map[int]*note{}, text: strings.ReplaceAll(string(root.File().Bytes), "\r", " ")}
	n.walk(root)
	rest := &note{}
	n.gap(len(n.text), rest)
	n.last = rest.lead
	if rest.blank && len(n.last) > 0 {
		n.last = append([]string{""}, n.last...)
	}
	return n
}

func (n *notes) walk(x source.Node) {
	for key, value := range x.Pairs() {
		n.begin(key)
		n.cursor = key.Span().End.Offset
		n.inside(value)
	}
	for _, item := range x.Items() {
		n.begin(item)
		if item.Kind() == source.Mapping && !item.IsFlow() {
			n.walk(item)
			continue
		}
		n.inside(item)
	}
}

// inside goes through a value: one in brackets, and a scalar, in one step.
func (n *notes) inside(value source.Node) {
	if value.Kind() == source.Scalar || value.IsFlow() || value.Len() == 0 {
		if !value.IsNull() || value.Text() != "" {
			n.cursor = max(n.cursor, value.Span().End.Offset)
		}
		return
	}
	n.walk(value)
}

// begin notes what stands before a key or an item.
func (n *notes) begin(x source.Node) {
	at := x.Start().Offset
	here := n.by[at]
	if here == nil {
		here = &note{}
		n.by[at] = here
	}
	n.gap(at, here)
	n.current = here
	n.cursor = at
}

// gap reads what stands between the last thing and the next: the rest of the line with
// its comment, blank lines, and comments on lines of their own.
func (n *notes) gap(to int, next *note) {
	if to <= n.cursor {
		return
	}
	first, rest, more := strings.Cut(n.text[n.cursor:to], "\n")
	if c := commentIn(first); c != "" && (more || to == len(n.text)) {
		if n.current != nil {
			n.current.trail = c
		} else {
			next.lead = append(next.lead, c)
		}
	} else if c != "" {
		next.lead = append(next.lead, c)
	}
	if !more {
		return
	}
	lines := strings.Split(rest, "\n")
	for i, line := range lines {
		c := commentIn(line)
		switch {
		case c != "":
			next.lead = append(next.lead, c)
		case strings.TrimSpace(line) != "" || i == len(lines)-1:
		case len(next.lead) == 0:
			next.blank = true
		case next.lead[len(next.lead)-1] != "":
			next.lead = append(next.lead, "")
		}
	}
}

// commentIn returns the comment of a stretch that holds nothing else but marks.
func commentIn(s string) string {
	i := strings.IndexByte(s, '#')
	if i < 0 {
		return ""
	}
	return strings.TrimRight(s[i:], " \t")
}

package format

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
)

// remark is a comment on a line of its own, or a blank line.
type remark struct {
	text   string // "" is a blank line
	indent int
	marked bool // a dash, a comma or a bracket stands before it
}

// gap reads what stands between the last thing and an offset: the comment on the rest of the
// line, and the lines below.
func (n *notes) gap(to int) (first string, lines []remark) {
	if to <= n.cursor {
		return "", nil
	}
	head, rest, more := strings.Cut(n.text[n.cursor:to], "\n")
	first = commentIn(head)
	if first != "" || strings.Contains(rest, "#") {
		for _, b := range n.brackets {
			n.split[b] = true
		}
	}
	if !more {
		return first, nil
	}
	all := strings.Split(rest, "\n")
	for i, line := range all {
		blank := strings.TrimSpace(line) == ""
		switch c := commentIn(line); {
		case c != "":
			before := line[:strings.IndexByte(line, '#')]
			lines = append(lines, remark{c, len(before), strings.TrimSpace(before) != ""})
		case blank && i < len(all)-1 && len(n.brackets) == 0:
			lines = append(lines, remark{})
		case !blank:
			lines = append(lines, remark{marked: true})
		}
	}
	return first, lines
}

// between gives what stands before a key or an item to those that it belongs to. A comment on a
// line of its own is that of the innermost of the elements that are indented less, where that
// one has ended, and otherwise of the next.
func (n *notes) between(to int, next source.Node, depth int) {
	first, lines := n.gap(to)
	beginning := n.current.IsZero()
	if first != "" && beginning {
		lines = append([]remark{{text: first, marked: true}}, lines...)
	} else if first != "" {
		n.of(n.current).behind(first)
	}
	if len(lines) == 0 {
		return
	}
	above := &note{}
	if !next.IsZero() {
		above = n.of(next)
	}
	blank := false
	for _, r := range lines {
		switch {
		case r.text == "":
			blank = blank || !r.marked
			if r.marked {
				n.open = n.open[:min(depth, len(n.open))]
			}
			continue
		case r.marked || !n.belongs(r, depth):
			n.open = n.open[:min(depth, len(n.open))] // what follows is not of those that ended
			above.add(r.text, blank)
		default:
			foot := n.of(n.open[len(n.open)-1].node)
			if blank {
				foot.foot = append(foot.foot, "")
			}
			foot.foot = append(foot.foot, r.text)
		}
		blank = false
	}
	switch {
	case next.IsZero():
		if above.blank {
			n.last = append(n.last, "")
		}
		n.last = append(n.last, above.lead...)
	case len(above.lead) == 0:
		above.blank = blank
	case blank && beginning:
		n.first, above.lead, above.blank = above.lead, nil, true
	case blank:
		above.lead = append(above.lead, "")
	}
}

// add takes a comment above up, with the blank line before it.
func (n *note) add(comment string, blank bool) {
	switch {
	case blank && len(n.lead) == 0:
		n.blank = true
	case blank:
		n.lead = append(n.lead, "")
	}
	n.lead = append(n.lead, comment)
}

// belongs leaves only those open that are indented less than a comment, and reports whether the
// innermost of them has ended.
func (n *notes) belongs(r remark, depth int) bool {
	for len(n.open) > depth && n.open[len(n.open)-1].indent >= r.indent {
		n.open = n.open[:len(n.open)-1]
	}
	return len(n.open) > depth && len(n.brackets) == 0
}

// before gives what stands between a key and its value to the key.
func (n *notes) before(owner source.Node, to int) {
	first, lines := n.gap(to)
	if first == "" && len(lines) == 0 {
		return
	}
	of := n.of(owner)
	if first != "" {
		of.behind(first)
	}
	for _, r := range lines {
		if r.text != "" {
			of.lead = append(of.lead, r.text)
		}
	}
}

// close gives what stands before a closing bracket to the key or item whose value ends there.
func (n *notes) close(owner source.Node, to int) {
	first, lines := n.gap(to)
	if first != "" {
		n.of(n.current).behind(first)
	}
	for _, r := range lines {
		switch {
		case r.text == "":
		case owner.IsZero():
			n.last = append(n.last, r.text)
		default:
			n.of(owner).foot = append(n.of(owner).foot, r.text)
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

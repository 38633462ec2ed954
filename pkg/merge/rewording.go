package merge

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/textdiff"
)

// Reword returns the edits that give a value of a plan another text: where its words change if
// they can be edited there, so that lines, quotes and comments stay, and else the whole value
// anew. It is false where neither gives that text.
func Reword(root, n source.Node, now string) ([]diag.Edit, bool) {
	now = unfolded(now)
	t := newTree(root)
	if isWord(n.Text()) && isWord(now) && n.IsPlain() { // a figure, a date, an id
		edits := []diag.Edit{{Span: n.Span(), Text: now}}
		if t.says(n, edits, now) {
			return edits, true
		}
	}
	for _, anew := range []bool{false, true} {
		e := &editor{file: n.File(), tree: t, anew: anew, rewords: rewords(n, now)}
		if edits, ok := e.run(nil); ok && t.says(n, edits, now) {
			return edits, true
		}
	}
	span := n.Span()
	text := format.Quote(now)
	if strings.HasSuffix(span.Text(), "\n") {
		text += "\n"
	}
	edits := []diag.Edit{{Span: span, Text: text}}
	return edits, t.says(n, edits, now)
}

// unfolded joins the lines of a text. Spaces that are no ordinary ones, such as those at which no
// line breaks, are part of it.
func unfolded(s string) string { return strings.Join(strings.FieldsFunc(s, isBlank), " ") }

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }

// isWord reports a text that means itself without quotes wherever it stands, such as a figure.
func isWord(s string) bool {
	for _, r := range s {
		if (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && !strings.ContainsRune(".-_%", r) {
			return false
		}
	}
	return s != "" && s[0] != '-' && s[0] != '%'
}

// rewords are the changes that lead from a value's text to another.
func rewords(n source.Node, now string) (list []reword) {
	at, open := 0, false
	for _, p := range textdiff.Words(n.Text(), now) {
		if p.Op == 0 {
			at, open = at+len(p.Text), false
			continue
		}
		if !open {
			list, open = append(list, reword{node: n, from: at, to: at}), true
		}
		last := &list[len(list)-1]
		if p.Op > 0 {
			last.text += p.Text
		} else {
			at += len(p.Text)
			last.to = at
		}
	}
	return list
}

// says reports whether a value has a text after edits, and the rest of the file says the same.
func (t *tree) says(n source.Node, edits []diag.Edit, now string) bool {
	after, err := edit.Applied(n.File(), edits)
	if err != nil {
		return false
	}
	root, problems := source.Parse(after)
	if len(problems) > 0 {
		return false
	}
	return unfolded(t.same(n, root).Text()) == now
}

// same returns the value of another tree that stands where a value stands in this one.
func (t *tree) same(n, root source.Node) source.Node {
	at, below := t.up[n]
	if !below {
		return root
	}
	parent := t.same(at.parent, root)
	if at.key.IsZero() {
		if at.index >= parent.Len() {
			return source.Node{}
		}
		return parent.At(at.index)
	}
	return parent.Get(at.key.Text())
}

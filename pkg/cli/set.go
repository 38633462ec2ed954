package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/source"
)

// assigned returns the plan with other values in it, as --set names them:
// LINE.NAME=VALUE, where NAME is what prose may quote of the line, such as director.fte.
// The file itself is not touched; the values are read by the same rules as the plan's own.
func assigned(file *source.File, b *budget.Budget, assignments []string) (*source.File, error) {
	var edits []diag.Edit
	for _, a := range assignments {
		name, value, ok := strings.Cut(a, "=")
		if !ok || strings.TrimSpace(value) == "" {
			return nil, troublef("--set %s: write it as LINE.NAME=VALUE, such as salaries.director.fte=80%%", a)
		}
		node, err := settable(b, strings.TrimSpace(name))
		if err != nil {
			return nil, err
		}
		edits = append(edits, diag.Edit{Span: node.Span(), Text: strings.TrimSpace(value)})
	}
	text, err := edit.Apply(file, edits)
	if errors.Is(err, edit.ErrConflict) {
		return nil, troublef("--set names %s twice", twice(edits).Text())
	}
	if err != nil {
		return nil, err
	}
	return source.NewFile(file.Name, text), nil
}

// twice returns the first span that two edits would change.
func twice(edits []diag.Edit) source.Span {
	sorted := edit.Sorted(edits)
	for i := range sorted[1:] {
		if sorted[i].Span.End.Offset > sorted[i+1].Span.Start.Offset {
			return sorted[i].Span
		}
	}
	return source.Span{}
}

// settable returns where the value of a name was written.
func settable(b *budget.Budget, name string) (source.Node, error) {
	id, part, _ := strings.Cut(name, ".")
	line, ok := b.Line(id)
	if !ok {
		return source.Node{}, troublef("--set %s: the budget has no line %s%s", name, id, didYouMean(id, b.IDs()))
	}
	column := b.Columns[b.MainAmount()].ID
	if before, last, found := cutLast(part); found {
		if i, ok := b.Column(last); ok {
			part, column = before, b.Columns[i].ID
		}
	}
	nodes := map[string]source.Node{}
	if stated, ok := line.Stated.In(column); ok {
		nodes["stated"] = stated.Node
	}
	for _, c := range line.Costs {
		for _, q := range c.Figures(column) {
			if !q.Node.IsZero() {
				nodes[q.Name] = q.Node
			}
		}
	}
	if node, ok := nodes[part]; ok {
		return node, nil
	}
	names := make([]string, 0, len(nodes))
	for n := range nodes {
		names = append(names, n)
	}
	slices.Sort(names)
	if len(names) == 0 {
		return source.Node{}, troublef("--set %s: the line %s has no value that could be set", name, id)
	}
	return source.Node{}, troublef("--set %s: the line %s has no value %q written in the plan; it has %s", name, id, part, strings.Join(names, ", "))
}

func cutLast(s string) (before, last string, found bool) {
	i := strings.LastIndexByte(s, '.')
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}

// didYouMean adds a suggestion to a sentence, where one is near.
func didYouMean(word string, candidates []string) string {
	if best := diag.Suggest(word, candidates); best != "" {
		return "; did you mean " + best + "?"
	}
	return ""
}

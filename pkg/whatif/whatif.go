// Package whatif gives a plan's budget other values by their names, as LINE.NAME or
// LINE.NAME.COLUMN, without the plan being touched: a director's half time, one trip less.
package whatif

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/source"
)

// Assumption is a value that somebody tries out.
type Assumption struct {
	Name    string // such as travel.trip.quantity.2019
	Value   string
	Instead string // what the plan says
}

// Problem is the error of an assignment that cannot be made; it says why in plain words.
type Problem string

func (p Problem) Error() string { return string(p) }

func problemf(format string, args ...any) error { return Problem(fmt.Sprintf(format, args...)) }

// Apply returns the plan with other values in it and what was assumed. An assignment is
// LINE.NAME=VALUE, where NAME is what prose may quote of the line, such as director.fte, with
// a column behind it or without. The file itself is not touched; the values are read by the
// same rules as the plan's own. The error is a Problem, or that of the edits.
func Apply(file *source.File, b *budget.Budget, assignments []string) (*source.File, []Assumption, error) {
	var edits []diag.Edit
	var assumed []Assumption
	var places []source.Span // what each changes
	split := map[source.Node]*byColumn{}
	for _, a := range assignments {
		name, value, ok := strings.Cut(a, "=")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		if !ok || value == "" {
			return nil, nil, problemf("%s: write it as LINE.NAME=VALUE, such as salaries.director.fte=80%%", a)
		}
		to, err := settable(b, name)
		if err != nil {
			return nil, nil, err
		}
		assumed = append(assumed, Assumption{Name: to.name, Value: value, Instead: to.node.Text()})
		places = append(places, to.node.Span())
		if len(to.columns) == 0 {
			edits = append(edits, diag.Edit{Span: to.node.Span(), Text: value})
			continue
		}
		at := split[to.node]
		if at == nil {
			at = &byColumn{target: to, values: map[string]string{}, edit: len(edits)}
			split[to.node] = at
			edits = append(edits, diag.Edit{Span: to.node.Span()})
		}
		if _, twice := at.values[to.column]; twice {
			return nil, nil, problemf("names %s twice", to.name)
		}
		at.values[to.column] = value
		edits[at.edit].Text = at.text()
	}
	changed, err := edit.Applied(file, edits)
	if errors.Is(err, edit.ErrConflict) {
		at := twice(edits)
		for i := range assumed {
			if places[i] == at {
				return nil, nil, problemf("names %s twice", assumed[i].Name)
			}
		}
		return nil, nil, problemf("names %s twice", at.Text())
	}
	if errors.Is(err, edit.ErrMeaning) { // a value that would be more than one, such as 180,000 in braces
		for i := range edits {
			edits[i].Text = strconv.Quote(edits[i].Text)
		}
		changed, err = edit.Applied(file, edits)
	}
	if err != nil {
		return nil, nil, err
	}
	return changed, assumed, nil
}

// byColumn is one value for all columns that --set makes different in some.
type byColumn struct {
	target
	values map[string]string // the new ones, by column
	edit   int
}

// text writes a value for each column: the new ones, and in all others what was written.
func (c *byColumn) text() string {
	parts := make([]string, len(c.columns))
	for i, column := range c.columns {
		value, ok := c.values[column]
		if !ok {
			value = c.node.Span().Text()
		}
		parts[i] = column + ": " + value
	}
	return "{" + strings.Join(parts, ", ") + "}"
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

// target is what an assignment changes.
type target struct {
	name    string // with its column where it has one
	node    source.Node
	column  string
	columns []string // those that the value holds for where only one of them is changed
}

// settable returns what a name stands for.
func settable(b *budget.Budget, name string) (target, error) {
	id, part, _ := strings.Cut(name, ".")
	if id == "contributions" && part != "" { // as prose has it
		return shared(b, name)
	}
	line, row, ok := rowOf(b, name)
	if ok {
		id, part = row, strings.TrimPrefix(strings.TrimPrefix(name, row), ".")
	}
	if _, isShared := b.Contribution(id); !ok && isShared {
		return shared(b, name)
	}
	if !ok && id == "staffing" && b.Staffing != nil { // the table of posts
		to, err := settable(b.Staffing.Budget, strings.ToLower(part))
		if err != nil {
			return to, problemf("staffing.%s", err)
		}
		to.name = "staffing." + to.name
		return to, nil
	}
	if !ok && id == "actuals" && part != "" {
		return spent(b, name, part)
	}
	if !ok && (id == "budget" || id == "financing") && part != "" { // as prose has it
		return settable(b, part)
	}
	if !ok {
		return target{}, problemf("%s: the budget has no line %s%s", name, id, meant(id, rowIDs(b)))
	}
	if to, ok := baseBefore(b, line, name, part); ok {
		return to, nil
	}
	part, at, named := cutValue(b, line, part)
	column := b.Columns[at].ID
	values := valuesIn(b, line, column)
	node, ok := values[part]
	if !ok {
		return target{}, noValue(name, id, part, values)
	}
	if b.Columns[at].Kind != budget.AmountColumn && part != "stated" {
		return target{}, problemf("%s: the column %s follows from others, and changes with them; name one of amounts, or none", name, column)
	}
	to := target{name: name, node: node, column: column}
	same, differs := holders(b, line, part, node)
	switch {
	case named && len(same) > 1:
		to.columns = same
	case !named && len(differs) > 0 && len(b.Scope().Columns) > 1:
		return target{}, problemf("%s: the value is not the same in all columns; name one: %s.%s", name, name, strings.Join(append(same, differs...), " or "+name+"."))
	case !named && len(differs) > 0:
		to.name += "." + column
	}
	return to, nil
}

// holders returns the columns that a value was written for, and those that have another of
// the same name.
func holders(b *budget.Budget, line *budget.Line, part string, node source.Node) (same, differs []string) {
	for _, c := range b.Columns {
		if c.Kind != budget.AmountColumn && part != "stated" {
			continue
		}
		switch other, ok := valuesIn(b, line, c.ID)[part]; {
		case ok && other == node:
			same = append(same, c.ID)
		case ok:
			differs = append(differs, c.ID)
		}
	}
	return same, differs
}

// noValue says what can be set instead.
func noValue(name, id, part string, values map[string]source.Node) error {
	if len(values) == 0 {
		return problemf("%s: the line %s has no value that could be set", name, id)
	}
	names := slices.Sorted(maps.Keys(values))
	if part == "" {
		return problemf("%s: say which of its values: %s.%s", name, id, strings.Join(names, " or "+id+"."))
	}
	return problemf("%s: the line %s has no value %q written in the plan; it has %s", name, id, part, strings.Join(names, ", "))
}

// CutColumn cuts the column off that stands behind a name; it is the first that the budget
// is counted over where none stands there.
func CutColumn(b *budget.Budget, name string) (before string, column int, named bool) {
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		if column, ok := b.Column(name[i+1:]); ok {
			return name[:i], column, true
		}
	}
	return name, b.MainAmount(), false
}

// meant adds a suggestion to a sentence, where one is near.
func meant(word string, candidates []string) string {
	if best := diag.Suggest(word, candidates); best != "" {
		return "; did you mean " + best + "?"
	}
	return ""
}

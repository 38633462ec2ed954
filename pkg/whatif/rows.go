package whatif

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
)

// rowOf returns the row that a name begins with: a line, a source of money, or a row after the
// total, whose parts have names of two words, such as fund.opening; and what it is called.
func rowOf(b *budget.Budget, name string) (*budget.Line, string, bool) {
	id, rest, _ := strings.Cut(name, ".")
	part, _, _ := strings.Cut(rest, ".")
	for _, id := range []string{id + "." + part, id} {
		if l, ok := b.Line(id); ok {
			return l, id, true
		}
		if l, ok := b.AfterRow(id); ok {
			return l, id, true
		}
		for i := range b.Financing {
			if l := &b.Financing[i]; l.ID.Value == id {
				return l, id, true
			}
		}
	}
	return nil, "", false
}

// rowIDs returns what a name may begin with.
func rowIDs(b *budget.Budget) []string {
	ids := b.IDs()
	for _, lines := range [][]budget.Line{b.Financing, b.After} {
		for i := range lines {
			ids = append(ids, lines[i].ID.Value)
		}
	}
	for _, c := range b.Contributions {
		ids = append(ids, c.ID.Value)
	}
	return ids
}

// cutValue cuts the column off that stands behind the name of a value. Where none stands
// there, it is the first that the budget is counted over or, if the row has no such value there,
// the only one that has it. A row with one kind of value need not have it named.
func cutValue(b *budget.Budget, l *budget.Line, name string) (part string, column int, named bool) {
	part, column, named = CutColumn(b, name)
	if at, ok := b.Column(name); ok && !named {
		part, column, named = "", at, true
	}
	if part == "" {
		part = onlyValue(b, l)
	}
	if _, has := valuesIn(b, l, b.Columns[column].ID)[part]; has || named {
		return part, column, named
	}
	for at := range b.Columns {
		if b.Columns[at].Kind != budget.AmountColumn {
			continue
		}
		if _, has := valuesIn(b, l, b.Columns[at].ID)[part]; has {
			return part, at, false
		}
	}
	return part, column, named
}

// onlyValue returns the name of a row's values where there is one kind of them; "" for others.
func onlyValue(b *budget.Budget, l *budget.Line) (only string) {
	for _, c := range b.Columns {
		if c.Kind != budget.AmountColumn {
			continue
		}
		for name := range valuesIn(b, l, c.ID) {
			if only != "" && only != name {
				return ""
			}
			only = name
		}
	}
	return only
}

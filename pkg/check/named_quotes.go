package check

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
)

// quotables are the figures that prose may quote of a line, by their names: as they are, in
// the other columns and in the year before.
type quotables struct {
	ref    string // what stands before the names
	now    map[string]budget.Quoted
	others []quotesOf
}

// quotesOf are the figures of another year.
type quotesOf struct {
	figures map[string]budget.Quoted
	when    string
	years   []string
}

// quotes returns the figures of a line.
func (b *builder) quotes(l *budget.Line, ref string) *quotables {
	q := &quotables{ref: ref, now: byQuote(b.Budget.Scope(), b.Budget, l)}
	for i := range b.Budget.Columns {
		column := &b.Budget.Columns[i]
		if scope, ok := b.Budget.ScopeOf(i); ok && !b.isInScope(i) {
			q.others = append(q.others, quotesOf{byQuote(scope, b.Budget, l), "the column " + b.head(i), []string{column.ID, column.Label.Value}})
		}
	}
	if b.Last != nil {
		if before, ok := b.Last.Budget.Line(l.ID.Value); ok {
			q.others = append(q.others, quotesOf{figures: byQuote(b.Last.Budget.Scope(), b.Last.Budget, before), when: "the plan of the year before"})
		}
	}
	return q
}

// isInScope reports whether a column is one of those that the budget is counted over, or
// their sum.
func (b *builder) isInScope(column int) bool {
	scope := b.Budget.Scope()
	shown, ok := scope.Shown()
	return ok && column == shown || slices.Contains(scope.Columns, column) || column == b.Budget.Main
}

func byQuote(scope budget.Scope, of *budget.Budget, l *budget.Line) map[string]budget.Quoted {
	list := scope.Quotes(of, l)
	figures := make(map[string]budget.Quoted, len(list))
	for _, f := range list {
		if !f.Differs() {
			figures[f.Name] = f
		}
	}
	return figures
}

// give gives a thing one of the figures.
func (q *quotables) give(t *thing, name string, m measure) {
	f, ok := q.now[name]
	if !ok {
		return
	}
	s := standing{measure: m, is: f.Value, ref: q.ref + "." + name}
	if !f.Node.IsZero() {
		s.at = f.Node.Span()
	}
	for _, other := range q.others {
		if before, ok := other.figures[name]; ok && !before.Value.Equal(f.Value) {
			s.was = append(s.was, past{before.Value, other.when, other.years})
		}
	}
	t.figures = append(t.figures, s)
}

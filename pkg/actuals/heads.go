package actuals

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// columns are where in the file the columns stand that the plan reads; -1 for one that is not
// there.
type columns struct {
	line, amount, spent, committed, date, kind, fund, currency int
}

// named returns the head that the plan names for a key.
func (r *reader) named(key string) source.At[string] {
	h := &r.of.Heads
	return map[string]source.At[string]{"line": h.Line, "amount": h.Amount, "spent": h.Spent, "committed": h.Committed,
		"date": h.Date, "kind": h.Kind, "fund": h.Fund, "currency": h.Currency}[key]
}

// usual are the heads by which the column of a key is known: that which the plan names, or else
// the key itself.
func (r *reader) usual(key string) []string {
	if at := r.named(key); at.IsSet() {
		return []string{at.Value}
	}
	if key == "line" {
		return []string{"line", "code"}
	}
	return []string{key}
}

// find finds the columns in the row of heads. A head that the plan names has to be there; others
// are read where they are.
func (r *reader) find(head tabular.Row) bool {
	c := &r.columns
	for _, of := range []struct {
		key string
		at  *int
	}{{"line", &c.line}, {"amount", &c.amount}, {"spent", &c.spent}, {"committed", &c.committed}, {"date", &c.date}, {"kind", &c.kind}, {"fund", &c.fund}, {"currency", &c.currency}} {
		*of.at = r.column(of.key, head)
	}
	if r.failed {
		return false
	}
	list := r.of.List.Span()
	switch {
	case c.amount >= 0 && (c.spent >= 0 || c.committed >= 0):
		r.fail(list, "the export has a column of amounts, and others of what was spent or committed: nobody can tell which are meant", "name the heads that are meant under `heads`, and give the others another head in the file")
	case c.amount < 0 && c.spent < 0 && c.committed < 0:
		r.fail(list, "the export has no column of amounts", "name its head: \"heads: {amount: …}\", or {spent: …, committed: …}; the file has "+tabular.Quoted(head.Texts()...))
	case c.kind >= 0 && c.amount < 0:
		r.fail(list, "the export has columns of what was spent or committed, and a column that says of each amount which it is", "name one column of amounts: \"heads: {amount: …}\"")
	case c.kind < 0 && r.of.Wrote("kinds"):
		r.fail(r.of.Node.Get("kinds").Span(), "the export has no column that says which kind an amount is", "name its head: \"heads: {kind: …}\"; the file has "+tabular.Quoted(head.Texts()...))
	}
	return !r.failed
}

// column returns where a column stands; -1 where it is not there.
func (r *reader) column(key string, head tabular.Row) int {
	named, span := r.named(key), r.of.List.Span()
	if named.IsSet() {
		span = named.Span()
	}
	at := tabular.Positions(head.Cells, r.usual(key)...)
	switch {
	case len(at) > 1:
		r.fail(span, "the export has two columns "+tabular.Quoted(head.Cells[at[0]].Text, head.Cells[at[1]].Text)+", and nobody can tell which is meant", "give one of them another head, or name one under `heads`")
	case len(at) == 1:
		return at[0]
	case named.IsSet():
		r.fail(span, "the export has no column "+tabular.Quoted(named.Value), diag.DidYouMean(named.Value, head.Texts()))
	}
	return -1
}

// kind is what an amount is.
type kind int

const (
	spent kind = iota
	committed
	neither
	unknownKind
)

// kindOf returns what a word of the file says of an amount: the plan's words go before the usual
// ones.
func (r *reader) kindOf(word string) kind {
	k := &r.of.Kinds
	for _, of := range []struct {
		words []source.At[string]
		is    kind
	}{{k.Spent, spent}, {k.Committed, committed}, {k.Other, neither}} {
		for _, w := range of.words {
			if strings.EqualFold(w.Value, word) {
				return of.is
			}
		}
	}
	switch strings.ToLower(word) {
	case "spent", "expenditure", "expenditures", "expense", "expenses":
		return spent
	case "committed", "commitment", "commitments", "obligation", "obligations":
		return committed
	}
	return unknownKind
}

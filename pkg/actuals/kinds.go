package actuals

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// kind is what an amount is.
type kind int

const (
	spent kind = iota
	committed
	neither
	unknownKind
)

// kind reads what an amount is.
func (r *reader) kind(row tabular.Row, at source.Node) kind {
	if r.columns.kind < 0 {
		return spent
	}
	c := row.Cell(r.columns.kind)
	is := r.kindOf(c.Text)
	if is == unknownKind {
		message := "this row does not say whether its amount was spent or committed"
		if c.Text != "" {
			message, at = fmt.Sprintf("%s does not say whether this amount was spent or committed", tabular.Quoted(c.Text)), r.table.Node(c)
		}
		r.failAlike("kind "+key(c.Text), at, message, "say it with the word: \"kinds: {spent: […], committed: […], other: […]}\"; rows of `other` are passed over")
	}
	return is
}

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

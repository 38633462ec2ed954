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
	line, amount, spent, committed, debit, credit, date, kind, fund, currency int
}

// keyed is a column by its key.
type keyed struct {
	key string
	at  *int
}

func (c *columns) all() []keyed {
	return append(c.amounts(), keyed{"line", &c.line}, keyed{"date", &c.date}, keyed{"kind", &c.kind}, keyed{"fund", &c.fund}, keyed{"currency", &c.currency})
}

// amounts are the columns that amounts may stand in.
func (c *columns) amounts() []keyed {
	return []keyed{{"amount", &c.amount}, {"spent", &c.spent}, {"committed", &c.committed}, {"debit", &c.debit}, {"credit", &c.credit}}
}

// ways are the columns in which accounts write their amounts: of each way all or some are there.
var ways = [][]string{{"amount"}, {"spent", "committed"}, {"debit", "credit"}}

// named returns the head that the plan names for a key.
func (r *reader) named(key string) source.At[string] {
	h := &r.of.Heads
	return map[string]source.At[string]{"line": h.Line, "amount": h.Amount, "spent": h.Spent, "committed": h.Committed, "debit": h.Debit, "credit": h.Credit,
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
	for _, of := range c.all() {
		*of.at = r.column(of.key, head)
	}
	if len(r.lines.funds) == 0 {
		c.fund = -1 // whatever the accounts book on: the plan tells no funds apart
	}
	if r.failed || !r.oneWay() {
		return false
	}
	list := r.of.List.Span()
	switch {
	case c.amount < 0 && c.spent < 0 && c.committed < 0 && c.debit < 0 && c.credit < 0:
		r.fail(list, "the export has no column of amounts", "name its head: \"heads: {amount: …}\", or {spent: …, committed: …}, or {debit: …, credit: …}; the file has "+tabular.Quoted(head.Texts()...))
	case c.debit >= 0 && c.credit < 0:
		r.fail(list, "the export has a column of debits, and none of credits", "name its head: \"heads: {credit: …}\"; the file has "+tabular.Quoted(head.Texts()...))
	case c.credit >= 0 && c.debit < 0:
		r.fail(list, "the export has a column of credits, and none of debits", "name its head: \"heads: {debit: …}\"; the file has "+tabular.Quoted(head.Texts()...))
	case c.kind >= 0 && (c.spent >= 0 || c.committed >= 0):
		r.fail(list, "the export has columns of what was spent or committed, and a column that says of each amount which it is", "name one column of amounts: \"heads: {amount: …}\"")
	case c.kind < 0 && r.of.Wrote("kinds"):
		r.fail(r.of.Node.Get("kinds").Span(), "the export has no column that says which kind an amount is", "name its head: \"heads: {kind: …}\"; the file has "+tabular.Quoted(head.Texts()...))
	}
	return !r.failed
}

// oneWay reports a file whose amounts stand in columns of one way only: where there are others as
// well, those count that the plan names.
func (r *reader) oneWay() bool {
	at := map[string]*int{}
	for _, of := range r.columns.amounts() {
		at[of.key] = of.at
	}
	var found, named []string // the first of each way that is there, that the plan names
	for _, way := range ways {
		there, isNamed := "", false
		for _, key := range way {
			if *at[key] >= 0 && there == "" {
				there = key
			}
			isNamed = isNamed || r.named(key).IsSet()
		}
		if there != "" {
			found = append(found, there)
		}
		if isNamed {
			named = append(named, there)
		}
	}
	if len(found) < 2 {
		return true
	}
	if len(named) != 1 {
		r.fail(r.of.List.Span(), "the export has amounts in columns of several kinds, "+tabular.Quoted(found...)+", and nobody can tell which are meant", "name those that are meant under `heads`, such as \"heads: {"+found[0]+": …}\"")
		return false
	}
	for _, way := range ways {
		for _, key := range way {
			if !r.inWay(way, named[0]) {
				*at[key] = -1
			}
		}
	}
	return true
}

func (r *reader) inWay(way []string, key string) bool {
	for _, k := range way {
		if k == key {
			return true
		}
	}
	return false
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

// isHead reports whether a row has heads of lines and of amounts, or of lines at least.
func (r *reader) isHead(row tabular.Row) (lines, amounts bool) {
	if len(tabular.Positions(row.Cells, r.usual("line")...)) == 0 {
		return false, false
	}
	for _, of := range r.columns.amounts() {
		if len(tabular.Positions(row.Cells, r.usual(of.key)...)) > 0 {
			return true, true
		}
	}
	return true, false
}

// again reports a row that repeats the heads, as on a further page. Heads that stand in other
// columns there are a finding.
func (r *reader) again(row tabular.Row) bool {
	if _, amounts := r.isHead(row); !amounts {
		return false
	}
	for _, of := range r.columns.all() {
		if *of.at >= 0 && !strings.EqualFold(row.Cell(*of.at).Text, r.heads.Cell(*of.at).Text) {
			r.fail(r.where(row).Span(), "this row has heads again, and they stand in other columns than those of the first", "keep one table in the file")
			break
		}
	}
	return true
}

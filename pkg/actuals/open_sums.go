package actuals

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// openSum is a row that calls itself a sum and adds up nothing above it.
type openSum struct {
	at          source.Node
	sums        [2]money.Decimal
	above, last [2]money.Decimal // what was reached at it, and at the sum above it
	rows        int              // how many stand above it
	of, account string           // the account that it names, and as it is written; "" for none
	mark        string           // the asterisks that mark it; "" where words do
}

// says is how a sum is known.
func (o *openSum) says() string {
	if o.mark != "" {
		return "is marked as a sum by " + tabular.Quoted(o.mark)
	}
	return "calls itself a sum"
}

func less(a, b [2]money.Decimal) [2]money.Decimal {
	return [2]money.Decimal{a[0].Sub(b[0]), a[1].Sub(b[1])}
}

// below is what the rows below a sum come to.
func (o *openSum) below(t *totals) [2]money.Decimal { return less(t.sum, o.above) }

// off is how far a sum is from what some rows come to.
func (o *openSum) off(is [2]money.Decimal) money.Decimal {
	by := less(o.sums, is)
	return by[0].Abs().Add(by[1].Abs())
}

// addends are the rows that a sum was to add up, as far as anybody can tell, and what they come to: those
// on the account that it names, those above it or since the sum above it, or those below it.
func (o *openSum) addends(t *totals) (what string, is [2]money.Decimal) {
	if of, known := t.of[o.of]; known && o.of != "" {
		return "the rows on " + tabular.Quoted(o.account), of
	}
	if o.rows == 0 {
		return "the rows below it", o.below(t)
	}
	if since := less(o.above, o.last); o.off(since).LessThan(o.off(o.above)) {
		return "the rows between it and the sum above it", since
	}
	return "the rows above it", o.above
}

// differs says to what the rows of a sum come, and the difference.
func (r *reader) differs(o *openSum) string {
	what, is := o.addends(&r.totals)
	by := less(o.sums, is)
	if r.columns.committed < 0 || r.columns.spent < 0 {
		return fmt.Sprintf("%s come to %s; the difference is %s", what, r.money(is[spent].Add(is[committed])), r.money(by[spent].Add(by[committed])))
	}
	var list []string
	for i, key := range []string{"spent", "committed"} {
		if !by[i].IsZero() {
			list = append(list, fmt.Sprintf("it gives %s as `%s`, and %s come to %s; the difference is %s", r.money(o.sums[i]), key, what, r.money(is[i]), r.money(by[i])))
		}
	}
	return strings.Join(list, "; ")
}

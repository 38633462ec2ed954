package parties

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// totals compare the rows of a list that are sums with the Parties above them: those since the
// last such row, or all.
type totals struct {
	*reader
	columns      []column
	since, whole []sum
}

// sum is what the cells of a column come to.
type sum struct {
	amount money.Decimal
	places int32
}

func newTotals(r *reader, columns []column) *totals {
	t := &totals{reader: r, since: make([]sum, len(columns)), whole: make([]sum, len(columns))}
	for _, c := range columns[1:] {
		if c.key != "ldc" {
			t.columns = append(t.columns, c)
		}
	}
	return t
}

// add adds the row of a Party.
func (t *totals) add(row tabular.Row) {
	for i, c := range t.columns {
		d, why := tabular.Number(c.of(row).Text, t.marks)
		if why != "" {
			continue // nothing, or reported
		}
		for _, s := range []*sum{&t.since[i], &t.whole[i]} {
			s.amount, s.places = s.amount.Add(d), max(s.places, money.OwnPlaces(d))
		}
	}
}

// compare looks at a row that is a sum. A total may be rounded to fewer decimals than its
// rows, and a workbook adds with a little noise.
func (t *totals) compare(of *tabular.Table, row tabular.Row) {
	for i, c := range t.columns {
		x := c.of(row)
		d, why := tabular.Number(x.Text, t.marks)
		if x.Text == "" || why != "" {
			continue
		}
		if !t.whole[i].isNear(d) && !t.since[i].isNear(d) {
			t.findings.Add(diag.Finding{Rule: plan.ListTotal, Span: source.Cell(of.File, x.At, x.Text).Span(), Subject: t.of.Path(),
				Message: fmt.Sprintf("the total of `%s` is %s, but the Parties above it come to %s", strings.TrimSpace(c.key+" "+c.budgets), d, t.whole[i].amount),
				Hint:    "correct a Party or the total; is a Party missing?"})
		}
	}
	clear(t.since)
}

func (s sum) isNear(total money.Decimal) bool {
	near := money.New(1).Shift(-9)
	if places := money.OwnPlaces(total); places < s.places {
		near = near.Add(money.New(5).Shift(-places - 1))
	}
	return s.amount.Sub(total).Abs().LessThanOrEqual(near)
}

package plan

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// OwnRate is reported for an exchange rate of the budget's own currency.
var OwnRate = diag.Rule{Code: "F313", Name: "own-rate", Severity: diag.Error, Title: "an exchange rate of the budget's own currency",
	Why:   "One unit of a currency is worth one unit of it: the rate is that of another currency, or the budget's currency is wrong.",
	Since: "0.1",
	Bad: `budget:
  currency: CHF
  rates:
    - {currency: «CHF», rate: 1.02, on: 2024-05-01}
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
`,
	Good: `budget:
  currency: CHF
  rates:
    - {currency: EUR, rate: 0.95, on: 2024-05-01}
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: rent, label: Rent, fixed: 12000, in: EUR}
`}

// checkRates reports exchange rates that are not positive, or of the budget's own
// currency, and two of one currency for one column. Several rows of a currency are right
// where each has columns of its own, for each has its day.
func checkRates(r *schema.Reader, b *Budget) {
	tables := map[money.Currency]*rateTable{}
	for i := range b.Rates {
		e := &b.Rates[i]
		code := e.Currency.Value
		if e.Currency.IsSet() && code == b.Currency.Value {
			r.Report(OwnRate, e.Currency.Node, fmt.Sprintf("%s is the budget's own currency", code), "name the other currency, or take the rate out")
		}
		if tables[code] == nil {
			tables[code] = &rateTable{by: map[string]source.At[money.Decimal]{}}
		}
		for column, rate := range e.Rate.Each() {
			if !rate.Value.IsPositive() {
				r.Report(schema.BadNumber, rate.Node, "an exchange rate cannot be 0", fmt.Sprintf("write what one %s is worth in %s", code, b.Currency.Value))
			}
			if first := tables[code].put(column, rate); first.IsSet() && e.Currency.IsSet() {
				reportTwoRates(r, e, rate, first)
			}
		}
	}
}

// rateTable holds the rates of one currency.
type rateTable struct {
	first source.At[money.Decimal]            // of any column
	all   source.At[money.Decimal]            // of all columns
	by    map[string]source.At[money.Decimal] // by column
}

// put adds a rate for a column, or for all where it names none. It returns the rate that
// holds there already.
func (t *rateTable) put(column string, rate source.At[money.Decimal]) (before source.At[money.Decimal]) {
	switch {
	case column == "":
		before, t.all = t.first, rate
	case t.all.IsSet():
		before = t.all
	default:
		before = t.by[column]
	}
	if t.by[column] = rate; !t.first.IsSet() {
		t.first = rate
	}
	return before
}

func reportTwoRates(r *schema.Reader, e *ExchangeRate, rate, first source.At[money.Decimal]) {
	r.Add(diag.Finding{Rule: schema.TwoRows, Span: rate.Span(),
		Message: fmt.Sprintf("two rates of %s hold for the same column: %s and %s", e.Currency.Value, first.Node.Text(), rate.Node.Text()),
		Hint:    "keep one of the two: nobody can tell which of them counts", Related: []diag.Related{{Span: first.Span(), Note: "the first"}}})
}

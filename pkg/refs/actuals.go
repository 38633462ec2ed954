package refs

import (
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// spentParts are the names behind a line of the accounts.
var spentParts = []string{"planned", "spent", "committed", "used", "balance", "percent"}

// spent returns what a name behind "actuals." stands for: as_at, year, LINE.PART, or funds.FUND.PART.
func (n *Names) spent(name string) (Value, bool) {
	if name == "year" { // known of a plan without accounts too, whose report says what is amiss
		from, to := n.plan.AccountPeriod()
		return span(Years, source.At[time.Time]{Value: from, Node: n.plan.Period.From.Node}, source.At[time.Time]{Value: to, Node: n.plan.Period.To.Node}), true
	}
	a := n.budget.Actuals
	if a == nil {
		return Value{}, false
	}
	if name == "as_at" {
		return day(a.AsAt), true
	}
	id, part, _ := strings.Cut(name, ".")
	row, ok := a.Row(id)
	if fund, of, isFund := strings.Cut(part, "."); isFund && id == "funds" {
		row, ok = a.Fund(fund)
		part = of
	}
	if !ok {
		return Value{}, false
	}
	amount := func(d money.Decimal) (Value, bool) {
		return Value{Kind: Amount, Figure: d, Currency: n.budget.Currency, Places: a.Places}, true
	}
	switch part {
	case "planned":
		return amount(row.Planned)
	case "spent":
		return amount(row.Spent)
	case "committed":
		return amount(row.Committed)
	case "used":
		return amount(row.Used())
	case "balance":
		return amount(row.Balance())
	case "percent":
		percent, ok := row.Percent()
		if !ok {
			return Value{}, true
		}
		return Value{Kind: Percent, Figure: percent, Places: budget.UsedPlaces}, true
	}
	return Value{}, false
}

// actuals returns the names of what was spent; those of what is on no line among them, though there be none.
func (n *Names) actuals() (all []string) {
	a := n.budget.Actuals
	if a == nil {
		return nil
	}
	all = append(all, "actuals.as_at", "actuals.year")
	hasNone := false
	offer := func(of string) {
		for _, part := range spentParts {
			all = append(all, "actuals."+of+"."+part)
		}
	}
	for i := range a.Rows {
		if r := &a.Rows[i]; r.Kind != budget.ActualHead && r.Kind != budget.ActualRest {
			hasNone = hasNone || r.ID() == "none"
			offer(r.ID())
		}
	}
	if !hasNone {
		offer("none")
	}
	for i := range a.Funds {
		if r := &a.Funds[i]; r.Kind != budget.ActualTotal {
			offer("funds." + r.ID())
		}
	}
	return all
}

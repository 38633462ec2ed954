package plan

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// ThreeDecimals is reported for an amount of money with three decimals in a budget that is
// not rounded to three.
var ThreeDecimals = diag.Rule{Code: "F310", Name: "three-decimals", Severity: diag.Error, Title: "an amount of money with three decimals",
	Why: "180.000 is 180 to one half of Europe and 180,000 to the other. A budget that is rounded to three decimals, " +
		"as in dinars, may have such amounts; rates, percentages and quantities may have them too.",
	Since: "0.1",
	Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: «345.054»}
`,
	Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
`}

// checkThreeDecimals reports the amounts of money with three decimals, unless the plan's
// rounding has as many. A rounding to 1.000 has not: half of Europe rounds to thousands by it.
func checkThreeDecimals(r *schema.Reader, p *Plan) {
	to := p.Budget.Rounding.To
	nodes := r.ThreeDecimals()
	switch {
	case to.IsSet() && money.HasThreeDecimals(to.Node.Text()):
		nodes = append([]source.Node{to.Node}, nodes...)
	case len(nodes) == 0 || to.IsSet() && (money.Rounding{To: to.Value}).Places() >= 3, p.Budget.hasFineLine():
		return
	}
	percents := p.Budget.statedPercents()
	for _, n := range nodes {
		if percents[n] {
			continue
		}
		text := n.Text()
		thousands := strings.Replace(text, ".", "", 1)
		integer, _, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
		message := fmt.Sprintf("%s has three decimals: half of Europe reads %s", text, grouped(thousands))
		if len(integer) > 3 {
			message = fmt.Sprintf("%s has three decimals, and amounts of this budget do not", text)
		}
		r.Report(ThreeDecimals, n, message, fmt.Sprintf("write %s if thousands are meant, %s if the point is a decimal point", thousands, money.Unmistakable(text)))
	}
}

// hasFineLine reports whether some line is rounded to three decimals, or finer.
func (b *Budget) hasFineLine() (fine bool) {
	see := func(l *cost.Line) {
		to := l.Rounding.To
		fine = fine || to.IsSet() && (money.Rounding{To: to.Value}).Places() >= 3
	}
	eachLine(b.Lines, see)
	eachLine(b.Financing, see)
	eachLine(b.AfterTotal, see)
	return fine
}

// statedPercents returns what the plan states in columns of per cent: no money.
func (b *Budget) statedPercents() map[source.Node]bool {
	nodes := map[source.Node]bool{}
	for i := range b.Columns {
		if !b.Columns[i].IsPercent() {
			continue
		}
		keep := func(s *cost.Series[cost.Cell]) {
			for column, cell := range s.Each() {
				if column == b.Columns[i].ID.Value {
					nodes[cell.Node] = true
				}
			}
		}
		keep(&b.StatedTotal)
		for _, values := range [][]AxisValue{b.Funds, b.Parties, b.Calendar} {
			for j := range values {
				keep(&values[j].Stated)
			}
		}
		for j := range b.StatedOutcomes {
			keep(&b.StatedOutcomes[j].Value)
		}
		eachLine(b.Lines, func(l *cost.Line) { keep(&l.Stated) })
		eachLine(b.Financing, func(l *cost.Line) { keep(&l.Stated) })
		eachLine(b.AfterTotal, func(l *cost.Line) { keep(&l.Stated) })
	}
	return nodes
}

func grouped(digits string) string {
	d, _ := money.Parse(digits)
	return money.Number(d, 0, ",", ".")
}

package document

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

func init() {
	registerBlock("chart", blockKind{needs: []string{"from", "title"}, from: []string{"budget.chart"}, print: printChart})
}

// hasChart reports whether the plan asks for a chart.
func hasChart(p *plan.Plan) bool { return p.Budget.Chart.IsSet() && len(p.Budget.Lines) > 0 }

// printChart draws the lines and groups that the total adds up: the share of each,
// or the amount of each in every column.
func printChart(b *builder, spec *blockSpec) []Block {
	columns := []int{b.in.Budget.Main}
	chart := Chart{ID: "budget-chart", Title: b.text(spec.Title)}
	if b.in.Plan.Budget.Chart.Value == "years" {
		columns = b.amountColumns()
		for _, c := range columns {
			chart.Series = append(chart.Series, b.columnHead(c))
		}
	}
	longest := b.longest(columns)
	lines := b.in.Budget.Lines
	for at := 0; at < len(lines); at = lines[at].End {
		bar := Bar{Label: b.text(lines[at].Label).String()}
		for _, c := range columns {
			bar.Values = append(bar.Values, b.barValue(&lines[at].Figures[c], c, longest))
		}
		chart.Bars = append(chart.Bars, bar)
	}
	chart.Alt = alternative(&chart)
	return []Block{chart}
}

func (b *builder) amountColumns() (list []int) {
	for i, c := range b.in.Budget.Columns {
		if c.Kind == budget.AmountColumn {
			list = append(list, i)
		}
	}
	return list
}

func (b *builder) columnHead(column int) string {
	if label := b.in.Budget.Columns[column].Label; label.IsSet() {
		return b.text(label).String()
	}
	return ""
}

// longest returns the largest amount that the chart shows.
func (b *builder) longest(columns []int) money.Decimal {
	most := money.Zero
	lines := b.in.Budget.Lines
	for at := 0; at < len(lines); at = lines[at].End {
		for _, c := range columns {
			if d := lines[at].Figures[c].Printed.Abs(); d.GreaterThan(most) {
				most = d
			}
		}
	}
	return most
}

// barValue is an amount with its share of the total, and the length of its bar.
func (b *builder) barValue(f *budget.Figure, column int, longest money.Decimal) BarValue {
	v := BarValue{Text: b.figure(f, column).String()}
	if longest.IsPositive() {
		v.Part = int(money.Percent(f.Printed.Abs().Mul(money.Hundred), longest).IntPart())
	}
	total := b.in.Budget.Total[column].Printed
	if b.in.Plan.Budget.Chart.Value == "share" && total.IsPositive() {
		share := money.Rounding{To: money.New(1).Shift(-1), Mode: money.HalfUp}.Round(money.Percent(f.Printed, total))
		v.Text += " (" + fill(b.language.Numbers.Percent.Value, "number", b.language.Number(share, 1)) + ")"
	}
	return v
}

// alternative says in words what a chart shows.
func alternative(c *Chart) string {
	var parts []string
	for _, bar := range c.Bars {
		var values []string
		for i, v := range bar.Values {
			if i < len(c.Series) && c.Series[i] != "" {
				values = append(values, c.Series[i]+" "+v.Text)
			} else {
				values = append(values, v.Text)
			}
		}
		parts = append(parts, bar.Label+": "+strings.Join(values, ", "))
	}
	return c.Title.String() + ". " + strings.Join(parts, "; ") + "."
}

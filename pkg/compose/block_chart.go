package compose

import (
	"cmp"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

func init() {
	registerBlock("chart", blockKind{needs: []string{"from", "title"}, from: []string{"budget.chart"}, print: printChart})
}

// hasChart reports whether the plan asks for a chart.
func hasChart(p *plan.Plan) bool { return p.Budget.Chart.IsSet() && len(p.Budget.Lines) > 0 }

// manyBars is how many lines a chart of shares shows one by one. A budget of more is
// shown by its groups.
const manyBars = 24

// charter makes one chart.
type charter struct {
	*builder
	chart   document.Chart
	amounts [][]money.Decimal // of each bar's values
}

// printChart draws the budget as the plan asks: the share of each line, or the
// amount of each group in every column.
func printChart(b *builder, spec *blockSpec) []document.Block {
	c := charter{builder: b, chart: document.Chart{ID: cmp.Or(spec.ID.Value, "budget-chart"), Title: b.text(spec.Title)}}
	if b.in.Plan.Budget.Chart.Value == "years" {
		c.years()
	} else {
		c.share()
	}
	c.scale()
	c.chart.Alt = inWords(&c.chart)
	return []document.Block{c.chart}
}

// share shows each line's part of the total, in the column that prose quotes.
func (c *charter) share() {
	scope := c.in.Budget.Scope()
	lines := c.lines(func(l *budget.Line) bool { return !l.IsGroup() })
	if len(lines) > manyBars {
		lines = c.outermost()
	}
	for _, l := range lines {
		c.bar(l, scope.Figure(l.Figures))
	}
	for i, share := range shares(c.amounts) {
		c.chart.Bars[i].Values[0].Share = language.Fill(c.language.Numbers.Percent.Value, "number", c.language.Number(share, 1))
	}
}

// years shows the columns of amounts side by side.
func (c *charter) years() {
	var columns []int
	for i := range c.in.Budget.Columns {
		if c.in.Budget.Columns[i].Kind == budget.AmountColumn {
			columns = append(columns, i)
		}
	}
	if len(columns) > 1 {
		for _, i := range columns {
			c.chart.Series = append(c.chart.Series, c.text(c.in.Budget.Columns[i].Label))
		}
	}
	for _, l := range c.outermost() {
		var figures []*budget.Figure
		for _, i := range columns {
			figures = append(figures, &l.Figures[i])
		}
		c.bar(l, figures...)
	}
}

func (c *charter) lines(wanted func(*budget.Line) bool) (list []*budget.Line) {
	for i := range c.in.Budget.Lines {
		if l := &c.in.Budget.Lines[i]; wanted(l) {
			list = append(list, l)
		}
	}
	return list
}

// outermost returns the lines and groups that the total adds up.
func (c *charter) outermost() []*budget.Line {
	return c.lines(func(l *budget.Line) bool { return l.Depth == 0 })
}

// bar adds a line with the given figures, which are amounts. A line that says nothing in
// any of them has no bar.
func (c *charter) bar(l *budget.Line, figures ...*budget.Figure) {
	bar := document.Bar{Label: c.text(l.Label)}
	amounts := make([]money.Decimal, len(figures))
	isSaid := false
	for i, f := range figures {
		amounts[i] = f.Printed
		bar.Values = append(bar.Values, document.BarValue{Text: c.amount(f).String()})
		isSaid = isSaid || f.Mark != cost.Blank
	}
	if isSaid {
		c.chart.Bars = append(c.chart.Bars, bar)
		c.amounts = append(c.amounts, amounts)
	}
}

// inWords says what the chart shows: its title, and every bar with its figures.
func inWords(c *document.Chart) string {
	parts := make([]string, len(c.Bars))
	for i, bar := range c.Bars {
		var values []string
		for j, v := range bar.Values {
			value := v.Text
			if v.Share != "" {
				value += " (" + v.Share + ")"
			}
			if len(c.Series) > 0 {
				value = c.Series[j].String() + " " + value
			}
			values = append(values, value)
		}
		parts[i] = bar.Label.String()
		if len(values) > 0 {
			parts[i] += ": " + strings.Join(values, ", ")
		}
	}
	return c.Title.String() + ". " + strings.Join(parts, "; ") + "."
}

package document

// Chart is a chart of horizontal bars, in one series or several. Its geometry is whole
// numbers, computed from the decimal amounts, so that every renderer draws the same bars.
type Chart struct {
	ID     string
	Title  Text
	Alt    string // the chart in words, with all figures, for those who do not see it
	Series []Text // the names of the series; none where there is one only
	Bars   []Bar
	Zero   int // where the bars begin, in parts of ChartWidth; behind it are negative ones
}

// ChartWidth is the width of a chart's drawing, in the parts that its bars are measured in.
const ChartWidth = 10_000

// Bar is a line of the budget and its value in each series.
type Bar struct {
	Label  Text
	Values []BarValue
}

// BarValue is a value as it is printed, and its bar.
type BarValue struct {
	Text     string // the amount, as the table prints it
	Share    string // its share of the total, "" where the chart shows none
	From, To int    // where the bar begins and ends, From not behind To
}

// Floats reports whether bars begin anywhere in the drawing, as times do, and not all of them
// where amounts begin.
func (c *Chart) Floats() bool {
	for i := range c.Bars {
		for _, v := range c.Bars[i].Values {
			if v.From > c.Zero || v.To < c.Zero {
				return true
			}
		}
	}
	return false
}

package document

// Chart is a chart of horizontal bars, in one series or several. Its geometry is whole
// numbers, computed from the decimal amounts, so that every renderer draws the same bars.
type Chart struct {
	ID     string
	Title  Text
	Alt    string    // the chart in words, with all figures, for those who do not see it
	Series []Text    // the names of the series; none where there is one only
	Axis   []Stretch // above bars that are times: quarters, months or years; none above amounts
	Over   []Stretch // above the axis: the years of its quarters or months, where they do not say theirs
	Bars   []Bar
	Zero   int // where the bars begin, in parts of ChartWidth; behind it are negative ones
	// Least and Most are the amounts at the ends of the drawing, as BarValue.Number is written; "" above times.
	Least, Most string
}

// ChartWidth is the width of a chart's drawing, in the parts that its bars are measured in.
const ChartWidth = 10_000

// Stretch is a part of the axis, between two lines of the drawing. Its text surely fits.
type Stretch struct {
	Text     string // "" where there is no room
	From, To int
}

// Axes are the rows of names that stand above the bars, from the top.
func (c *Chart) Axes() (rows [][]Stretch) {
	for _, row := range [][]Stretch{c.Over, c.Axis} {
		if len(row) > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

// Bar is a line of the budget and its value in each series.
type Bar struct {
	Label  Text
	Values []BarValue
}

// BarValue is a value as it is printed, and its bar.
type BarValue struct {
	Text     string // the amount, as the table prints it
	Number   string // the same for programs, exact: digits, a point, a minus, such as -1200.5; "" where it is a time
	Share    string // its share of the total, "" where the chart shows none
	From, To int    // where the bar begins and ends, From not behind To
	Mark     bool   // it is a moment, such as a milestone, and drawn as a mark at From
}

// MarkWidth is how wide a mark is drawn, in parts of ChartWidth.
const MarkWidth = 120

// Drawn returns where a value's bar begins and ends in the drawing; that of a mark is around its moment.
func (v *BarValue) Drawn() (from, to int) {
	if !v.Mark {
		return v.From, v.To
	}
	from = min(max(0, v.From-MarkWidth/2), ChartWidth-MarkWidth)
	return from, max(v.To, from+MarkWidth)
}

// Floats reports whether bars begin anywhere in the drawing, as times do, and not all of them
// where amounts begin.
func (c *Chart) Floats() bool {
	if len(c.Axis) > 0 {
		return true
	}
	for i := range c.Bars {
		for _, v := range c.Bars[i].Values {
			if v.From > c.Zero || v.To < c.Zero {
				return true
			}
		}
	}
	return false
}

package compose

import (
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

func init() {
	registerBlock("framework", blockKind{needs: []string{"from", "columns", "caption"}, from: []string{"indicators"}, print: printFramework})
}

// hasIndicators reports a plan that measures a result.
func hasIndicators(p *plan.Plan) bool {
	found := false
	p.EachMeasured(func(m *plan.Measures) { found = found || len(m.Indicators) > 0 })
	return found
}

// framework makes the table of the results framework: below each result its indicators, with a
// column for each time that has targets or actual values.
type framework struct {
	*builder
	table document.Table
	cells []indicatorCell
}

// indicatorCell is a column of the table: what it shows, and of which time.
type indicatorCell struct{ show, time string }

func printFramework(b *builder, spec *blockSpec) []document.Block {
	f := framework{builder: b, table: document.Table{ID: spec.From.Value, Caption: b.text(spec.Caption)}}
	for i := 0; i < len(spec.Columns); {
		n := sideBySide(spec.Columns[i:])
		f.columns(spec.Columns[i : i+n])
		i += n
	}
	b.in.Plan.EachMeasured(f.result)
	return []document.Block{f.table}
}

// sideBySide returns how many of the first columns have their times side by side: what was to be reached in
// a year stands beside what was reached in it.
func sideBySide(list []columnSpec) int {
	n := 0
	for n < len(list) && (list[n].Show.Value == "target" || list[n].Show.Value == "actual") {
		n++
	}
	return max(n, 1)
}

// columns adds what columns of the template show: for each time that any of them has, those that have it.
func (f *framework) columns(list []columnSpec) {
	of := make([][]string, len(list))
	var all []string
	for i := range list {
		of[i] = f.timesOf(list[i].Show.Value)
		for _, time := range of[i] {
			if !slices.Contains(all, time) {
				all = append(all, time)
			}
		}
	}
	slices.SortStableFunc(all, f.inOrder)
	for _, time := range all {
		for i := range list {
			if c := &list[i]; slices.Contains(of[i], time) {
				f.cells = append(f.cells, indicatorCell{c.Show.Value, time})
				f.table.Columns = append(f.table.Columns, document.Column{ID: strings.TrimSuffix(c.Show.Value+"."+time, "."), Head: f.head(f.text(c.Head), time), Width: c.Width.Value, Label: c.Show.Value == "indicator"})
			}
		}
	}
}

// timesOf returns the times that a column stands for, one of no name where it is of none; none at
// all where no indicator has what it shows.
func (f *framework) timesOf(show string) (times []string) {
	f.in.Plan.EachMeasured(func(m *plan.Measures) {
		for i := range m.Indicators {
			for _, time := range f.said(show, &m.Indicators[i]) {
				if !slices.Contains(times, time) {
					times = append(times, time)
				}
			}
		}
	})
	slices.SortStableFunc(times, f.inOrder)
	return times
}

// inOrder sorts times as the budget's columns stand, and years among themselves; of years from July to June,
// which may be called either way, the earlier one is first.
func (f *framework) inOrder(a, b string) int {
	if p := f.in.Plan; p.Period.IsFiscal() {
		x, isYear := p.YearOf(a)
		y, isAlso := p.YearOf(b)
		if isYear && isAlso && x != y {
			return x - y
		}
	}
	ids := f.in.Plan.Budget.ColumnIDs()
	i, j := slices.Index(ids, a), slices.Index(ids, b)
	if i >= 0 && j >= 0 {
		return i - j
	}
	return strings.Compare(a, b)
}

// said returns the times for which an indicator has what a column shows.
func (f *framework) said(show string, in *plan.Indicator) []string {
	has := map[string]bool{"indicator": true, "unit": in.Unit.IsSet(), "baseline": in.Baseline.Value.IsSet(), "verification": in.Verification.IsSet()}
	switch show {
	case "target":
		return f.keys(in.Targets)
	case "actual":
		return f.keys(in.Actual)
	}
	if has[show] {
		return []string{""}
	}
	return nil
}

func (f *framework) keys(values cost.Series[plan.Measured]) (times []string) {
	for key := range values.Each() {
		times = append(times, f.in.Plan.TimeOf(key))
	}
	return times
}

// head is the head of a column, with its time where it has one.
func (f *framework) head(t document.Text, time string) document.Text {
	if time == "" {
		return t
	}
	label := document.Plain(time)
	if year, ok := f.in.Plan.YearOf(time); ok && time == strconv.Itoa(year) {
		label = document.Plain(f.in.Plan.Period.YearName(year))
	}
	for i := range f.in.Plan.Budget.Columns {
		if c := &f.in.Plan.Budget.Columns[i]; c.ID.Value == time && c.Label.IsSet() {
			label = f.text(c.Label)
		}
	}
	return append(append(t, document.Run{Text: " "}), label...)
}

// result adds a result and its indicators.
func (f *framework) result(m *plan.Measures) {
	if len(m.Indicators) == 0 {
		return
	}
	word := [...]string{"framework_outcome", "framework_output", "framework_activity"}[len(m.Number)-1]
	group := document.Row{Kind: document.GroupRow, Cells: make([]document.Text, len(f.cells))}
	group.Cells[0] = append(f.with(f.words[word], "number", m.Dotted()), append(document.Text{{Text: " "}}, f.text(m.Text)...)...)
	f.table.Rows = append(f.table.Rows, group)
	for i := range m.Indicators {
		row := document.Row{Depth: 1, Cells: make([]document.Text, len(f.cells))}
		for c, cell := range f.cells {
			row.Cells[c] = f.ofIndicator(cell, &m.Indicators[i])
		}
		f.table.Rows = append(f.table.Rows, row)
	}
}

func (f *framework) ofIndicator(cell indicatorCell, in *plan.Indicator) document.Text {
	switch cell.show {
	case "indicator":
		return f.text(in.Text)
	case "unit":
		return f.text(in.Unit)
	case "baseline":
		return f.baseline(&in.Baseline)
	case "target":
		return f.measuredIn(in.Targets, cell.time)
	case "actual":
		return f.measuredIn(in.Actual, cell.time)
	case "verification":
		return f.text(in.Verification)
	}
	return nil
}

func (f *framework) baseline(b *plan.Baseline) document.Text {
	if !b.Value.IsSet() {
		return nil
	}
	t := f.measured(b.Value)
	if b.AsAt.IsSet() {
		t = append(t, f.aside("baseline_date", "date", f.dated(b.AsAt.Value))...)
	}
	return t
}

func (f *framework) measuredIn(values cost.Series[plan.Measured], time string) document.Text {
	for key, v := range values.Each() {
		if f.in.Plan.TimeOf(key) == time {
			return f.measured(v)
		}
	}
	return nil
}

// measured writes a number in the language, and words as they stand.
func (f *framework) measured(m source.At[plan.Measured]) document.Text {
	if m.Value.IsNumber {
		return document.Text{{Text: f.money(m.Value.Number, m.Value.Places()), Keep: true, Origin: m.Node}}
	}
	return verbatim(m.Value.Words, m.Node)
}

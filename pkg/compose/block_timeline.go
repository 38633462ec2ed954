package compose

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
)

func init() {
	registerBlock("timeline", blockKind{needs: []string{"from", "title"}, from: []string{"work.times"}, print: printTimeline})
}

// printTimeline draws when activities are done: of each a bar for every of its times, from the
// first day of the period at the left to its last at the right, and below it a mark for each of its milestones.
func printTimeline(b *builder, spec *blockSpec) []document.Block {
	chart := document.Chart{ID: cmp.Or(spec.ID.Value, "timeline-chart"), Title: b.text(spec.Title)}
	chart.Over, chart.Axis = b.axis()
	b.in.Plan.EachActivity(func(number [3]int, a *plan.Activity) {
		if len(a.When)+len(a.Milestones) == 0 {
			return
		}
		bar := document.Bar{Label: unstopped(b.activity(number, a))}
		for _, w := range a.When {
			v := document.BarValue{Text: b.time(w)}
			if t, fault := b.in.Plan.ReadTime(w.Value); fault == plan.TimeIsClear {
				v.From, v.To = along(&b.in.Plan.Period, t.From), along(&b.in.Plan.Period, t.To.AddDate(0, 0, 1))
			}
			bar.Values = append(bar.Values, v)
		}
		chart.Bars = append(append(chart.Bars, bar), b.marks(a)...)
	})
	chart.Alt = inWords(&chart)
	return []document.Block{chart}
}

// marks are the milestones of an activity.
func (b *builder) marks(a *plan.Activity) (bars []document.Bar) {
	for _, m := range a.Milestones {
		at := along(&b.in.Plan.Period, m.Date.Value.To)
		bars = append(bars, document.Bar{Label: unstopped(slices.Clone(b.text(m.Text))),
			Values: []document.BarValue{{Text: b.dated(m.Date.Value), From: at, To: at, Mark: true}}})
	}
	return bars
}

// along returns where a day stands in a drawing of the period, in which every month is as wide
// as another; days outside of it stand at its ends.
func along(p *plan.Period, day time.Time) int {
	begin, end := p.From.Value, p.To.Value.AddDate(0, 0, 1)
	all := position(end) - position(begin)
	if all <= 0 {
		return 0
	}
	at := (position(day) - position(begin)) * document.ChartWidth / all
	return min(max(at, 0), document.ChartWidth)
}

// daysOfMonth divides a month, whatever its length.
const daysOfMonth = 31

// position counts months since year 0, in parts of a month.
func position(day time.Time) int {
	return (12*day.Year()+int(day.Month()))*daysOfMonth + day.Day() - 1
}

// unstopped takes the full stop off a text that something else follows.
func unstopped(t document.Text) document.Text {
	if last := len(t) - 1; last >= 0 {
		t[last].Text = strings.TrimSuffix(t[last].Text, ".")
	}
	return t
}

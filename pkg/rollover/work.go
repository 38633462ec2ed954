package rollover

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
)

var yearOrDay = pattern.Lazy(`\b(19|20|21)[0-9]{2}(-[0-9]{2}-[0-9]{2})?\b`)

// work rolls the times and the milestones of activities on, by as many years as the period.
func (r *roller) work() {
	r.plan.EachActivity(func(_ [3]int, a *plan.Activity) {
		for _, w := range a.When {
			if !r.plan.IsOfCalendar(w.Value) { // ids stay
				r.put(w.Node, r.later(w.Value))
			}
		}
		for i := range a.Milestones {
			m := &a.Milestones[i]
			if m.Date.Value.IsDay() {
				r.put(m.Date.Node, m.Date.Value.From.AddDate(r.years, 0, 0).Format(isoDay))
				continue
			}
			r.put(m.Date.Node, r.later(m.Date.Node.Text()))
		}
		if len(a.Milestones) > 0 {
			r.review(a.Milestones[0].Span(), "the milestones and their dates, which are those of the year before")
		}
	})
}

// later returns a time with its years and days so much later.
func (r *roller) later(written string) string {
	return yearOrDay().ReplaceAllStringFunc(written, func(s string) string {
		n, _ := strconv.Atoi(s[:4])
		if !strings.Contains(s, "-") {
			return year(n + r.years)
		}
		t, fault := r.plan.ReadTime(s)
		if fault != plan.TimeIsClear {
			return s
		}
		return t.From.AddDate(r.years, 0, 0).Format(isoDay)
	})
}

// calendar rolls on what the parts of the year are called. Their ids, which lines name, stay.
func (r *roller) calendar() {
	for i := range r.plan.Budget.Calendar {
		c := &r.plan.Budget.Calendar[i]
		if label := later(c.Label.Value, r.years); c.Label.IsSet() && label != c.Label.Value {
			r.put(c.Label.Node, scalar(label))
			r.known(c.Label.Node)
		}
		if id := c.ID.Value; later(id, r.years) != id {
			r.review(c.ID.Span(), "the id of a part of the year, which has a year of the old plan in it: %s", id)
		}
	}
}

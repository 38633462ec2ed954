package rollover

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/source"
)

// staffing lets what a document stated of posts hold for the year before, or drops it where
// there is no column for that, and marks the counts of posts that no line has.
func (r *roller) staffing(before, now string) {
	s := &r.plan.Budget.Staffing
	r.past(s.Node, "stated_total", s.StatedTotal, before)
	for i := range s.Categories {
		c := &s.Categories[i]
		r.past(c.Node, "stated", c.Stated, before)
		for k := range c.Grades {
			r.past(c.Grades[k].Node, "stated", c.Grades[k].Stated, before)
		}
	}
	if len(s.Posts) > 0 {
		r.review(s.Posts[0].Span(), "the numbers of posts for %s, which are those of the period before", now)
	}
}

// past lets a figure that was stated for all columns hold for the year before alone, or drops it
// where there is no column for that.
func (r *roller) past(parent source.Node, key string, stated cost.Series[cost.Cell], before string) {
	switch {
	case !stated.All.IsSet():
	case before == "":
		r.remove(parent, key)
	default:
		r.put(stated.All.Node, fmt.Sprintf("{%s: %s}", before, stated.All.Node.Text()))
	}
}

// booked does the same with what was stated for funds, parties and times.
func (r *roller) booked(before string) {
	for _, a := range cost.Axes() {
		for _, v := range r.plan.Budget.AxisValues(a) {
			r.past(v.Node, "stated", v.Stated, before)
		}
	}
}

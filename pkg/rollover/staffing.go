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
	old := func(parent source.Node, key string, stated cost.Series[cost.Cell]) {
		switch {
		case !stated.All.IsSet():
		case before == "":
			r.remove(parent, key)
		default:
			r.put(stated.All.Node, fmt.Sprintf("{%s: %s}", before, stated.All.Node.Text()))
		}
	}
	old(s.Node, "stated_total", s.StatedTotal)
	for i := range s.Categories {
		c := &s.Categories[i]
		old(c.Node, "stated", c.Stated)
		for k := range c.Grades {
			old(c.Grades[k].Node, "stated", c.Grades[k].Stated)
		}
	}
	if len(s.Posts) > 0 {
		r.review(s.Posts[0].Span(), "the numbers of posts for %s, which are those of the period before", now)
	}
}

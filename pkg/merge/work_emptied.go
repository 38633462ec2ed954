package merge

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/source"
)

// emptied offers to take out what a cell of the tables of work, indicators and risks showed, which the
// file has empty; it is false for what a plan has to say, such as the text of a risk.
func (c *comparer) emptied(change *Change, w *workCell) bool {
	switch w.show {
	case "when", "responsible", "partners", "milestones", "owner", "likelihood", "impact", "response", "baseline", "unit", "verification":
		c.takeOut(change, w.show, w.node().Get(w.show))
	case "target":
		c.measuredOut(change, "targets", w.indicator.Node.Get("targets"), w.time)
	case "actual":
		c.measuredOut(change, "actual", w.indicator.Node.Get("actual"), w.time)
	default:
		return false
	}
	return true
}

// takeOut offers to take a key out of its group.
func (c *comparer) takeOut(change *Change, key string, value source.Node) {
	if value.IsZero() {
		change.Left = "the plan has nothing of its own there"
		return
	}
	change.At = value.Span()
	change.Offers = []Offer{{Says: fmt.Sprintf("take `%s` out (line %d)", key, change.At.Start.Line), steps: []step{remove{value}}, at: change.At}}
}

// measuredOut offers to take out the value that an indicator has for a time.
func (c *comparer) measuredOut(change *Change, key string, series source.Node, time string) {
	if series.Kind() == source.Mapping {
		time = c.keyOf(series, time)
	}
	switch {
	case series.Kind() == source.Mapping && series.Len() > 1 && !series.Get(time).IsZero():
		c.takeOut(change, key+"."+time, series.Get(time))
	case series.Kind() == source.Mapping && series.Get(time).IsZero(), series.Kind() == source.Scalar && time != "" && c.unit.Plan.TimeOf("") != time:
		change.Left = fmt.Sprintf("which value of `%s` it was is not certain; take it out by hand (line %d)", key, series.Start().Line)
	default:
		c.takeOut(change, key, series)
	}
}

package rollover

import "github.com/isuplan/isuplan/pkg/source"

// tables lets what tables name of the budget's columns be of those that stand there now: their
// years, their upper heads and what stands below these.
func (r *roller) tables(ids map[string]string) {
	name := func(list []source.At[string]) {
		for _, at := range list {
			if id, ok := ids[at.Value]; ok {
				r.put(at.Node, id)
			}
		}
	}
	for i := range r.plan.Budget.Tables {
		t := &r.plan.Budget.Tables[i]
		name(t.Years)
		for k := range t.Heads {
			name([]source.At[string]{t.Heads[k].Of})
			name(t.Heads[k].Show)
		}
	}
}

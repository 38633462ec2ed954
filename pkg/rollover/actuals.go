package rollover

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
)

// spent drops what was spent and the report of it: the new plan starts without. Texts that quote
// it are for a person.
func (r *roller) spent() {
	for _, of := range []struct {
		parent source.Node
		key    string
	}{{r.plan.Budget.Node, "actuals"}, {r.plan.Node, "report"}} {
		if value := of.parent.Get(of.key); !value.IsZero() {
			r.remove(of.parent, of.key)
			r.dropped = append(r.dropped, value.Span())
		}
	}
	if len(r.dropped) > 0 {
		r.say("what was spent, and the report of it, stay with the old plan")
	}
}

// isDropped reports a text of what the new plan has no more.
func (r *roller) isDropped(n source.Node) bool {
	for _, d := range r.dropped {
		if at := n.Start().Offset; at >= d.Start.Offset && at < d.End.Offset {
			return true
		}
	}
	return false
}

// quotesSpent asks for a person where a text quotes what was spent.
func (r *roller) quotesSpent(n source.Node) {
	if len(r.dropped) > 0 && strings.Contains(n.Text(), "${actuals.") {
		r.review(n.Span(), "it quotes what was spent, which the new plan does not know yet")
	}
}

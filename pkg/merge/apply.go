package merge

import (
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// Choice is an offer that was taken, of a change; both by their positions.
type Choice struct{ Change, Offer int }

// Applied is a plan after changes.
type Applied struct {
	Text []byte
	// Failed are the choices that could not be made together with the others.
	Failed []Choice
}

// Apply makes the changes that were chosen. The plan keeps its comments, and its canonical form
// if it had that.
func (c *Comparison) Apply(chosen []Choice) *Applied {
	out := &Applied{}
	text, ok := c.try(chosen)
	if !ok {
		var made []Choice
		for _, one := range chosen {
			if t, ok := c.try(append(made[:len(made):len(made)], one)); ok {
				made, text = append(made, one), t
			} else {
				out.Failed = append(out.Failed, one)
			}
		}
		if len(made) == 0 {
			text = c.unit.File.Bytes
		}
	}
	out.Text = c.formed(text)
	return out
}

// try makes changes, all of them or none.
func (c *Comparison) try(chosen []Choice) ([]byte, bool) {
	e := &editor{file: c.unit.File, tree: c.tree, shape: shaper{c.unit.Plan}}
	var steps []step
	for _, one := range chosen {
		steps = append(steps, c.Changes[one.Change].Offers[one.Offer].steps...)
	}
	edits, ok := e.run(steps)
	if !ok {
		return nil, false
	}
	text, err := edit.Apply(c.unit.File, unique(edits))
	return text, err == nil
}

// unique leaves out the edits that are given twice: two places may print one value.
func unique(edits []diag.Edit) (out []diag.Edit) {
	seen := map[[2]int]string{}
	for _, e := range edits {
		at := [2]int{e.Span.Start.Offset, e.Span.End.Offset}
		if text, twice := seen[at]; twice && text == e.Text && at[0] < at[1] {
			continue
		}
		seen[at] = e.Text
		out = append(out, e)
	}
	return out
}

// formed gives a plan its canonical form, if it had it before.
func (c *Comparison) formed(text []byte) []byte {
	before, err := format.Plan(c.unit.Plan.Node, plan.Shape())
	if err != nil || string(before) != string(c.unit.File.Bytes) {
		return text
	}
	p, _, ok := plan.Load(source.NewFile(c.unit.File.Name, text))
	if !ok {
		return text
	}
	if form, err := format.Plan(p.Node, plan.Shape()); err == nil {
		return form
	}
	return text
}

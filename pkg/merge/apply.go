package merge

import (
	"github.com/isuplan/isuplan/pkg/compile"
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

// Apply makes the changes that were chosen.
func (c *Comparison) Apply(chosen []Choice) *Applied {
	out := &Applied{Text: c.unit.File.Bytes}
	a := applier{c, out, nil}
	a.add(chosen)
	return out
}

// applier makes as many changes as can be made together.
type applier struct {
	*Comparison
	out  *Applied
	made []Choice
}

// add makes further changes: all of them, or else those of either half that can be made.
func (a *applier) add(more []Choice) {
	if len(more) == 0 {
		return
	}
	all := append(a.made[:len(a.made):len(a.made)], more...)
	if text, ok := a.try(all); ok {
		a.made, a.out.Text = all, text
		return
	}
	if len(more) == 1 {
		a.out.Failed = append(a.out.Failed, more[0])
		return
	}
	a.add(more[:len(more)/2])
	a.add(more[len(more)/2:])
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
func formed(before *compile.Unit, text []byte) []byte {
	if string(before.File.Bytes) == string(text) {
		return text
	}
	form, err := format.Plan(before.Plan.Node, plan.Shape())
	if err != nil || string(form) != string(before.File.Bytes) {
		return text
	}
	p, _, ok := plan.Load(source.NewFile(before.File.Name, text))
	if !ok {
		return text
	}
	if form, err := format.Plan(p.Node, plan.Shape()); err == nil {
		return form
	}
	return text
}

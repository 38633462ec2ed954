package merge

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// Choice is an offer that was taken, of a change; both by their positions.
type Choice struct {
	Change, Offer int
	// Free says that another offer may be taken instead, if the plan then builds more of what
	// the file says: nobody asked for this one.
	Free bool
}

// made is a plan after changes.
type made struct {
	unit   *compile.Unit
	failed []Choice        // those that could not be made together with the others
	tried  map[string]bool // the changes that may follow from others, and did not
}

// make makes as many of the changes that were chosen as can be made together, so that the plan
// can be read afterwards.
func (m *merger) make(c *Comparison, chosen []Choice) (made, error) {
	a := applier{of: c, by: m, made: made{unit: c.unit}}
	together, clash := c.compatible(chosen)
	err := a.add(together)
	for i := 0; i < len(clash) && err == nil; i++ { // each may still be made with what was
		err = a.add(clash[i : i+1])
	}
	return a.made, err
}

// compatible parts the changes whose edits touch each other, so that few need to be tried.
func (c *Comparison) compatible(chosen []Choice) (together, clash []Choice) {
	var all disjoint
	for _, one := range chosen {
		e := &editor{file: c.unit.File, tree: c.tree}
		edits, _ := e.run(c.Changes[one.Change].Offers[one.Offer].steps)
		if all.add(edits) {
			together = append(together, one)
		} else {
			clash = append(clash, one)
		}
	}
	return together, clash
}

// disjoint are edits of which no two are of one stretch, in the order of the file.
type disjoint []diag.Edit

// add adds edits, all of them or, where one is of a stretch that another is of, none. The same edit
// twice is one.
func (d *disjoint) add(edits []diag.Edit) bool {
	list := *d
	if len(edits) > 1 { // of which some may be added before one cannot
		list = slices.Clone(list)
	}
	for _, e := range edits {
		at, _ := slices.BinarySearchFunc(list, e, byPlace)
		from, to := e.Span.Start.Offset, e.Span.End.Offset
		switch {
		case at < len(list) && from < to && list[at].Span == e.Span && list[at].Text == e.Text:
			continue
		case at > 0 && from < list[at-1].Span.End.Offset, at < len(list) && list[at].Span.Start.Offset < to:
			return false
		}
		list = slices.Insert(list, at, e)
	}
	*d = list
	return true
}

func byPlace(a, b diag.Edit) int {
	return cmp.Or(cmp.Compare(a.Span.Start.Offset, b.Span.Start.Offset), cmp.Compare(a.Span.End.Offset, b.Span.End.Offset))
}

type applier struct {
	of *Comparison
	by *merger
	made

	taken []Choice
	tries int
}

// mostTries bounds how often changes are tried that cannot be made together.
const mostTries = 200

// add makes further changes: all of them, or else those of either half that can be made.
func (a *applier) add(more []Choice) error {
	if len(more) == 0 {
		return nil
	}
	a.tries++
	all := slices.Concat(a.taken, more)
	if file, ok := a.of.try(all); ok {
		unit, err := a.by.compile(file)
		if err != nil {
			return err
		}
		if unit != nil {
			a.taken, a.unit = all, unit
			return nil
		}
	}
	if len(more) == 1 || a.tries > mostTries {
		a.failed = append(a.failed, more...)
		return nil
	}
	if err := a.add(more[:len(more)/2]); err != nil {
		return err
	}
	return a.add(more[len(more)/2:])
}

// try makes changes, all of them or none: texts where their words change, or else all of them anew.
func (c *Comparison) try(chosen []Choice) (*source.File, bool) {
	if file, ok := c.tryAs(chosen, false); ok {
		return file, true
	}
	return c.tryAs(chosen, true)
}

func (c *Comparison) tryAs(chosen []Choice, anew bool) (*source.File, bool) {
	e := &editor{file: c.unit.File, tree: c.tree, anew: anew}
	var steps []step
	for _, one := range chosen {
		steps = append(steps, c.Changes[one.Change].Offers[one.Offer].steps...)
	}
	edits, ok := e.run(steps)
	if !ok {
		return nil, false
	}
	file, err := edit.Applied(c.unit.File, deepestFirst(unique(edits)))
	return file, err == nil
}

// deepestFirst puts, of several lines that are put in at one place, those first that stand
// deepest: what ends a list comes before the key behind it.
func deepestFirst(edits []diag.Edit) []diag.Edit {
	slices.SortStableFunc(edits, func(a, b diag.Edit) int {
		return cmp.Or(cmp.Compare(a.Span.Start.Offset, b.Span.Start.Offset), cmp.Compare(len(leading(b.Text)), len(leading(a.Text))))
	})
	return edits
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
func formed(before, after *compile.Unit) []byte {
	if bytes.Equal(before.File.Bytes, after.File.Bytes) {
		return after.File.Bytes
	}
	form, err := format.Plan(before.Plan.Node, plan.Shape())
	if err != nil || !bytes.Equal(form, before.File.Bytes) {
		return after.File.Bytes
	}
	if form, err := format.Plan(after.Plan.Node, plan.Shape()); err == nil {
		return form
	}
	return after.File.Bytes
}

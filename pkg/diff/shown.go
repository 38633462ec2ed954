package diff

import (
	"maps"
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/source"
)

// nodes are values of the two files that a reader sees somewhere.
type nodes map[source.Node]bool

// add notes where the amounts of figures were written, if the figures are what was written.
func (n *nodes) add(figures ...*budget.Figure) {
	if *n == nil {
		*n = nodes{}
	}
	for _, f := range figures {
		if f.Stated.IsSet() && f.Stated.Value.Mark == cost.Number && f.Stated.Value.Value.Equal(f.Printed) {
			(*n)[f.Stated.Node] = true
		}
		if f.Exact.Op == cost.Given && f.Exact.Mark == cost.Number && f.Exact.Value.Equal(f.Printed) {
			(*n)[f.Exact.Node] = true
		}
	}
}

// put notes places of values.
func (n *nodes) put(at ...source.Node) {
	if *n == nil {
		*n = nodes{}
	}
	for _, node := range at {
		(*n)[node] = true
	}
}

// IsShown reports whether the bridge has a row for the line.
func (l *LineChange) IsShown() bool { return !l.Change().IsZero() || l.OldLabel != "" }

// IsEmpty reports whether no line of the bridge changed, nor the total.
func (b *Bridge) IsEmpty() bool {
	for i := range b.Lines {
		if b.Lines[i].IsShown() {
			return false
		}
	}
	return b.Change().IsZero()
}

// values notes what the bridge shows: the totals, and of each line that has a row its
// amounts and inputs.
func (b *Bridge) values(seen nodes) {
	if b.Other != "" || b.IsEmpty() {
		return
	}
	for n := range b.shown {
		seen[n] = true
	}
	for i := range b.Lines {
		l := &b.Lines[i]
		if !l.IsShown() {
			continue
		}
		for n := range l.shown {
			seen[n] = true
		}
		for _, in := range l.Inputs {
			if in.Label != BaseInput {
				seen[in.old], seen[in.now] = true, true
			}
		}
	}
}

// cells notes what the tables beside the bridges show.
func (r *Report) cells(seen nodes) {
	cells := slices.Concat(r.After, r.Posts.Cells, r.Spending.all())
	for i := range r.Bounds {
		cells = append(cells, r.Bounds[i].CellChange)
	}
	for i := range r.Contributions {
		r.Contributions[i].values(seen)
	}
	for i := range cells {
		if cells[i].IsShown() {
			maps.Copy(seen, cells[i].shown)
		}
	}
}

// values notes what the rows of Parties show.
func (c *ContributionChange) values(seen nodes) {
	for i := range c.Parties {
		p := &c.Parties[i]
		if !p.IsShown() {
			continue
		}
		maps.Copy(seen, p.shown)
		for _, in := range slices.Concat(p.Inputs, p.Made) {
			seen[in.old], seen[in.now] = true, true
		}
		switch {
		case p.Old == nil: // the Party itself, by its name
			seen[p.New.ID.Node] = true
		case p.New == nil:
			seen[p.Old.ID.Node] = true
		}
	}
}

// shown marks the values that the bridges show: a value is left out of the lists only where
// a row has it, before and after.
func (r *Report) shown() {
	seen := nodes{}
	r.Money.values(seen)
	r.Funds.values(seen)
	r.cells(seen)
	for i := range r.Changes {
		e := r.Changes[i].Element()
		r.Changes[i].tabled = e.Kind == partyKind && r.Changes[i].Is(Added|Removed) && seen[nameNode(e)]
		for j := range r.Changes[i].Fields {
			f := &r.Changes[i].Fields[j]
			f.Shown = (f.old.IsZero() || seen[f.old]) && (f.now.IsZero() || seen[f.now]) && !f.IsText
		}
		wholeSeries(r.Changes[i].Fields)
	}
}

// wholeSeries lists what stands by column in the place of one value for all columns, and
// the other way round, where that one is listed: else a value seemed to be taken out.
func wholeSeries(fields []FieldChange) {
	for i := range fields {
		all := &fields[i]
		if all.series == "" || all.Key != all.series || all.IsTold() {
			continue
		}
		for j := range fields {
			if fields[j].series == all.series {
				fields[j].Same = false
			}
		}
	}
}

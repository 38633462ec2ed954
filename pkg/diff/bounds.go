package diff

import (
	"cmp"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// BoundChange is how the most or the least changed that a line, a source of money, a row after
// the total or the total may be, in money.
type BoundChange struct {
	CellChange
	Most bool // or else the least
	// OldRoom and Room are how much the figure may still change before it breaks the bound; less
	// than nothing where it does.
	OldRoom, Room money.Decimal
}

// bounds compares the bounds of two plans.
func (t *tables) bounds() []BoundChange {
	with := t.withSum() // which may have a bound of its own
	t = &with
	var list []BoundChange
	for _, of := range []struct {
		kind  string
		lines func(*budget.Budget) []budget.Line
	}{{costs.kind, costs.lines}, {financing.kind, financing.lines}, {afterKind, func(b *budget.Budget) []budget.Line { return b.After }}} {
		partner := partners(*t.now, t.pairing, of.kind)
		for _, most := range []bool{true, false} {
			list = append(list, t.bounded(boundRows(t.old, of.lines(t.old.Budget), most), boundRows(t.now, of.lines(t.now.Budget), most), partner, most)...)
		}
	}
	return append(list, t.bounded(totalBound(t.old), totalBound(t.now), map[string]string{"total": "total"}, true)...)
}

// boundRow is something that is bound, and its bounds by column; nil where it has none.
type boundRow struct {
	id, label string
	bounds    []*budget.Bound
}

func boundRows(s *Side, lines []budget.Line, most bool) (rows []boundRow) {
	for i := range lines {
		l := &lines[i]
		r, has := boundRow{id: l.ID.Value, label: s.label(l.Label), bounds: make([]*budget.Bound, len(s.Budget.Columns))}, false
		for c := range s.Budget.Columns {
			for _, b := range s.Budget.Bounds(l, c) {
				if b.Most == most {
					r.bounds[c], has = &b, true
				}
			}
		}
		if has {
			rows = append(rows, r)
		}
	}
	return rows
}

func totalBound(s *Side) []boundRow {
	r, has := boundRow{id: "total", bounds: make([]*budget.Bound, len(s.Budget.Columns))}, false
	for c := range s.Budget.Columns {
		for _, b := range s.Budget.TotalBounds(c) {
			r.bounds[c], has = &b, true
		}
	}
	if !has {
		return nil
	}
	return []boundRow{r}
}

// bounded compares the bounds of rows, column by column.
func (t *tables) bounded(before, after []boundRow, partner map[string]string, most bool) (list []BoundChange) {
	known, seen := map[string]*boundRow{}, map[*boundRow]bool{}
	for i := range before {
		known[before[i].id] = &before[i]
	}
	for i := range after {
		old := known[partner[after[i].id]]
		seen[old] = true
		list = append(list, t.boundCells(old, &after[i], most)...)
	}
	for i := range before {
		if !seen[&before[i]] {
			list = append(list, t.boundCells(&before[i], nil, most)...)
		}
	}
	return list
}

func (t *tables) boundCells(old, now *boundRow, most bool) (list []BoundChange) {
	for _, p := range t.columns {
		c := BoundChange{Most: most}
		var a, b *budget.Bound
		if old != nil && p.old >= 0 {
			a = old.bounds[p.old]
		}
		if now != nil && p.now >= 0 {
			b = now.bounds[p.now]
		}
		if c.ID, c.Label = idOf(old, now); a == nil && b == nil {
			continue
		}
		if a != nil {
			c.Old, c.From, c.OldRoom = true, a.Limit, a.Room
			c.shown.put(a.Node)
		}
		if b != nil {
			c.New, c.To, c.Room = true, b.Limit, b.Room
			c.shown.put(b.Node)
		}
		switch {
		case a == nil:
			c.Parts = []Part{{New, c.To}}
		case b == nil:
			c.Parts = []Part{{Dropped, c.From.Neg()}}
		default:
			t.owe(&c.CellChange, boundStep(a), boundStep(b))
		}
		t.heads(&c.CellChange, p)
		list = append(list, c)
	}
	return list
}

func idOf(old, now *boundRow) (id, label string) {
	r := cmp.Or(now, old)
	return r.id, r.label
}

// boundStep is how a bound comes about.
func boundStep(b *budget.Bound) cost.Step {
	if !b.Rate.IsSet() {
		return cost.Step{Op: cost.Given, Value: b.Limit, Node: b.Node}
	}
	return cost.Step{Op: cost.Portion, Value: b.Base.Mul(b.Rate.Value).Shift(-2), Of: []cost.Step{
		{Op: cost.Given, Unit: cost.PerCent, Label: "rate", Value: b.Rate.Value, Node: b.Node}, {Op: cost.Sum, Label: BaseInput, Value: b.Base}}}
}

func changedBounds(list []BoundChange) []BoundChange {
	for i := range list {
		if list[i].IsShown() {
			return list
		}
	}
	return nil
}

package diff

import "github.com/isuplan/isuplan/pkg/budget"

// columnPartners says which column of one budget is which of the other: by their ids, and
// for those that the budgets are counted over by their order. What a budget without columns
// says of the year is said, in one with a column for the year before, in the new year's.
type columnPartners struct {
	toOld, toNew map[string]string
	old, now     []string // the columns of amounts of both budgets: one value for all holds for these
}

func partnersOf(old, now *budget.Budget) columnPartners {
	p := columnPartners{toOld: map[string]string{}, toNew: map[string]string{}}
	for i := range now.Columns {
		id := now.Columns[i].ID
		if now.Columns[i].Kind == budget.AmountColumn {
			p.now = append(p.now, id)
		}
		if _, ok := old.Column(id); ok {
			p.toOld[id], p.toNew[id] = id, id
		}
	}
	for i := range old.Columns {
		if old.Columns[i].Kind == budget.AmountColumn {
			p.old = append(p.old, old.Columns[i].ID)
		}
	}
	p.rest(old, old.Scope().Columns, now, now.Scope().Columns)
	if a, ok := old.Scope().Shown(); ok {
		if b, ok := now.Scope().Shown(); ok {
			p.rest(old, []int{a}, now, []int{b})
		}
	}
	return p
}

// rest matches columns that have no partner yet in their order.
func (p *columnPartners) rest(old *budget.Budget, a []int, now *budget.Budget, b []int) {
	for _, j := range b {
		id := now.Columns[j].ID
		if _, has := p.toOld[id]; has {
			continue
		}
		for _, i := range a {
			was := old.Columns[i].ID
			if _, taken := p.toNew[was]; !taken {
				p.toOld[id], p.toNew[was] = was, id
				break
			}
		}
	}
}

// sameNow reports whether a new value by column says no more than the old plan did: it is
// the same there, or it came with its column.
func (p *columnPartners) sameNow(old *Element, f *Field) bool {
	if f.series == "" {
		return false
	}
	for _, column := range covered(f, p.now) {
		was, has := p.toOld[column]
		if !has {
			continue
		}
		if before, wrote := old.in(f.series, was); !wrote || before != f.Value {
			return false
		}
	}
	return true
}

// sameThen reports whether a value by column that is gone is said in another way, or went
// with its column.
func (p *columnPartners) sameThen(now *Element, f *Field) bool {
	if f.series == "" {
		return false
	}
	for _, column := range covered(f, p.old) {
		is, has := p.toNew[column]
		if !has {
			continue
		}
		if _, writes := now.in(f.series, is); !writes {
			return false // what it is now is told with its new key
		}
	}
	return true
}

// covered returns the columns that a value is for.
func covered(f *Field, all []string) []string {
	if f.column == "" {
		return all
	}
	return []string{f.column}
}

// in returns the value that an element has for a column.
func (e *Element) in(series, column string) (string, bool) {
	for i := range e.Fields {
		if f := &e.Fields[i]; f.series == series && (f.column == column || f.column == "") {
			return f.Value, true
		}
	}
	return "", false
}

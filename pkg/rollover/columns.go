package rollover

import (
	"slices"
	"strconv"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
)

// slot is a column of the new table: it stands where an old one stood, is called as that was,
// and takes its figures from it or from another.
type slot struct {
	old   *plan.Column
	id    string
	delta int    // by how many years its name rolls
	from  string // the old column that its figures are of; "" where it follows from others
	fresh bool   // the figures are only start values: its year is new
	added bool   // the old table had no column for it
}

// slots lays the new table out. Where the columns of amounts are years, those of the period and
// behind it roll on, and those before it keep the last years that were. Others move by one: what
// was proposed becomes what was approved.
func (r *roller) slots() []slot {
	list := make([]slot, len(r.plan.Budget.Columns))
	var amounts []*slot
	years := map[*slot]int{}
	for i := range r.plan.Budget.Columns {
		s := &list[i]
		*s = slot{old: &r.plan.Budget.Columns[i], delta: r.years}
		if s.old.IsAmount() {
			amounts = append(amounts, s)
			years[s] = r.yearOf(s.old)
		}
	}
	switch {
	case distinct(years):
		r.rollYears(amounts, years)
	case r.compare(amounts, years):
	default:
		for i, s := range amounts {
			next := amounts[min(i+1, len(amounts)-1)]
			s.from, s.fresh = next.old.ID.Value, s == next
		}
	}
	for i := range list {
		list[i].id = later(list[i].old.ID.Value, list[i].delta)
	}
	if len(list) == 1 && list[0].id != list[0].from { // the year before had its own table
		before := slot{old: list[0].old, id: list[0].from, from: list[0].from, added: true}
		list = []slot{before, list[0]}
	}
	return list
}

// rollYears gives each column of a year its new year, and the old column that has it.
func (r *roller) rollYears(amounts []*slot, years map[*slot]int) {
	ordered := slices.Clone(amounts)
	slices.SortFunc(ordered, func(a, b *slot) int { return years[a] - years[b] })
	latest := ordered[len(ordered)-1]
	first := min(r.plan.Period.From.Value.Year(), years[latest]) // of the years that roll on
	behind := slices.IndexFunc(ordered, func(s *slot) bool { return years[s] >= first })
	before := slices.DeleteFunc(slices.Clone(ordered), func(s *slot) bool { return years[s] >= first+r.years })
	before = before[len(before)-behind:]
	for i, s := range ordered[:behind] {
		s.from, s.delta = before[i].old.ID.Value, years[before[i]]-years[s]
	}
	for _, s := range ordered[behind:] {
		there := slices.IndexFunc(ordered, func(o *slot) bool { return years[o] == years[s]+r.years })
		switch {
		case there >= 0:
			s.from = ordered[there].old.ID.Value
		case r.years >= len(ordered)-behind: // all are new
			s.from, s.fresh = s.old.ID.Value, true
		default:
			s.from, s.fresh = latest.old.ID.Value, true
		}
	}
}

// distinct reports whether each of the columns has a year of its own.
func distinct(years map[*slot]int) bool {
	seen := map[int]bool{0: true}
	for _, y := range years {
		if seen[y] {
			return false
		}
		seen[y] = true
	}
	return true
}

// yearOf returns the year that a column of the plan is of; 0 for none.
func (r *roller) yearOf(c *plan.Column) int {
	if of, ok := r.plan.FiscalYearOf(c); ok {
		return of
	}
	return yearOf(c)
}

// yearOf returns the year that a column is of, by its id or its label; 0 for none.
func yearOf(c *plan.Column) int {
	for _, s := range []string{c.ID.Value, c.Label.Value} {
		var found []int
		for _, m := range fullYear().FindAllString(s, -1) {
			if n, _ := strconv.Atoi(m[:4]); isYear(n) && len(digitRun().FindString(m)) == 4 && !slices.Contains(found, n) {
				found = append(found, n)
			}
		}
		if len(found) == 1 {
			return found[0]
		}
	}
	return 0
}

func isYear(n int) bool { return n >= 1900 && n <= 2999 }

// fullYear finds a year, and one that is cut short behind it: 2024/25.
var fullYear = pattern.Lazy(`\d{4,}(?:[/–-]\d{2}\b)?`)

// later returns a name with its years rolled on.
func later(s string, delta int) string {
	return fullYear().ReplaceAllStringFunc(s, func(found string) string {
		digits := digitRun().FindString(found)
		n, err := strconv.Atoi(digits)
		if err != nil || len(digits) != 4 || !isYear(n) {
			return found
		}
		next := year(n + delta)
		if len(found) > len(digits) {
			const century = 100
			short, _ := strconv.Atoi(found[len(found)-2:])
			if short != (n+1)%century {
				return next + found[len(digits):]
			}
			second := year(n + 1 + delta)
			next += found[len(digits):len(found)-2] + second[len(second)-2:]
		}
		return next
	})
}

package sheet

import (
	"cmp"
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
)

// sharedSheet is the sheet of how lines are divided over funds, activities, parties and times:
// tables and percentages of what one fund pays refer to it, so that they agree whatever is
// changed.
const sharedSheet = "Shares"

// mostShares is for how many divided amounts a spreadsheet has such a sheet.
const mostShares = 6000

// shares knows where each divided amount stands.
type shares struct {
	*grid
	groups  []shareGroup
	columns [][][]budget.Division // by column of the budget, and line
	rows    map[shareKey]int
	last    int
}

// shareGroup is a line or one of its parts: a row for its amount, where that stands nowhere else,
// and one for each place that it is divided over in any column. The parts of a line are divided
// exactly, and the line by what its parts have.
type shareGroup struct {
	line, part int
	head       int // the row of a part's amount; 0 for a line as a whole
	places     []budget.Place
}

type shareKey struct {
	line, part int
	at         budget.Place
}

// newShares lays the sheet out; it is nil where nothing asks for it, where lines are rounded once,
// and where it would be too long.
func newShares(g *grid) *shares {
	if g.Budget.Once || len(g.Tables) == 0 && !g.takesOfFund() && !g.spendsByFund() {
		return nil
	}
	s := &shares{grid: g, columns: make([][][]budget.Division, len(g.Budget.Columns)), rows: map[shareKey]int{}, last: headRow}
	for c := range g.Budget.Columns {
		if g.Budget.Columns[c].Kind == budget.AmountColumn {
			s.columns[c] = g.Budget.Divisions(c)
		}
	}
	amounts := 0
	for line := range g.Budget.Lines {
		for _, group := range s.groupsOf(line) {
			if amounts += len(group.places) * len(g.Budget.Columns); amounts > mostShares {
				return nil
			}
			s.place(group)
		}
	}
	if len(s.groups) == 0 {
		return nil
	}
	return s
}

// takesOfFund reports a budget with a percentage of what one fund pays.
func (g *grid) takesOfFund() bool {
	for _, lines := range [][]budget.Line{g.Budget.Lines, g.Budget.Financing, g.Budget.After} {
		for i := range lines {
			if takesOfFund(lines[i].Line) {
				return true
			}
		}
	}
	return false
}

// spendsByFund reports a budget with a table of what was spent of each fund.
func (g *grid) spendsByFund() bool { return g.Budget.Actuals != nil && len(g.Budget.Actuals.Funds) > 0 }

func takesOfFund(l *cost.Line) bool {
	if l.OfFund().IsSet() {
		return true
	}
	for _, k := range l.Costs {
		if parts, ok := k.(*cost.Parts); ok {
			return slices.ContainsFunc(parts.List, func(p cost.Part) bool { return p.OfFund().IsSet() })
		}
	}
	return false
}

// groupsOf returns what is divided of a line; nothing where all of it stands on one place.
func (s *shares) groupsOf(line int) (list []shareGroup) {
	index, several := map[int]int{}, false
	for c := range s.columns {
		if s.columns[c] == nil {
			continue
		}
		for _, d := range s.columns[c][line] {
			at, known := index[d.Part]
			if !known {
				at = len(list)
				index[d.Part] = at
				list = append(list, shareGroup{line: line, part: d.Part})
			}
			group := &list[at]
			for _, p := range d.Places {
				if !slices.Contains(group.places, p.At) {
					group.places = append(group.places, p.At)
				}
			}
		}
	}
	for i := range list {
		several = several || list[i].part < 0 && len(list[i].places) > 1
	}
	if !several {
		return nil
	}
	return list
}

func (s *shares) place(group shareGroup) {
	if group.part >= 0 {
		s.last++
		group.head = s.last
	}
	for _, at := range group.places {
		s.last++
		s.rows[shareKey{group.line, group.part, at}] = s.last
	}
	s.groups = append(s.groups, group)
}

// Each column of the budget has three on this sheet: weights, amounts, and what these lose when
// they are rounded down.
func (s *shares) weight(column, row int) cell { return s.at(3*column, row) }
func (s *shares) amount(column, row int) cell { return s.at(3*column+1, row) }
func (s *shares) loss(column, row int) cell   { return s.at(3*column+2, row) }

func (s *shares) at(column, row int) cell { return cell{sharedSheet, firstColumn + column, row} }

// on returns the cells of what a line has on places; nil where it is not divided.
func (s *shares) on(line, column int, places []budget.Place) []cell {
	if s == nil || line < 0 || s.columns[column] == nil {
		return nil
	}
	return s.cells(line, column, func(at budget.Place) bool { return slices.Contains(places, at) })
}

// of returns the cells of what a fund pays of a line.
func (s *shares) of(line, column, fund int) []cell {
	if s == nil || s.columns[column] == nil {
		return nil
	}
	return s.cells(line, column, func(at budget.Place) bool { return at[cost.Fund] == fund })
}

// cells returns those of the places of a line that are meant.
func (s *shares) cells(line, column int, isMeant func(budget.Place) bool) (cells []cell) {
	for _, p := range s.whole(line, column).Places {
		if row, ok := s.rows[shareKey{line, -1, p.At}]; ok && isMeant(p.At) {
			cells = append(cells, s.amount(column, row))
		}
	}
	return cells
}

// whole returns how a line is divided in a column, all its parts together.
func (s *shares) whole(line, column int) *budget.Division {
	if list := s.columns[column][line]; len(list) > 0 {
		return &list[len(list)-1]
	}
	return &budget.Division{}
}

// paid writes what a fund pays of a line.
func (f *formula) paid(step cost.Step) string {
	line := slices.IndexFunc(f.Budget.Lines, func(l budget.Line) bool { return l.ID.Value == step.Line })
	if line < 0 {
		f.lost = true
		return ""
	}
	column := f.column
	if c, ok := f.Budget.Column(step.Column); ok {
		column = c
	}
	cells := f.shares.of(line, column, f.Budget.Values(cost.Fund).Find(step.Fund))
	if len(cells) == 0 {
		f.lost = true
		return ""
	}
	return f.added(cells)
}

// added writes the sum of cells of another sheet, those that stand together as ranges.
func (g *grid) added(cells []cell) string {
	var args []string
	slices.SortFunc(cells, func(a, b cell) int { return cmp.Or(cmp.Compare(a.sheet, b.sheet), a.row-b.row) })
	for i := 0; i < len(cells); {
		first := i
		i++
		for i < len(cells) && follows(cells[first], cells[i-1], cells[i]) {
			i++
		}
		arg := cells[first].sheet + "!" + cells[first].name()
		if i-1 > first {
			arg += ":" + cells[i-1].name()
		}
		args = append(args, arg)
	}
	if len(args) == 1 && len(cells) == 1 {
		return args[0]
	}
	return nest(args)
}

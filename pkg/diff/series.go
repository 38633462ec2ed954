package diff

import "github.com/isuplan/isuplan/pkg/money"

// SeriesLine is a line of the budget over several plans.
type SeriesLine struct {
	Label   string
	Amounts []*money.Decimal // nil where a plan does not have the line
}

// Series follows the lines of budgets through several plans, by their ids, and where
// these are gone by their labels. Lines stand in the order of the newest plan, those
// that it does not have behind them.
func Series(sides []Side) []SeriesLine {
	var lines []SeriesLine
	rows := map[string]int{} // by the id in the plan that was read last
	for i := len(sides) - 1; i >= 0; i-- {
		names := rows
		if i < len(sides)-1 {
			names = map[string]int{}
			old, now := sides[i], sides[i+1]
			old.tree, now.tree = Tree(old.Plan), Tree(now.Plan)
			for now, before := range partners(now, pair(old.tree, now.tree), costs.kind) {
				if row, ok := rows[now]; ok {
					names[before] = row
				}
			}
		}
		rows = map[string]int{}
		b := sides[i].Budget
		for j := range b.Lines {
			l := &b.Lines[j]
			if l.IsGroup() {
				continue
			}
			row, known := names[l.ID.Value]
			if !known {
				row = len(lines)
				lines = append(lines, SeriesLine{Label: sides[i].label(l.Label), Amounts: make([]*money.Decimal, len(sides))})
			}
			lines[row].Amounts[i] = &b.Amount(l.Figures).Printed
			rows[l.ID.Value] = row
		}
	}
	return lines
}

// Count returns how many elements of a kind a plan has.
func Count(s Side, kind string) int {
	n := 0
	Tree(s.Plan).Walk(func(e *Element) {
		if e.Kind == kind {
			n++
		}
	})
	return n
}

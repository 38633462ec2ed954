package refs

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/plan"
)

// tabled is a table of the text, worked out.
type tabled struct {
	of      *plan.TextTable
	figures [][]plan.TextFigure
}

// tablesOf works the tables of a plan's text out, by their ids.
func tablesOf(p *plan.Plan) map[string]*tabled {
	all := map[string]*tabled{}
	for t := range p.TextTables() {
		if all[t.ID.Value] == nil {
			all[t.ID.Value] = &tabled{t, t.Figures()}
		}
	}
	return all
}

// cell returns what a name of a cell stands for: tables.visits.africa.days.
func (n *Names) cell(name string) (Value, bool) {
	parts := strings.Split(name, ".")
	if len(parts) != 3 || n.tables[parts[0]] == nil {
		return Value{}, false
	}
	t := n.tables[parts[0]]
	for i := range t.of.Rows {
		if t.of.Rows[i].ID.Value != parts[1] {
			continue
		}
		for k := range t.of.Columns {
			if t.of.Columns[k].ID.Value == parts[2] {
				return t.value(i, k), true
			}
		}
	}
	return Value{}, false
}

func (t *tabled) value(row, column int) Value {
	f := &t.figures[row][column]
	switch {
	case f.Text.IsSet():
		return words(f.Text)
	case f.Printed == nil:
		return Value{}
	}
	return Value{Kind: Number, Figure: *f.Printed, Places: t.of.TextPlaces(t.figures, column)}
}

// Cell returns the cell that a name stands for, nil for none.
func (n *Names) Cell(name string) *plan.TextFigure {
	rest, is := strings.CutPrefix(name, "tables.")
	parts := strings.Split(rest, ".")
	if !is || len(parts) != 3 || n.tables[parts[0]] == nil {
		return nil
	}
	t := n.tables[parts[0]]
	for i := range t.figures {
		for k := range t.figures[i] {
			if f := &t.figures[i][k]; f.Row.ID.Value == parts[1] && f.Column.ID.Value == parts[2] {
				return f
			}
		}
	}
	return nil
}

// cellNames returns the names of all cells that say something.
func (n *Names) cellNames() (all []string) {
	for id, t := range n.tables {
		for i := range t.figures {
			for k := range t.figures[i] {
				if t.value(i, k).Kind != Nothing {
					all = append(all, "tables."+id+"."+t.of.Rows[i].ID.Value+"."+t.of.Columns[k].ID.Value)
				}
			}
		}
	}
	return all
}

package refs

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
)

// posts returns what a name behind "staffing." stands for: the posts of a grade, a category
// or a total, over the main column or in the column that is named last.
func (n *Names) posts(name string) (Value, bool) {
	s := n.budget.Staffing
	if s == nil {
		return Value{}, false
	}
	id, column, hasColumn := strings.Cut(name, ".")
	row, ok := s.Row(id)
	if !ok {
		return Value{}, false
	}
	if hasColumn {
		at, ok := s.Column(column)
		if !ok {
			return Value{}, false
		}
		return heads(row, at), true
	}
	scope := s.Scope()
	if scope.IsShown() {
		return heads(row, s.Main), true
	}
	v := Value{Kind: Differing}
	same := true
	for _, i := range scope.Columns {
		c := &s.Columns[i]
		v.Each = append(v.Each, InColumn{c.Label, "staffing." + id + "." + c.ID, heads(row, i)})
		same = same && row[i].Printed.Equal(row[scope.Columns[0]].Printed)
	}
	if same && len(v.Each) > 0 { // as many posts in every year
		return v.Each[0].Value, true
	}
	return v, true
}

func heads(row []budget.Figure, column int) Value {
	if row[column].Mark == cost.Blank {
		return Value{}
	}
	return number(row[column].Printed)
}

// staffNames returns the names of the rows of the table of posts.
func (n *Names) staffNames() (all []string) {
	s := n.budget.Staffing
	if s == nil {
		return nil
	}
	for _, id := range s.Names() {
		all = append(all, "staffing."+id)
		for i := range s.Columns {
			if len(s.Columns) > 1 {
				all = append(all, "staffing."+id+"."+s.Columns[i].ID)
			}
		}
	}
	return all
}

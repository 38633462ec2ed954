package sheet

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/source"
)

// place is a position without the folders of its file: a spreadsheet is sent to people who
// have others, and the plan gives the same bytes however it was named.
func place(n source.Node) string {
	text := at(n)
	return text[strings.LastIndexAny(text, `/\`)+1:]
}

// input is a value of the plan that formulas refer to.
type input struct {
	id       string // as --set names it, where it has such a name
	column   string // of the first formula that uses it
	line     string // the label of the first line that uses it
	step     cost.Step
	unit     string
	position string
}

// inputList holds each value once, however many formulas refer to it.
type inputList struct {
	list  []input
	index map[any]int // by the position in the plan, or by what the value is for
	names map[source.Node]string
	sheet Sheet
}

// inputHead is the row of the heads on the sheet of inputs; the values stand in
// the fourth column below it.
const (
	inputHead   = 3
	valueColumn = 4
)

func newInputs(s Sheet) *inputList {
	return &inputList{index: map[any]int{}, names: inputNames(s.Budget), sheet: s}
}

// cell returns the name of the cell of a value that was read from the plan.
func (l *inputList) cell(row *Row, s cost.Step, column string) string {
	var key any = s.Node
	if s.Node.IsZero() { // a value that the plan leaves out, such as 12 months
		key = row.ID + "\x00" + s.Label + "\x00" + s.Value.String()
	}
	at, known := l.index[key]
	if !known {
		at = len(l.list)
		l.index[key] = at
		l.list = append(l.list, l.describe(row, s))
		l.list[at].column = column
	}
	return fmt.Sprintf("$D$%d", inputHead+1+at)
}

func (l *inputList) describe(row *Row, s cost.Step) input {
	in := input{id: l.names[s.Node], line: row.Label, step: s, position: place(s.Node)}
	if in.id == "" && s.Label != "" && !strings.Contains(s.Label, " ") && row.Line != nil && !row.Line.In.IsSet() && !countsPosts(row.Line) {
		in.id = row.ID + "." + s.Label
	}
	switch s.Unit {
	case cost.PerCent:
		in.unit = "%"
	case cost.Twelfths:
		in.unit = "months"
	case cost.Money:
		in.unit = string(l.sheet.Budget.Currency)
		if row.Line != nil && row.Line.In.IsSet() {
			in.unit = string(row.Line.In.Value)
		}
	}
	return in
}

// distinguish gives values of one name those of their columns: two bases that a line grows from.
func (l *inputList) distinguish() {
	count := map[string]int{}
	for i := range l.list {
		count[l.list[i].id]++
	}
	for i := range l.list {
		if in := &l.list[i]; in.id != "" && count[in.id] > 1 {
			in.id += "." + in.column
		}
	}
}

// inputNames returns the names of the values that have one: the line's id, the name that
// prose and --set use, and the column if the value is that column's own.
func inputNames(b *budget.Budget) map[source.Node]string {
	names := map[source.Node]string{}
	for _, lines := range [][]budget.Line{b.Lines, b.Financing, b.After} {
		for i := range lines {
			nameInputs(names, b, &lines[i])
		}
	}
	if b.Staffing != nil {
		for node, name := range inputNames(b.Staffing.Budget) {
			names[node] = "staffing." + name
		}
	}
	return names
}

func nameInputs(names map[source.Node]string, b *budget.Budget, l *budget.Line) {
	amounts := 0
	seen := map[source.Node]int{}
	own := map[source.Node]string{}
	for _, c := range b.Columns {
		if c.Kind != budget.AmountColumn {
			continue
		}
		amounts++
		for _, k := range l.Costs {
			for _, q := range k.Figures(c.ID) {
				seen[q.Node]++
				names[q.Node] = l.ID.Value + "." + q.Name
				own[q.Node] = names[q.Node] + "." + c.ID
			}
		}
	}
	for node, name := range own {
		if seen[node] < amounts {
			names[node] = name
		}
	}
	delete(names, source.Node{})
}

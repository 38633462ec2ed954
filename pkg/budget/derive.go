package budget

import (
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// derive works out a row's figure in a column that follows from others: a sum, a
// change or a change in per cent, always of the figures as printed.
func (c *computer) derive(row []Figure, line *cost.Line) {
	column := &c.budget.Columns[c.column]
	f := &row[c.column]
	id := ""
	if line != nil {
		id = line.ID.Value
		f.Stated, _ = line.Stated.In(column.ID)
	}
	of := make([]cost.Step, 0, len(column.Of))
	for _, at := range column.Of {
		step := row[at].Step()
		step.Line, step.Column = id, c.budget.Columns[at].ID
		of = append(of, step)
	}
	step, ok := derived(column.Kind, of)
	if ok {
		f.Exact = step
		f.Computed = new(step.Value)
		if column.Kind.IsPercent() {
			f.Computed = new(column.Rounding.Round(step.Value))
		}
	}
	c.settle(f)
}

func derived(kind ColumnKind, of []cost.Step) (cost.Step, bool) {
	switch {
	case kind == SumColumn:
		return sumOf(of), true
	case kind == LessColumn:
		return less(of), len(of) > 1
	case len(of) != 2:
		return cost.Step{}, false
	case kind == ShareColumn:
		return ratio(of), true
	case of[0].Mark == cost.Blank && of[1].Mark == cost.Blank:
		return cost.Step{Op: cost.Change, Mark: cost.Blank, Of: of}, true
	}
	change := cost.Step{Op: cost.Change, Value: of[1].Value.Sub(of[0].Value), Of: of}
	if change.Value.IsZero() {
		change.Mark = cost.Nil
	}
	if kind == ChangeColumn {
		return change, true
	}
	change.Op, change.Unit = cost.Rate, cost.PerCent
	switch {
	case change.Mark == cost.Nil:
	case of[0].Value.IsZero():
		change.Value, change.Mark = money.Zero, cost.Blank // from nothing there is no rate
	default:
		change.Value = money.Div(change.Value.Mul(money.Hundred), of[0].Value.Abs())
	}
	return change, true
}

// less takes steps from the first. Where none of them says anything, neither does it.
func less(of []cost.Step) cost.Step {
	step := sumOf(of)
	step.Op = cost.Difference
	for i := range of[min(1, len(of)):] {
		step.Value = step.Value.Sub(of[i+1].Value).Sub(of[i+1].Value)
	}
	if step.Mark == cost.Number && step.Value.IsZero() {
		step.Mark = cost.Nil
	}
	return step
}

// ratio is the second of two steps in per cent of the first: of nothing there is none.
func ratio(of []cost.Step) cost.Step {
	step := cost.Step{Op: cost.Ratio, Unit: cost.PerCent, Of: of}
	switch {
	case of[0].Value.IsZero() || of[1].Mark == cost.Blank:
		step.Mark = cost.Blank
	case of[1].Value.IsZero():
		step.Mark = cost.Nil
	default:
		step.Value = money.Div(of[1].Value.Mul(money.Hundred), of[0].Value)
	}
	return step
}

// sumOf adds up a row. Where all of it is nil or blank, so is the sum.
func sumOf(of []cost.Step) cost.Step {
	step := cost.Step{Op: cost.Sum, Of: of}
	nils, blanks := 0, 0
	for i := range of {
		step.Value = step.Value.Add(of[i].Value)
		switch of[i].Mark {
		case cost.Nil:
			nils++
		case cost.Blank:
			blanks++
		}
	}
	if len(of) > 0 && blanks == len(of) {
		step.Mark = cost.Blank
	} else if len(of) > 0 && nils+blanks == len(of) {
		step.Mark = cost.Nil
	}
	return step
}

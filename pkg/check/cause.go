package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// What most likely went wrong where a stated figure differs from the computed one.
// Each suspicion is a function of its own; the first that explains the difference
// exactly, and in one way only, is named.

// cause returns the likely cause in words, "" where nothing explains the difference.
func (c *Context) cause(f *figureAt) string {
	diff := f.Stated.Value.Value.Sub(*f.Computed)
	for _, suspect := range []func(*figureAt, money.Decimal) string{c.crossing, c.above, c.inputCause, c.statedCause} {
		if cause := suspect(f, diff); cause != "" {
			return cause
		}
	}
	return ""
}

// sums returns the figures of a column that add up the line: of its groups, from
// the innermost outward, and of the total.
func (c *Context) sums(line, column int) []figureAt {
	var list []figureAt
	b := c.Budget
	for i := line - 1; i >= 0 && line >= 0; i-- {
		if l := &b.Lines[i]; l.End > line {
			list = append(list, figureAt{&l.Figures[column], "budget/" + l.ID.Value, oneLine(l.Label.Value), i, column})
			if l.Depth == 0 {
				break
			}
		} else if l.Depth == 0 && b.Lines[line].Depth == 0 {
			break
		}
	}
	return append(list, figureAt{&b.Total[column], "budget/total", "the total", -1, column})
}

// above looks at the sums that the figure enters: whether they were made with the
// computed amount or with the stated one.
func (c *Context) above(f *figureAt, diff money.Decimal) string {
	if f.Line < 0 || !f.IsSum() || c.Budget.Columns[f.Column].Kind != budget.AmountColumn {
		return ""
	}
	for _, s := range c.sums(f.Line, f.Column) {
		if !s.Stated.IsSet() || s.Computed == nil {
			continue
		}
		stated := s.Stated.Value.Value
		switch {
		case stated.Equal(*s.Computed):
			return fmt.Sprintf("%s, %s as stated, was made with %s; so this subtotal is wrong", s.Label, c.money(stated), c.money(*f.Computed))
		case stated.Equal(s.Computed.Add(diff)):
			return fmt.Sprintf("%s, %s as stated, was made with %s; so a line of this group may be wrong", s.Label, c.money(stated), c.money(f.Stated.Value.Value))
		}
	}
	return ""
}

// crossing finds the one cell that would make its row and its column agree: the sum
// of its row and a sum of its column are off by the same amount.
func (c *Context) crossing(f *figureAt, diff money.Decimal) string {
	b := c.Budget
	found := ""
	try := func(line, column int) {
		l := &b.Lines[line]
		if l.IsGroup() || b.Columns[column].Kind != budget.AmountColumn || !c.rowIsOff(line, column, diff) || !c.columnIsOff(line, column, diff) {
			return
		}
		cell := l.Figures[column].Printed
		if found == "" {
			found = fmt.Sprintf("%s, %s: with %s in place of %s its row and its column agree",
				oneLine(l.Label.Value), oneLine(b.Columns[column].Label.Value), c.money(cell.Add(diff)), c.money(cell))
		} else {
			found = "?" // more than one cell would do
		}
	}
	switch kind := b.Columns[f.Column].Kind; {
	case kind == budget.SumColumn && f.Line >= 0:
		for _, column := range b.Columns[f.Column].Of {
			try(f.Line, column)
		}
	case kind == budget.AmountColumn && f.IsSum():
		from, to := 0, len(b.Lines)
		if f.Line >= 0 {
			from, to = f.Line+1, b.Lines[f.Line].End
		}
		for line := from; line < to; line++ {
			try(line, f.Column)
		}
	}
	return strings.TrimPrefix(found, "?")
}

// rowIsOff reports whether a stated sum of the line's row that includes the column
// is off by just so much.
func (c *Context) rowIsOff(line, column int, diff money.Decimal) bool {
	for i := range c.Budget.Columns {
		col := &c.Budget.Columns[i]
		f := &c.Budget.Lines[line].Figures[i]
		if col.Kind == budget.SumColumn && contains(col.Of, column) && f.Differs() && f.Stated.Value.Value.Sub(*f.Computed).Equal(diff) {
			return true
		}
	}
	return false
}

func (c *Context) columnIsOff(line, column int, diff money.Decimal) bool {
	for _, s := range c.sums(line, column) {
		if s.Differs() && s.Stated.Value.Value.Sub(*s.Computed).Equal(diff) {
			return true
		}
	}
	return false
}

func contains(list []int, n int) bool {
	for _, x := range list {
		if x == n {
			return true
		}
	}
	return false
}

// mostInputs bounds the search among the lines of a sum.
const mostInputs = 5000

// inputCause looks for one line of a sum that explains the difference.
func (c *Context) inputCause(f *figureAt, diff money.Decimal) string {
	if !f.IsSum() || len(f.Exact.Of) > mostInputs {
		return ""
	}
	for _, suspect := range []struct {
		fits func(v money.Decimal) bool
		say  string
	}{
		{func(v money.Decimal) bool { return diff.Equal(v.Neg()) }, "%s, %s, seems to be left out"},
		{func(v money.Decimal) bool { return diff.Equal(v) }, "%s, %s, seems to be counted twice"},
		{func(v money.Decimal) bool { return diff.Equal(v.Add(v).Neg()) }, "%s, %s, seems to be subtracted in place of added"},
		{func(v money.Decimal) bool { return swapped(v, v.Add(diff)) }, "two digits of %s, %s, seem to be swapped"},
		{func(v money.Decimal) bool { return scaled(v, v.Add(diff)) != "" }, "%s, %s, seems to have its decimal point or its thousands in the wrong place"},
	} {
		var only *cost.Step
		count := 0
		for i := range f.Exact.Of {
			if v := &f.Exact.Of[i]; !v.Value.IsZero() && suspect.fits(v.Value) {
				only = v
				count++
			}
		}
		if count == 1 {
			return fmt.Sprintf(suspect.say, c.stepName(only), c.money(only.Value))
		}
	}
	return ""
}

// stepName is the label of the line or column that a part of a sum is the figure of.
func (c *Context) stepName(s *cost.Step) string {
	name := s.Line
	if l, ok := c.Budget.Line(s.Line); ok {
		name = oneLine(l.Label.Value)
	}
	if at, ok := c.Budget.Column(s.Column); ok {
		name = strings.TrimPrefix(name+", "+oneLine(c.Budget.Columns[at].Label.Value), ", ")
	}
	return name
}

// statedCause looks for a slip in the stated figure itself.
func (c *Context) statedCause(f *figureAt, _ money.Decimal) string {
	stated, computed := f.Stated.Value.Value, *f.Computed
	switch {
	case stated.Equal(computed.Neg()):
		return "the sign is wrong"
	case swapped(stated, computed):
		return "two digits are swapped"
	case scaled(stated, computed) != "":
		return scaled(stated, computed)
	case oneDigit(stated, computed):
		return "one digit is mistyped"
	}
	return ""
}

// swapped reports whether two neighbouring digits, exchanged, make one number of
// the other.
func swapped(a, b money.Decimal) bool {
	x, y := a.String(), b.String()
	at := firstDifference(x, y)
	return at >= 0 && at+1 < len(x) && x[at] == y[at+1] && x[at+1] == y[at] && x[at] != '.' && x[at+1] != '.' && x[at+2:] == y[at+2:]
}

// oneDigit reports whether the numbers differ in one digit only.
func oneDigit(a, b money.Decimal) bool {
	x, y := a.String(), b.String()
	at := firstDifference(x, y)
	return at >= 0 && x[at+1:] == y[at+1:]
}

// firstDifference returns where two texts of one length differ first, or -1.
func firstDifference(x, y string) int {
	if len(x) != len(y) {
		return -1
	}
	for i := range len(x) {
		if x[i] != y[i] {
			return i
		}
	}
	return -1
}

// scaled says which way a power of ten makes one number of the other.
func scaled(a, b money.Decimal) string {
	if a.IsZero() || b.IsZero() {
		return ""
	}
	for shift := int32(1); shift <= 6; shift++ {
		switch {
		case shift == 3 && a.Shift(3).Equal(b):
			return "the thousands are lost"
		case a.Shift(shift).Equal(b), a.Shift(-shift).Equal(b):
			return "the decimal point is in the wrong place"
		}
	}
	return ""
}

package sheet

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/source"
)

// formula writes the derivation of one figure as a spreadsheet's formula.
type formula struct {
	*grid
	row, column int
	home        string // the sheet that the formula stands in
	lost        bool   // a step refers to something that has no cell
}

// longest is how long a formula may be in a spreadsheet.
const longest = 8192

// rounded returns the formula of a figure as the rules give it; "" where it cannot
// be written as one.
func (g *grid) rounded(row, column int) string {
	f := &formula{grid: g, row: row, column: column, home: g.home}
	col, exact := &g.Budget.Columns[column], &g.rows[row].Figures[column].Exact
	rounding := g.Budget.RoundingOf(&g.rows[row].Figures[column], column)
	if g.isRemainder(row, column) {
		return f.finish(f.remainder())
	}
	switch {
	case g.isUnrounded(row, column):
		return f.finish(f.bare())
	case g.hasExactCell(row, column):
		at := f.name(g.exact(row, column))
		text := roundFormula(at, exact, rounding) + g.moved(row, column)
		if col.Kind.IsPercent() {
			text = fmt.Sprintf(`IF(%s="","",%s)`, at, text)
		}
		return f.finish(text)
	case col.Kind.IsPercent():
		return f.finish(f.percent(func(text string) string { return roundFormula(text, exact, rounding) }))
	}
	return f.finish(roundFormula(f.value(), exact, rounding) + g.moved(row, column))
}

// before returns the formula of a figure before rounding.
func (g *grid) before(row, column int) string {
	f := &formula{grid: g, row: row, column: column, home: g.exactHome}
	return f.finish(f.bare())
}

// finish drops a formula that lacks a part of the derivation, or is too long.
func (f *formula) finish(text string) string {
	if f.lost || len(text) >= longest {
		return ""
	}
	return text
}

// bare writes the derivation as it stands alone: a change without its parentheses.
func (f *formula) bare() string {
	text := f.value()
	if op := f.rows[f.row].Figures[f.column].Exact.Op; op == cost.Change || op == cost.Difference {
		return strings.TrimSuffix(strings.TrimPrefix(text, "("), ")")
	}
	return text
}

func (f *formula) value() string {
	if f.Budget.Columns[f.column].Kind.IsPercent() {
		return f.percent(func(text string) string { return text })
	}
	return f.step(f.rows[f.row].Figures[f.column].Exact)
}

// percent writes a change in per cent; there is none from zero.
func (f *formula) percent(round func(string) string) string {
	of := f.rows[f.row].Figures[f.column].Exact.Of
	if len(of) != 2 {
		f.lost = true
		return ""
	}
	from, to := f.step(of[0]), f.step(of[1])
	if f.Budget.Columns[f.column].Kind == budget.ShareColumn {
		return fmt.Sprintf(`IF(%s=0,"",%s)`, from, round(fmt.Sprintf("%s/%s*100", to, from)))
	}
	return fmt.Sprintf(`IF(%s=%s,0,IF(%s=0,"",%s))`, to, from, from, round(fmt.Sprintf("(%s-%s)/ABS(%s)*100", to, from, from)))
}

// step writes a derivation. The result can be used as a factor: sums have parentheses.
func (f *formula) step(s cost.Step) string {
	if s.Column == "" && f.isUnsummed(s.Line) {
		s.Line = ""
	}
	if s.Fund != "" {
		return f.paid(s)
	}
	if s.Line != "" || s.Column != "" {
		return f.reference(s)
	}
	switch s.Op {
	case cost.Given:
		return f.input(s)
	case cost.Sum:
		return f.sum(s.Of)
	case cost.Product, cost.Portion:
		return f.product(s)
	case cost.Growth:
		return f.step(s.Of[0]) + "*(1+" + f.step(s.Of[1]) + ")"
	case cost.Difference:
		return f.less(s.Of)
	case cost.Outgo:
		return "(0-" + f.sum(s.Of) + ")"
	case cost.Average:
		return "(" + f.step(s.Of[0]) + "/" + s.Of[1].Value.String() + ")"
	case cost.Change:
		if len(s.Of) == 2 {
			return "(" + f.step(s.Of[1]) + "-" + f.step(s.Of[0]) + ")"
		}
	}
	f.lost = true
	return ""
}

// less takes everything from the first, of which there may be all: a source that is the rest, alone.
func (f *formula) less(of []cost.Step) string {
	if len(of) == 0 {
		f.lost = true
		return ""
	}
	if len(of) == 1 {
		return "(" + f.step(of[0]) + ")"
	}
	return "(" + f.step(of[0]) + "-" + f.sum(of[1:]) + ")"
}

// isUnsummed reports a group that has no row with its sum, so that no cell holds it.
func (f *formula) isUnsummed(id string) bool {
	l, ok := f.Budget.Line(id)
	return ok && l.IsGroup() && l.Unsummed
}

func (f *formula) reference(s cost.Step) string {
	at, ok := f.target(f.row, f.column, s)
	if !ok {
		f.lost = true
		return ""
	}
	if c, ok := f.Budget.Column(s.Column); ok && f.Budget.Columns[c].Kind.IsPercent() {
		return "N(" + f.name(at) + ")" // it may be empty
	}
	return f.name(at)
}

// name names a cell as the formula's own sheet does.
func (f *formula) name(c cell) string {
	if c.sheet == f.home {
		return c.name()
	}
	return c.sheet + "!" + c.name()
}

func (f *formula) product(s cost.Step) string {
	var b strings.Builder
	for i, of := range s.Of {
		switch {
		case i > 0 && of.Unit == cost.Divisor:
			b.WriteByte('/')
		case i > 0:
			b.WriteByte('*')
		}
		if of.Label == "" {
			of.Label = s.Label
		}
		b.WriteString(f.step(of))
		if of.Unit == cost.Twelfths {
			b.WriteString("/12")
		}
	}
	return b.String()
}

// input writes a value of the plan: the cell of the inputs that holds it.
func (f *formula) input(s cost.Step) string {
	if s.Node.Kind() == source.Mapping { // a post that others pay: nothing is written for it
		return "0"
	}
	return inputsSheet + "!" + f.given.cell(&f.rows[f.row], s, f.Budget.Columns[f.column].ID)
}

package parties

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// decimal finds the decimal mark of a file's numbers; a workbook stores them with a point.
func (r *reader) decimal(t *tabular.Table, rows []tabular.Row, columns []column) tabular.Marks {
	if t.Exact {
		return tabular.Point
	}
	var numbers []string
	for _, row := range rows {
		for _, c := range columns[1:] {
			if text := c.of(row).Text; c.key != "ldc" && strings.ContainsAny(text, ",.") {
				numbers = append(numbers, text)
			}
		}
	}
	return tabular.MarksOf(numbers)
}

// set gives a Party the value of a cell.
func (r *reader) set(p *plan.Party, c column, x tabular.Cell, n source.Node) {
	switch c.key {
	case "ldc":
		r.flag(p, x, n)
		return
	case "stated":
		if mark, ok := map[string]cost.Mark{"nil": cost.Nil, "blank": cost.Blank}[x.Text]; ok {
			put(&p.Stated, c.budgets, source.At[cost.Cell]{Value: cost.Cell{Mark: mark}, Node: n}, n)
			return
		}
	}
	if strings.Trim(x.Text, "-–—") == "" {
		return // a dash says nothing
	}
	d, ok := r.number(c.key, x, n)
	if !ok {
		return
	}
	at := source.At[money.Decimal]{Value: d, Node: n}
	switch c.key {
	case "scale":
		put(&p.Scale, c.budgets, at, n)
	case "weight":
		put(&p.Weight, c.budgets, at, n)
	case "share":
		put(&p.Share, c.budgets, at, n)
	case "paid":
		put(&p.Paid, c.budgets, at, n)
	case "arrears":
		p.Arrears = at
	case "stated":
		put(&p.Stated, c.budgets, source.At[cost.Cell]{Value: cost.Cell{Value: d}, Node: n}, n)
	}
}

// put sets a value for all columns of the budget, or for one.
func put[T any](s *cost.Series[T], budgets string, value source.At[T], n source.Node) {
	s.Node = n
	if budgets == "" {
		s.All = value
		return
	}
	s.By = append(s.By, schema.Entry[source.At[T]]{Key: source.At[string]{Value: budgets, Node: n}, Value: value})
}

// number reads a number of a key.
func (r *reader) number(key string, x tabular.Cell, n source.Node) (money.Decimal, bool) {
	isRate := key == "scale" || key == "share"
	d, why := tabular.Number(x.Text, r.marks)
	switch {
	case strings.HasSuffix(x.Text, "%") && !isRate:
		why = "is a percentage, and no number"
	case why != "":
	case d.IsNegative() && key != "arrears" && key != "stated":
		why = "is negative, which makes no sense here"
	default:
		return d, true
	}
	r.fail(n.Span(), fmt.Sprintf("%s in the column of `%s` %s", tabular.Quoted(x.Text), key, why), "correct the cell")
	return money.Zero, false
}

// flag reads what says whether a Party is a least developed country.
func (r *reader) flag(p *plan.Party, x tabular.Cell, n source.Node) {
	switch strings.ToLower(x.Text) {
	case "yes", "true", "x", "1", "ldc":
		p.LDC = source.At[bool]{Value: true, Node: n}
	case "no", "false", "0", "-", "–":
		p.LDC = source.At[bool]{Node: n}
	default:
		r.fail(n.Span(), fmt.Sprintf("%s does not say whether this is a least developed country", tabular.Quoted(x.Text)), "write yes or no, or leave the cell empty")
	}
}

package plan

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// WrongColumn is reported for a column that cannot be what it says, or that does
// not exist.
var WrongColumn = diag.Rule{Code: "F211", Name: "wrong-column", Severity: diag.Error, Title: "a column that does not exist or cannot be computed",
	Why:   "An amount under a column that the table does not have would silently be lost.",
	Since: "0.1",
	Bad: `budget:
  columns:
    - {id: a, label: "2024"}
    - {id: b, label: "2025"}
  lines:
    - {id: travel, label: Travel, fixed: {a: 12000, «c»: 13000}}
`,
	Good: `budget:
  columns:
    - {id: a, label: "2024"}
    - {id: b, label: "2025"}
  lines:
    - {id: travel, label: Travel, fixed: {a: 12000, b: 13000}}
`}

// DefaultColumn is the id of the one column of a budget that names none.
const DefaultColumn = "amount"

// ColumnIDs returns the ids of the budget's columns.
func (b *Budget) ColumnIDs() []string {
	if len(b.Columns) == 0 {
		return []string{DefaultColumn}
	}
	ids := make([]string, len(b.Columns))
	for i, c := range b.Columns {
		ids[i] = c.ID.Value
	}
	return ids
}

// IsAmount reports whether the column holds amounts of its own.
func (c *Column) IsAmount() bool {
	return len(c.Sum) == 0 && len(c.Less) == 0 && len(c.Change) == 0 && len(c.Percent) == 0 && len(c.Share) == 0
}

// YearBefore returns the year before a column, which lines may grow from though no column prints it. The
// first column of amounts has one, and the first that is of one year where others stand before it,
// such as what was approved for the two years before; "" for others, for a column of no year, and
// where there is such a column.
func (b *Budget) YearBefore(column int) string {
	c := &b.Columns[column]
	y := c.years()
	if !c.IsAmount() || y.none() || y.isUnclear {
		return ""
	}
	for i := range column {
		if other := b.Columns[i].years(); b.Columns[i].IsAmount() && (y.count() > 1 || !other.isBeside()) {
			return ""
		}
	}
	if before := strconv.Itoa(y.first - 1); !slices.Contains(b.ColumnIDs(), before) {
		return before
	}
	return ""
}

// isBeside reports years of a column that stands beside those of single years.
func (y years) isBeside() bool { return y.none() || y.count() > 1 }

// yearsBefore returns the years that lines may grow from.
func (b *Budget) yearsBefore() (years []string) {
	for i := range b.Columns {
		if before := b.YearBefore(i); before != "" {
			years = append(years, before)
		}
	}
	return years
}

// IsPercent reports whether the column holds per cent, and no money.
func (c *Column) IsPercent() bool { return len(c.Percent) > 0 || len(c.Share) > 0 }

// Rules returns the columns that the column follows from, by the rule that it names: one of
// them is not empty in a column that holds no amounts.
func (c *Column) Rules() (of [][]source.At[string]) {
	for _, rule := range c.rules() {
		of = append(of, rule.of)
	}
	return of
}

// columnRule is a key by which a column follows from others, and the columns that it names.
type columnRule struct {
	key string
	of  []source.At[string]
}

func (c *Column) rules() []columnRule {
	return []columnRule{{"sum", c.Sum}, {"difference", c.Less}, {"change", c.Change}, {"percent_change", c.Percent}, {"percent_of", c.Share}}
}

func checkColumns(r *schema.Reader, b *Budget) {
	if b.Lines != nil && len(b.Lines) == 0 {
		r.Report(schema.MissingKey, b.Node.Get("lines"), "the budget has no lines", "add its cost lines, each after \"- \"")
	}
	seen := map[string]source.At[string]{}
	amounts := false
	var terms columnTerms
	for i := range b.Columns {
		c := &b.Columns[i]
		if first, twice := seen[c.ID.Value]; twice && c.ID.IsSet() {
			r.Add(diag.Finding{Rule: DuplicateID, Span: c.ID.Span(), Message: fmt.Sprintf("two columns have the id `%s`", c.ID.Value),
				Hint: "give one of them another id", Related: []diag.Related{{Span: first.Span(), Note: "the first"}}})
		}
		checkColumn(r, c, seen)
		terms.check(r, c)
		seen[c.ID.Value] = c.ID
		amounts = amounts || c.IsAmount()
	}
	if len(b.Columns) > 0 && !amounts {
		r.Add(diag.Finding{Rule: WrongColumn, Span: b.Columns[0].Span(), Message: "no column holds amounts",
			Hint: "a column without a rule such as `sum` or `change` holds amounts"})
	}
	checkSeries(r, b)
}

// checkColumn checks that a column follows from one rule, and only from columns before it.
func checkColumn(r *schema.Reader, c *Column, before map[string]source.At[string]) {
	rules := 0
	for _, rule := range c.rules() {
		if len(rule.of) > 0 {
			rules++
		} else if n := c.Node.Get(rule.key); empty(n) {
			r.Report(WrongColumn, n, "this column follows from no other", fmt.Sprintf("write the columns that it follows from, or take `%s` out where it has amounts of its own", rule.key))
		}
		for _, id := range rule.of {
			if _, ok := before[id.Value]; !ok {
				r.Add(diag.Finding{Rule: WrongColumn, Span: id.Span(), Message: fmt.Sprintf("no column before this one is called `%s`", id.Value),
					Hint: diag.DidYouMean(id.Value, slices.Sorted(maps.Keys(before)))})
			}
		}
	}
	switch {
	case rules > 1:
		r.Add(diag.Finding{Rule: WrongColumn, Span: c.Span(), Message: "this column follows from two rules at once", Hint: "keep one of `sum`, `difference`, `change`, `percent_change` and `percent_of`"})
	case len(c.Share) > 0 && len(c.Share) != 2:
		r.Add(diag.Finding{Rule: WrongColumn, Span: c.Span(), Message: "a percentage is of one column in another: it needs two", Hint: "write the one that is 100% first, such as [approved, spent]"})
	case len(c.Less) == 1:
		r.Add(diag.Finding{Rule: WrongColumn, Span: c.Span(), Message: "a difference needs two columns or more", Hint: "write first the one that the others are taken from, such as [approved, spent]"})
	case len(c.Change) > 0 && len(c.Change) != 2, len(c.Percent) > 0 && len(c.Percent) != 2:
		r.Add(diag.Finding{Rule: WrongColumn, Span: c.Span(), Message: "a change is from one column to another: it needs two", Hint: "write the earlier column first, such as [approved, revised]"})
	}
}

// checkSeries reports values written for columns that do not exist, or that are not
// amounts and so can only be stated.
func checkSeries(r *schema.Reader, b *Budget) {
	all := b.ColumnIDs()
	var amounts []string
	for i := range b.Columns {
		if b.Columns[i].IsAmount() {
			amounts = append(amounts, b.Columns[i].ID.Value)
		}
	}
	if len(b.Columns) == 0 {
		amounts = all
	}
	before := b.yearsBefore()
	check := func(keys []source.At[string], known []string) {
		for _, k := range keys {
			if !slices.Contains(known, k.Value) {
				r.Add(diag.Finding{Rule: WrongColumn, Span: k.Span(), Message: fmt.Sprintf("the budget has no column `%s` to put this into", k.Value),
					Hint: diag.DidYouMean(k.Value, known)})
			}
		}
	}
	check(b.StatedTotal.Keys(), all)
	for _, a := range cost.Axes() {
		for _, v := range b.AxisValues(a) {
			check(v.Stated.Keys(), all)
		}
	}
	for _, e := range b.StatedOutcomes {
		check(e.Value.Keys(), all)
	}
	for i := range b.Rates {
		check(b.Rates[i].Rate.Keys(), amounts)
	}
	for i := range b.StandardCosts {
		check(b.StandardCosts[i].Annual.Keys(), amounts)
		check(b.StandardCosts[i].Monthly.Keys(), amounts)
	}
	eachLine(b.Lines, func(l *cost.Line) { l.EachSeries(amounts, all, before, check) })
	eachLine(b.Financing, func(l *cost.Line) { l.EachSeries(amounts, all, before, check) })
	eachLine(b.AfterTotal, func(l *cost.Line) { l.EachSeries(amounts, all, before, check) })
	for i := range b.Contributions {
		b.Contributions[i].eachSeries(amounts, all, check)
	}
}

// checkCeiling reports ceilings of the total for columns that the budget does not have.
func checkCeiling(r *schema.Reader, p *Plan) {
	all := p.Budget.ColumnIDs()
	for _, k := range p.Limits.Total.Keys() {
		if !slices.Contains(all, k.Value) {
			r.Add(diag.Finding{Rule: WrongColumn, Span: k.Span(), Message: fmt.Sprintf("the budget has no column `%s` to hold to this", k.Value), Hint: diag.DidYouMean(k.Value, all)})
		}
	}
}

// eachLine shows every line and group, outermost first.
func eachLine(lines []cost.Line, see func(*cost.Line)) {
	for i := range lines {
		see(&lines[i])
		eachLine(lines[i].Lines, see)
	}
}

package cost

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// AfterType reads a row that stands below the total and is no part of it: a reserve, a
// difference, a balance.
func AfterType() schema.Type[Line] {
	kinds := afterKinds()
	fields := lineFields(kinds, []schema.Field[Line]{
		schema.Key("average", schema.Flag, func(l *Line) *source.At[bool] { return &l.Average }, "for percent: true where it is taken of the annual average of the years"),
		schema.Key("difference", namesType(schema.Several), func(l *Line) *[]source.At[string] { return &of[Less](l).Of }, "two rows or more: the first less the others; total, financing, ids of lines, of sources of money and of rows after the total before this one"),
		schema.Key("balance", balanceType(), func(l *Line) *Balance { return &l.Balance }, "a balance: its opening, what comes in and what goes out; each column opens with what the one before closes with"),
		schema.Key("level", schema.Flag, func(l *Line) *source.At[bool] { return &l.Level }, "true for what stands at a time, such as a reserve, and is not spent over one: a sum of columns shows the last of them"),
	})
	return schema.With(schema.Group("a row after the total", "a row below the total that is no part of it: an amount, a percentage, a difference or a balance", fields, checkAfter),
		schema.Together(kindRules(kinds)...), schema.Together(afterRules(kinds)...), schema.Space(lineSpace), schema.Printed("label", "note", "footnote"))
}

// afterKinds are the kinds of cost that such a row may have.
func afterKinds() (list []Kind) {
	for _, k := range Kinds() {
		if k.Name == "percentage" {
			k.keys = percentKeys("total", "financing")
		}
		if k.Name == "fixed" || k.Name == "percentage" {
			list = append(list, k)
		}
	}
	return list
}

func namesType(traits ...schema.Trait) schema.Type[[]source.At[string]] {
	return schema.With(schema.ListUpTo(mostParts, schema.With(schema.Reference, schema.To(lineSpace), schema.Also("total", "financing"))), append(traits, schema.NotEmpty)...)
}

// afterRules say that a row has one rule.
func afterRules(kinds []Kind) []schema.Rule {
	costs := costKeys(kinds, func(Kind) bool { return true })
	return []schema.Rule{
		{Need: append(append([]string{"stated"}, costs...), "difference", "balance")},
		{If: []string{"difference"}, Bar: append(slices.Clone(costs), "balance", "average")},
		{If: []string{"balance"}, Bar: append(slices.Clone(costs), "average", "rounding", "in", "level")},
		{If: []string{"fixed"}, Bar: []string{"average"}},
		{If: []string{"share"}, Bar: []string{"average"}},
		{If: []string{"average"}, Need: []string{"percent"}},
	}
}

func checkAfter(r *schema.Reader, l *Line) {
	balance := l.Wrote("balance")
	switch {
	case balance && len(l.Costs) > 0, len(l.Costs) > 1:
		r.Add(diag.Finding{Rule: TwoKinds, Span: lineSpan(l), Message: "this row follows from two rules at once", Hint: "keep one of `fixed`, `percent`, `difference` and `balance`"})
	case balance && l.Wrote("rounding", "in", "level"):
		r.Add(diag.Finding{Rule: TwoKinds, Span: lineSpan(l), Message: "a balance is made of what is rounded already", Hint: "take `rounding`, `in` and `level` out"})
	case !balance && len(l.Costs) == 0 && !l.Wrote("stated", "fixed", "share", "percent", "of", "difference"):
		r.Add(diag.Finding{Rule: NoAmount, Span: lineSpan(l), Message: "this row has no amount", Hint: "give it one of `fixed`, `percent`, `difference` and `balance`, or \"stated: …\" with the amount to print"})
	}
	if l.Wrote("average") && !l.Wrote("percent") {
		r.Add(diag.Finding{Rule: MissingPart, Span: lineSpan(l), Message: "this average is not taken of anything", Hint: "add \"percent: 15%\" and \"of: [total]\""})
	}
	for _, c := range l.Costs {
		if check, ok := c.(interface{ complete(*schema.Reader, *Line) }); ok {
			check.complete(r, l)
		}
	}
	if balance {
		l.Balance.bothWays(r)
		l.Balance.named(r)
		l.Lines = l.Balance.lines(l)
		l.Subtotal = orLabel(l.Balance.Labels.Closing, "Closing balance")
	}
}

// Less is the first of several rows less the others.
type Less struct{ Of []source.At[string] }

func (d *Less) complete(r *schema.Reader, l *Line) {
	if len(d.Of) == 1 {
		r.Add(diag.Finding{Rule: MissingPart, Span: lineSpan(l), Message: "a difference needs two rows or more", Hint: "write first the one that the others are taken from, such as [financing, total]"})
	}
}

// Bases returns the rows.
func (d *Less) Bases() []source.At[string] { return d.Of }

// Parts returns how many there are.
func (d *Less) Parts() int { return len(d.Of) }

// Compute takes the others from the first.
func (d *Less) Compute(c *Context) (Step, bool) {
	step := Step{Op: Difference}
	for i, id := range d.Of {
		part, ok := c.Base(id.Value, "")
		if !ok {
			return Step{}, false
		}
		if step.Of = append(step.Of, part); i == 0 {
			step.Value = part.Value
		} else {
			step.Value = step.Value.Sub(part.Value)
		}
	}
	return step, len(d.Of) > 1
}

// Lacking says that a row is not known.
func (d *Less) Lacking() string { return "one of its rows has no amount" }

// Figures returns nothing: all of it stands in other rows.
func (d *Less) Figures(string) []Quotable { return nil }

func (d *Less) columns() [][]source.At[string] { return nil }

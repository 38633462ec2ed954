package budget

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// Apportioned is what an outcome costs: the parts of the lines that share their
// cost out to it.
type Apportioned struct {
	Outcome string            // the outcome's id; "" for what is not shared out
	Label   source.At[string] // the outcome's text; not set for what is not shared out
	Amounts []money.Decimal   // by column
}

// ByOutcome shares the budget out over the plan's outcomes, as its lines' shares
// say. The sum over all entries is the printed total of each column to the last
// unit: what a line's shares leave over goes, unit by unit, to the largest
// remainders. A last entry holds what is not shared out, where there is any; the
// result is nil where no line is shared out. Of a plan that books money on activities
// they are the figures of its other tables, and what a line is for counts for its outcome.
func (b *Budget) ByOutcome(p *plan.Plan) []Apportioned {
	if !slices.ContainsFunc(b.Lines, func(l Line) bool { return len(l.Shares) > 0 }) {
		return nil
	}
	if b.Books(cost.For) {
		return b.bookedByOutcome(p)
	}
	index := outcomes(p)
	entries := make([]Apportioned, len(p.Outcomes)+1)
	for i := range entries {
		entries[i].Amounts = make([]money.Decimal, len(b.Columns))
		if i < len(p.Outcomes) {
			entries[i].Outcome, entries[i].Label = p.Outcomes[i].ID.Value, p.Outcomes[i].Text
		}
	}
	covered := 0 // lines before it belong to a group that has shares itself
	for i := range b.Lines {
		l := &b.Lines[i]
		if len(l.Shares) > 0 && i >= covered {
			covered = l.End
			b.share(l, index, entries)
		}
	}
	b.leftOver(entries)
	return withoutEmptyRest(entries)
}

func withoutEmptyRest(entries []Apportioned) []Apportioned {
	last := len(entries) - 1
	if !slices.ContainsFunc(entries[last].Amounts, func(d money.Decimal) bool { return !d.IsZero() }) {
		return entries[:last]
	}
	return entries
}

// bookedByOutcome adds up what is booked on each outcome and all that belongs to it.
func (b *Budget) bookedByOutcome(p *plan.Plan) []Apportioned {
	entries := make([]Apportioned, len(p.Outcomes)+1)
	rows := b.OnAxis(cost.For)
	rest := make([]money.Decimal, len(b.Columns))
	for c := range b.Columns {
		rest[c] = b.Total[c].Printed
	}
	for i := range p.Outcomes {
		o := &p.Outcomes[i]
		entries[i] = Apportioned{Outcome: o.ID.Value, Label: o.Text, Amounts: make([]money.Decimal, len(b.Columns))}
		at := b.axes.index[cost.For]["outcomes/"+o.ID.Value]
		for c := range b.Columns {
			entries[i].Amounts[c] = rows[at][c].Printed
			rest[c] = rest[c].Sub(rows[at][c].Printed)
		}
	}
	last := &entries[len(p.Outcomes)]
	for c := range b.Columns {
		if b.Columns[c].Kind.IsPercent() {
			rest[c] = b.change(rest, c)
		}
	}
	last.Amounts = rest
	return withoutEmptyRest(entries)
}

// share adds a line's amounts to the outcomes that it names, or to the last entry.
func (b *Budget) share(l *Line, index map[string]int, entries []Apportioned) {
	rates := make([]money.Decimal, len(entries))
	given := money.Zero
	for _, s := range l.Shares {
		if at, ok := index[s.Key.Value]; ok {
			rates[at] = rates[at].Add(s.Value.Value)
			given = given.Add(s.Value.Value)
		}
	}
	// What no share names stays unshared; shares of more than 100 per cent are found by a
	// rule, and scaled here so that the table still adds up.
	full := money.Hundred
	if given.GreaterThan(full) {
		full = given
	}
	rates[len(rates)-1] = full.Sub(given)
	for c := range b.Columns {
		if b.Columns[c].Kind != AmountColumn {
			continue
		}
		for i, part := range b.sharesOf(&l.Figures[c], rates, full) {
			entries[i].Amounts[c] = entries[i].Amounts[c].Add(part)
		}
	}
}

// sharesOf shares a figure out: in units, so that the parts add up to it, or exactly where
// rounding is done once.
func (b *Budget) sharesOf(f *Figure, rates []money.Decimal, full money.Decimal) []money.Decimal {
	if !b.Once {
		return money.Apportion(f.Printed, rates, b.Rounding.To)
	}
	parts := make([]money.Decimal, len(rates))
	for i, rate := range rates {
		parts[i] = money.Div(b.exact(f).Mul(rate), full)
	}
	return parts
}

// exact returns the amount that sums are made of.
func (b *Budget) exact(f *Figure) money.Decimal {
	if f.IsSum() || b.CarriesExact(f) {
		return f.Exact.Value
	}
	return f.Printed
}

// roundOnce rounds exact parts so that they come to the printed total. What the lines
// without shares come to is known from the total.
func (b *Budget) roundOnce(entries []Apportioned, column int) {
	amounts := make([]money.Decimal, len(entries))
	last := len(entries) - 1
	unshared := b.Total[column].Exact.Value
	for i := range entries {
		amounts[i] = entries[i].Amounts[column]
		if i < last {
			unshared = unshared.Sub(amounts[i])
		}
	}
	amounts[last] = unshared
	for i, part := range money.AddUp(b.Total[column].Printed, amounts, b.Rounding.To) {
		entries[i].Amounts[column] = part
	}
}

// leftOver books what the printed total has beyond what was shared out, lines without
// shares and rounding, as not shared out, and fills the columns of changes.
func (b *Budget) leftOver(entries []Apportioned) {
	last := &entries[len(entries)-1]
	for c := range b.Columns {
		if b.Columns[c].Kind == SumColumn {
			for i := range entries {
				entries[i].Amounts[c] = b.change(entries[i].Amounts, c)
			}
		}
		switch b.Columns[c].Kind {
		case AmountColumn, SumColumn:
			if b.Once && b.Columns[c].Kind == AmountColumn {
				b.roundOnce(entries, c)
				continue
			}
			sum := money.Zero
			for i := range entries {
				sum = sum.Add(entries[i].Amounts[c])
			}
			last.Amounts[c] = last.Amounts[c].Add(b.Total[c].Printed.Sub(sum))
		default:
			for i := range entries {
				entries[i].Amounts[c] = b.change(entries[i].Amounts, c)
			}
		}
	}
}

// change works an entry's amount out in a column that follows from others.
func (b *Budget) change(amounts []money.Decimal, column int) money.Decimal {
	var of []cost.Step
	for _, at := range b.Columns[column].Of {
		of = append(of, cost.Step{Value: amounts[at]})
	}
	step, _ := derived(b.Columns[column].Kind, of)
	if !b.Columns[column].Kind.IsPercent() {
		return step.Value
	}
	return b.Columns[column].Rounding.Round(step.Value)
}

// outcomes says for each path that a share may name which outcome it belongs to.
func outcomes(p *plan.Plan) map[string]int {
	index := map[string]int{}
	for i, o := range p.Outcomes {
		index[o.ID.Value] = i
		index["outcomes/"+o.ID.Value] = i
		for _, out := range o.Outputs {
			index["outputs/"+out.ID.Value] = i
			for _, a := range out.Activities {
				index["activities/"+a.ID.Value] = i
			}
		}
	}
	return index
}

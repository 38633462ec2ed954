package budget_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// recomputer works every figure of a budget out again from what its derivation shows, with
// fractions and a rounding of its own.
type recomputer struct {
	own money.Rounding // of the line that is worked out
	t   interface{ Fatalf(string, ...any) }
	b   *budget.Budget
	// text is the plan, for messages; recompute is the option.
	text      string
	recompute bool
}

func ratio(text string) *big.Rat {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		panic("no number: " + text)
	}
	return r
}

// near reports whether two numbers are the same, but for a division that was cut off after
// two dozen decimals.
func near(a, b *big.Rat) bool {
	d := new(big.Rat).Sub(a, b)
	return d.Abs(d).Cmp(ratio("1/100000000000000000000")) < 0
}

// round is the nearest multiple of the unit.
func (r *recomputer) round(x *big.Rat, unit string, mode string) *big.Rat {
	units := new(big.Rat).Quo(new(big.Rat).Abs(x), ratio(unit))
	twice := new(big.Rat).Add(units, units)
	whole := new(big.Int).Quo(units.Num(), units.Denom())
	rest := new(big.Rat).Sub(twice, new(big.Rat).SetInt(new(big.Int).Mul(whole, big.NewInt(2))))
	c := rest.Cmp(big.NewRat(1, 1))
	away := c > 0 || c == 0 && (mode == "half-up" || whole.Bit(0) == 1)
	switch mode {
	case "up":
		away = rest.Sign() > 0
	case "down":
		away = false
	}
	if away {
		whole.Add(whole, big.NewInt(1))
	}
	out := new(big.Rat).Mul(new(big.Rat).SetInt(whole), ratio(unit))
	if x.Sign() < 0 {
		out.Neg(out)
	}
	return out
}

func (r *recomputer) fail(what string, got, want *big.Rat) {
	r.t.Fatalf("%s is %s, but its derivation gives %s\n%s", what, got.FloatString(8), want.FloatString(8), r.text)
}

// step works a step out from those below it, down to what stands in the plan.
func (r *recomputer) step(s cost.Step, column int) *big.Rat {
	value := ratio(s.Value.String())
	if s.Mark != cost.Number {
		if value.Sign() != 0 {
			r.t.Fatalf("nothing is worth %s\n%s", s.Value, r.text)
		}
		return value
	}
	own := r.own
	var of []*big.Rat
	for _, part := range s.Of {
		r.own = r.roundingOf(part, own)
		at := column
		if part.Column != "" {
			at, _ = r.b.Column(part.Column)
		}
		x := r.step(part, at)
		if part.Line != "" || part.Column != "" {
			r.elsewhere(part, at)
		}
		of = append(of, x)
	}
	r.own = r.roundingOf(s, own)
	want := r.operation(s, of)
	if !near(value, want) {
		r.fail("a step by "+s.Op.String(), value, want)
	}
	return value
}

// roundingOf returns the rounding of the line whose figure a step is.
func (r *recomputer) roundingOf(s cost.Step, otherwise money.Rounding) money.Rounding {
	for _, lines := range [][]budget.Line{r.b.Lines, r.b.Financing} {
		for i := range lines {
			if lines[i].ID.Value == s.Line {
				return lines[i].Rounding
			}
		}
	}
	return otherwise
}

func (r *recomputer) operation(s cost.Step, of []*big.Rat) *big.Rat {
	hundred := big.NewRat(100, 1)
	switch out := new(big.Rat); s.Op {
	case cost.Given, cost.Stated:
		if text := strings.TrimSuffix(s.Node.Text(), "%"); s.Node.Kind() == source.Scalar {
			return ratio(strings.TrimSpace(text))
		}
		return ratio(s.Value.String()) // a post that others pay, or twelve months that nobody wrote
	case cost.Sum:
		for _, x := range of {
			out.Add(out, x)
		}
		return out
	case cost.Product:
		out.SetInt64(1)
		for i, x := range of {
			out.Mul(out, x)
			switch s.Of[i].Unit {
			case cost.PerCent:
				out.Quo(out, hundred)
			case cost.Twelfths:
				out.Quo(out, big.NewRat(12, 1))
			}
		}
		return out
	case cost.Portion:
		return out.Quo(out.Mul(of[0], of[1]), hundred)
	case cost.Growth:
		return out.Quo(out.Mul(of[0], new(big.Rat).Add(hundred, of[1])), hundred)
	case cost.Change:
		return out.Sub(of[1], of[0])
	case cost.Rate:
		if of[0].Sign() == 0 {
			return out
		}
		return out.Quo(out.Mul(out.Sub(of[1], of[0]), hundred), new(big.Rat).Abs(of[0]))
	case cost.Difference:
		out.Add(out, of[0])
		for _, x := range of[1:] {
			out.Sub(out, x)
		}
		return out
	case cost.Ratio:
		return out.Quo(out.Mul(of[1], hundred), of[0])
	case cost.Rounded:
		return r.round(of[0], r.own.To.String(), string(r.own.Mode))
	case cost.Apportioned: // with the other parts: see whole
		return ratio(s.Value.String())
	}
	r.t.Fatalf("a step without an operation\n%s", r.text)
	return nil
}

// elsewhere holds the figure of another line or column to that line and column.
func (r *recomputer) elsewhere(s cost.Step, column int) {
	row := r.row(s.Line)
	if row == nil {
		return // the total's own row, in another column
	}
	f := &row[column]
	printed, exact := ratio(f.Printed.String()), ratio(f.Exact.Value.String())
	var want []*big.Rat
	switch line, isLine := r.b.Line(s.Line); {
	case isLine && line.IsGroup() && s.Column == "": // a stated subtotal enters no sum
		want = append(want, exact)
	case s.Ruled:
		want = append(want, exact, ratio(f.Computed.String()))
	case (r.b.Once || isLine && line.GrowsExact && s.Column != "") && f.Computed != nil && (!f.Stated.IsSet() || r.recompute || !f.Differs()) && s.Op != cost.Stated:
		want = append(want, exact, printed)
	default:
		want = append(want, printed)
	}
	if value := ratio(s.Value.String()); !slices.ContainsFunc(want, func(w *big.Rat) bool { return w.Cmp(value) == 0 }) {
		r.fail(s.Line+" "+s.Column+" where it enters another figure", value, want[0])
	}
}

func (r *recomputer) row(id string) []budget.Figure {
	if id == "total" {
		return r.b.Total
	}
	if l, ok := r.b.Line(id); ok {
		return l.Figures
	}
	for i := range r.b.Financing {
		if r.b.Financing[i].ID.Value == id {
			return r.b.Financing[i].Figures
		}
	}
	return nil
}

// figure holds what is printed and computed to the derivation.
func (r *recomputer) figure(id string, f *budget.Figure, column int) {
	printed := ratio(f.Printed.String())
	if f.Stated.IsSet() && (f.Computed == nil || !r.recompute) {
		if want := ratio(f.Stated.Value.Value.String()); printed.Cmp(want) != 0 {
			r.fail(id+" as stated", printed, want)
		}
	} else if f.Computed != nil && printed.Cmp(ratio(f.Computed.String())) != 0 {
		r.fail(id+" as printed", printed, ratio(f.Computed.String()))
	}
	if f.Computed == nil {
		return
	}
	r.own = r.b.Rounding
	if f.Rounding != nil {
		r.own = *f.Rounding
	}
	exact, computed := r.step(f.Exact, column), ratio(f.Computed.String())
	kind := r.b.Columns[column].Kind
	want := exact
	switch {
	case f.Whole != nil:
		r.whole(id, f, column)
		return
	case kind.IsPercent():
		want = r.round(exact, r.b.Columns[column].Rounding.To.String(), string(r.b.Rounding.Mode))
	case kind == budget.AmountColumn && (r.b.Once || f.Exact.Op != cost.Sum || f.Exact.Of[0].Line == ""):
		own := r.b.RoundingOf(f, column)
		want = r.round(exact, own.To.String(), string(own.Mode))
	}
	if computed.Cmp(want) != 0 {
		r.fail(id+" as computed", computed, want)
	}
}

// whole holds the parts of a whole to it: each is its percentage rounded up or down, but for
// a fraction of a unit in the whole itself, and together they come to it.
func (r *recomputer) whole(id string, f *budget.Figure, column int) {
	unit, sum := ratio(r.b.Rounding.To.String()), new(big.Rat)
	for _, part := range f.Whole.Parts {
		p := &r.row(part)[column]
		amount := ratio(p.Computed.String())
		off := new(big.Rat).Sub(amount, ratio(p.Exact.Value.String()))
		if off.Abs(off).Cmp(new(big.Rat).Add(unit, unit)) >= 0 {
			r.fail(part+", a part of a whole", amount, ratio(p.Exact.Value.String()))
		}
		sum.Add(sum, amount)
	}
	if want := ratio(f.Whole.Amount.String()); sum.Cmp(want) != 0 {
		r.fail("the whole that "+id+" is a part of", sum, want)
	}
}

// budget recomputes all figures, and adds all lines up.
func (r *recomputer) budget() {
	for column := range r.b.Columns {
		for _, lines := range [][]budget.Line{r.b.Lines, r.b.Financing} {
			for i := range lines {
				r.figure(lines[i].ID.Value, &lines[i].Figures[column], column)
			}
		}
		r.figure("the total", &r.b.Total[column], column)
		r.figure("the financing", &r.b.Funds[column], column)
		if r.b.Columns[column].Kind == budget.AmountColumn {
			r.sums(r.b.Lines, r.b.Total, column)
			r.sums(r.b.Financing, r.b.Funds, column)
		}
	}
}

// sums adds up what lines print, or their exact amounts, past all groups.
func (r *recomputer) sums(lines []budget.Line, total []budget.Figure, column int) {
	sum := new(big.Rat)
	for i := range lines {
		f := &lines[i].Figures[column]
		switch {
		case lines[i].IsGroup():
		case r.b.Once && f.Rounding == nil && f.Computed != nil && (!f.Differs() || r.recompute):
			sum.Add(sum, ratio(f.Exact.Value.String()))
		default:
			sum.Add(sum, ratio(f.Printed.String()))
		}
	}
	if r.b.Once {
		sum = r.round(sum, r.b.Rounding.To.String(), string(r.b.Rounding.Mode))
	}
	if f := &total[column]; f.Computed != nil && sum.Cmp(ratio(f.Computed.String())) != 0 {
		r.fail("the sum of all lines", ratio(f.Computed.String()), sum)
	}
}

// TestDerivationsGiveTheirFigures recomputes random budgets of all kinds of cost.
func TestDerivationsGiveTheirFigures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := (&mixed{t: t}).plan()
		p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(text)))
		if !ok {
			t.Fatalf("%v\n%s", findings, text)
		}
		recompute := rapid.Bool().Draw(t, "recompute")
		b, findings := budget.Compute(p, budget.Options{Recompute: recompute})
		if len(findings) > 0 {
			t.Fatalf("%v\n%s", findings, text)
		}
		(&recomputer{t: t, b: b, text: text, recompute: recompute}).budget()
	})
}

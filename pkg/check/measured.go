package check

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// What the rules share that hold values of indicators against each other.

// held is what comes of holding two values of an indicator against each other.
type held int

const (
	agrees held = iota
	differs
	unclearWhether // a number and words, or values of different units
)

// holdAgainst compares two values of one indicator in two plans, each as its plan measures it.
func holdAgainst(a *plan.Indicator, x *plan.Measured, b *plan.Indicator, y *plan.Measured) held {
	m, mIsPercent, mIsNumber := x.Counted()
	n, nIsPercent, nIsNumber := y.Counted()
	switch {
	case mIsNumber && nIsNumber:
		if mIsPercent = mIsPercent || isPercent(a); mIsPercent != (nIsPercent || isPercent(b)) || !mIsPercent && !isSameUnit(a, b) {
			return unclearWhether
		}
		if m.Equal(n) {
			return agrees
		}
		return differs
	case mIsNumber != nIsNumber:
		return unclearWhether
	case wording(x.Words) == wording(y.Words):
		return agrees
	}
	return differs
}

// isPercent reports an indicator that is counted in per cent.
func isPercent(in *plan.Indicator) bool {
	unit := wording(in.Unit.Value)
	return strings.Contains(unit, "%") || strings.Contains(unit, "per cent") || strings.Contains(unit, "percent")
}

// isSameUnit reports whether the values of two indicators are of one unit, as far as both say it.
func isSameUnit(a, b *plan.Indicator) bool {
	return !a.Unit.IsSet() || !b.Unit.IsSet() || wording(a.Unit.Value) == wording(b.Unit.Value)
}

// eachTargetOfFrame shows the targets of which the plan and its frame have one for the same year.
func (c *Context) eachTargetOfFrame(see func(year int, in, other *plan.Indicator, now, target source.At[plan.Measured])) {
	if c.under() == nil {
		return
	}
	above := indicatorsOf(c.Budget.Frame.Plan)
	c.eachYear(func(year int, own, its []string) {
		c.Plan.EachIndicator(func(in *plan.Indicator) {
			other := above[in.ID.Value]
			if other == nil {
				return
			}
			now, isThere := plan.ValueOf(in.Targets, own)
			target, isAbove := plan.ValueOf(other.Targets, its)
			if isThere && isAbove {
				see(year, in, other, now, target)
			}
		})
	})
}

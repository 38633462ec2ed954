package cli

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/money"
)

// limits returns --max-increase and --max-line-increase.
func (d *differ) limits() (l diff.Limits, err error) {
	if l.Total, err = limit("--max-increase", d.increase); err != nil {
		return l, err
	}
	l.Line, err = limit("--max-line-increase", d.line)
	return l, err
}

func limit(flag, text string) (*money.Decimal, error) {
	if text == "" {
		return nil, nil
	}
	digits, signed := strings.CutSuffix(text, "%")
	d, bad := money.Parse(digits)
	if bad != nil || !signed || d.IsNegative() {
		return nil, troublef("%s is a percentage, such as 5%%; %q is none", flag, text)
	}
	return &d, nil
}

// exceeded says what rose by more than a limit; the run ends with an exit code of its own
// then.
func (d *differ) exceeded(c *compile.Comparison, limits diff.Limits) error {
	if !limits.IsSet() {
		return nil
	}
	list, ok := c.Exceeded(limits)
	if !ok {
		return troublef("the plans are in different currencies, so that nothing can be said of the limits")
	}
	for _, x := range list {
		name := "the total"
		if x.ID != "" {
			name = fmt.Sprintf("%q", x.Label)
		}
		d.app.say("%s rises %s, from %s to %s; the limit is %s%%", name, rise(x), money.Number(x.From, 0, ",", "."), money.Number(x.To, 0, ",", "."), x.Limit)
		d.app.code = ExitLimit
	}
	return nil
}

// rise says by how much an amount rose; rounded it never looks like the limit.
func rise(x diff.Excess) string {
	if x.From.IsZero() {
		return "from nothing"
	}
	by := money.Percent(x.To.Sub(x.From), x.From.Abs())
	if by.LessThanOrEqual(x.Limit) {
		return "by more than " + x.Limit.String() + "%"
	}
	return "by " + by.String() + "%"
}

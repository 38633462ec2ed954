package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// leastBase is the smallest base, in units of rounding, for which a rate in whole or half
// per cent is hardly chance: then one amount in fifty has such a rate.
const leastBase = 10_000

// A percentage is taken at another rate. It is said of rates in whole or half per cent;
// one with more decimals fits any amount.
var _ = explains(explanation{name: "other-rate", bare: true, figure: func(g *gap) []cause {
	if g.Exact.Op != cost.Portion {
		return nil
	}
	rate, base := g.Exact.Of[0].Value, g.Exact.Of[1].Value
	implied := money.Percent(g.stated, base)
	text := implied.StringFixed(2)
	round := strings.HasSuffix(text, ".00") || strings.HasSuffix(text, ".50")
	if !round || implied.IsZero() || implied.Equal(rate) || !g.isPortionAt(implied, base) || base.LessThan(g.Budget.Rounding.To.Mul(money.New(leastBase))) {
		return nil
	}
	return []cause{{strength: fitting + 4, kind: ofMaking, text: fmt.Sprintf("the rate is %s%%, not %s%%", implied, rate)}}
}})

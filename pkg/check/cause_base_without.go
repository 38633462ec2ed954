package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
)

// A percentage is taken of a base that lacks one line.
var _ = explains(explanation{name: "base-without", bare: true, figure: func(g *gap) []cause {
	if g.Exact.Op != cost.Portion {
		return nil
	}
	base := g.Exact.Of[1]
	parts := baseParts(base)
	if len(parts) == 1 && parts[0].Op == cost.Sum {
		parts = parts[0].Of
	}
	if len(parts) < 2 || len(parts) > mostAddends {
		return nil
	}
	var without []string
	for i, p := range parts {
		if !p.Value.IsZero() && g.isPortion(base.Value.Sub(p.Value)) {
			without = append(without, fmt.Sprintf("without %s (%s)", g.stepLabel(&parts[i]), g.money(p.Value)))
		}
	}
	return oneOf(without, "the base was taken ")
}})

// oneOf words a cause about a percentage's base: the only one that fits, or one of two.
func oneOf(bases []string, says string) []cause {
	if len(bases) == 0 || len(bases) > 2 {
		return nil
	}
	return []cause{{strength: fitting + 5, kind: ofMaking, text: says + strings.Join(bases, " or ")}}
}

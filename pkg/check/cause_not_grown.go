package check

import "github.com/isuplan/isuplan/pkg/cost"

// A figure that should grow is copied from the column before.
var _ = explains(explanation{name: "not-grown", small: true, figure: func(g *gap) []cause {
	if g.Exact.Op != cost.Growth || !g.Exact.Of[0].Value.Equal(g.stated) {
		return nil
	}
	return []cause{{strength: fitting, kind: ofMaking, text: "it is the figure of the column before, without the growth"}}
}})

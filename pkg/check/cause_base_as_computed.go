package check

import "github.com/isuplan/isuplan/pkg/cost"

// A percentage is taken of a line as its rule gives it, not as it is stated.
var _ = explains(explanation{name: "base-as-computed", figure: func(g *gap) []cause {
	if g.Exact.Op != cost.Portion {
		return nil
	}
	return g.otherBase(false, "as its rule gives it")
}})

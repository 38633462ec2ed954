package cost

import (
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Sources returns the kinds of money that finance a budget.
func Sources() []string {
	return []string{"assessed", "voluntary", "host", "carry-over", "draw-down", "reserve", "other"}
}

// FinancingType reads a source of money: a line with an amount, and the kind of
// money that it is.
func FinancingType() schema.Type[Line] {
	kinds := financingKinds()
	return schema.With(lineType("a source of money", "where a part of the budget's money comes from", kinds,
		schema.Key("source", schema.Choice("a kind of money", Sources()...), func(l *Line) *source.At[string] { return &l.Source },
			"the kind of money: assessed, voluntary, host, carry-over, draw-down, reserve or other"), restKey()),
		schema.Together(schema.Rule{Need: append(amountKeys(kinds), "rest")}, schema.Rule{If: []string{"rest"}, Bar: append(costKeys(kinds, func(Kind) bool { return true }), "in")}))
}

// financingKinds are the kinds of cost that a source of money may be of: parts tell apart what
// costs are booked on, which money that comes in is not.
func financingKinds() (list []Kind) {
	for _, k := range Kinds() {
		if k.Name == "percentage" {
			k.keys = percentKeys("total")
		}
		if k.Name != "parts" {
			list = append(list, k)
		}
	}
	return list
}

package refs

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

// contribution returns what a name behind "contributions." stands for: ID, ID.COLUMN,
// ID.parties, ID.PARTY and what is behind that.
func (n *Names) contribution(name string) (Value, bool) {
	id, part, _ := strings.Cut(name, ".")
	c, ok := n.budget.Contribution(id)
	if !ok {
		return Value{}, false
	}
	own := "contributions." + id
	if part == "" {
		return n.main(own, c.Total), !strings.HasSuffix(name, ".")
	}
	if part == "parties" {
		return number(money.New(int64(len(c.Parties)))), true
	}
	if column, ok := n.budget.Column(part); ok {
		return n.amount(c.Total, column), true
	}
	key, part, _ := strings.Cut(part, ".")
	p, ok := c.Share(key)
	if !ok {
		return Value{}, false
	}
	return n.share(own+"."+key, c, p, part)
}

// share returns what a name of a Party stands for.
func (n *Names) share(own string, c *budget.Contribution, p *budget.Share, part string) (Value, bool) {
	column, known := n.budget.Column(part)
	switch first := n.budget.MainAmount(); {
	case part == "":
		return n.main(own, p.Figures), true
	case known:
		return n.amount(p.Figures, column), true
	case part == "scale" || part == "weight":
		return n.rate(p.Party, part)
	case part == "adjusted" && len(c.Adjustments(n.budget)) == 1:
		return Value{Kind: Percent, Figure: budget.Percentage(p.Adjusted[first], c.AdjustedPlaces(n.budget))}, true
	}
	return Value{}, false
}

// rate returns a Party's rate or weight; it has none where it differs from column to column.
func (n *Names) rate(p *plan.Party, part string) (Value, bool) {
	series := p.Scale
	if part == "weight" {
		series = p.Weight
	}
	if series.All.IsSet() {
		return number(series.All.Value), true
	}
	return Value{}, false
}

// contributions returns the names of contributions and their Parties.
func (n *Names) contributions() (all []string) {
	for _, c := range n.budget.Contributions {
		own := "contributions." + c.ID.Value
		all = append(all, own, own+".parties")
		for i := range c.Parties {
			all = append(all, own+"."+c.Parties[i].ID.Value)
		}
	}
	return all
}

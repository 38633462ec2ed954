package sheet

import (
	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

type jsonContribution struct {
	ID      string       `json:"id"`
	Label   string       `json:"label"`
	Of      string       `json:"of,omitempty"`
	At      string       `json:"at,omitempty"`
	Parties []jsonParty  `json:"parties"`
	Total   []jsonFigure `json:"total"`
}

type jsonParty struct {
	ID      string      `json:"id"`
	Party   string      `json:"party"`
	At      string      `json:"at,omitempty"`
	Amounts []jsonShare `json:"amounts"`
	// Outstanding is left out where nothing is said to be paid.
	Arrears     *string `json:"arrears,omitempty"`
	Outstanding *string `json:"outstanding,omitempty"`
}

// jsonShare is what a Party pays in a column.
type jsonShare struct {
	Column   string  `json:"column"`
	Printed  *string `json:"printed"`
	Mark     string  `json:"mark"`
	Computed *string `json:"computed"`
	Stated   *string `json:"stated"`
	Scale    *string `json:"scale,omitempty"`
	Adjusted *string `json:"adjusted,omitempty"`
	Paid     *string `json:"paid,omitempty"`
}

func (s Sheet) jsonContributions() (list []jsonContribution) {
	for _, c := range s.Budget.Contributions {
		out := jsonContribution{ID: c.ID.Value, Label: s.worded(c.Label), Of: c.Of.Value, At: at(c.Node), Parties: []jsonParty{}, Total: s.jsonFigures(c.Total)}
		payments := c.Payments(s.Budget)
		for i := range c.Parties {
			p := &c.Parties[i]
			party := jsonParty{ID: p.ID.Value, Party: p.Label.Value, At: at(p.Label.Node)}
			for column := range s.Budget.Columns {
				party.Amounts = append(party.Amounts, s.jsonShare(p, column))
			}
			if p.Party.Arrears.IsSet() {
				party.Arrears = decimal(p.Party.Arrears.Value)
			}
			if payments.Outstanding != nil {
				party.Outstanding = decimal(payments.Outstanding[i])
			}
			out.Parties = append(out.Parties, party)
		}
		list = append(list, out)
	}
	return list
}

func (s Sheet) jsonShare(p *budget.Share, column int) jsonShare {
	f, id := &p.Figures[column], s.Budget.Columns[column].ID
	out := jsonShare{Column: id, Mark: markNames[f.Mark]}
	if f.Mark == cost.Number {
		out.Printed = decimal(f.Printed)
	}
	if f.Computed != nil {
		out.Computed = decimal(*f.Computed)
	}
	if f.Stated.IsSet() && f.Stated.Value.Mark == cost.Number {
		out.Stated = decimal(f.Stated.Value.Value)
	}
	if s.Budget.Columns[column].Kind != budget.AmountColumn {
		return out
	}
	if rate, ok := p.Party.Scale.In(id); ok {
		out.Scale = decimal(rate.Value)
	}
	if f.Computed != nil {
		const places = 6
		out.Adjusted = decimal(money.Rounding{To: money.New(1).Shift(-places), Mode: money.HalfUp}.Round(p.Adjusted[column]))
	}
	if paid, ok := p.Party.Paid.In(id); ok {
		out.Paid = decimal(paid.Value)
	}
	return out
}

package diff

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// ContributionChange is how an amount that is shared out over Parties changed, over what the
// budgets are counted over.
type ContributionChange struct {
	ID, Label string
	Old, New  bool          // whether the plan has the contributions
	From, To  money.Decimal // what all Parties pay
	// Parties are those of the new plan, in its order, and behind them those that it has no more.
	Parties []PartyChange
	Owed    Amounts // what all of them owe
}

// Change returns what all Parties pay now less what they paid.
func (c *ContributionChange) Change() money.Decimal { return c.To.Sub(c.From) }

// PartyChange is what a Party pays in both plans. Its inputs are what the plan says of how much it
// pays, such as its rate on the scale.
type PartyChange struct {
	LineChange
	// Made are what the plan says of its payments: what it paid, and owes of years before.
	Made []Input
	// Paid is what it paid, and Owed what it owes in all; nil where a plan says nothing of it.
	Paid, Owed Amounts
}

// Amounts are an amount in both plans; nil where the plan says nothing of it.
type Amounts struct{ Old, New *money.Decimal }

// Change returns the new amount less the old one; nothing where a plan does not say one.
func (a Amounts) Change() money.Decimal {
	if a.Old == nil || a.New == nil {
		return money.Zero
	}
	return a.New.Sub(*a.Old)
}

// IsShown reports whether the plans say other amounts, or only one of them says one.
func (a Amounts) IsShown() bool {
	return (a.Old == nil) != (a.New == nil) || !a.Change().IsZero()
}

// IsBoth reports whether both plans say an amount.
func (a Amounts) IsBoth() bool { return a.Old != nil && a.New != nil }

// IsShown reports whether the comparison has a row for the Party: it pays, paid or owes another
// amount.
func (p *PartyChange) IsShown() bool {
	return p.LineChange.IsShown() || p.Paid.IsShown() || p.Owed.IsShown()
}

// contributions compares what Parties contribute; what did not change is left out.
func (t *tables) contributions() (list []ContributionChange) {
	partner := partners(*t.now, t.pairing, "budget/contributions")
	seen := map[*budget.Contribution]bool{}
	add := func(old, now *budget.Contribution) {
		c := t.contribution(old, now)
		if !c.Change().IsZero() || slices.ContainsFunc(c.Parties, func(p PartyChange) bool { return p.IsShown() }) {
			list = append(list, c)
		}
	}
	for _, now := range t.now.Budget.Contributions {
		old, _ := t.old.Budget.Contribution(partner[now.ID.Value])
		seen[old] = true
		add(old, now)
	}
	for _, old := range t.old.Budget.Contributions {
		if !seen[old] {
			add(old, nil)
		}
	}
	return list
}

// contribution compares contributions that both plans have, or one of them.
func (t *tables) contribution(old, now *budget.Contribution) ContributionChange {
	var c ContributionChange
	before, after := payers(t.old, old), payers(t.now, now)
	if old != nil {
		c.ID, c.Label, c.Old, c.From = old.ID.Value, t.old.label(old.Label), true, t.old.Budget.Amount(old.Total).Printed
		c.Owed.Old = before.all
	}
	if now != nil {
		c.ID, c.Label, c.New, c.To = now.ID.Value, t.now.label(now.Label), true, t.now.Budget.Amount(now.Total).Printed
		c.Owed.New = after.all
	}
	names := t.renamed()
	seen := map[string]bool{}
	for i := range after.list {
		p := &after.list[i]
		was, known := before.byKey[p.share.Party.Key()]
		if !known {
			was, known = before.byKey[plan.PartyKey(names[p.share.Party.Name.Node])]
		}
		if !known || seen[was.share.ID.Value] {
			c.Parties = append(c.Parties, t.party(nil, p))
			continue
		}
		seen[was.share.ID.Value] = true
		c.Parties = append(c.Parties, t.party(was, p))
	}
	for i := range before.list {
		if p := &before.list[i]; !seen[p.share.ID.Value] {
			c.Parties = append(c.Parties, t.party(p, nil))
		}
	}
	return c
}

// partyKind is the kind of elements that contributing Parties are.
const partyKind = "budget/contributions/parties"

// renamed are the names that Parties had in the old plan, by where the new one writes them.
func (t *tables) renamed() map[source.Node]string {
	names := map[source.Node]string{}
	for now, old := range t.toOld {
		if now.Kind == partyKind && now.Name != old.Name {
			names[nameNode(now)] = old.Name
		}
	}
	return names
}

// nameNode is where the name of a Party was written.
func nameNode(e *Element) source.Node {
	f, _ := e.field("party")
	return f.Node
}

// payer is a Party of a plan, what it pays, and what it paid and owes.
type payer struct {
	share      *budget.Share
	paid, owed *money.Decimal
}

// paying are the Parties of contributions.
type paying struct {
	list  []payer
	byKey map[string]*payer
	all   *money.Decimal // what they owe together
}

// payers returns those of contributions; none where a plan has no such contributions.
func payers(s *Side, c *budget.Contribution) paying {
	all := paying{byKey: map[string]*payer{}}
	if c == nil {
		return all
	}
	made := c.Payments(s.Budget)
	all.list = make([]payer, len(c.Parties))
	for i := range c.Parties {
		p := &all.list[i]
		p.share = &c.Parties[i]
		if made.Outstanding != nil {
			p.owed, p.paid = &made.Outstanding[i], new(money.Zero)
			for _, column := range made.Columns {
				p.paid = new(p.paid.Add(made.Paid[column][i]))
			}
		}
		if key := p.share.Party.Key(); all.byKey[key] == nil {
			all.byKey[key] = p
		}
	}
	if made.Outstanding != nil {
		all.all = new(money.Sum(made.Outstanding...))
	}
	return all
}

// party compares what a Party pays in both plans, or in one.
func (t *tables) party(old, now *payer) PartyChange {
	var p PartyChange
	var was, is *budget.Line
	if old != nil {
		was, p.Paid.Old, p.Owed.Old = &old.share.Line, old.paid, old.owed
	}
	if now != nil {
		is, p.Paid.New, p.Owed.New = &now.share.Line, now.paid, now.owed
	}
	p.LineChange = lineChange(was, is, t.old, t.now)
	if old == nil || now == nil {
		return p
	}
	// The part of the whole that the rule gives follows from the rates, which are named themselves.
	p.Inputs = slices.DeleteFunc(p.Inputs, func(in Input) bool { return in.Unit == cost.PerCent || in.Label == BaseInput })
	a, b := old.share.Party, now.share.Party
	t.said(&p.Inputs, "scale", a.Scale, b.Scale, cost.Count)
	t.said(&p.Inputs, "share", a.Share, b.Share, cost.PerCent)
	t.said(&p.Inputs, "weight", a.Weight, b.Weight, cost.Count)
	if p.Owed.Old != nil || p.Owed.New != nil {
		t.said(&p.Made, paidInput, a.Paid, b.Paid, cost.Count)
		note(&p.Made, "arrears", a.Arrears, b.Arrears, cost.Count)
	}
	return p
}

// paidInput is the label of what a Party paid.
const paidInput = "paid"

// said notes values of a Party that changed: one for all columns, or one in each.
func (t *tables) said(to *[]Input, name string, a, b cost.Series[money.Decimal], unit cost.Unit) {
	if a.All.IsSet() && b.All.IsSet() {
		note(to, name, a.All, b.All, unit)
		return
	}
	for _, pair := range t.columns {
		if pair.old < 0 || pair.now < 0 {
			continue
		}
		old, had := a.In(t.old.Budget.Columns[pair.old].ID)
		now, has := b.In(t.now.Budget.Columns[pair.now].ID)
		if had && has || name == paidInput && (had || has) { // nobody paid where nothing is said
			note(to, columnName(t.now.Budget, pair.now)+", "+name, old, now, unit)
		}
	}
}

func note(to *[]Input, name string, a, b source.At[money.Decimal], unit cost.Unit) {
	if !a.Value.Equal(b.Value) {
		*to = append(*to, Input{name, a.Value, b.Value, unit, a.Node, b.Node})
	}
}

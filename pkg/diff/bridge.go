package diff

import (
	"cmp"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// Bridge leads from the old total to the new one, line by line. The parts of a line
// add up to its change, and the lines and the rest to the change of the total.
type Bridge struct {
	From, To money.Decimal // the totals as printed, in the currency of each plan
	Currency money.Currency
	// Other is the currency of the old plan where it is another: then nothing is
	// compared but the totals.
	Other money.Currency
	Lines []LineChange
	// Rest is what the totals changed beside their lines: where a total is printed as
	// stated, or was rounded once.
	Rest money.Decimal

	shown nodes // what the totals show
}

// Change returns what the total changed by: the new less the old one. It means nothing
// where the plans are in two currencies (Other).
func (b *Bridge) Change() money.Decimal { return b.To.Sub(b.From) }

// LineChange is a line of the budget in both plans.
type LineChange struct {
	ID, Label string
	OldLabel  string // where it was another
	Old, New  *budget.Line
	From, To  money.Decimal // as printed; 0 where there is no such line
	Parts     []Part
	Inputs    []Input
	Moved     bool // it stands in another group or order

	wasLabel string // as the old plan shows it
	shown    nodes  // what its amounts show
}

// Change returns what the line changed by: the new amount less the old one.
func (l *LineChange) Change() money.Decimal { return l.To.Sub(l.From) }

// Part is a part of a line's change, in the budget's currency, and what it is owed to.
// Where a price and a quantity changed at once, each has its own part and half of what
// they have in common (Bennet, Journal of the Royal Statistical Society, 1920).
type Part struct {
	Cause  Cause
	Amount money.Decimal
}

// Cause says what a part of a change is owed to.
type Cause string

// The causes.
const (
	Price    Cause = "rate"     // pay, a price, a percentage
	Quantity Cause = "quantity" // FTE, months, trips
	Base     Cause = "base"     // the lines that a percentage is taken of
	Exchange Cause = "exchange" // the rate of another currency
	New      Cause = "new"      // a line, a post or an item that was not there
	Dropped  Cause = "dropped"  // one that is there no more
	Amount   Cause = "amount"   // a fixed amount, or one that is only stated
	Basis    Cause = "basis"    // the line is costed in another way
	Rounding Cause = "rounding"
)

// Causes returns all causes, in the order in which reports show them.
func Causes() []Cause {
	return []Cause{Price, Quantity, Base, Exchange, Amount, New, Dropped, Basis, Rounding}
}

// Input is a figure that a line was computed from and that changed.
type Input struct {
	Label    string
	Old, New money.Decimal
	Unit     cost.Unit

	old, now source.Node // where both were written
}

// bridge compares two budgets.
func bridge(old, now Side, p *pairing, t table) Bridge {
	a, b := old.Budget, now.Budget
	from, to := a.Amount(t.total(a)), b.Amount(t.total(b))
	br := Bridge{From: from.Printed, To: to.Printed, Currency: cmp.Or(b.Currency, a.Currency)} // one may have no money, but posts alone
	br.shown.add(from, to)
	if a.Currency != b.Currency && !old.IsAbsent && a.Currency != "" && b.Currency != "" {
		br.Other = a.Currency
		return br
	}
	br.Rest = br.Change()
	seen := map[string]bool{}
	partner := partners(now, p, t.kind)
	before, after := t.lines(a), t.lines(b)
	known := map[string]*budget.Line{}
	for i := range before {
		if !before[i].IsGroup() {
			known[before[i].ID.Value] = &before[i]
		}
	}
	for i := range after {
		if after[i].IsGroup() {
			continue
		}
		was := known[partner[after[i].ID.Value]]
		if was != nil {
			seen[was.ID.Value] = true
		}
		br.add(lineChange(was, &after[i], &old, &now))
	}
	for i := range before {
		if !before[i].IsGroup() && !seen[before[i].ID.Value] {
			br.add(lineChange(&before[i], nil, &old, &now))
		}
	}
	return br
}

// table is one of a budget's tables: the costs or the financing.
type table struct {
	kind  string // of its elements
	lines func(*budget.Budget) []budget.Line
	total func(*budget.Budget) []budget.Figure
}

var (
	costs = table{"budget/lines", func(b *budget.Budget) []budget.Line { return b.Lines },
		func(b *budget.Budget) []budget.Figure { return b.Total }}
	financing = table{"budget/financing", func(b *budget.Budget) []budget.Line { return b.Financing },
		func(b *budget.Budget) []budget.Figure { return b.Funds }}
)

func (b *Bridge) add(l LineChange) {
	b.Lines = append(b.Lines, l)
	b.Rest = b.Rest.Sub(l.Change())
}

// partners maps the ids of the new plan's lines of a kind to those of the old one's.
func partners(now Side, p *pairing, kind string) map[string]string {
	ids := map[string]string{}
	now.tree.Walk(func(e *Element) {
		if before := p.toOld[e]; e.Kind == kind && before != nil {
			ids[e.Name] = before.Name
		}
	})
	return ids
}

// lineChange compares a line that both budgets have, or that one of them has.
func lineChange(old, now *budget.Line, before, after *Side) LineChange {
	var l LineChange
	if old != nil {
		l.ID, l.Label, l.Old, l.From = old.ID.Value, before.label(old.Label), old, before.Budget.Amount(old.Figures).Printed
		l.wasLabel = l.Label
	}
	if now != nil {
		// What a label quotes may be another figure; the label is the same.
		if old != nil && clean(now.Label.Value) != clean(old.Label.Value) {
			l.OldLabel = l.Label
		}
		l.ID, l.Label, l.New, l.To = now.ID.Value, after.label(now.Label), now, after.Budget.Amount(now.Figures).Printed
	}
	switch {
	case old == nil:
		l.Parts = []Part{{New, l.To}}
	case now == nil:
		l.Parts = []Part{{Dropped, l.From.Neg()}}
	default:
		x := &attribution{}
		x.columns(old, now, before, after)
		l.shown.add(before.Budget.Amount(old.Figures), after.Budget.Amount(now.Figures))
		l.Parts, l.Inputs = x.rounded(l.Change(), after.Budget), x.inputs
		for i := range l.Inputs {
			l.Inputs[i].Label = after.label(source.At[string]{Value: l.Inputs[i].Label})
		}
	}
	return l
}

// inputs notes, for lines whose amount is only stated, what changed in what they are
// made of: a post's share of full time, a number of trips.
func (r *Report) inputs() {
	changed := map[string][]Input{}
	for i := range r.Changes {
		c := &r.Changes[i]
		if c.Old == nil || c.New == nil || !c.New.inner || c.New.parent.Kind != "budget/lines" {
			continue
		}
		for _, f := range c.Fields {
			if in, ok := r.inputOf(c.New, f); ok {
				changed[c.New.parent.Name] = append(changed[c.New.parent.Name], in)
			}
		}
	}
	for i := range r.Money.Lines {
		if l := &r.Money.Lines[i]; len(l.Inputs) == 0 {
			l.Inputs = changed[l.ID]
		}
	}
}

// inputOf reads a changed figure of a post or a unit cost.
func (r *Report) inputOf(e *Element, f FieldChange) (Input, bool) {
	before, percent := strings.CutSuffix(f.Old, "%")
	after, _ := strings.CutSuffix(f.New, "%")
	a, bad := money.Parse(before)
	b, worse := money.Parse(after)
	if f.IsText || bad != nil || worse != nil {
		return Input{}, false
	}
	name := cmp.Or(r.New.label(source.At[string]{Value: e.Text()}), e.Name) // a part of a line has no label
	in := Input{Label: name + ", " + f.Name(), Old: a, New: b, Unit: cost.Count, old: f.old, now: f.now}
	if percent {
		in.Unit = cost.PerCent
	}
	return in, true
}

// mirror turns the bridge round.
func (b Bridge) mirror() Bridge {
	m := Bridge{From: b.To, To: b.From, Currency: b.Currency, Other: b.Other, Rest: b.Rest.Neg()}
	if b.Other != "" {
		m.Currency, m.Other = b.Other, b.Currency
	}
	var gone []LineChange
	for _, l := range b.Lines {
		x := LineChange{ID: l.ID, Label: l.Label, Old: l.New, New: l.Old, From: l.To, To: l.From}
		if l.Old != nil {
			x.ID, x.Label = l.Old.ID.Value, l.wasLabel
		}
		if l.OldLabel != "" {
			x.OldLabel = l.Label
		}
		for _, p := range l.Parts {
			switch p.Cause {
			case New:
				p.Cause = Dropped
			case Dropped:
				p.Cause = New
			}
			x.Parts = append(x.Parts, Part{p.Cause, p.Amount.Neg()})
		}
		sortParts(x.Parts)
		for _, i := range l.Inputs {
			x.Inputs = append(x.Inputs, Input{i.Label, i.New, i.Old, i.Unit, i.now, i.old})
		}
		if x.New == nil {
			gone = append(gone, x)
			continue
		}
		m.Lines = append(m.Lines, x)
	}
	sortLines(m.Lines)
	m.Lines = append(m.Lines, gone...)
	return m
}

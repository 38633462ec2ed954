package diff

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// Booked is how the money of an axis changed: what each fund pays, each party, each part of the year.
type Booked struct {
	Axis   cost.Axis
	Values []BookedChange
}

// BookedChange is what is booked on a value of an axis in both plans, over what the budgets are
// counted over; in the budget's currency, as tables print it.
type BookedChange struct {
	ID, Label string
	From, To  money.Decimal
	Old, New  bool // whether the plan has the value
}

// Change returns the new amount less the old one.
func (b *BookedChange) Change() money.Decimal { return b.To.Sub(b.From) }

// Noun returns what a value of the axis is called, as Nouns has it.
func (b *Booked) Noun() string { return Noun("budget/" + b.Axis.Values()) }

// booked compares what is booked on each axis that the plans declare values of; sums of values are
// left out, and axes of which nothing changed.
func booked(old, now Side) (list []Booked) {
	if old.IsAbsent || now.IsAbsent || old.Budget.Currency != now.Budget.Currency {
		return nil
	}
	for _, a := range cost.Axes() {
		if a == cost.For {
			continue // the results of two plans are compared as such
		}
		b := Booked{Axis: a}
		b.add(&now, func(c *BookedChange, amount money.Decimal) { c.To, c.New = amount, true })
		b.add(&old, func(c *BookedChange, amount money.Decimal) { c.From, c.Old = amount, true })
		if slices.ContainsFunc(b.Values, func(c BookedChange) bool { return !c.Change().IsZero() }) {
			list = append(list, b)
		}
	}
	return list
}

// add adds what a plan books on the axis.
func (b *Booked) add(s *Side, put func(*BookedChange, money.Decimal)) {
	rows := s.Budget.OnAxis(b.Axis)
	if rows == nil {
		return
	}
	for i, v := range s.Budget.Values(b.Axis) {
		if len(v.Sum) > 0 {
			continue
		}
		at := slices.IndexFunc(b.Values, func(c BookedChange) bool { return c.ID == v.ID })
		if at < 0 {
			at = len(b.Values)
			b.Values = append(b.Values, BookedChange{ID: v.ID, Label: s.label(v.Label)})
		}
		put(&b.Values[at], counted(s.Budget, rows[i]))
	}
}

// counted returns a row's amount over what the budget is counted over.
func counted(b *budget.Budget, row []budget.Figure) money.Decimal {
	scope := b.Scope()
	if at, ok := scope.Shown(); ok {
		return row[at].Printed
	}
	sum := money.Zero
	for _, c := range scope.Columns {
		sum = sum.Add(row[c].Printed)
	}
	return sum
}

// jsonBooked is what is booked on the values of an axis.
type jsonBooked struct {
	Axis   string        `json:"axis"` // funds, parties or calendar
	Values []jsonBooking `json:"values"`
}

type jsonBooking struct {
	ID     string  `json:"id"`
	Label  string  `json:"label"`
	Old    *string `json:"old"` // null where the plan has no such value
	New    *string `json:"new"`
	Change string  `json:"change"`
}

func (b *Booked) json() jsonBooked {
	out := jsonBooked{Axis: b.Axis.Values(), Values: []jsonBooking{}}
	for i := range b.Values {
		v := &b.Values[i]
		one := jsonBooking{ID: v.ID, Label: v.Label, Change: v.Change().String()}
		if v.Old {
			one.Old = text(v.From)
		}
		if v.New {
			one.New = text(v.To)
		}
		out.Values = append(out.Values, one)
	}
	return out
}

// mirrored turns a comparison round.
func mirrored(list []Booked) (out []Booked) {
	for _, b := range list {
		m := Booked{Axis: b.Axis}
		for _, c := range b.Values {
			m.Values = append(m.Values, BookedChange{ID: c.ID, Label: c.Label, From: c.To, To: c.From, Old: c.New, New: c.Old})
		}
		// Those of the new plan stand first, as they do when it is compared the other way round.
		slices.SortStableFunc(m.Values, func(x, y BookedChange) int {
			switch {
			case x.New == y.New:
				return 0
			case x.New:
				return -1
			}
			return 1
		})
		out = append(out, m)
	}
	return out
}

package budget

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// Division is how a line, or a part of one, is divided over places in a column of amounts: what a
// spreadsheet needs to divide it anew when an amount changes.
type Division struct {
	Part   int       // the index of the part, which is divided exactly; -1 for a line as a whole
	Amount cost.Step // of a part: its amount; means nothing for a line as a whole
	// OfParts says that the weights are what the parts of the line have on each place.
	OfParts bool
	Places  []Portion
}

// Portion is what is booked on one place of a division.
type Portion struct {
	Booking
	Weight money.Decimal
	// Of are the amounts that the weight is a factor of: those that a percentage is taken of,
	// where it is booked as they are. Where there are none, the weight says all.
	Of []Drawn
}

// Drawn is what a line has booked on a place.
type Drawn struct {
	Line int
	At   Place
}

// Divisions returns how each line is divided in a column of amounts; nil for groups, and where
// the plan tells money apart by lines alone.
func (b *Budget) Divisions(column int) [][]Division {
	if b.axes == nil || b.axes.places == nil {
		return nil
	}
	k := bookkeeper{b: b, column: column}
	list := make([][]Division, len(b.Lines))
	for i := range b.Lines {
		if !b.Lines[i].IsGroup() {
			list[i] = k.divisions(i)
		}
	}
	return list
}

// divisions returns the parts of a line, if it has some, and last the line as a whole.
func (k *bookkeeper) divisions(i int) []Division {
	booked := k.of(i)
	exact, ok := k.parts(i)
	if !ok {
		p, _ := percentageOf(&k.b.Lines[i])
		return []Division{{Part: -1, Places: k.portions(booked, k.b.axes.places[i], p)}}
	}
	whole := Division{Part: -1, OfParts: true, Places: make([]Portion, len(booked))}
	for n := range booked {
		whole.Places[n].Booking = booked[n]
		for _, part := range exact {
			if part.At == booked[n].At {
				whole.Places[n].Weight = whole.Places[n].Weight.Add(part.Amount)
			}
		}
	}
	return append(k.inParts(i), whole)
}

// inParts returns the divisions of the parts of a line.
func (k *bookkeeper) inParts(i int) (list []Division) {
	l := &k.b.Lines[i]
	sum := &l.Figures[k.column].Exact
	if sum.Op == cost.Product {
		sum = &sum.Of[0] // in another currency
	}
	parts, _ := l.Costs[0].(*cost.Parts)
	for n, own := range k.b.axes.parts[i] {
		var p *cost.Percentage
		if kinds := parts.List[n].Costs; len(kinds) == 1 {
			p, _ = kinds[0].(*cost.Percentage)
		}
		booked := merged(exactShare(sum.Of[n].Value, sum.Of[n].Mark, k.follow(own, p)))
		list = append(list, Division{Part: n, Amount: sum.Of[n], Places: k.portions(booked, own, p)})
	}
	return list
}

// portions says by which weights bookings were made: by those of the places that the plan names,
// and of a percentage by what is booked where it is taken of.
func (k *bookkeeper) portions(booked []Booking, own []weighed, p *cost.Percentage) []Portion {
	list := make([]Portion, len(booked))
	for n := range booked {
		list[n] = Portion{Booking: booked[n], Weight: money.New(1)}
	}
	if own == nil {
		own = []weighed{{Nowhere, money.New(1)}}
	}
	var named [cost.NumAxes]bool
	for _, axis := range cost.Axes() {
		named[axis] = own[0].at[axis] >= 0
	}
	of := k.drawn(named, p)
	follows := p != nil && slices.ContainsFunc(booked, func(b Booking) bool { return b.At != only(b.At, named) })
	for n := range list {
		list[n].Weight = money.Zero
		for _, w := range own {
			if w.at == only(list[n].At, named) {
				list[n].Weight = list[n].Weight.Add(w.weight)
			}
		}
		if follows {
			list[n].Of = of[without(list[n].At, named)]
		}
	}
	return list
}

// drawn returns what a percentage is taken of, by the place on the axes that it does not name.
func (k *bookkeeper) drawn(named [cost.NumAxes]bool, p *cost.Percentage) map[Place][]Drawn {
	if p == nil {
		return nil
	}
	of, fund := map[Place][]Drawn{}, k.b.fund(p.Fund.Value)
	for _, id := range p.Base {
		at, ok := k.b.byID[id.Value]
		if !ok {
			return nil
		}
		for n := at; n < max(k.b.Lines[at].End, at+1); n++ {
			if k.b.Lines[n].IsGroup() {
				continue
			}
			for _, booked := range k.of(n) {
				if p.Fund.IsSet() && booked.At[cost.Fund] != fund {
					continue
				}
				to := without(booked.At, named)
				of[to] = append(of[to], Drawn{n, booked.At})
			}
		}
	}
	return of
}

// only leaves a place the axes that are named, and without the others.
func only(at Place, named [cost.NumAxes]bool) Place {
	for axis, is := range named {
		if !is {
			at[axis] = -1
		}
	}
	return at
}

func without(at Place, named [cost.NumAxes]bool) Place {
	for axis, is := range named {
		if is {
			at[axis] = -1
		}
	}
	return at
}

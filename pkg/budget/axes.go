package budget

import (
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// Value is a value of an axis: a fund, a party, a quarter, or a result of the plan.
type Value struct {
	ID    string // of a result its path, such as activities/workshops
	Code  source.At[string]
	Label source.At[string]
	Sum   []int // the values that it adds up; none for one that money is booked on
	// Level is 1 for an outcome, 2 for an output, 3 for an activity, 0 on other axes; Above is
	// the outcome or output that a result belongs to, -1 where it belongs to none. Number is
	// its number in the plan, such as 1.2.
	Level, Above int
	Number       string
}

// Values are those of an axis, in the order of the plan.
type Values []Value

// Find returns the index of a value by its id; -1 where there is none.
func (v Values) Find(id string) int {
	return slices.IndexFunc(v, func(x Value) bool { return x.ID == id })
}

// Ancestor returns the result of a level that a result belongs to, itself included; -1
// where it stands above that level.
func (v Values) Ancestor(i, level int) int {
	for i >= 0 && v[i].Level > level {
		i = v[i].Above
	}
	if i >= 0 && v[i].Level < level {
		return -1
	}
	return i
}

// Place is where money is booked: the value of each axis, -1 where the plan names none.
type Place [cost.NumAxes]int

// Nowhere is the place of money of which the plan says nothing.
var Nowhere = Place{-1, -1, -1, -1}

// weighed is a place and its weight among those of a line.
type weighed struct {
	at     Place
	weight money.Decimal
}

// axes are the values of all axes of a plan, and how lines are divided over them.
type axes struct {
	values [cost.NumAxes]Values
	index  [cost.NumAxes]map[string]int
	// places are, for each line, the places that the plan divides it over, its group's where it
	// says nothing itself; nil where the plan says nothing.
	places [][]weighed
	// parts are the places of the parts of a line that has some.
	parts map[int][][]weighed
	// splits are, for each line, how the plan divides it over each axis; nil where it does not say.
	splits []splits
}

func newAxes(p *plan.Plan, lines []Line) *axes {
	if tooMuchBooked(p) {
		return &axes{}
	}
	if !booksMoney(p, lines) {
		return &axes{}
	}
	a := &axes{places: make([][]weighed, len(lines)), splits: make([]splits, len(lines))}
	for _, axis := range cost.Axes() {
		if axis == cost.For {
			a.results(p)
			continue
		}
		a.index[axis] = map[string]int{}
		for _, v := range p.Budget.AxisValues(axis) {
			a.add(axis, v.ID.Value, Value{ID: v.ID.Value, Code: v.Code, Label: named(&v), Above: -1})
		}
		for i, v := range p.Budget.AxisValues(axis) {
			for _, id := range v.Sum {
				if at, ok := a.index[axis][id.Value]; ok {
					a.values[axis][i].Sum = append(a.values[axis][i].Sum, at)
				}
			}
		}
	}
	var groups []int // those that the line stands in, the outermost first
	for i := range lines {
		for len(groups) > 0 && i >= lines[groups[len(groups)-1]].End {
			groups = groups[:len(groups)-1]
		}
		a.divide(lines, i, groups)
		if lines[i].IsGroup() {
			groups = append(groups, i)
		}
	}
	return a
}

// booksMoney reports whether a plan tells money apart by anything but lines and columns.
func booksMoney(p *plan.Plan, lines []Line) bool {
	b := &p.Budget
	return len(b.Funds)+len(b.Parties)+len(b.Calendar)+len(b.Tables) > 0 ||
		slices.ContainsFunc(lines, booksLine)
}

// named returns what tables call a value.
func named(v *plan.AxisValue) source.At[string] {
	switch {
	case v.Label.IsSet():
		return v.Label
	case v.Code.IsSet():
		return v.Code
	}
	return v.ID
}

func booksLine(l Line) bool {
	if l.Splits != nil || l.OfFund().IsSet() {
		return true
	}
	for _, c := range l.Costs {
		if _, ok := c.(*cost.Parts); ok {
			return true
		}
	}
	return false
}

// add makes a value known by a name; the first of two of one name counts.
func (a *axes) add(axis cost.Axis, name string, v Value) int {
	at := len(a.values[axis])
	a.values[axis] = append(a.values[axis], v)
	a.name(axis, name, at)
	return at
}

func (a *axes) name(axis cost.Axis, name string, at int) {
	if _, known := a.index[axis][name]; !known {
		a.index[axis][name] = at
	}
}

// results makes the results chain the values of what money is for.
func (a *axes) results(p *plan.Plan) {
	a.index[cost.For] = map[string]int{}
	result := func(kind string, id, label source.At[string], level, above int, number string) int {
		at := a.add(cost.For, kind+"/"+id.Value, Value{ID: kind + "/" + id.Value, Label: label, Level: level, Above: above, Number: number})
		a.name(cost.For, id.Value, at)
		return at
	}
	for i, o := range p.Outcomes {
		number := strconv.Itoa(i + 1)
		outcome := result("outcomes", o.ID, o.Text, 1, -1, number)
		for j, out := range o.Outputs {
			number := number + "." + strconv.Itoa(j+1)
			output := result("outputs", out.ID, out.Text, 2, outcome, number)
			for k, act := range out.Activities {
				result("activities", act.ID, act.Text, 3, output, number+"."+strconv.Itoa(k+1))
			}
		}
	}
}

// divide works out over which places a line is divided, and each of its parts: on axes that it
// does not name over those of the line or the group that it stands in.
func (a *axes) divide(lines []Line, i int, groups []int) {
	l := &lines[i]
	above := splits{}
	if len(groups) > 0 {
		above = a.splits[groups[len(groups)-1]]
	}
	own := splitsOf(l.Line, above)
	a.splits[i], a.places[i] = own, a.placesOf(own)
	for _, c := range l.Costs {
		parts, ok := c.(*cost.Parts)
		if !ok {
			continue
		}
		if a.parts == nil {
			a.parts = map[int][][]weighed{}
		}
		for n := range parts.List {
			a.parts[i] = append(a.parts[i], a.placesOf(splitsOf(&parts.List[n].Line, own)))
		}
	}
}

// splits say how something is divided over each axis; nil where the plan does not say.
type splits [cost.NumAxes]*cost.Split

// splitsOf returns how a line or a part is divided: as it says, or as what is above it.
func splitsOf(l *cost.Line, above splits) splits {
	for _, axis := range cost.Axes() {
		if s := l.Split(axis); s != nil {
			above[axis] = s
		}
	}
	if len(l.Shares) > 0 && l.Split(cost.For) == nil {
		above[cost.For] = outcomesOf(l.Shares) // what it costs the outcomes is what it is for
	}
	if fund := l.OfFund(); above[cost.Fund] == nil && fund.IsSet() {
		// What is a percentage of one fund's costs is paid by that fund.
		above[cost.Fund] = &cost.Split{Shares: []cost.Share{{Key: fund, Value: source.At[money.Decimal]{Value: money.Hundred}}}}
	}
	return above
}

// outcomesOf makes shares of outcomes the shares of what a cost is for; what they leave is for nothing.
func outcomesOf(shares []cost.Share) *cost.Split {
	s := &cost.Split{Shares: make([]cost.Share, 0, len(shares)+1)}
	left := money.Hundred
	for _, share := range shares {
		if !strings.Contains(share.Key.Value, "/") {
			share.Key.Value = "outcomes/" + share.Key.Value
		}
		s.Shares, left = append(s.Shares, share), left.Sub(share.Value.Value)
	}
	if left.IsPositive() {
		s.Shares = append(s.Shares, cost.Share{Value: source.At[money.Decimal]{Value: left}})
	}
	return s
}

// placesOf returns the places that splits make; nil where they say nothing.
func (a *axes) placesOf(s splits) []weighed {
	if s == (splits{}) || s.places() > mostPlacesOfLine {
		return nil // of too many a finding tells
	}
	places := []weighed{{Nowhere, money.New(1)}}
	for _, axis := range cost.Axes() {
		if s[axis] != nil {
			places = a.times(axis, places, s[axis].Shares)
		}
	}
	return places
}

// times divides each place over the values of a further axis.
func (a *axes) times(axis cost.Axis, places []weighed, shares []cost.Share) []weighed {
	out := make([]weighed, 0, len(places)*len(shares))
	for _, p := range places {
		for _, s := range shares {
			next := p
			if at, ok := a.index[axis][s.Key.Value]; ok {
				next.at[axis] = at
			}
			next.weight = p.weight.Mul(s.Value.Value)
			out = append(out, next)
		}
	}
	return out
}

// Shared is a value of an axis and the share of a line that it has, in per cent.
type Shared struct {
	Value int // Rest for one that the plan does not have
	Share money.Decimal
}

// SharesOf returns how the plan divides a line over an axis, as the line says or its group; nil
// where neither does.
func (b *Budget) SharesOf(line int, a cost.Axis) (list []Shared) {
	if b.axes.splits == nil || b.axes.splits[line][a] == nil {
		return nil
	}
	for _, s := range b.axes.splits[line][a].Shares {
		at, ok := b.axes.index[a][s.Key.Value]
		if !ok {
			at = Rest
		}
		list = append(list, Shared{at, s.Value.Value})
	}
	return list
}

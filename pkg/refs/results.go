package refs

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// actorsOf returns the actors of a plan by their ids.
func actorsOf(p *plan.Plan) map[string]*plan.Actor {
	all := make(map[string]*plan.Actor, len(p.Actors))
	for i := range p.Actors {
		all[p.Actors[i].ID.Value] = &p.Actors[i]
	}
	return all
}

// indicatorsOf returns the indicators of a plan by their ids.
func indicatorsOf(p *plan.Plan) map[string]*plan.Indicator {
	all := map[string]*plan.Indicator{}
	p.EachIndicator(func(in *plan.Indicator) {
		all[in.ID.Value] = in
	})
	return all
}

// actor returns what a name behind "actors." stands for: ID is the actor's name, ID.short the
// short one, which is the name itself where there is none.
func (n *Names) actor(name string) (Value, bool) {
	id, part, hasPart := strings.Cut(name, ".")
	a := n.actors[id]
	switch {
	case a == nil || hasPart && part != "short":
		return Value{}, false
	case hasPart && a.Short.IsSet():
		return words(a.Short), true
	}
	return words(a.Label), true
}

// indicator returns what a name behind "indicators." stands for: ID.baseline, ID.target.2026.
func (n *Names) indicator(name string) (Value, bool) {
	id, part, _ := strings.Cut(name, ".")
	in := n.indicators[id]
	if in == nil {
		return Value{}, false
	}
	switch part {
	case "unit":
		return words(in.Unit), true
	case "baseline.as_at":
		return moment(in.Baseline.AsAt), true
	}
	m, known := n.measure(in, part)
	if known || m.IsSet() {
		return measured(m), known
	}
	return n.byYear("indicators."+name, in, part)
}

// Measured returns where the value of an indicator was written that a name stands for.
func (n *Names) Measured(name string) (at source.At[plan.Measured], ok bool) {
	rest, is := strings.CutPrefix(name, "indicators.")
	id, part, _ := strings.Cut(rest, ".")
	in := n.indicators[id]
	if !is || in == nil {
		return at, false
	}
	at, _ = n.measure(in, part)
	return at, at.IsSet()
}

// OfIndicator returns the indicator that a name is of, and the key that it stands under there.
func OfIndicator(name string) (id, key string, ok bool) {
	parts := strings.Split(name, ".")
	if len(parts) < 3 || parts[0] != "indicators" {
		return "", "", false
	}
	key = parts[len(parts)-1]
	switch parts[2] {
	case "target":
		key = "targets"
	case "actual":
		key = "actual"
	}
	return parts[1], key, true
}

// measure returns a value of an indicator: its baseline, or a target or an actual value of the
// year or column that is named, else of the year of the period.
func (n *Names) measure(in *plan.Indicator, part string) (at source.At[plan.Measured], known bool) {
	part, time, hasTime := strings.Cut(part, ".")
	values := seriesOf(in, part)
	switch {
	case part == "baseline" && !hasTime:
		return in.Baseline.Value, true
	case values == nil:
		return at, false
	case !hasTime:
		time = n.plan.MeasuredIn("")
	}
	if _, v, ok := n.plan.ValueFor(*values, time); ok {
		return v, true
	}
	return at, hasTime && n.plan.IsMeasuredIn(time)
}

func seriesOf(in *plan.Indicator, part string) *cost.Series[plan.Measured] {
	switch part {
	case "target":
		return &in.Targets
	case "actual":
		return &in.Actual
	}
	return nil
}

// byYear returns the targets or actual values of a plan that does not say which of them is meant.
func (n *Names) byYear(name string, in *plan.Indicator, part string) (Value, bool) {
	values := seriesOf(in, part)
	if values == nil {
		return Value{}, false
	}
	v := Value{Kind: Differing}
	if n.plan.MeasuredIn("") != "" {
		return Value{}, true // the period's year has none
	}
	for key, m := range values.Each() {
		v.Each = append(v.Each, InColumn{source.At[string]{Value: key, Node: m.Node}, name + "." + key, measured(m)})
	}
	switch len(v.Each) {
	case 0:
		return Value{}, true
	case 1:
		return v.Each[0].Value, true
	}
	return v, true
}

// measured is a value of an indicator: a number as exact as it was written, or words as they stand.
func measured(m source.At[plan.Measured]) Value {
	switch {
	case !m.IsSet():
		return Value{}
	case m.Value.IsNumber:
		return Value{Kind: Number, Figure: m.Value.Number, Places: m.Value.Places()}
	}
	return Value{Kind: Verbatim, Prose: source.At[string]{Value: strings.Join(strings.Fields(m.Value.Words), " "), Node: m.Node}}
}

// resultNames returns the names of actors and of what indicators say.
func (n *Names) resultNames() (all []string) {
	for id, a := range n.actors {
		all = append(all, "actors."+id)
		if a.Short.IsSet() {
			all = append(all, "actors."+id+".short")
		}
	}
	for id, in := range n.indicators {
		own := "indicators." + id
		for _, part := range []string{".unit", ".baseline", ".baseline.as_at", ".target", ".actual"} {
			if v, _ := n.Lookup(own + part); v.Kind != Nothing && v.Kind != Differing {
				all = append(all, own+part)
			}
		}
		for _, part := range []string{"target", "actual"} {
			for key := range seriesOf(in, part).Each() {
				if key != "" {
					all = append(all, own+"."+part+"."+key)
				}
			}
		}
	}
	return all
}

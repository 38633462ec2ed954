package importer

import "slices"

// actorList writes the actors; each has an id, by its name in tables.
func (a *draftActors) list() (*list, map[string]plain) {
	l, space, byName := &list{}, ids{}, map[string]plain{}
	for _, name := range a.names {
		g := &group{}
		text := name
		if label := a.labels[name]; label != "" {
			text = label
		}
		id := plain(lineID(name))
		if len(name) > 24 || !space.take(string(id)) {
			id = space.of(name, "actor")
		}
		byName[name] = id
		g.set("id", id)
		g.set("label", shortProse(text))
		if text != name {
			g.set("short", shortProse(name))
		}
		l.add(g)
	}
	return l, byName
}

// namesOf writes actors by their ids.
func namesOf(names []string, by map[string]plain) any {
	l := &list{short: true}
	for _, n := range names {
		l.items = append(l.items, item{value: by[n]})
	}
	if len(l.items) == 1 {
		return l.items[0].value
	}
	return l
}

// emit writes who does an activity, with whom and when.
func (w *draftWork) emit(g *group, by map[string]plain) {
	g.set("responsible", namesOf(w.responsible, by))
	g.set("partners", namesOf(w.partners, by))
	if len(w.when) == 1 {
		g.set("when", plain(w.when[0]))
	} else {
		when := &list{}
		for _, t := range w.when {
			when.add(plain(t))
		}
		g.set("when", when)
	}
	milestones := &list{}
	for _, m := range w.milestones {
		one := &group{}
		one.set("text", shortProse(m.text))
		one.set("date", m.date)
		milestones.add(one)
	}
	g.set("milestones", milestones)
}

// indicatorList writes the indicators of a result; their ids are unique in the plan.
func (d *draft) indicatorList(r *draftResult, space ids) *list {
	l := &list{}
	for _, in := range r.indicators {
		g, marks := &group{}, slices.Clone(in.marks)
		g.set("id", space.of(in.text, "indicator"))
		g.set("text", shortProse(in.text))
		g.set("unit", shortProse(in.unit))
		if in.asAt != "" {
			b := &group{}
			b.set("value", measured(in.baseline))
			b.set("as_at", in.asAt)
			g.set("baseline", b)
		} else {
			g.set("baseline", measured(in.baseline))
		}
		targets, more := d.valuesOf(in.targets, "Target")
		g.set("targets", targets)
		marks = append(marks, more...)
		actual, more := d.valuesOf(in.actual, "Actual")
		g.set("actual", actual)
		g.set("verification", shortProse(in.verification))
		l.add(g, asked(append(marks, more...))...)
	}
	return l
}

// measured is a value of an indicator: a number, or words.
func measured(text string) any {
	if plainNumber().MatchString(text) {
		return plain(text)
	}
	return oneLine(text)
}

// valuesOf writes values of an indicator by their years or the columns of the budget; what stands
// for another time is said.
func (d *draft) valuesOf(values []timedValue, head string) (out any, marks []string) {
	by := &group{}
	for _, v := range values {
		key := yearOf(v.time)
		if id, is := d.columns[v.time]; key == "" && is {
			key = id
		}
		switch {
		case v.time == "" && len(values) == 1:
			return measured(v.value), nil
		case key == "" || slices.ContainsFunc(by.pairs, func(p pair) bool { return p.key == key }):
			marks = append(marks, "the table has also: "+head+" "+v.time+": "+v.value)
		default:
			by.set(key, measured(v.value))
		}
	}
	return by, marks
}

// riskList writes the risks.
func (d *draft) riskList(by map[string]plain) *list {
	l, space := &list{}, ids{}
	for _, r := range d.risks {
		g := &group{}
		g.set("id", space.of(r.text, "risk"))
		g.set("text", shortProse(r.text))
		g.set("likelihood", plain(r.likelihood))
		g.set("impact", plain(r.impact))
		g.set("response", shortProse(r.response))
		g.set("owner", namesOf(r.owner, by))
		l.add(g, asked(r.marks)...)
	}
	return l
}

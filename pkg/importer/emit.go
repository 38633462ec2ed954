package importer

import (
	"fmt"
)

// reviewed marks what a person should look at.
const reviewed = "review: "

// plan writes the plan.
func (d *draft) plan(f *frame, budget *group, remarks []string) *group {
	p := &group{}
	p.set("isuplan", plain("1"))
	for _, r := range remarks {
		p.note(reviewed + r)
	}
	p.set("document", d.document(f.masthead.Title.String()))
	for _, m := range d.made {
		p.note(reviewed + m)
	}
	p.set("period", d.period())
	ids := newSpaces(d)
	p.set("summary", d.box(ids))
	p.set("sections", d.sectionList())
	p.set("mandate", d.items(d.mandate, true, "item"))
	p.set("priorities", d.priorityList())
	p.set("outcomes", d.results(d.outcomes, ids, 1))
	for _, s := range d.strays {
		for _, m := range s.marks {
			p.note(reviewed + m + ": " + s.text)
		}
	}
	p.set("assumptions", d.items(d.assumptions, true, "assumption"))
	if budget != nil && len(d.notes) > 0 {
		budget.set("notes", d.items(d.notes, true, "note"))
	}
	p.set("budget", budget)
	return p
}

// spaces are the ids of the results chain, which are unique in the plan.
type spaces struct {
	outcomes []plain
	depth    [4]ids
}

func newSpaces(d *draft) *spaces {
	s := &spaces{}
	for i := range s.depth {
		s.depth[i] = ids{}
	}
	for _, o := range d.outcomes {
		s.outcomes = append(s.outcomes, s.depth[1].of(o.text, "outcome"))
	}
	return s
}

// text writes a text, with or without an id.
func (s *said) value(ids ids, withID bool, otherwise string) any {
	if !withID {
		return prose(s.text)
	}
	g := &group{}
	g.set("id", ids.of(s.text, otherwise))
	g.set("text", prose(s.text))
	return g
}

// comments returns the comments that ask for a person.
func (s *said) comments() []string {
	var out []string
	for _, m := range s.marks {
		out = append(out, reviewed+m)
	}
	return out
}

func (d *draft) items(texts []said, withID bool, otherwise string) *list {
	l, space := &list{}, ids{}
	for i := range texts {
		l.add(texts[i].value(space, withID, otherwise), texts[i].comments()...)
	}
	return l
}

func (d *draft) box(s *spaces) *group {
	g := &group{}
	if o := d.summary.objective; o != nil {
		g.set("objective", prose(o.text))
		for _, c := range o.comments() {
			g.note(c)
		}
	}
	g.set("objectives", d.items(d.summary.objectives, true, "objective"))
	l := &list{}
	for i, at := range d.summed() {
		t := &d.summary.outcomes[i]
		it := &group{}
		if at >= 0 {
			it.set("outcome", s.outcomes[at])
		}
		it.set("text", prose(t.text))
		l.add(it, t.comments()...)
	}
	g.set("outcomes", l)
	return g
}

// sectionList writes the sections, but for what the template has of its own.
func (d *draft) sectionList() *list {
	l := &list{}
	for _, s := range d.sections {
		g := &group{}
		g.set("id", plain(s.id))
		if s.frame == nil || !same(s.frame.heading, s.heading) {
			g.set("heading", prose(s.heading))
		}
		if s.frame == nil && s.after != "" {
			g.set("after", plain(s.after))
		}
		if !s.isTemplates() {
			g.set("paragraphs", d.items(s.paragraphs, true, "paragraph"))
		}
		if len(g.pairs) > 1 || len(s.marks) > 0 {
			var notes []string
			for _, m := range s.marks {
				notes = append(notes, reviewed+m)
			}
			l.add(g, notes...)
		}
	}
	return l
}

// isTemplates reports whether a section's paragraphs are those that the template has.
func (s *draftSection) isTemplates() bool {
	if s.frame == nil || len(s.paragraphs) != len(s.frame.leads) {
		return false
	}
	for i, lead := range s.frame.leads {
		if s.paragraphs[i].text != lead || len(s.paragraphs[i].marks) > 0 {
			return false
		}
	}
	return true
}

func (d *draft) priorityList() *list {
	l, space := &list{}, ids{}
	for _, p := range d.priorities {
		g := &group{}
		g.set("id", space.of(p.heading.text, "priority"))
		g.set("heading", prose(p.heading.text))
		text, notes := said{text: p.heading.text}, p.heading.comments()
		if p.text != nil {
			text = *p.text
		} else {
			notes = append(notes, reviewed+"the file has no paragraph below this heading; the plan needs one")
		}
		g.set("text", prose(text.text))
		for _, c := range text.comments() {
			g.note(c)
		}
		g.set("items", d.items(p.items, true, "item"))
		l.add(g, notes...)
	}
	return l
}

// results writes outcomes, outputs or activities.
func (d *draft) results(all []*draftResult, s *spaces, depth int) *list {
	names := [...]string{1: "outcome", 2: "output", 3: "activity"}
	below := [...]string{1: "outputs", 2: "activities"}
	l := &list{}
	for i, r := range all {
		g := &group{}
		if depth == 1 {
			g.set("id", s.outcomes[i])
		} else {
			g.set("id", s.depth[depth].of(r.text, names[depth]))
		}
		g.set("text", prose(r.text))
		g.set("expected", prose(r.expected))
		g.set("mark", r.mark)
		if depth < len(below) {
			g.set(below[depth], d.results(r.below, s, depth+1))
		}
		l.add(g, r.comments()...)
	}
	return l
}

// count says how much a plan has, for the report.
func (d *draft) count() Counts {
	c := Counts{Sections: len(d.sections), Outcomes: len(d.outcomes), Paragraphs: len(d.assumptions), Priorities: len(d.priorities), Mandate: len(d.mandate)}
	for _, s := range d.sections {
		c.Paragraphs += len(s.paragraphs)
	}
	for _, p := range d.priorities {
		if p.text != nil {
			c.Paragraphs++
		}
	}
	for _, o := range d.outcomes {
		c.Outputs += len(o.below)
		for _, u := range o.below {
			c.Activities += len(u.below)
		}
	}
	return c
}

// String words the counts.
func (c Counts) String() string {
	return fmt.Sprintf("%s, %s, %s, %s, %s, %s", number(c.Sections, "section"), number(c.Paragraphs, "paragraph"), number(c.Outcomes, "outcome"),
		number(c.Outputs, "output"), numberOf(c.Activities, "activity", "activities"), number(c.Lines, "line"))
}

func number(n int, what string) string { return numberOf(n, what, what+"s") }

func numberOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

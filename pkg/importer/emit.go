package importer

import (
	"fmt"
	"maps"
	"slices"

	"github.com/isuplan/isuplan/pkg/render/typography"
)

// reviewed marks what a person should look at.
const reviewed = "review: "

// plan writes the plan.
func (d *draft) plan(f *frame, budget *group) *group {
	p, ids := &group{}, newSpaces(d)
	d.tableIDs = map[string]int{}
	p.set("isuplan", plain("1"))
	if budget != nil && len(d.notes) > 0 {
		budget.set("notes", d.items(d.notes, "note"))
	}
	marks := d.waiting()
	actors, by := d.actors.list()
	ids.actors = by
	for _, part := range []struct {
		key   string
		value any
	}{
		{"document", d.document(f.masthead.Title.String())}, {"period", d.period()}, {"summary", d.box(ids)}, {"sections", d.sectionList()},
		{"mandate", d.items(d.mandate, "item")}, {"priorities", d.priorityList()}, {"actors", actors}, {"outcomes", d.results(d.outcomes, ids, 1)},
		{"assumptions", d.items(d.assumptions, "assumption")}, {"risks", d.riskList(by)}, {"budget", budget},
	} {
		n := len(p.pairs)
		p.set(part.key, part.value)
		if len(p.pairs) == n && part.key == "outcomes" { // which every plan has
			p.set(part.key, plain("[]"))
		}
		if len(p.pairs) == n {
			continue
		}
		p.note(asked(marks[part.key])...)
		delete(marks, part.key)
	}
	for _, key := range slices.Sorted(maps.Keys(marks)) { // of parts that the plan has not
		p.pairs[0].notes = append(p.pairs[0].notes, asked(marks[key])...)
	}
	return p
}

// waiting are the comments that ask for a person, by the part of the plan that they stand
// above.
func (d *draft) waiting() map[string][]string {
	marks := map[string][]string{}
	add := func(key, mark string) { marks[key] = append(marks[key], mark) }
	for _, m := range d.made {
		add("document", m)
	}
	for _, m := range d.workMarks {
		add("outcomes", m)
	}
	for _, m := range d.riskMarks {
		add("risks", m)
	}
	for _, s := range d.strays {
		for _, m := range s.marks {
			add("outcomes", m+": "+s.text)
		}
	}
	for _, p := range d.lost {
		add(p.near, fmt.Sprintf("%s (%s): %s", p.why, p.where, p.printedText()))
		for _, c := range p.comments {
			add(p.near, commented(c))
		}
	}
	return marks
}

// spaces are the ids of the results chain, which are unique in the plan.
type spaces struct {
	outcomes   []plain
	depth      [4]ids
	indicators ids
	actors     map[string]plain
}

func newSpaces(d *draft) *spaces {
	s := &spaces{indicators: ids{}}
	for i := range s.depth {
		s.depth[i] = ids{}
	}
	for _, o := range d.outcomes {
		s.outcomes = append(s.outcomes, s.depth[1].of(o.text, "outcome"))
	}
	return s
}

// prose writes a text of the file as prose, with references where they print what it says.
func (d *draft) prose(t said) string {
	s := markup(t.text, t.spans)
	if d.refer != nil {
		s = d.refer.put(s)
	}
	return s
}

// comments returns the comments that ask for a person.
func (s *said) comments() []string { return asked(s.marks) }

// asked makes comments that ask for a person of what there is to look at.
func asked(marks []string) []string {
	var out []string
	for _, m := range marks {
		out = append(out, reviewed+m)
	}
	return out
}

// items writes texts with ids.
func (d *draft) items(texts []said, otherwise string) *list {
	l, space := &list{}, ids{}
	for i := range texts {
		g := &group{}
		g.set("id", space.of(texts[i].text, otherwise))
		g.set("text", d.prose(texts[i]))
		g.set("tables", d.tableList(texts[i].tables))
		l.add(g, texts[i].comments()...)
	}
	return l
}

func (d *draft) box(s *spaces) *group {
	g := &group{}
	if o := d.summary.objective; o != nil {
		g.set("objective", d.prose(*o))
		g.note(o.comments()...)
	}
	g.set("objectives", d.items(d.summary.objectives, "objective"))
	l := &list{}
	for i, at := range d.summed() {
		t := &d.summary.outcomes[i]
		it := &group{}
		if at >= 0 {
			it.set("outcome", s.outcomes[at])
		}
		it.set("text", d.prose(*t))
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
			g.set("paragraphs", d.items(s.paragraphs, "paragraph"))
		}
		if len(g.pairs) > 1 || len(s.marks) > 0 {
			l.add(g, asked(s.marks)...)
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
		if typography.Alike(s.paragraphs[i].text) != typography.Alike(lead) || len(s.paragraphs[i].marks)+len(s.paragraphs[i].tables) > 0 {
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
		g.set("heading", d.prose(p.heading))
		text, notes := said{text: p.heading.text}, p.heading.comments()
		if p.text != nil {
			text = *p.text
		} else {
			notes = append(notes, reviewed+"the file has no paragraph below this heading; the plan needs one")
		}
		g.set("text", d.prose(text))
		g.note(text.comments()...)
		g.set("items", d.items(p.items, "item"))
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
		g.set("text", d.prose(r.said))
		g.set("expected", d.prose(r.expected))
		g.set("mark", r.mark)
		r.work.emit(g, s.actors)
		g.set("indicators", d.indicatorList(r, s.indicators))
		if depth < len(below) {
			g.set(below[depth], d.results(r.below, s, depth+1))
		}
		l.add(g, r.comments()...)
	}
	return l
}

// count says how much a plan has, for the report.
func (d *draft) count() Counts {
	c := Counts{Risks: len(d.risks), Sections: len(d.sections), Outcomes: len(d.outcomes), Paragraphs: len(d.assumptions), Priorities: len(d.priorities), Mandate: len(d.mandate)}
	if d.summary.objective != nil || len(d.summary.objectives)+len(d.summary.outcomes) > 0 {
		c.Sections++ // the summary
	}
	for _, s := range d.sections {
		for i := range s.paragraphs {
			c.Tables += len(slices.DeleteFunc(slices.Clone(s.paragraphs[i].tables), func(t *textTable) bool { return t.dropped }))
		}
		c.Paragraphs += len(s.paragraphs)
	}
	for _, p := range d.priorities {
		if p.text != nil {
			c.Paragraphs++
		}
	}
	d.eachResult(func(_ int, _ string, path []*draftResult) { c.Indicators += len(path[len(path)-1].indicators) })
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
	s := fmt.Sprintf("%s, %s, %s, %s, %s, %s", number(c.Sections, "section"), number(c.Paragraphs, "paragraph"), number(c.Outcomes, "outcome"),
		number(c.Outputs, "output"), numberOf(c.Activities, "activity", "activities"), number(c.Lines, "line"))
	for _, more := range []struct {
		n    int
		what string
	}{{c.Indicators, "indicator"}, {c.Risks, "risk"}, {c.Tables, "table"}} {
		if more.n > 0 {
			s += ", " + number(more.n, more.what)
		}
	}
	return s
}

// number says so many of something.
func number(n int, what string) string { return numberOf(n, what, what+"s") }

// numberOf is number of what has another plural.
func numberOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

package check

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// Text is a piece of the plan's prose and the path of the thing that it belongs to.
type Text struct {
	Subject string
	Prose   plan.Prose
	Role    Role
	typed   string // as the author typed it, see typed
	words   []word // of typed
	figures bool   // it has digits
	passage *passage
}

// Role says where in the document a text stands, which decides on its form.
type Role int

// The roles.
const (
	Running Role = iota // a paragraph, or a text in a result
	Heading             // a heading, a name or a label, which is no sentence
	Listed              // an item of a list
	Tabular             // a cell of the budget's table
)

// texts returns all prose of a plan in the order in which the standard template
// prints it.
func texts(p *plan.Plan) []Text {
	w := &textWalk{texts: make([]Text, 0, 256)}
	d := p.Document
	for _, t := range []plan.Prose{d.Convention, d.Unit, d.Title, d.Meeting.Name, d.Meeting.Place, d.Agenda.Item, d.Submitted.By} {
		w.add("document", t, Heading)
	}
	for _, t := range d.Agenda.Path {
		w.add("document/agenda", t, Heading)
	}
	w.summary(p.Summary)
	for _, f := range p.Facts {
		w.add("facts/"+f.Key.Value, f.Value.Text, Running)
	}
	w.sections(p.Sections, "convention")
	w.items("mandate", p.Mandate, Listed)
	w.sections(p.Sections, "")
	for _, x := range p.Priorities {
		path := "priorities/" + x.ID.Value
		w.add(path, x.Heading, Heading)
		w.add(path, x.Text, Running)
		w.items(path, x.Items, Listed)
	}
	w.outcomes(p.Outcomes)
	w.items("assumptions", p.Assumptions, Listed)
	w.budget(&p.Budget)
	return w.texts
}

type textWalk struct{ texts []Text }

func (w *textWalk) add(subject string, p plan.Prose, role Role) {
	if p.IsSet() {
		w.texts = append(w.texts, newText(subject, p, role))
	}
}

func newText(subject string, p plan.Prose, role Role) Text {
	t := Text{Subject: subject, Prose: p, Role: role, typed: typed(p)}
	t.words = wordsOf(t.typed)
	t.figures = strings.ContainsAny(t.typed, "0123456789")
	return t
}

func (w *textWalk) items(path string, items []plan.Item, role Role) {
	for i, item := range items {
		w.add(subject(path, i, item.ID), item.Text, role)
	}
}

// subject is the path of an item: by its id, or else by its place, counted from 1.
func subject(path string, i int, id source.At[string]) string {
	if id.IsSet() {
		return path + "/" + id.Value
	}
	return path + "/" + strconv.Itoa(i+1)
}

func (w *textWalk) summary(s plan.Summary) {
	w.add("summary/objective", s.Objective, Running)
	w.items("summary/objectives", s.Objectives, Listed)
	for i, o := range s.Outcomes {
		w.add("summary/outcomes/"+strconv.Itoa(i+1), o.Text, Listed)
	}
}

// sections adds the section of an id, or all but the first section where it is "".
func (w *textWalk) sections(sections []plan.Section, only string) {
	for _, s := range sections {
		if (s.ID.Value == "convention") != (only == "convention") {
			continue
		}
		path := "sections/" + s.ID.Value
		w.add(path, s.Heading, Heading)
		w.items(path, s.Paragraphs, Running)
	}
}

func (w *textWalk) outcomes(outcomes []plan.Outcome) {
	for _, o := range outcomes {
		w.add("outcomes/"+o.ID.Value, o.Expected, Listed)
		w.add("outcomes/"+o.ID.Value, o.Text, Running)
		for _, out := range o.Outputs {
			w.add("outputs/"+out.ID.Value, out.Text, Running)
			for _, a := range out.Activities {
				w.add("activities/"+a.ID.Value, a.Text, Running)
			}
		}
	}
}

func (w *textWalk) budget(b *plan.Budget) {
	w.lines(b.Lines)
	w.lines(b.Financing)
	for i := range b.Outside {
		path := "budget/" + b.Outside[i].ID.Value
		w.add(path, b.Outside[i].Label, Tabular)
		w.add(path, b.Outside[i].Provider, Tabular)
		w.add(path, b.Outside[i].Note, Tabular)
	}
	w.items("budget/notes", b.Notes, Listed)
}

// lines adds the texts of lines and of the lines in their groups.
func (w *textWalk) lines(lines []cost.Line) {
	for i := range lines {
		l := &lines[i]
		path := "budget/" + l.ID.Value
		for _, t := range []plan.Prose{l.Label, l.Note, l.Footnote} {
			w.add(path, t, Tabular)
		}
		for _, k := range l.Costs {
			if named, ok := k.(interface{ Names() []plan.Prose }); ok {
				for _, name := range named.Names() {
					w.add(path, name, Tabular)
				}
			}
		}
		w.lines(l.Lines)
	}
}

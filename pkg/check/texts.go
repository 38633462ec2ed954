package check

import (
	"strconv"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// Text is a piece of the plan's prose and the path of the thing that it belongs to.
type Text struct {
	Subject string
	Prose   plan.Prose
}

// texts returns all prose of a plan in the order in which the standard template
// prints it.
func texts(p *plan.Plan) []Text {
	w := &textWalk{}
	d := p.Document
	for _, t := range []plan.Prose{d.Title, d.Meeting.Name, d.Meeting.Place, d.Agenda.Item, d.Submitted.By} {
		w.add("document", t)
	}
	for _, t := range d.Agenda.Path {
		w.add("document/agenda", t)
	}
	w.summary(p.Summary)
	w.sections(p.Sections, "convention")
	w.items("mandate", p.Mandate)
	w.sections(p.Sections, "")
	for _, x := range p.Priorities {
		path := "priorities/" + x.ID.Value
		w.add(path, x.Heading)
		w.add(path, x.Text)
		w.items(path, x.Items)
	}
	w.outcomes(p.Outcomes)
	w.items("assumptions", p.Assumptions)
	w.budget(&p.Budget)
	return w.texts
}

type textWalk struct{ texts []Text }

func (w *textWalk) add(subject string, p plan.Prose) {
	if p.IsSet() {
		w.texts = append(w.texts, Text{subject, p})
	}
}

func (w *textWalk) items(path string, items []plan.Item) {
	for i, item := range items {
		w.add(subject(path, i, item.ID), item.Text)
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
	w.add("summary/objective", s.Objective)
	w.items("summary/objectives", s.Objectives)
	for i, o := range s.Outcomes {
		w.add("summary/outcomes/"+strconv.Itoa(i+1), o.Text)
	}
}

// sections adds the section of an id, or all but the first section where it is "".
func (w *textWalk) sections(sections []plan.Section, only string) {
	for _, s := range sections {
		if (s.ID.Value == "convention") != (only == "convention") {
			continue
		}
		path := "sections/" + s.ID.Value
		w.add(path, s.Heading)
		w.items(path, s.Paragraphs)
	}
}

func (w *textWalk) outcomes(outcomes []plan.Outcome) {
	for _, o := range outcomes {
		w.add("outcomes/"+o.ID.Value, o.Expected)
		w.add("outcomes/"+o.ID.Value, o.Text)
		for _, out := range o.Outputs {
			w.add("outputs/"+out.ID.Value, out.Text)
			for _, a := range out.Activities {
				w.add("activities/"+a.ID.Value, a.Text)
			}
		}
	}
}

func (w *textWalk) budget(b *plan.Budget) {
	w.lines(b.Lines)
	w.lines(b.Financing)
	for i := range b.Outside {
		path := "budget/" + b.Outside[i].ID.Value
		w.add(path, b.Outside[i].Label)
		w.add(path, b.Outside[i].Provider)
		w.add(path, b.Outside[i].Note)
	}
	w.items("budget/notes", b.Notes)
}

// lines adds the texts of lines and of the lines in their groups.
func (w *textWalk) lines(lines []cost.Line) {
	for i := range lines {
		l := &lines[i]
		path := "budget/" + l.ID.Value
		for _, t := range []plan.Prose{l.Label, l.Note, l.Footnote} {
			w.add(path, t)
		}
		w.lines(l.Lines)
	}
}

package compose

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
)

func init() {
	registerBlock("work", blockKind{needs: []string{"from", "columns", "caption"}, from: []string{"work"}, print: printWork})
}

// printWork prints the table of the work: of each activity when it is done, by whom, and what
// has been reached by which day.
func printWork(b *builder, spec *blockSpec) []document.Block {
	table := document.Table{ID: spec.From.Value, Caption: b.text(spec.Caption)}
	shown := b.shownOf(spec, func(show string) bool { return show == "activity" || b.hasOfWork(show) })
	for _, c := range shown {
		table.Columns = append(table.Columns, document.Column{ID: c.Show.Value, Head: b.text(c.Head), Width: c.Width.Value, Label: c.Show.Value == "activity"})
	}
	used := map[string]bool{}
	b.in.Plan.EachActivity(func(number [3]int, a *plan.Activity) {
		row := document.Row{Cells: make([]document.Text, len(shown))}
		for i, c := range shown {
			row.Cells[i] = b.ofActivity(c.Show.Value, number, a)
		}
		for _, list := range [][]plan.ID{a.Responsible, a.Partners} {
			for _, id := range list {
				used[id.Value] = true
			}
		}
		table.Rows = append(table.Rows, row)
	})
	table.Notes = b.actorNotes(used)
	return []document.Block{table}
}

// shownOf returns the columns of a table that have something to show.
func (b *builder) shownOf(spec *blockSpec, has func(show string) bool) (shown []columnSpec) {
	for _, c := range spec.Columns {
		if has(c.Show.Value) {
			shown = append(shown, c)
		}
	}
	return shown
}

// hasOfWork reports whether any activity says what a column shows.
func (b *builder) hasOfWork(show string) bool {
	found := false
	b.in.Plan.EachActivity(func(_ [3]int, a *plan.Activity) {
		switch show {
		case "when":
			found = found || len(a.When) > 0
		case "responsible":
			found = found || len(a.Responsible) > 0
		case "partners":
			found = found || len(a.Partners) > 0
		case "milestones":
			found = found || len(a.Milestones) > 0
		}
	})
	return found
}

func (b *builder) ofActivity(show string, number [3]int, a *plan.Activity) document.Text {
	switch show {
	case "activity":
		return b.activity(number, a)
	case "when":
		return b.times(a.When)
	case "responsible":
		return b.actors(a.Responsible)
	case "partners":
		return b.actors(a.Partners)
	case "milestones":
		return b.milestones(a.Milestones)
	}
	return nil
}

// milestones joins what has been reached, each with its day.
func (b *builder) milestones(list []plan.Milestone) document.Text {
	texts := make([]document.Text, len(list))
	for i, m := range list {
		date := b.withTexts(b.words["milestone_date"], map[string]text{"date": {Value: b.dated(m.Date.Value), Node: m.Date.Node}})
		for n := range date { // a date on two lines is hard to find
			date[n].Keep = true
		}
		texts[i] = append(append(b.text(m.Text), document.Run{Text: " "}), date...)
	}
	return joinTexts(texts, "; ")
}

// actorNotes says what the short names of the actors of a table stand for.
func (b *builder) actorNotes(used map[string]bool) (notes []document.Text) {
	for i := range b.in.Plan.Actors {
		a := &b.in.Plan.Actors[i]
		if !used[a.ID.Value] || !a.Short.IsSet() {
			continue
		}
		note := append(b.text(a.Short), document.Run{Text: ": "})
		notes = append(notes, append(note, b.text(a.Label)...))
	}
	return notes
}

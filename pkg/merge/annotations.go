package merge

import (
	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/source"
)

// Annotation is a tracked change or a comment of a file.
type Annotation struct {
	Kind  Kind // Added, Removed or Comment
	Place string
	At    source.Span // where the plan has the text that it is at, if it has it
	By    Hand
	Text  string
}

// mostAnnotations bounds how many of a file are told.
const mostAnnotations = 1000

// Annotations returns the tracked changes and the comments of a file, and where in the
// document of a plan they are.
func Annotations(u *compile.Unit, t *readback.Text) (list []Annotation) {
	if !annotated(t) {
		return nil
	}
	c := compared(u, t)
	for i := range c.pairs {
		p := &c.pairs[i]
		if p.found == nil {
			continue
		}
		one := Annotation{}
		if p.built != nil {
			one.Place = p.built.first().passage.Place
			one.At = c.owner(p.built).Span()
		} else {
			one.Place = c.near(i)
		}
		for n := range p.found.cells {
			cell := &p.found.cells[n]
			at := one
			if b := p.built.inColumn(cell.column); b != nil {
				at.Place = b.passage.Place
			}
			list = append(list, at.of(cell.form)...)
		}
		if len(list) > mostAnnotations {
			return list[:mostAnnotations]
		}
	}
	return list
}

// inColumn returns the cell of a row in a column, nil for none.
func (u *unit) inColumn(column int) *cell {
	if u == nil || !u.isRow {
		return nil
	}
	for i := range u.cells {
		if u.cells[i].column == column {
			return &u.cells[i]
		}
	}
	return nil
}

// of makes annotations of what a paragraph has beside its text.
func (a Annotation) of(form *readback.Form) (list []Annotation) {
	if form == nil {
		return nil
	}
	for _, e := range form.Edits {
		a.Kind, a.By, a.Text = Added, Hand{e.Author, e.Date}, oneLine(e.Text)
		if e.Deleted {
			a.Kind = Removed
		}
		list = append(list, a)
	}
	for _, e := range form.Comments {
		a.Kind, a.By, a.Text = Comment, Hand{e.Author, e.Date}, oneLine(e.Text)
		list = append(list, a)
	}
	return list
}

func annotated(t *readback.Text) bool {
	for i := range t.Lines {
		if f := t.Lines[i].Form; f != nil && len(f.Edits)+len(f.Comments) > 0 {
			return true
		}
	}
	return false
}

// Package importer makes plans of files that isuplan did not make: of last year's
// submission in Word, PDF or Markdown, and of the budget in a workbook. What it cannot
// place it keeps, marked for a person; its report says how much was placed.
package importer

import (
	"context"
	"errors"
	"fmt"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/source"
)

// errTemplate says that the template cannot be used.
var errTemplate = errors.New("the template cannot be used; isuplan check says why")

// Counts are how much was placed.
type Counts struct {
	Sections, Paragraphs, Mandate, Priorities, Outcomes, Outputs, Activities, Lines int
}

// Result is the plan that was made, and what is worth knowing of it.
type Result struct {
	Plan   []byte // in its canonical form
	Placed Counts
	// Lost are the passages that have no place in the plan; each stands in it as a comment
	// that asks for a person.
	Lost []Passage
	// Remarks are sentences on what was found, made or left.
	Remarks []string
}

// Passage is a stretch of the file.
type Passage struct{ Where, Text string }

// Import makes a plan of a document.
func Import(ctx context.Context, c *compile.Compiler, t *readback.Text) (*Result, error) {
	first, err := frameOf(ctx, c, placeholder(), someYear())
	if err != nil {
		return nil, err
	}
	list := passages(t, first.results)
	b := &placer{draft: &draft{}, frame: first, dates: datesOf(first.language), style: styleOf(list)}
	front, all := chapters(list, b.style, first)
	b.front(front)
	b.draft.complete(list, b.dates)
	if b.frame, err = frameOf(ctx, c, b.draft.document(""), b.draft.period()); err != nil {
		return nil, err
	}
	b.chapters(all)
	b.draft.match(func(s said, note string) said { s.marks = append(s.marks, note); return s })
	return b.result()
}

// result writes the plan in its canonical form.
func (b *placer) result() (*Result, error) {
	r := &Result{Placed: b.draft.count()}
	var remarks []string
	for _, p := range b.draft.lost {
		r.Lost = append(r.Lost, Passage{p.where, p.printedText()})
		remarks = append(remarks, fmt.Sprintf("not placed, %s: %s", p.where, p.printedText()))
	}
	text := b.draft.plan(b.frame, b.budget(), remarks).write()
	file := source.NewFile("plan.yaml", []byte(text))
	root, findings := source.Parse(file)
	if len(findings) > 0 {
		return nil, fmt.Errorf("the plan that was made cannot be read: %s", findings[0].Code)
	}
	form, err := format.Plan(root, plan.Shape())
	if err != nil {
		return nil, err
	}
	r.Plan = form
	return r, nil
}

// placeholder is the masthead of a plan that is compiled to see the template.
func placeholder() *group {
	g := &group{}
	g.set("convention", "Convention")
	g.set("unit", "Unit")
	g.set("date", plain("2000-01-01"))
	return g
}

func someYear() *group {
	g := &group{}
	g.set("from", plain("2000-01-01"))
	g.set("to", plain("2000-12-31"))
	return g
}

package compile

import (
	"context"
	"errors"
	"sync"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/compare"
	"github.com/isuplan/isuplan/pkg/compose"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// Comparison is what was found of two plans, or of more.
type Comparison struct {
	Units []*Unit
	// Report is what changed from the first plan to the second; nil for more than two.
	Report *diff.Report
}

// Compare compares plans that could be read completely, in their order. For two it tells
// what changed; for more it makes the table of years. The last plan's language is used.
func Compare(ctx context.Context, units ...*Unit) (c *Comparison, err error) {
	if len(units) < 2 {
		return nil, errors.New("a comparison is of two plans at least")
	}
	for _, u := range units {
		if u == nil || !u.Complete() || u.absent && len(units) > 2 {
			return nil, ErrIncomplete
		}
	}
	if units[0].absent && units[1].absent {
		return nil, errors.New("there is no plan on either side")
	}
	defer guard("comparing", units[len(units)-1].File, &err)
	c = &Comparison{Units: units}
	if len(units) == 2 {
		sides := c.sides()
		c.Report = diff.Compare(sides[0], sides[1])
	}
	return c, ctx.Err()
}

func (c *Comparison) sides() []diff.Side {
	var sides []diff.Side
	for _, u := range c.Units {
		sides = append(sides, diff.Side{Name: report.Clean(u.File.Name), Plan: u.Plan, Budget: u.Budget, Words: u.Words().Text, IsAbsent: u.absent})
	}
	return sides
}

func (c *Comparison) last() *Unit {
	if last := c.Units[len(c.Units)-1]; !last.absent {
		return last
	}
	return c.Units[0]
}

// Absent returns a unit for a plan that is not there: the other side of a comparison was
// added, or removed.
func (c *Compiler) Absent(file *source.File) *Unit {
	none := &plan.Plan{}
	b, _ := budget.Compute(none, budget.Options{})
	return &Unit{File: file, Plan: none, Budget: b, compiler: c, absent: true}
}

// Exceeded returns what rose by more than the limits, from each plan to the next. It is
// false where two of them are in different currencies, so that nothing can be said.
func (c *Comparison) Exceeded(l diff.Limits) (list []diff.Excess, ok bool) {
	for _, r := range c.reports() {
		if r.Money.Other != "" {
			return nil, false
		}
		list = append(list, l.Exceeded(&r.Money)...)
	}
	return list, true
}

// reports returns what changed from each plan to the next.
func (c *Comparison) reports() []*diff.Report {
	if c.Report != nil {
		return []*diff.Report{c.Report}
	}
	var list []*diff.Report
	sides := c.sides()
	for i := range sides[1:] {
		list = append(list, diff.Compare(sides[i], sides[i+1]))
	}
	return list
}

// Steps returns what changed from each plan to the next, with the sentences of Summary.
func (c *Comparison) Steps() (list []diff.Step) {
	for _, r := range c.reports() {
		list = append(list, diff.Step{Report: r, Summary: compare.Summary(r, c.last().comparisonWords())})
	}
	return list
}

// Document makes a document of the comparison. If all is true, it also lists what merely
// rolled forward with the year.
func (c *Comparison) Document(all bool) *document.Document {
	if c.Report == nil {
		return compare.Series(c.sides(), c.last().comparisonWords())
	}
	return compare.Document(c.Report, all, c.last().comparisonWords())
}

// Summary says in three sentences what changed between two plans; there is none for more
// than two.
func (c *Comparison) Summary() []string {
	if c.Report == nil {
		return nil
	}
	return compare.Summary(c.Report, c.last().comparisonWords())
}

// Versions are the documents of the two plans that a redline is made of.
type Versions struct {
	Old, New *document.Document
	Seal     document.Seal // of the new plan
	// Drafts are the plans that have errors, so that every page says that it is a draft.
	Drafts []*Unit
	// Errors are those for which there is no document.
	Errors []diag.Finding
}

// Versions makes the documents of the two plans, and judges the plans.
func (c *Comparison) Versions(ctx context.Context) (*Versions, error) {
	if c.Report == nil {
		return nil, errors.New("a redline is of two plans")
	}
	if c.Units[0].absent || c.Units[1].absent {
		return nil, ErrIncomplete
	}
	judged, errs := make([][]diag.Finding, len(c.Units)), make([]error, len(c.Units))
	var work sync.WaitGroup
	for i, u := range c.Units {
		work.Go(func() { judged[i], errs[i] = u.Judge(ctx) })
	}
	work.Wait()
	if err := firstOf(ctx, errs); err != nil {
		return nil, err
	}
	v := &Versions{Seal: c.last().Seal(judged[1])}
	for i, u := range c.Units {
		doc, findings, err := u.version(diag.Worst(judged[i]) == diag.Error)
		if err != nil {
			return nil, err
		}
		if diag.Worst(judged[i]) == diag.Error {
			v.Drafts = append(v.Drafts, u)
		}
		if diag.Worst(findings) == diag.Error {
			v.Errors = append(v.Errors, diag.Sort(findings)...)
		}
		v.Old, v.New = v.New, doc
	}
	return v, nil
}

// version makes the document as one side of a redline.
func (u *Unit) version(draft bool) (doc *document.Document, findings []diag.Finding, err error) {
	defer guard("composing", u.File, &err)
	in := u.input()
	in.Draft = in.Draft || draft
	doc, findings = compose.Build(in)
	doc.Meta.Name = u.Name()
	return doc, findings, nil
}

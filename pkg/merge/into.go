package merge

import (
	"context"
	"io/fs"
	"slices"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/source"
)

// Chooser says which of the changes are brought home, each by which of its offers.
type Chooser func(*Comparison) ([]Choice, error)

// All takes every change by its first offer, but for those that others made too, and for amounts
// that the plan computes: a person has to want these stated.
func All(c *Comparison) ([]Choice, error) {
	return By(func(*Change) bool { return true })(c)
}

// By takes the changes that a condition holds for.
func By(wanted func(*Change) bool) Chooser {
	return func(c *Comparison) (list []Choice, _ error) {
		for i := range c.Changes {
			change := &c.Changes[i]
			at := slices.IndexFunc(change.Offers, func(o Offer) bool { return !o.states })
			if at >= 0 && change.Theirs == "" && wanted(change) {
				list = append(list, Choice{Change: i, Offer: at, Free: true})
			}
		}
		return list, nil
	}
}

// Outcome is a change and what became of it.
type Outcome struct {
	Change
	Taken bool
	Says  string // how it came home, or why it did not
}

// Merged is a plan into which the changes of a file were brought.
type Merged struct {
	Text     []byte
	Outcomes []Outcome
	Same     int // how many passages agreed before
}

// Left returns how many changes did not come home.
func (m *Merged) Left() (n int) {
	for i := range m.Outcomes {
		if !m.Outcomes[i].Taken {
			n++
		}
	}
	return n
}

// Into brings the changes of a file into a plan, which lies in a folder. Base is the version of the
// plan that the file was built of; nil for the plan itself.
func Into(ctx context.Context, c *compile.Compiler, plan *compile.Unit, folder fs.FS, base *compile.Unit, t *readback.Text, choose Chooser) (*Merged, error) {
	m := merger{ctx: ctx, compiler: c, folder: folder, text: t}
	if base != nil {
		return m.threeWay(base, plan, choose)
	}
	return m.direct(plan, choose)
}

// IntoBook brings the changes of a workbook into the plan that it was compared with.
func IntoBook(ctx context.Context, c *compile.Compiler, comparison *Comparison, folder fs.FS, choose Chooser) (*Merged, error) {
	m := merger{ctx: ctx, compiler: c, folder: folder}
	chosen, err := choose(comparison)
	if err != nil {
		return nil, err
	}
	out := &Merged{Same: comparison.Same}
	for i := range comparison.Changes {
		out.Outcomes = append(out.Outcomes, comparison.outcome(i))
	}
	made, err := m.make(comparison, chosen)
	if err != nil {
		return nil, err
	}
	out.note(comparison, chosen, made.failed)
	out.Text = formed(comparison.unit, made.unit)
	return out, nil
}

// merger brings changes into a plan.
type merger struct {
	ctx      context.Context //nolint:containedctx // it lives for one call
	compiler *compile.Compiler
	folder   fs.FS // where the plan lies
	text     *readback.Text
}

// compile compiles another text of the plan; nil where it cannot be read.
func (m *merger) compile(file *source.File) (*compile.Unit, error) {
	u, err := m.compiler.Compile(m.ctx, compile.Input{File: file, Folder: m.folder})
	if err != nil || u.Document == nil {
		return nil, err
	}
	return u, nil
}

package compile

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/report"
)

// ErrIncomplete says that there is no document because the plan could not be read
// completely; its findings say why.
var ErrIncomplete = errors.New("the plan could not be read in full, so that there is no document of it")

// Built is what was built of a plan.
type Built struct {
	// Results are the files, one for each format in the order in which they were asked for.
	Results []render.Result
	// Findings are those of Judge, the characters that a format could not show, and the columns
	// that no page can hold.
	Findings []diag.Finding
}

// Build renders the document in formats, with the seal of what Judge says. The rules look
// at the plan while it is rendered: this wastes some work on plans with errors, and saves
// time for all others.
func (u *Unit) Build(ctx context.Context, formats ...render.Format) (*Built, error) {
	if u.Document == nil {
		return nil, ErrIncomplete
	}
	prepared, errs := make([]render.Prepared, len(formats)), make([]error, len(formats))
	var work sync.WaitGroup
	for i, f := range formats {
		work.Go(func() { prepared[i], errs[i] = u.prepare(ctx, f) })
	}
	findings, err := u.Judge(ctx)
	work.Wait()
	if err := firstOf(ctx, append(errs, err)); err != nil {
		return nil, err
	}
	b := &Built{Findings: findings}
	seal := u.Seal(findings)
	for i, f := range formats {
		result, err := u.finish(f, prepared[i], seal)
		if err != nil {
			return nil, err
		}
		b.Results = append(b.Results, result)
		b.Findings = append(b.Findings, render.NoGlyphs(result.Missing, u.File)...)
	}
	if slices.ContainsFunc(formats, func(f render.Format) bool { return f.Paged }) {
		crowded, err := u.crowded(ctx)
		if err != nil {
			return nil, err
		}
		b.Findings = append(b.Findings, crowded...)
	}
	b.Findings = diag.Sort(b.Findings)
	return b, nil
}

// firstOf returns the context's error if the context ended, because everything else then
// failed for that reason; otherwise it returns the first error.
func firstOf(ctx context.Context, errs []error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// Render renders the document in a format, with a seal.
func (u *Unit) Render(ctx context.Context, f render.Format, seal document.Seal) (render.Result, error) {
	if u.Document == nil {
		return render.Result{}, ErrIncomplete
	}
	p, err := u.prepare(ctx, f)
	if err != nil {
		return render.Result{}, err
	}
	return u.finish(f, p, seal)
}

func (u *Unit) prepare(ctx context.Context, f render.Format) (p render.Prepared, err error) {
	defer guard("making the "+f.Name+" of", u.File, &err)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	doc := u.Document
	if f.Typeset {
		doc = u.typeset()
	}
	if p, err = f.Prepare(ctx, doc); err != nil {
		return nil, u.failed(ctx, f, err)
	}
	return p, nil
}

func (u *Unit) finish(f render.Format, p render.Prepared, seal document.Seal) (r render.Result, err error) {
	defer guard("making the "+f.Name+" of", u.File, &err)
	if r, err = p(seal); err != nil {
		return r, u.failed(context.Background(), f, err)
	}
	return r, nil
}

// failed says which file could not be made, unless the work was cancelled.
func (u *Unit) failed(ctx context.Context, f render.Format, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return fmt.Errorf("could not make the %s of %s: %w", f.Name, u.File.Name, err)
}

// Seal returns what the built files say about their origin: which plan and which program
// made them, and what the check said.
func (u *Unit) Seal(findings []diag.Finding) document.Seal {
	return document.Seal{Plan: u.File.SHA256(), Tool: Program, Check: report.Count(findings)}
}

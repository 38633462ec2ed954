package compile

import (
	"context"
	"iter"

	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/render"
)

// Judge returns what the rules say of a plan, with its waivers applied, and the findings
// of the stages before. Characters that a format cannot show are found by Check or by
// rendering.
func (u *Unit) Judge(ctx context.Context) (findings []diag.Finding, err error) {
	defer guard("checking", u.File, &err)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	findings = append(findings, u.Findings...)
	if u.skeleton {
		last, missing := u.lastYear()
		missing = append(missing, u.noFrame...)
		words := u.Words()
		judged, err := check.Run(ctx, check.Input{Plan: u.Plan, Budget: u.Budget, Names: u.Names, Last: last, Broken: u.Unread,
			Headings: words.Headings(), Words: words.Text, Page: u.page()})
		if err != nil {
			return nil, err
		}
		findings = append(append(findings, missing...), judged...)
		if !u.compiler.NoWaivers {
			findings = check.Waive(u.Plan, findings, len(u.Unread) == 0)
		}
		findings = check.Fold(u.Plan, findings)
	}
	return diag.Sort(findings), nil
}

// page yields the printed texts in the pieces that they are composed of; nil where there
// is no document.
func (u *Unit) page() iter.Seq[[]check.Piece] {
	if u.Document == nil {
		return nil
	}
	return func(yield func([]check.Piece) bool) {
		var pieces []check.Piece
		for t := range u.Document.Texts() {
			pieces = pieces[:0]
			for i := range t {
				pieces = append(pieces, check.Piece{Text: t[i].Text, Node: t[i].Origin, Mark: t[i].Note > 0})
			}
			if !yield(pieces) {
				return
			}
		}
	}
}

// Check runs everything that can find fault with a plan, so that documents can be built of
// a plan that is clean here.
func (c *Compiler) Check(ctx context.Context, in Input) ([]diag.Finding, error) {
	u, err := c.Compile(ctx, in)
	if err != nil {
		return nil, err
	}
	return u.Check(ctx)
}

// Check returns the findings of Judge, the characters that the formats cannot show and the
// columns that no page can hold, each finding with its fingerprint.
func (u *Unit) Check(ctx context.Context) (findings []diag.Finding, err error) {
	if findings, err = u.Judge(ctx); err != nil {
		return nil, err
	}
	lacking, err := u.lacking(ctx)
	if err != nil {
		return nil, err
	}
	findings = diag.Sort(append(findings, lacking...))
	for i, print := range diag.Fingerprints(findings) {
		findings[i].Print = print
	}
	return findings, nil
}

// lacking returns what the formats could not show.
func (u *Unit) lacking(ctx context.Context) (list []diag.Finding, err error) {
	if u.Document == nil {
		return nil, nil
	}
	defer guard("looking at the characters of", u.File, &err)
	for _, f := range render.Formats() {
		if f.Lacking == nil {
			continue
		}
		missing, err := f.Lacking(ctx, u.typeset())
		if err != nil {
			return nil, err
		}
		list = append(list, render.NoGlyphs(missing, u.File)...)
	}
	crowded, err := u.crowded(ctx)
	return append(list, crowded...), err
}

// crowded returns the columns of tables that no page can hold.
func (u *Unit) crowded(ctx context.Context) (list []diag.Finding, err error) {
	defer guard("measuring the tables of", u.File, &err)
	crowded, err := render.Crowded(ctx, u.typeset())
	return render.TooWides(crowded, u.File), err
}

package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/report"
)

// incomplete returns the plans that could not be read.
func incomplete(plans []*compile.Unit) (broken []*compile.Unit) {
	for _, u := range plans {
		if !u.Complete() {
			broken = append(broken, u)
		}
	}
	return broken
}

// unreadable says of plans that cannot be read what is wrong with them, in place of a
// comparison: git goes on to the next file then. Who asks for a format that is of two plans,
// for the table of years or for limits is refused.
func (d *differ) unreadable(ctx context.Context, format render.ComparisonFormat, plans, broken []*compile.Unit, limits diff.Limits) error {
	if format.Pair || format.Data || len(plans) > 2 || limits.IsSet() {
		var findings []diag.Finding
		for _, u := range broken {
			findings = append(findings, diag.Sort(u.Findings)...)
		}
		return d.refuse(findings)
	}
	doc := &document.Document{Meta: document.Meta{Title: "A plan that cannot be read"}}
	for _, u := range broken {
		doc.Blocks = append(doc.Blocks, faults(u)...)
	}
	result, err := format.Write(ctx, render.Comparison{Document: doc}, d.look())
	if err != nil {
		return err
	}
	d.app.failed()
	return d.put(ctx, format, result)
}

// faults lists the first findings of a plan that cannot be read.
func faults(u *compile.Unit) []document.Block {
	const most = 5
	errors := slices.DeleteFunc(diag.Sort(u.Findings), func(f diag.Finding) bool { return f.Rule.Severity != diag.Error })
	name := report.Clean(u.File.Name)
	if filepath.IsAbs(u.File.Name) { // as git has it, in a folder that is gone soon
		name = report.Clean(filepath.Base(u.File.Name))
	}
	var list document.List
	for _, f := range errors[:min(most, len(errors))] {
		at := f.Span.Start
		list.Items = append(list.Items, document.Item{Text: document.Plain(report.Clean(fmt.Sprintf("%s:%d:%d: %s", name, at.Line, at.Col, f.Message)))})
	}
	if more := len(errors) - most; more > 0 {
		list.Items = append(list.Items, document.Item{Text: document.Plain(fmt.Sprintf("and %d more", more))})
	}
	text := fmt.Sprintf("%s cannot be read as a plan, so that nothing was compared: %s.", name, report.Count(errors))
	return []document.Block{document.Paragraph{Text: document.Plain(text)}, list}
}

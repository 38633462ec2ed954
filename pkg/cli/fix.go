package cli

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// mended is a plan with its fixes.
type mended struct {
	before, after *source.File
	count         int
	left          []diag.Finding
}

// mend applies what has one right answer to the plans, or prints it as a patch.
func (c *checker) mend(ctx context.Context, files []*source.File, line diag.Severity) error {
	var all []mended
	var outputs []output
	total := 0
	for _, file := range files {
		if _, err := os.Stat(file.Name); err != nil {
			return troublef("--fix changes files, and %s is none", file.Name)
		}
		m, err := c.mendOne(file)
		if err != nil {
			return err
		}
		all = append(all, m)
		total += m.count
		if m.count > 0 {
			outputs = append(outputs, output{path: file.Name, bytes: withMark(file.Name, m.after.Bytes)})
		}
	}
	if c.dryRun {
		return c.patch(all, line, total)
	}
	if len(outputs) > 0 {
		if err := c.app.rewrite(ctx, outputs); err != nil {
			return err
		}
	}
	var checked []report.Plan
	for _, m := range all {
		checked = append(checked, report.Plan{Name: m.after.Name, Findings: m.left})
	}
	format, _, _ := c.settings()
	c.app.say("%s", fixes("mended", total, len(outputs)))
	return c.conclude(format, line, checked)
}

// mostRounds bounds how often a plan is looked at again: mending one thing may bring
// another to light.
const mostRounds = 10

// mendOne applies the fixes of one plan until there is none left.
func (c *checker) mendOne(file *source.File) (mended, error) {
	m := mended{before: file, after: file}
	for range mostRounds {
		findings, err := c.check(m.after)
		if err != nil {
			return m, err
		}
		m.left = findings
		text, applied := apply(m.after, report.Open(findings))
		if applied == 0 {
			break
		}
		after := source.NewFile(file.Name, text)
		// A fix that makes the plan unreadable would be worse than what it mends.
		if checked, err := c.check(after); err != nil || countForm(checked) > countForm(findings) {
			break
		}
		m.after, m.count = after, m.count+applied
	}
	return m, nil
}

// countForm counts the errors that cannot be waived.
func countForm(findings []diag.Finding) int {
	n := 0
	for _, f := range findings {
		if strings.HasPrefix(f.Rule.Code, "F") && f.Rule.Severity == diag.Error {
			n++
		}
	}
	return n
}

// apply makes the edits of the findings that have a fix, from the first byte to the
// last; of two that overlap the first.
func apply(file *source.File, findings []diag.Finding) (text []byte, applied int) {
	type fix struct {
		edits []diag.Edit
	}
	var list []fix
	for _, f := range findings {
		if len(f.Fix) > 0 {
			list = append(list, fix{f.Fix})
		}
	}
	var edits []diag.Edit
next:
	for _, f := range list {
		for _, e := range f.edits {
			if e.Span.File != file || slices.ContainsFunc(edits, func(o diag.Edit) bool { return overlap(o.Span, e.Span) }) {
				continue next
			}
		}
		edits = append(edits, f.edits...)
		applied++
	}
	slices.SortFunc(edits, func(a, b diag.Edit) int { return cmp.Compare(a.Span.Start.Offset, b.Span.Start.Offset) })
	at := 0
	for _, e := range edits {
		text = append(text, file.Bytes[at:e.Span.Start.Offset]...)
		text = append(text, e.Text...)
		at = e.Span.End.Offset
	}
	return append(text, file.Bytes[at:]...), applied
}

func overlap(a, b source.Span) bool {
	return a.Start.Offset < b.End.Offset && b.Start.Offset < a.End.Offset || a.Start.Offset == b.Start.Offset
}

// patch prints what --fix would change.
func (c *checker) patch(all []mended, line diag.Severity, total int) error {
	files := 0
	for _, m := range all {
		if m.count == 0 {
			continue
		}
		files++
		name := strings.TrimPrefix(report.Clean(m.before.Name), "./")
		if _, err := c.app.stdout.Write(diff.Diff("a/"+name, m.before.Bytes, "b/"+name, m.after.Bytes)); err != nil {
			return err
		}
	}
	c.app.say("%s", fixes("would mend", total, files))
	for _, m := range all {
		findings, err := c.check(m.before)
		if err != nil {
			return err
		}
		c.judgeExit(line, findings)
	}
	return nil
}

func fixes(verb string, n, files int) string {
	switch {
	case n == 0:
		return "nothing has one right answer; no file was changed"
	case n == 1:
		return verb + " 1 finding"
	case files == 1:
		return fmt.Sprintf("%s %d findings", verb, n)
	}
	return fmt.Sprintf("%s %d findings in %d files", verb, n, files)
}

// withMark puts the byte order mark back that the file has.
func withMark(name string, text []byte) []byte {
	mark := []byte{0xEF, 0xBB, 0xBF}
	if existing, err := os.ReadFile(name); err == nil && bytes.HasPrefix(existing, mark) {
		return append(mark, text...)
	}
	return text
}

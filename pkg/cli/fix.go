package cli

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// mend applies the fixes that have one right answer to the plans, or prints them as a
// patch.
func (c *checker) mend(ctx context.Context, compiler *compile.Compiler, files []*source.File, line diag.Severity) error {
	var all []*compile.Mended
	var outputs []output
	total := 0
	for _, file := range files {
		if _, err := os.Stat(file.Name); err != nil {
			return troublef("--fix changes files, and %s is none", file.Name)
		}
		m, err := compiler.Mend(ctx, input(file))
		if err != nil {
			return err
		}
		all = append(all, m)
		total += m.Count
		if m.Count > 0 {
			outputs = append(outputs, rewritten(file, m.After.Bytes))
		}
	}
	if c.dryRun {
		return c.patch(ctx, compiler, all, line, total)
	}
	if len(outputs) > 0 {
		if err := c.app.rewrite(ctx, outputs); err != nil {
			return err
		}
	}
	var checked []report.Plan
	for _, m := range all {
		checked = append(checked, report.Plan{Name: m.After.Name, Findings: m.Left})
	}
	format, _, _ := c.wanted()
	c.app.say("%s", fixes("mended", total, len(outputs)))
	if slices.ContainsFunc(all, func(m *compile.Mended) bool { return m.More }) {
		c.app.say("more can be mended, for no more is listed or mended at once: run isuplan check --fix again")
	}
	return c.conclude(format, line, checked)
}

// patch prints what --fix would change.
func (c *checker) patch(ctx context.Context, compiler *compile.Compiler, all []*compile.Mended, line diag.Severity, total int) error {
	files := 0
	for _, m := range all {
		if m.Count == 0 {
			continue
		}
		files++
		name := strings.TrimPrefix(report.Clean(m.Before.Name), "./")
		if _, err := c.app.stdout.Write(diff.Diff("a/"+name, m.Before.Bytes, "b/"+name, m.After.Bytes)); err != nil {
			return err
		}
	}
	c.app.say("%s", fixes("would mend", total, files))
	for _, m := range all {
		findings, err := compiler.Check(ctx, input(m.Before))
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

package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// onlyNew takes away the findings that the base of --diff had already.
func (c *checker) onlyNew(ctx context.Context, compiler *compile.Compiler, checked []report.Plan) error {
	read, err := c.baseReader(ctx, len(checked))
	if err != nil {
		return err
	}
	for i := range checked {
		before, err := read(checked[i].Name)
		if err != nil {
			return err
		}
		if before == nil {
			continue // a new plan: all of its findings are new
		}
		old, err := compiler.Check(ctx, input(before))
		if err != nil {
			return err
		}
		checked[i].Findings = without(checked[i].Findings, report.Unwaived(old))
	}
	return nil
}

// without returns the findings that are not among the old ones. What is waived stays: it
// is counted, not reported.
func without(findings, old []diag.Finding) []diag.Finding {
	had := map[string]bool{}
	for _, print := range diag.Fingerprints(old) {
		had[print] = true
	}
	var list []diag.Finding
	for _, f := range findings {
		if f.WaivedBy != "" {
			list = append(list, f)
		}
	}
	unwaived := report.Unwaived(findings)
	for i, print := range diag.Fingerprints(unwaived) {
		if !had[print] {
			list = append(list, unwaived[i])
		}
	}
	return diag.Sort(list)
}

// reader returns a plan as it was, or nil where there was none.
type reader func(name string) (*source.File, error)

// baseReader returns how to read the plans of the base: a plan or a folder where
// one of that name is there, a revision of git otherwise.
func (c *checker) baseReader(ctx context.Context, plans int) (reader, error) {
	info, err := os.Stat(c.base)
	switch {
	case err != nil:
		return c.revision(ctx)
	case info.IsDir():
		return c.inFolder, nil
	case plans > 1:
		return nil, troublef("--diff %s is one plan, but there are %d to compare; name a folder or a revision of git", c.base, plans)
	}
	return func(string) (*source.File, error) { return c.app.read(c.base) }, nil
}

// inFolder reads the plan of the same path in the base's folder, or else of the same
// name.
func (c *checker) inFolder(name string) (*source.File, error) {
	tries := []string{filepath.Join(c.base, filepath.Base(name))}
	if filepath.IsLocal(name) {
		tries = append([]string{filepath.Join(c.base, name)}, tries...)
	}
	for _, path := range tries {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return c.app.read(path)
		}
	}
	return nil, nil
}

// revision reads plans as they were in a revision of git.
func (c *checker) revision(ctx context.Context) (reader, error) {
	return func(name string) (*source.File, error) {
		folder := filepath.Dir(name)
		commit, err := git(ctx, folder, "rev-parse", "--verify", "--quiet", "--end-of-options", c.base+"^{commit}")
		if errors.Is(err, exec.ErrNotFound) {
			return nil, troublef("--diff %s is no plan and no folder, and git is not installed to look for a revision of that name", c.base)
		}
		if err != nil {
			return nil, troublef("--diff %s is no plan, no folder and no revision of git that %s knows", c.base, folder)
		}
		at := string(bytes.TrimSpace(commit)) + ":./" + filepath.Base(name)
		if _, err := git(ctx, folder, "cat-file", "-e", at); err != nil {
			return nil, nil //nolint:nilerr // the plan was not there yet, which is no error
		}
		text, err := git(ctx, folder, "show", "--no-textconv", at)
		if err != nil {
			return nil, troublef("git cannot show %s as it was in %s", name, c.base)
		}
		return source.NewFile(name, text), nil
	}, nil
}

// git runs git in a folder and returns what it prints.
func git(ctx context.Context, folder string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-C", folder}, args...)...)
	return cmd.Output()
}

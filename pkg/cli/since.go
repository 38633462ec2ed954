package cli

import (
	"context"
	"os"
	"path/filepath"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/report"
)

// onlyNew takes away the findings that the base of --diff had already.
func (c *checker) onlyNew(ctx context.Context, compiler *compile.Compiler, checked []report.Plan) error {
	read, err := c.baseReader(ctx, len(checked))
	if err != nil {
		return err
	}
	for i := range checked {
		before, found, err := read(checked[i].Name)
		if err != nil {
			return err
		}
		if !found {
			continue // a new plan: all of its findings are new
		}
		old, err := compiler.Check(ctx, before)
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
		if !had[print] || unwaived[i].Rule.Name == diag.MoreOfAKind.Name { // what is only counted may be new
			list = append(list, unwaived[i])
		}
	}
	return diag.Sort(list)
}

// reader returns a plan as it was; found is false where there was none.
type reader func(name string) (plan compile.Input, found bool, err error)

// baseReader returns how to read the plans of the base: as they were at a revision of git,
// or where --against says.
func (c *checker) baseReader(ctx context.Context, plans int) (reader, error) {
	if c.base != "" {
		h, err := c.history(ctx)
		if err != nil {
			return nil, err
		}
		return h.before, nil
	}
	info, err := os.Stat(c.against)
	switch {
	case err != nil:
		return nil, troublef("--against %s: there is no plan and no folder of that name; a revision of git is named by --diff", c.against)
	case info.IsDir():
		return c.inFolder, nil
	case plans > 1:
		return nil, troublef("--against %s is one plan, but there are %d to compare; name a folder, or a revision of git with --diff", c.against, plans)
	}
	return func(string) (compile.Input, bool, error) { return c.readBase(c.against) }, nil
}

// inFolder reads the plan of the same path in the base's folder, or else of the same
// name.
func (c *checker) inFolder(name string) (compile.Input, bool, error) {
	tries := []string{filepath.Join(c.against, filepath.Base(name))}
	if filepath.IsLocal(name) {
		tries = append([]string{filepath.Join(c.against, name)}, tries...)
	}
	for _, path := range tries {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return c.readBase(path)
		}
	}
	return compile.Input{}, false, nil
}

// readBase reads a plan of the base from the disk.
func (c *checker) readBase(path string) (compile.Input, bool, error) {
	file, err := c.app.read(path)
	if err != nil {
		return compile.Input{}, false, err
	}
	return input(file), true, nil
}

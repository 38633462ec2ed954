package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// formatter is the fmt command and its flags.
type formatter struct {
	app   *app
	check bool
	patch bool
}

func (a *app) fmtCommand() *cobra.Command {
	f := &formatter{app: a}
	cmd := &cobra.Command{
		Use:   "fmt PLAN|FOLDER...",
		Short: "Write plans in their canonical form",
		Long: `Write each plan in its one canonical form: keys in the order of the language, texts
folded at the ends of sentences, quotes where they are needed. Comments stay, and the
plan means the same afterwards; a file that would not is left as it is. The names of
the files that changed go to standard output. "-" reads standard input and writes the
form to standard output.

Exit code 0: done, or with --check nothing to do. 1: --check found files that are not
in their form, or a plan cannot be read. 2: the tool could not run.`,
		Example: `  isuplan fmt plans
  isuplan fmt --check plans
  isuplan fmt --diff plans/2018.yaml`,
		ValidArgsFunction: completePlans,
		RunE:              func(cmd *cobra.Command, args []string) error { return f.run(cmd.Context(), args) },
	}
	cmd.Flags().BoolVar(&f.check, "check", false, "write nothing; list the files that are not in their form, and fail")
	cmd.Flags().BoolVar(&f.patch, "diff", false, "write nothing; print the changes as a patch")
	return cmd
}

func (f *formatter) run(ctx context.Context, args []string) error {
	if len(args) == 0 {
		return troublef(`fmt needs a plan; "-" is standard input`)
	}
	names, err := f.app.expand(args)
	if err != nil {
		return err
	}
	files, err := f.app.plans(names)
	if err != nil {
		return err
	}
	var outputs []output
	for _, file := range files {
		text, ok, err := f.one(file)
		if err != nil {
			return err
		}
		if !ok {
			f.app.failed()
			continue
		}
		switch {
		case file.Name == compile.StandardInput && !f.check && !f.patch:
			if _, err := f.app.stdout.Write(text); err != nil {
				return err
			}
		case string(text) != string(file.Bytes):
			outputs = append(outputs, output{path: file.Name, bytes: withMark(file.Name, text)})
			if f.patch {
				name := strings.TrimPrefix(report.Clean(file.Name), "./")
				if _, err := f.app.stdout.Write(diff.Diff("a/"+name, file.Bytes, "b/"+name, text)); err != nil {
					return err
				}
			}
		}
	}
	return f.finish(ctx, outputs)
}

// finish writes the files that changed, or says which they are.
func (f *formatter) finish(ctx context.Context, outputs []output) error {
	switch {
	case len(outputs) == 0 || f.patch && !f.check:
		return nil
	case f.check:
		f.app.failed()
		if f.patch {
			return nil
		}
		return f.app.list(outputs)
	}
	if err := f.app.rewrite(ctx, outputs); err != nil {
		return err
	}
	return f.app.list(outputs)
}

// one returns the canonical form of a plan; a plan that cannot be read has its findings
// shown instead.
func (f *formatter) one(file *source.File) ([]byte, bool, error) {
	p, findings, ok := plan.Load(file)
	if !ok {
		if err := f.app.talkFindings(diag.Sort(findings)); err != nil {
			return nil, false, err
		}
		f.app.say("%s was left as it is: %s", file.Name, report.Count(findings))
		return nil, false, nil
	}
	text, err := format.Plan(p.Node, plan.Shape())
	if errors.Is(err, format.ErrChanged) {
		return nil, false, troublef("%s was left as it is: its canonical form would not mean the same, which is a fault of isuplan; please report it with the file", file.Name)
	}
	return text, err == nil, err
}

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
		Use:   "fmt [PLAN|FOLDER...]",
		Short: "Write plans in their canonical form",
		Long: `Write each plan in its one canonical form: keys in the order of the language, texts
folded at the ends of sentences, quotes where they are needed. Comments stay, and the
plan means the same afterwards; a file that would not, or that cannot be written, is
left as it is, and the others are written. The names of the files that changed go to
standard output. "-" reads standard input and writes the form to standard output.
Where no plan is named, that of this folder or of its plans/ is taken, if there is one
only.

Exit code 0: done, or with --check nothing to do. 1: --check found files that are not
in their form, or what a file says is no plan. 2: the tool could not run, or a file
could not be read or written.`,
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
	names, err := f.app.chosenNames(args)
	if err != nil {
		return err
	}
	var outputs []output
	for _, name := range names {
		o, changed, err := f.file(name)
		switch {
		case err != nil: // the others are done all the same
			f.trouble(err)
		case changed:
			outputs = append(outputs, o)
		}
	}
	return f.finish(ctx, outputs)
}

// trouble says what went wrong with one file.
func (f *formatter) trouble(err error) {
	f.app.say("%s", plainError(err))
	f.app.code = ExitTrouble
}

// file returns a plan in its form, where that is not what its file holds; standard input is
// answered at once.
func (f *formatter) file(name string) (output, bool, error) {
	file, err := f.app.read(name)
	if err != nil {
		return output{}, false, err
	}
	text, ok, err := f.one(file)
	switch {
	case err != nil:
		return output{}, false, err
	case !ok:
		f.app.failed()
		return output{}, false, nil
	case file.Name == compile.StandardInput && !f.check && !f.patch:
		_, err := f.app.stdout.raw().Write(text)
		return output{}, false, err
	case string(text) == string(file.Bytes):
		return output{}, false, nil
	}
	if f.patch {
		name := strings.TrimPrefix(report.Clean(file.Name), "./")
		if _, err := f.app.stdout.Write(diff.Diff("a/"+name, file.Bytes, "b/"+name, text)); err != nil {
			return output{}, false, err
		}
	}
	return rewritten(file, text), true, nil
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
	written, failed := f.app.rewriteEach(ctx, outputs)
	for _, err := range failed {
		f.trouble(err)
	}
	if err := f.app.list(written); err != nil {
		return err
	}
	if ctx.Err() != nil && len(written)+len(failed) < len(outputs) {
		f.app.say("interrupted; the files that are named were written, the others were not changed")
		f.app.code = ExitInterrupted
	}
	return nil
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

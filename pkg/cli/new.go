package cli

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/rollover"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// starter is the new command and its flags.
type starter struct {
	app    *app
	from   string
	output string
	force  bool
}

func (a *app) newCommand() *cobra.Command {
	s := &starter{app: a}
	cmd := &cobra.Command{
		Use:   "new YEAR [--from PLAN]",
		Short: "Start next year's plan from this year's",
		Long: `Copy a plan and roll it on: the period, the meetings' ordinals and dates, the
deadlines, the columns; last year's figures stay as a column. What takes a person is marked with
a comment that begins with "review:", and check reports each of them until it is
taken out. Until then build marks every page as a draft, and build --final refuses.

The plan is written beside the old one as YEAR.yaml. A file that is there is not
replaced.`,
		Example: `  isuplan new 2019 --from plans/2018.yaml
  isuplan new 2019 --from plans/2018.yaml -o drafts/2019.yaml`,
		Args: oneName,
		RunE: func(cmd *cobra.Command, args []string) error { return s.run(cmd.Context(), args) },
	}
	cmd.Flags().StringVar(&s.from, "from", "", "the `PLAN` to start from; where it is not given, the one that is here")
	cmd.Flags().StringVarP(&s.output, "output", "o", "", `the file to write; "-" is standard output`)
	cmd.Flags().BoolVar(&s.force, "force", false, "replace a file that is there")
	return cmd
}

func (s *starter) run(ctx context.Context, args []string) error {
	if len(args) == 0 {
		return troublef(`new needs a year, such as "isuplan new 2019 --from plans/2018.yaml"`)
	}
	year, err := strconv.Atoi(args[0])
	if err != nil || year < 1900 || year > 2999 {
		return troublef(`%q is no year; write "isuplan new YEAR --from PLAN", such as "isuplan new 2019 --from plans/2018.yaml"`, args[0])
	}
	old, err := s.app.chosenOne(named(s.from), false)
	if err != nil {
		return err
	}
	s.from = cmp.Or(s.from, old.Name)
	if len(old.Bytes) > mostRolled {
		return s.tooLarge(old)
	}
	// Edits are made in the canonical form: in a plan written in braces, as JSON is, a comment
	// or a key would have no line of its own.
	old, _ = canonical(old)
	out, err := compile.New(compile.Options{}).Compute(ctx, input(old))
	if err != nil {
		return err
	}
	if !out.Complete() {
		if err := s.app.talkFindings(diag.Sort(out.Findings)); err != nil {
			return err
		}
		return troublef("nothing was written: %s has errors", s.from)
	}
	if from := out.Plan.Period.From.Value.Year(); year <= from {
		return troublef("%s is the plan of %d; a new plan is of a later year than %d", s.from, from, year)
	}
	return s.write(ctx, out, year)
}

// mostRolled is how large a plan may be that is rolled on: it is read, proved and checked
// several times over, and no plan that somebody wrote is half as large.
const mostRolled = 1 << 18

// tooLarge says that a plan is not rolled on because of its size.
func (s *starter) tooLarge(old *source.File) error {
	f := diag.Finding{Rule: schema.TooMuch, Span: old.Span(0, 0),
		Message: fmt.Sprintf("the plan has %s kB; the most that new rolls on is %d kB", diag.Grouped(len(old.Bytes)>>10), mostRolled>>10),
		Hint:    "divide it, or copy it and change the years by hand"}
	if err := s.app.talkFindings([]diag.Finding{f}); err != nil {
		return err
	}
	return troublef("nothing was written: %s is too large", s.from)
}

func (s *starter) write(ctx context.Context, out *compile.Unit, year int) error {
	name := s.output
	if name == "" {
		name = filepath.Join(filepath.Dir(s.from), fmt.Sprintf("%d.yaml", year))
	}
	o := rollover.Options{Year: year, Previous: beside(name, s.from)}
	if frame := out.Plan.Frame; frame.IsSet() {
		o.Frame = beside(name, filepath.Join(filepath.Dir(s.from), filepath.FromSlash(frame.Value)))
	}
	made, err := rollover.Make(out.Plan, out.Budget, o)
	if err != nil {
		return err
	}
	made.File.Name = name
	annotated, reviews, err := s.annotate(ctx, out.File, made.File)
	if err != nil {
		return err
	}
	form, ok := canonical(annotated)
	if !ok {
		return troublef("nothing was written: the plan made of %s could not be read, which is a fault of isuplan; please report it with the file", s.from)
	}
	if name == "-" {
		_, err := s.app.stdout.raw().Write(form.Bytes)
		return err
	}
	file := output{path: name, bytes: form.Bytes, ours: func([]byte) bool { return false }}
	if err := s.app.writeAll(ctx, filepath.Dir(name), []output{file}, s.force); err != nil {
		return err
	}
	if err := s.app.list([]output{file}); err != nil {
		return err
	}
	for _, what := range made.Said {
		s.app.say("%s", what)
	}
	s.app.say("rolled %d values on to %d; %d comments that begin with \"# %s\" wait for you (isuplan review %s)", made.Rolled, year, reviews, rollover.Mark, report.Clean(name))
	return nil
}

// annotate turns what check finds in the new plan into comments that ask for a person:
// nothing that last year's waivers hid goes unseen.
func (s *starter) annotate(ctx context.Context, last, file *source.File) (*source.File, int, error) {
	c := compile.New(compile.Options{Last: last})
	const rounds = 4
	for range rounds {
		u, err := c.Compile(ctx, input(file))
		if err != nil {
			return nil, 0, err
		}
		findings, err := u.Check(ctx)
		if err != nil {
			return nil, 0, err
		}
		var unwaived []diag.Finding
		for _, f := range report.Unwaived(findings) {
			if f.Rule.Name != check.Review.Name && !strings.HasPrefix(f.Rule.Code, "F") {
				unwaived = append(unwaived, f)
			}
		}
		if u.Plan == nil || len(u.Unread) > 0 || len(unwaived) == 0 {
			break
		}
		next, err := rollover.Annotate(u.Plan, unwaived)
		if err != nil {
			return nil, 0, err
		}
		if bytes.Equal(next.Bytes, file.Bytes) {
			break
		}
		file.Forget()
		file = next
	}
	return file, bytes.Count(file.Bytes, []byte("# "+rollover.Mark)), nil
}

// canonical returns a plan in its form, and whether it can be read; one that has no form
// stays as it is.
func canonical(file *source.File) (*source.File, bool) {
	p, _, ok := plan.Load(file)
	if !ok {
		return file, false
	}
	form, err := format.File(p.Node, plan.Shape())
	if err != nil {
		return file, true
	}
	file.Forget()
	return form, true
}

// beside returns the path of a file from the folder of another, "" where it lies
// outside that folder.
func beside(name, other string) string {
	if name == "-" || other == "-" {
		return ""
	}
	folder, err := filepath.Abs(filepath.Dir(name))
	if err != nil {
		return ""
	}
	target, err := filepath.Abs(other)
	if err != nil {
		return ""
	}
	path, err := filepath.Rel(folder, target)
	if err != nil || !filepath.IsLocal(path) || !isYAML(path) {
		return ""
	}
	return filepath.ToSlash(path)
}

package cli

import (
	"context"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// differ is the diff command and its flags.
type differ struct {
	settings
	format   string
	output   string
	force    bool
	all      bool
	revision string
	increase string
	line     string
	width    int
	tongues  bool // two language versions are compared
}

func (a *app) diffCommand() *cobra.Command {
	d := &differ{settings: newSettings(a)}
	cmd := &cobra.Command{
		Use:   "diff OLD NEW [NEWER...]",
		Short: "Say what changed between plans, in words and in money",
		Long: `Compare two plans: which texts were added, dropped, moved, split, merged and
reworded, and how the total came from the old to the new, line by line. Things are
matched by their ids. What merely rolled forward with the year is counted, not
listed, unless --all is given. More than two plans give the table of years.

With --format docx the document of the new plan is written, with tracked changes:
whoever rejects them all in Word has the old document, whoever accepts them all the
new one.

With --languages two language versions of one plan are held side by side: what has no
counterpart, and which figures and dates differ. The words are not judged.

A plan that is not there is /dev/null: all of the other one was added, or removed.
A plan that cannot be read is said to be so, with what is wrong first.

Exit code 0: the plans are the same. 1: they differ. 2: the tool could not run. 3: an
amount rises by more than --max-increase or --max-line-increase allows.`,
		Example: `  isuplan diff plans/2018.yaml plans/2019.yaml
  isuplan diff 2018.yaml 2019.yaml --format html -o changes.html
  isuplan diff 2018.yaml 2019.yaml --format docx -o redline.docx
  isuplan diff 2018.yaml 2019.yaml --max-increase 5%
  isuplan diff --git main plans/2019.yaml
  isuplan diff 2016.yaml 2017.yaml 2018.yaml
  isuplan diff 2018-en.yaml 2018-fr.yaml --languages`,
		ValidArgsFunction: completePlans,
		RunE:              func(cmd *cobra.Command, args []string) error { return d.run(cmd.Context(), args) },
	}
	flags := cmd.Flags()
	flags.StringVar(&d.format, "format", "", "how to write it: "+strings.Join(diffFormatNames(), ", ")+"; where it is not said, as the name behind -o says, or text")
	flags.StringVarP(&d.output, "output", "o", "", "write to a `FILE` in place of standard output")
	flags.BoolVar(&d.force, "force", false, "replace a file that is there")
	flags.BoolVar(&d.all, "all", false, "list what merely rolled forward too; with --languages, all texts")
	flags.BoolVar(&d.tongues, "languages", false, "hold two language versions of one plan side by side")
	flags.StringVar(&d.revision, "git", "", "compare the plan with itself as it was at a `REVISION` of git")
	flags.StringVar(&d.increase, "max-increase", "", "the most that the total may rise, such as 5%")
	flags.StringVar(&d.line, "max-line-increase", "", "the most that a line may rise, such as 10%")
	flags.IntVar(&d.width, "width", 0, "the width of the text in columns; that of the terminal, or 100")
	d.templateFlag(cmd)
	d.langFlag(cmd, "what is said")
	a.completeFlag(cmd, "format", words(diffFormatNames()))
	return cmd
}

func (d *differ) run(ctx context.Context, args []string) error {
	format, err := d.wanted()
	if err != nil {
		return err
	}
	if err := d.checkLang(); err != nil {
		return err
	}
	if format.Pair && format.Binary && d.lang != "" {
		return troublef("a document with tracked changes is in the language of its plan; leave --lang out")
	}
	d.Language = d.lang
	if d.tongues {
		if err := d.refuseWithLanguages(format, len(args)); err != nil {
			return err
		}
	}
	limits, err := d.limits()
	if err != nil {
		return err
	}
	plans, err := d.plans(ctx, args, format)
	if err != nil {
		return err
	}
	if broken := incomplete(plans); len(broken) > 0 {
		return d.unreadable(ctx, format, plans, broken, limits)
	}
	if d.tongues {
		return d.languageVersions(ctx, format, plans)
	}
	c, err := compile.Compare(ctx, plans...)
	if err != nil {
		return err
	}
	if err := d.write(ctx, format, c, limits); err != nil {
		return err
	}
	if c.Report != nil && !c.Report.Same() {
		d.app.failed()
	}
	return d.exceeded(c, limits)
}

// plans compiles the plans up to their budgets.
func (d *differ) plans(ctx context.Context, args []string, format render.ComparisonFormat) ([]*compile.Unit, error) {
	list, err := d.inputs(ctx, args)
	if err != nil {
		return nil, err
	}
	redline := ""
	if format.Pair && format.Binary {
		redline = format.Name
	}
	if err := sides(list, redline); err != nil {
		return nil, err
	}
	c, err := d.compiler()
	if err != nil {
		return nil, err
	}
	var plans []*compile.Unit
	for _, in := range list {
		if isNothing(in.File.Name) {
			plans = append(plans, c.Absent(in.File))
			continue
		}
		out, err := c.Compute(ctx, in)
		if err != nil {
			return nil, err
		}
		plans = append(plans, out)
	}
	return plans, nil
}

// sides refuses what is no comparison of plans: nothing with nothing, or nothing where
// plans are needed.
func sides(list []compile.Input, pair string) error {
	none := 0
	for _, in := range list {
		if isNothing(in.File.Name) {
			none++
		}
	}
	switch {
	case none > 1 && len(list) == 2:
		return troublef("there is no plan on either side")
	case none > 0 && len(list) > 2:
		return troublef("%s is no plan, and the table of years is of plans", "/dev/null")
	case none > 0 && pair != "":
		return troublef("--format %s needs two plans, and one is not there", pair)
	}
	return nil
}

// isNothing reports the name by which git and shells say that there is no file.
func isNothing(name string) bool { return name == "/dev/null" || strings.EqualFold(name, os.DevNull) }

// refuse shows findings for which nothing can be compared.
func (d *differ) refuse(findings []diag.Finding) error {
	if len(findings) == 0 {
		return nil
	}
	if err := d.app.talkFindings(findings); err != nil {
		return err
	}
	return troublef("nothing was compared: %s", report.Count(findings))
}

func (d *differ) inputs(ctx context.Context, args []string) ([]compile.Input, error) {
	if d.revision != "" {
		if len(args) > 1 {
			return nil, troublef("--git compares one plan with itself; name one plan")
		}
		now, err := d.app.chosenOne(args, false)
		if err != nil {
			return nil, err
		}
		return d.atRevision(ctx, now)
	}
	if len(args) < 2 {
		return nil, troublef("diff needs two plans, the old one and the new one%s; see isuplan diff --help", alsoHere())
	}
	files, err := d.app.chosen(args, false)
	return inputs(files), err
}

// atRevision reads a plan as it was, and as it is.
func (d *differ) atRevision(ctx context.Context, now *source.File) ([]compile.Input, error) {
	r, err := d.app.revision(ctx, "--git", d.revision)
	if err != nil {
		return nil, err
	}
	name, err := r.path("--git", now.Name)
	if err != nil {
		return nil, err
	}
	if !r.Has(name) {
		d.app.say("there is no %s at %s: all of it is new", now.Name, d.revision)
		return []compile.Input{input(source.NewFile("/dev/null", nil)), input(now)}, nil
	}
	old, err := r.input(name, d.revision+":"+now.Name)
	if err != nil {
		return nil, troublef("git cannot show %s as it was at %s: %v", now.Name, d.revision, err)
	}
	return []compile.Input{old, input(now)}, nil
}

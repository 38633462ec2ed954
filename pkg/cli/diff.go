package cli

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/report"
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

Exit code 0: the plans are the same. 1: they differ, or a limit is exceeded. 2: the
tool could not run.`,
		Example: `  isuplan diff plans/2018.yaml plans/2019.yaml
  isuplan diff 2018.yaml 2019.yaml --format html -o changes.html
  isuplan diff 2018.yaml 2019.yaml --format docx -o redline.docx
  isuplan diff 2018.yaml 2019.yaml --max-increase 5%
  isuplan diff --git main plans/2019.yaml
  isuplan diff 2016.yaml 2017.yaml 2018.yaml`,
		ValidArgsFunction: completePlans,
		RunE:              func(cmd *cobra.Command, args []string) error { return d.run(cmd.Context(), args) },
	}
	flags := cmd.Flags()
	flags.StringVar(&d.format, "format", "", "how to write it: "+strings.Join(diffFormatNames(), ", ")+"; where it is not said, as the name behind -o says, or text")
	flags.StringVarP(&d.output, "output", "o", "", "write to a `FILE` in place of standard output")
	flags.BoolVar(&d.force, "force", false, "replace a file that is there")
	flags.BoolVar(&d.all, "all", false, "list what merely rolled forward too")
	flags.StringVar(&d.revision, "git", "", "compare the plan with itself as it was at a `REVISION` of git")
	flags.StringVar(&d.increase, "max-increase", "", "the most that the total may rise, such as 5%")
	flags.StringVar(&d.line, "max-line-increase", "", "the most that a line may rise, such as 10%")
	flags.IntVar(&d.width, "width", 0, "the width of the text in columns; that of the terminal, or 100")
	d.templateFlag(cmd)
	a.completeFlag(cmd, "format", words(diffFormatNames()))
	return cmd
}

func (d *differ) run(ctx context.Context, args []string) error {
	format, err := d.wanted()
	if err != nil {
		return err
	}
	total, line, err := d.limits()
	if err != nil {
		return err
	}
	plans, err := d.plans(ctx, args)
	if err != nil {
		return err
	}
	c, err := compile.Compare(ctx, plans...)
	if err != nil {
		return err
	}
	if err := d.write(ctx, format, c); err != nil || c.Report == nil {
		return err
	}
	if !c.Report.Same() {
		d.app.failed()
	}
	d.exceeded(c.Report, total, line)
	return nil
}

// limits returns --max-increase and --max-line-increase.
func (d *differ) limits() (total, line *money.Decimal, err error) {
	if total, err = limit("--max-increase", d.increase); err != nil {
		return nil, nil, err
	}
	line, err = limit("--max-line-increase", d.line)
	return total, line, err
}

func limit(flag, text string) (*money.Decimal, error) {
	if text == "" {
		return nil, nil
	}
	digits, signed := strings.CutSuffix(text, "%")
	d, bad := money.Parse(digits)
	if bad != nil || !signed || d.IsNegative() {
		return nil, troublef("%s is a percentage, such as 5%%; %q is none", flag, text)
	}
	return &d, nil
}

// exceeded says what rose by more than a limit, and fails the run then.
func (d *differ) exceeded(r *diff.Report, total, line *money.Decimal) {
	over := func(name string, from, to money.Decimal, most *money.Decimal) {
		if most == nil || to.Sub(from).Mul(money.Hundred).LessThanOrEqual(from.Abs().Mul(*most)) {
			return
		}
		rise := "from nothing"
		if !from.IsZero() {
			rise = "by " + money.Percent(to.Sub(from), from.Abs()).String() + "%"
		}
		d.app.say("%s rises %s, from %s to %s; the limit is %s%%", name, rise, money.Number(from, 0, ",", "."), money.Number(to, 0, ",", "."), most)
		d.app.failed()
	}
	over("the total", r.Money.From, r.Money.To, total)
	for i := range r.Money.Lines {
		l := &r.Money.Lines[i]
		over(fmt.Sprintf("%q", l.Label), l.From, l.To, line)
	}
}

// plans compiles the plans up to their budgets. If one cannot be read, its findings are
// shown and nothing is compared.
func (d *differ) plans(ctx context.Context, args []string) ([]*compile.Unit, error) {
	list, err := d.inputs(ctx, args)
	if err != nil {
		return nil, err
	}
	c, err := d.compiler()
	if err != nil {
		return nil, err
	}
	var plans []*compile.Unit
	var findings []diag.Finding
	for _, in := range list {
		out, err := c.Compute(ctx, in)
		if err != nil {
			return nil, err
		}
		if !out.Complete() {
			findings = append(findings, diag.Sort(out.Findings)...)
		}
		plans = append(plans, out)
	}
	return plans, d.refuse(findings)
}

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
		if len(args) != 1 {
			return nil, troublef("--git compares one plan with itself; name the plan")
		}
		return d.atRevision(ctx, args[0])
	}
	if len(args) < 2 {
		return nil, troublef("diff needs two plans; see isuplan diff --help")
	}
	files, err := d.app.plans(args)
	return inputs(files), err
}

// atRevision reads a plan as it was, and as it is.
func (d *differ) atRevision(ctx context.Context, name string) ([]compile.Input, error) {
	now, err := d.app.read(name)
	if err != nil {
		return nil, err
	}
	r, err := revisionOf(ctx, name, d.revision)
	if errors.Is(err, exec.ErrNotFound) {
		return nil, troublef("--git needs git, which is not installed")
	}
	if err != nil {
		return nil, troublef("git knows no revision %s in %s", d.revision, filepath.Dir(name))
	}
	old, err := r.input(name, d.revision+":"+name)
	if err != nil {
		return nil, troublef("there is no %s at the revision %s", name, d.revision)
	}
	return []compile.Input{old, input(now)}, nil
}

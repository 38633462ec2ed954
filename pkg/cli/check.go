package cli

import (
	"cmp"
	"context"
	"strings"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// checker is the check command and its flags.
type checker struct {
	settings
	format    string
	failOn    string
	base      string // what --diff names: a revision of git
	against   string // a plan or a folder, in its place
	stdinName string // how findings call a plan from standard input
	spoken    string // the language of the only plan
	fix       bool
	sample    bool
	dryRun    bool
}

func (a *app) checkCommand() *cobra.Command {
	c := &checker{settings: newSettings(a)}
	cmd := &cobra.Command{
		Use:   "check [PLAN|FOLDER...]",
		Short: "Say what is wrong with plans",
		Long: `Check plans: that the figures add up, that the text agrees with them, and that
what a careful reader would stumble over is in order. A folder stands for all the
plans in it and below it; where none is named, the plan of this folder or of its
plans/ is taken, if there is one only. Findings go to standard output, a summary to
standard error. "isuplan rules" says what each rule wants.

--diff REVISION reports only what is new since HEAD and that revision of git parted
(the merge base); a plan that was renamed since is compared with itself. git is asked
of the repository that holds the working folder. --against PATH reports only what
another plan, or the plan of the same name in another folder, does not have.

Exit code 0: nothing at or above the line that --fail-on draws, apart from what the
plans waive. 1: there is something. 2: the tool could not run, or there was nothing
to check.`,
		Example: `  isuplan check plans/2018.yaml
  isuplan check --no-waivers plans/2018.yaml
  isuplan check plans --format sarif > findings.sarif
  isuplan check plans --diff origin/main    only what is new since then
  isuplan check --fix --dry-run plan.yaml   what can be mended without a decision
  isuplan check --stdin-filename plans/2018.yaml - < draft.yaml`,
		ValidArgsFunction: completePlans,
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.run(cmd.Context(), args)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&c.format, "format", "text", "how to write the findings: "+strings.Join(reportNames(), ", "))
	flags.StringVar(&c.failOn, "fail-on", "warning", "the least finding that fails the check: "+strings.Join(failures(), ", "))
	flags.StringVar(&c.base, "diff", "", "report only what is new since HEAD and a `REVISION` of git parted")
	flags.StringVar(&c.against, "against", "", "report only what a plan, or the plan of that name in a folder, at `PATH` does not have")
	flags.BoolVar(&c.NoWaivers, "no-waivers", false, "show the findings that the plan waives too")
	flags.BoolVar(&c.fix, "fix", false, "mend in the file what has one right answer")
	flags.BoolVar(&c.dryRun, "dry-run", false, "with --fix: print the changes as a patch and change nothing")
	flags.StringVar(&c.stdinName, "stdin-filename", "", "the name of the plan that comes on standard input")
	sampleFlag(cmd, &c.sample)
	c.templateFlag(cmd)
	c.langFlag(cmd, "the summary")
	a.completeFlag(cmd, "format", words(reportNames()))
	a.completeFlag(cmd, "fail-on", words(failures()))
	return cmd
}

func reportNames() []string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// never is the value of --fail-on by which no finding fails the check.
const never = "never"

func failures() []string {
	var words []string
	for _, s := range diag.Severities() {
		words = append(words, s.String())
	}
	return append(words, never)
}

func (c *checker) run(ctx context.Context, args []string) error {
	format, line, err := c.wanted()
	if err != nil {
		return err
	}
	if err := c.checkLang(); err != nil {
		return err
	}
	files, err := c.files(args)
	if err != nil {
		return err
	}
	compiler, err := c.compiler()
	if err != nil {
		return err
	}
	if c.fix {
		return c.mend(ctx, compiler, files, line)
	}
	checked, err := c.all(ctx, compiler, files)
	if err != nil {
		return err
	}
	if c.since() != "" {
		if err := c.onlyNew(ctx, compiler, checked); err != nil {
			return err
		}
	}
	return c.conclude(format, line, checked)
}

// wanted reads the flags that are words.
func (c *checker) wanted() (format report.Format, line diag.Severity, err error) {
	if c.dryRun && !c.fix {
		return format, 0, troublef("--dry-run belongs to --fix: it prints what --fix would change")
	}
	switch {
	case c.base != "" && c.against != "":
		return format, 0, troublef("--diff and --against do not go together: name a revision of git, or a path")
	case c.fix && c.since() != "":
		return format, 0, troublef("--fix goes with neither --diff nor --against: it mends all that has one right answer")
	}
	if format, err = formatOf(c.format, "findings are written as", reportNames(), report.FormatNamed); err != nil {
		return format, 0, err
	}
	if c.failOn == never {
		return format, 0, nil
	}
	for _, s := range diag.Severities() {
		if s.String() == c.failOn {
			return format, s, nil
		}
	}
	return format, 0, troublef("--fail-on does not know %q; say one of %s%s", c.failOn,
		strings.Join(failures(), ", "), didYouMean(c.failOn, failures()))
}

// files returns the plans that the user means.
func (c *checker) files(args []string) ([]*source.File, error) {
	files, err := c.app.chosen(args, c.sample)
	if err != nil {
		return nil, err
	}
	named := false
	for _, f := range files {
		if f.Name == compile.StandardInput && c.stdinName != "" {
			f.Name, named = c.stdinName, true
		}
	}
	if c.stdinName != "" && !named {
		return nil, troublef(`--stdin-filename gives a name to the plan on standard input; name "-" as the plan`)
	}
	return files, nil
}

// conclude writes the findings and the summary, and decides on the exit code.
func (c *checker) conclude(format report.Format, line diag.Severity, checked []report.Plan) error {
	r := report.Report{Plans: checked, Rules: compile.Rules(), Path: inRepository(), Color: c.app.color(c.app.stdout),
		Tool: report.Tool{Name: "isuplan", Version: compile.Version, URL: projectURL}}
	if err := format.Write(c.app.stdout.as(format.Name, false), r); err != nil {
		return err
	}
	c.app.say("%s%s", c.summary(r), c.comparedWith())
	c.judgeExit(line, r.Findings())
	return nil
}

// summary says how many findings there are, in the language of the plan or the one that is asked for.
func (c *checker) summary(r report.Report) string {
	if code := cmp.Or(c.lang, c.spoken); code != "" {
		return compile.CountIn(code, r.Findings())
	}
	return report.Summary(r)
}

// judgeExit fails the run if a finding is at or above the threshold.
func (c *checker) judgeExit(line diag.Severity, findings []diag.Finding) {
	if worst := diag.Worst(findings); worst != 0 && worst <= line {
		c.app.failed()
	}
}

func (c *checker) comparedWith() string {
	if c.since() == "" {
		return ""
	}
	return " that " + c.since() + " did not have"
}

// since is what is compared with; "" for nothing.
func (c *checker) since() string { return cmp.Or(c.base, c.against) }

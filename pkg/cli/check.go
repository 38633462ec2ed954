package cli

import (
	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/report"
)

func (a *app) checkCommand() *cobra.Command {
	c := compiler{app: a}
	cmd := &cobra.Command{
		Use:   "check [PLAN...]",
		Short: "Say what is wrong with plans",
		Long: `Check plans: that the figures add up, that the text agrees with them, and that
what a careful reader would stumble over is in order. Findings go to standard
output, a summary to standard error.

Exit code 0: no errors and no warnings, apart from those that the plan waives.
1: there are some. 2: the tool could not run.`,
		Example: `  isuplan check plans/2018.yaml
  isuplan check --no-waivers plans/2018.yaml`,
		ValidArgsFunction: completePlans,
		RunE: func(_ *cobra.Command, args []string) error {
			return a.check(c, args)
		},
	}
	cmd.Flags().BoolVar(&c.noWaivers, "no-waivers", false, "show the findings that the plan waives too")
	a.templateFlag(cmd, &c)
	return cmd
}

func (a *app) check(c compiler, names []string) error {
	files, err := a.plans(names)
	if err != nil {
		return err
	}
	var findings []diag.Finding
	for _, file := range files {
		out, err := c.compile(file)
		if err != nil {
			return err
		}
		lacking, err := lacking(out)
		if err != nil {
			return err
		}
		findings = append(findings, diag.Sort(append(c.judge(out), lacking...))...)
	}
	if err := report.Text(a.stdout, open(findings), a.color(a.stdout)); err != nil {
		return err
	}
	a.say("%s", report.Summary(findings))
	if worst := diag.Worst(findings); worst == diag.Error || worst == diag.Warning {
		a.failed()
	}
	return nil
}

// lacking returns what the formats could not show, so that a plan that is clean
// here is one that build writes.
func lacking(out *compiled) ([]diag.Finding, error) {
	if !out.ok {
		return nil, nil
	}
	var list []diag.Finding
	for _, format := range render.Formats() {
		if format.Lacking == nil {
			continue
		}
		characters, err := format.Lacking(out.document)
		if err != nil {
			return nil, troublef("could not look at the characters of %s for the %s: %v", out.file.Name, format.Name, err)
		}
		list = append(list, missing(characters)...)
	}
	return list, nil
}

package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/sheet"
)

func (a *app) budgetCommand() *cobra.Command {
	c := compiler{app: a}
	var trace bool
	cmd := &cobra.Command{
		Use:   "budget [PLAN]",
		Short: "Print a plan's budget, and where each figure comes from",
		Long: `Print the budget of a plan as a table. With --trace, print how each figure came
about, down to the places in the plan; name lines with --line to see only those.

Where the plan states an amount, the table prints it, as the document does.
With --recompute it prints what the plan's rules give instead.`,
		Example: `  isuplan budget plans/2018.yaml
  isuplan budget plans/2018.yaml --recompute
  isuplan budget plans/2018.yaml --trace --line social-charges`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completePlans,
	}
	var lines []string
	cmd.Flags().BoolVar(&trace, "trace", false, "print how each figure came about")
	cmd.Flags().StringSliceVar(&lines, "line", nil, "with --trace: only these lines, by id; total is one of them")
	cmd.Flags().BoolVar(&c.recompute, "recompute", false, "print what the rules give in place of stated amounts")
	a.templateFlag(cmd, &c)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		if len(lines) > 0 && !trace {
			return troublef("--line goes with --trace")
		}
		return a.budget(c, args, trace, lines)
	}
	return cmd
}

func (a *app) budget(c compiler, names []string, trace bool, lines []string) error {
	files, err := a.plans(names)
	if err != nil {
		return err
	}
	out, err := c.compile(files[0])
	if err != nil {
		return err
	}
	findings := c.judge(out)
	// Only what keeps the table from being whole belongs here; check says the rest.
	if !out.ok || len(broken(findings)) > 0 {
		a.failed()
		if !out.ok {
			return a.talkFindings(findings)
		}
		if err := a.talkFindings(broken(findings)); err != nil {
			return err
		}
	}
	words := document.NewWords(out.input)
	s := sheet.Sheet{Budget: out.input.Budget, Title: out.document.Meta.Title, Total: words.Word("total"),
		Words: words.Text, Recomputed: c.recompute}
	if err := known(lines, out.input.Budget); err != nil {
		return err
	}
	if trace {
		err = s.Trace(a.stdout, lines)
	} else {
		err = s.Text(a.stdout, a.color(a.stdout))
	}
	if err != nil {
		return troublef("cannot write the budget: %s", reason(err))
	}
	a.budgetRemark(findings)
	return nil
}

// broken returns the findings that leave a figure of the budget open.
func broken(findings []diag.Finding) []diag.Finding {
	var list []diag.Finding
	for _, f := range findings {
		for _, r := range budget.Rules() {
			if f.Rule.Name == r.Name {
				list = append(list, f)
			}
		}
	}
	return list
}

// budgetRemark says on standard error that check has more to say.
func (a *app) budgetRemark(findings []diag.Finding) {
	if diag.Worst(findings) == diag.Error {
		a.say("%s; isuplan check has them", report.Summary(findings))
	}
}

// known refuses ids that no line has.
func known(lines []string, b *budget.Budget) error {
	ids := append(b.IDs(), "total")
	for _, id := range lines {
		if !slices.Contains(ids, id) {
			return troublef("the budget has no line %s; %s", id, strings.ReplaceAll(diag.DidYouMean(id, ids), "`", ""))
		}
	}
	return nil
}

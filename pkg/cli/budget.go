package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
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

// budget prints the budget. It looks only at what keeps the table from being
// whole; whether the figures are right is for check to say.
func (a *app) budget(c compiler, names []string, trace bool, lines []string) error {
	files, err := a.plans(names)
	if err != nil {
		return err
	}
	out, err := c.compute(files[0])
	if err != nil {
		return err
	}
	if err := a.talkFindings(diag.Sort(out.findings)); err != nil {
		return err
	}
	if diag.Worst(out.findings) == diag.Error {
		a.failed()
	}
	if !out.ok {
		return nil
	}
	if err := known(lines, out.input.Budget); err != nil {
		return err
	}
	words := document.NewWords(out.input)
	s := sheet.Sheet{Budget: out.input.Budget, Title: words.Title(), Total: words.Word("total"),
		Words: words.Text, Recomputed: c.recompute}
	if trace {
		err = s.Trace(a.stdout, lines)
	} else {
		err = s.Text(a.stdout, a.color(a.stdout))
	}
	if err != nil {
		return troublef("cannot write the budget: %s", reason(err))
	}
	return nil
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

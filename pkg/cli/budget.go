package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/sheet"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/trace"
	"github.com/isuplan/isuplan/pkg/whatif"
)

// tally is the budget command and its flags.
type tally struct {
	settings
	trace bool
	lines []string // of the trace; all of them where it is empty
	set   []string // what-if values
	to    *sheetOutput

	assumed []whatif.Assumption // what is set
	sample  bool
}

func (a *app) budgetCommand() *cobra.Command {
	t := tally{settings: newSettings(a)}
	cmd := &cobra.Command{
		Use:   "budget [PLAN] [--trace [LINE...]]",
		Short: "Print a plan's budget, and where each figure comes from",
		Long: `Print the budget of a plan as a table. With --trace, print how each figure came
about, down to the places in the plan; name lines by their ids to see only those.

Where the plan states an amount, the table prints it, as the document does.
With --recompute it prints what the plan's rules give instead.

--set asks what if: it puts another value in the place of one that the plan has,
and recomputes the budget. The plan itself is not changed. LINE.NAME is what prose
may quote of the line, such as salaries.director.fte or travel.long-trip.quantity;
with a column behind it, travel.long-trip.quantity.2019, only that column changes.
The table says that it is a what-if.

The formats:
` + sheetHelp() + `
With -o the budget goes to a file; without --format, its ending says in which
format. A spreadsheet always needs -o.`,
		Example: `  isuplan budget plans/2018.yaml
  isuplan budget plans/2018.yaml --recompute
  isuplan budget plans/2018.yaml --trace social-charges
  isuplan budget plans/2018.yaml --set social-charges.rate=18%
  isuplan budget plans/2018.yaml -o budget.xlsx`,
		ValidArgsFunction: completePlans,
	}
	cmd.Flags().BoolVar(&t.trace, "trace", false, "print how each figure came about, or those of the lines named")
	cmd.Flags().StringArrayVar(&t.lines, "line", nil, "with --trace: a line by its id; total, financing, contributions and their Parties (core.norway) are lines too, and figures of the accounts (actuals.travel.spent)")
	cmd.Flags().StringArrayVar(&t.set, "set", nil, "what if: LINE.NAME=VALUE in place of what the plan says; recomputes")
	cmd.Flags().BoolVar(&t.Recompute, "recompute", false, "print what the rules give in place of stated amounts")
	t.to = a.sheetFlags(cmd)
	sampleFlag(cmd, &t.sample)
	t.templateFlag(cmd)
	t.langFlag(cmd, "the table")
	cmd.RunE = t.run
	return cmd
}

func (t *tally) run(cmd *cobra.Command, args []string) error {
	names, lines := t.sort(args)
	t.lines = append(t.lines, lines...)
	switch {
	case len(names) > 1:
		return troublef("budget takes one plan, not %s; see isuplan budget --help", strings.Join(names, " and "))
	case len(t.lines) > 0 && !t.trace:
		return troublef("--line goes with --trace")
	}
	if err := t.checkLang(); err != nil {
		return err
	}
	t.Language = t.lang
	format, err := t.to.check(t.trace)
	if err != nil {
		return err
	}
	file, err := t.app.chosenOne(names, t.sample)
	if err != nil {
		return err
	}
	out, err := t.compute(cmd.Context(), file)
	if err == nil && len(t.set) > 0 {
		out, err = t.whatIf(cmd.Context(), out)
	}
	if err != nil {
		return err
	}
	return t.print(cmd.Context(), out, format)
}

// sort separates plans from the lines that a trace names: with --trace, an argument that
// is no file and does not look like one is a line.
func (t *tally) sort(args []string) (names, lines []string) {
	for _, arg := range args {
		if _, err := os.Stat(arg); t.trace && arg != "-" && err != nil && (filepath.Ext(arg) == "" || strings.HasPrefix(arg, "staffing.") || isShared(arg) || isSpent(arg)) {
			lines = append(lines, arg)
			continue
		}
		names = append(names, arg)
	}
	return names, lines
}

// compute compiles a plan up to its budget.
func (t *tally) compute(ctx context.Context, file *source.File) (*compile.Unit, error) {
	c, err := t.compiler()
	if err != nil {
		return nil, err
	}
	return c.Compute(ctx, input(file))
}

// whatIf computes the plan again with other values in it.
func (t *tally) whatIf(ctx context.Context, out *compile.Unit) (*compile.Unit, error) {
	if !out.Complete() {
		return out, nil
	}
	file, assumed, err := whatif.Apply(out.File, out.Budget, t.set)
	var problem whatif.Problem
	if errors.As(err, &problem) {
		return nil, troublef("--set %s", problem)
	}
	if err != nil {
		return nil, err
	}
	t.assumed = assumed
	t.Recompute = true
	changed, err := t.compute(ctx, file)
	if err == nil && changed.Complete() {
		for _, idle := range whatif.Idle(changed.Budget, t.set) {
			t.app.say("--set %s", idle)
		}
	}
	return changed, err
}

// print prints the budget. It reports only findings that keep the table from being
// complete; whether the figures are right is for check to say.
func (t *tally) print(ctx context.Context, out *compile.Unit, format sheet.Format) error {
	if err := t.app.talkFindings(diag.Sort(out.Findings)); err != nil {
		return err
	}
	if diag.Worst(out.Findings) == diag.Error {
		t.app.failed()
	}
	if !out.Complete() {
		return nil
	}
	t.lines = sharedNames(t.lines, out.Budget)
	if err := known(t.lines, out.Budget); err != nil {
		return err
	}
	words := out.Words()
	s := sheet.Sheet{Budget: out.Budget, Title: words.Title(), Total: words.Total(),
		Words: words.Text, Number: words.Number, Recomputed: t.Recompute, WhatIf: t.assumed, Tables: out.Budget.Tables(out.Plan)}
	if amounts := s.Amounts(); !t.trace && format.Most > 0 && amounts > format.Most {
		return t.app.tooMany(out, format, amounts)
	}
	if !t.trace {
		return t.app.writeSheet(ctx, s, format, t.to)
	}
	if err := s.Trace(t.app.stdout, t.lines); err != nil {
		return troublef("cannot write the budget: %s", reason(err))
	}
	return nil
}

// isShared reports the name of what a Party pays, such as contributions.trust-fund.norway.
func isShared(id string) bool { return strings.HasPrefix(id, "contributions.") }

// isSpent reports the name of a figure of the accounts, such as actuals.travel.spent.
func isSpent(id string) bool { return strings.HasPrefix(id, "actuals.") }

// knownSpent refuses names that no figure of the accounts has.
func knownSpent(id string, b *budget.Budget) error {
	switch {
	case len(trace.Tracer{Budget: b}.Named(id)) > 0:
		return nil
	case b.Actuals == nil:
		return troublef("%s: the plan does not say what was spent", id)
	}
	var names []string
	for _, rows := range []struct {
		before string
		list   []budget.ActualRow
	}{{"actuals.", b.Actuals.Rows}, {"actuals.funds.", b.Actuals.Funds}} {
		for i := range rows.list {
			for _, part := range []string{".spent", ".committed", ".balance"} {
				names = append(names, rows.before+rows.list[i].ID()+part)
			}
		}
	}
	return troublef("the accounts have no figure %s; %s", id, strings.ReplaceAll(diag.DidYouMean(id, names), "`", ""))
}

// sharedNames completes the names of contributions and their Parties, which may be given as
// core.norway where prose has contributions.core.norway.
func sharedNames(lines []string, b *budget.Budget) []string {
	ids, full := rowIDs(b), slices.Clone(lines)
	for i, id := range full {
		first, _, _ := strings.Cut(id, ".")
		if _, ok := b.Contribution(first); ok && !slices.Contains(ids, id) {
			full[i] = "contributions." + id
		}
	}
	return full
}

// known refuses ids that no line has.
func known(lines []string, b *budget.Budget) error {
	ids := rowIDs(b)
	for _, id := range lines {
		if isSpent(id) && !slices.Contains(ids, id) {
			if err := knownSpent(id, b); err != nil {
				return err
			}
			continue
		}
		if isShared(id) && len(trace.Tracer{Budget: b}.Named(id)) > 0 {
			continue
		}
		if c, key, ok := ofParty(id, b); ok && !slices.Contains(ids, id) {
			return troublef("%s has no Party %s; %s", c.ID.Value, key, strings.ReplaceAll(diag.DidYouMean(key, keysOf(c)), "`", ""))
		}
		if !slices.Contains(ids, id) {
			for _, c := range b.Contributions {
				ids = append(ids, c.ID.Value)
			}
			return troublef("the budget has no line %s; %s", id, strings.ReplaceAll(diag.DidYouMean(id, ids), "`", ""))
		}
	}
	return nil
}

// ofParty returns the contributions that the name of a Party's amount begins with, and the Party.
func ofParty(id string, b *budget.Budget) (*budget.Contribution, string, bool) {
	of, key, _ := strings.Cut(strings.TrimPrefix(id, "contributions."), ".")
	c, ok := b.Contribution(of)
	return c, key, ok && isShared(id)
}

func keysOf(c *budget.Contribution) (keys []string) {
	for i := range c.Parties {
		keys = append(keys, c.Parties[i].ID.Value)
	}
	return keys
}

// rowIDs returns the ids of all rows.
func rowIDs(b *budget.Budget) []string {
	ids := append(b.IDs(), "total", "financing")
	for i := range b.Financing {
		ids = append(ids, b.Financing[i].ID.Value)
	}
	for i := range b.After {
		ids = append(ids, b.After[i].ID.Value)
	}
	if s := b.Staffing; s != nil {
		for _, id := range s.Names() {
			ids = append(ids, "staffing."+id)
		}
	}
	return ids
}

// tooMany says that a budget is not written in a format because it has too many amounts.
func (a *app) tooMany(out *compile.Unit, format sheet.Format, amounts int) error {
	f := diag.Finding{Rule: schema.TooMuch, Span: out.Plan.Budget.Node.Get("lines").At(0).Span(),
		Message: fmt.Sprintf("the budget has %s amounts, counting posts, items and lines named by others, in each of its columns; a file in the format %s has at most %s", diag.Grouped(amounts), format.Name, diag.Grouped(format.Most)),
		Hint:    "write it as CSV or JSON"}
	if err := a.talkFindings([]diag.Finding{f}); err != nil {
		return err
	}
	return troublef("nothing was written: %s has too many amounts", out.File.Name)
}

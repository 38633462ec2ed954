package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/report"
)

// projectURL is where the project and the pages of its rules are.
const projectURL = "https://github.com/isuplan/isuplan"

func (a *app) rulesCommand() *cobra.Command {
	asMarkdown := false
	cmd := &cobra.Command{
		Use:   "rules [CODE|NAME]",
		Short: "Say what each rule of check wants",
		Long: `List the rules that plans are checked by, or explain one: what it finds, why that
matters to who reads the document, and an example of a plan that breaks it and of one
that does not. docs/rules.md has all of them.`,
		Example: `  isuplan rules
  isuplan rules B101
  isuplan rules meeting-date`,
		Args: oneName,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return ruleNames(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			switch {
			case asMarkdown:
				return rulesPage(ctx, a.stdout)
			case len(args) == 0:
				return listRules(a.stdout)
			}
			return a.explain(ctx, args[0])
		},
	}
	cmd.Flags().BoolVar(&asMarkdown, "markdown", false, "print the page of all rules in Markdown")
	return cmd
}

func ruleNames() []string {
	var names []string
	for _, r := range compile.Rules() {
		names = append(names, r.Name, r.Code)
	}
	return names
}

func listRules(w io.Writer) error {
	last := -1
	for _, r := range compile.Rules() {
		if f := compile.FamilyOf(r); f != last {
			if last >= 0 {
				fmt.Fprintln(w)
			}
			last = f
			fmt.Fprintln(w, compile.Families()[f].Title)
		}
		if _, err := fmt.Fprintf(w, "  %s  %-22s %-8s %s\n", r.Code, r.Name, r.Severity, r.Title); err != nil {
			return err
		}
	}
	return nil
}

// explain prints the page of one rule.
func (a *app) explain(ctx context.Context, name string) error {
	for _, r := range compile.Rules() {
		if strings.EqualFold(r.Name, name) || strings.EqualFold(r.Code, name) {
			return a.explainRule(ctx, r)
		}
	}
	return troublef("no rule is called %q%s; \"isuplan rules\" lists them", name, didYouMean(strings.ToLower(name), ruleNames()))
}

func (a *app) explainRule(ctx context.Context, r diag.Rule) error {
	fmt.Fprintf(a.stdout, "%s %s (%s, since %s): %s\n\n%s\n", r.Code, r.Name, r.Severity, r.Since, r.Title, wrap(r.Why, 80))
	if r.Bad == "" {
		return nil
	}
	if r.Last != "" {
		fmt.Fprintf(a.stdout, "\nThe year before:\n\n%s", indent(r.Last))
	}
	if r.Frame != "" {
		fmt.Fprintf(a.stdout, "\nThe plan of several years:\n\n%s", indent(r.Frame))
	}
	fmt.Fprintf(a.stdout, "\nBad:\n\n%s\n", indent(unmark.Replace(r.Bad)))
	shown, err := shown(ctx, r)
	if err != nil {
		return err
	}
	if err := report.Text(a.stdout, shown, a.color(a.stdout)); err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.stdout, "\nGood:\n\n%s", indent(r.Good))
	return err
}

// shown returns what the rule says of its own bad example.
func shown(ctx context.Context, r diag.Rule) ([]diag.Finding, error) {
	_, findings, err := runExample(ctx, r.Bad, r)
	return slices.DeleteFunc(findings, func(f diag.Finding) bool { return f.Rule.Name != r.Name }), err
}

func indent(text string) string {
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		if strings.TrimSpace(line) != "" {
			lines[i] = "    " + line
		}
	}
	return strings.Join(lines, "")
}

// wrap breaks a paragraph into lines.
func wrap(text string, width int) string {
	var b strings.Builder
	column := 0
	for _, word := range strings.Fields(text) {
		switch {
		case column == 0:
		case column+1+len(word) > width:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += len(word)
	}
	return b.String()
}

// rulesPage writes docs/rules.md.
func rulesPage(ctx context.Context, w io.Writer) error {
	if _, err := io.WriteString(w, rulesIntroduction); err != nil {
		return err
	}
	last := -1
	for _, r := range compile.Rules() {
		if f := compile.FamilyOf(r); f != last {
			last = f
			fmt.Fprintf(w, "## %s\n\n", compile.Families()[f].Title)
		}
		if err := ruleSection(ctx, w, r); err != nil {
			return err
		}
	}
	return nil
}

const rulesIntroduction = `# The rules of check

Made by ` + "`isuplan rules --markdown`" + ` from the rules themselves; ` + "`isuplan rules CODE`" + ` prints one of
them. An error stops ` + "`build`" + ` from writing; a warning fails ` + "`check`" + `; a note fails
nothing, unless ` + "`--fail-on note`" + ` asks for it. A plan can accept a finding with a
[waiver](plan-language.md#waivers), except those on the form of the file.

The examples leave out what is the same in every plan.

`

func ruleSection(ctx context.Context, w io.Writer, r diag.Rule) error {
	fmt.Fprintf(w, "### %s %s\n\n%s, since %s: %s.\n\n%s\n\n", r.Code, r.Name, title(r.Severity.String()), r.Since, r.Title, r.Why)
	if r.Bad == "" {
		return nil
	}
	if r.Last != "" {
		fmt.Fprintf(w, "The year before:\n\n```yaml\n%s```\n\n", r.Last)
	}
	if r.Frame != "" {
		fmt.Fprintf(w, "The plan of several years:\n\n```yaml\n%s```\n\n", r.Frame)
	}
	shown, err := shown(ctx, r)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "Bad:\n\n```yaml\n%s```\n\n", unmark.Replace(r.Bad))
	for _, f := range shown {
		fmt.Fprintf(w, "> %s\n>\n> help: %s\n\n", f.Message, f.Hint)
	}
	_, err = fmt.Fprintf(w, "Good:\n\n```yaml\n%s```\n\n", r.Good)
	return err
}

func title(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/importer"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// importing is the import command and its flags.
type importing struct {
	settings
	importer.Options
	book   string
	output string
	format string
	force  bool
}

var importFormats = []string{"text", "json"}

func (a *app) importCommand() *cobra.Command {
	i := &importing{settings: newSettings(a)}
	cmd := &cobra.Command{
		Use:   "import FILE [--budget FILE.xlsx] [-o PLAN]",
		Short: "Make a plan of a document that was written in Word",
		Long: `Read last year's submission, in Word, PDF or Markdown, and its budget from a
workbook, and write a plan that can be built at once: the masthead, the sections and
their paragraphs, priorities, outcomes, outputs and activities, assumptions, the budget
and its notes. Numbers become the compiler's, ids are made of the words, formulas of
the workbook become rules.

Nothing is dropped: what has no place in a plan stands in it as a comment that begins
with "review:", and says where it stood. The report says how much was placed.

The plan is written beside the file, under its name; "-o" names another.`,
		Example: `  isuplan import "Work plan 2018.docx" -o 2018.yaml
  isuplan import "Work plan 2018.docx" --budget "Budget 2018.xlsx" -o 2018.yaml
  isuplan import "Budget 2018.xlsx" --sheet "Budget 2018" -o 2018.yaml`,
		RunE: func(cmd *cobra.Command, args []string) error { return i.run(cmd, args) },
	}
	cmd.Flags().StringVar(&i.book, "budget", "", "the `WORKBOOK` with the budget, an .xlsx file")
	cmd.Flags().StringVar(&i.Sheet, "sheet", "", "the `SHEET` of the workbook with the budget, where its heads do not tell")
	cmd.Flags().StringVar(&i.Columns, "columns", "", "which columns hold what, where their heads do not tell, such as label=A,amount=C,note=E")
	cmd.Flags().StringVarP(&i.output, "output", "o", "", `the plan to write; "-" is standard output`)
	cmd.Flags().StringVar(&i.format, "format", "text", "how to report: "+strings.Join(importFormats, ", "))
	cmd.Flags().BoolVar(&i.force, "force", false, "replace a file that is there")
	i.templateFlag(cmd)
	a.completeFlag(cmd, "format", words(importFormats))
	return cmd
}

func (i *importing) run(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return misused(cmd, `import needs a file, such as "Work plan 2018.docx"`)
	case len(args) > 1:
		return misused(cmd, "import takes one document; a workbook with its budget is named by --budget")
	case i.format != "text" && i.format != "json":
		return troublef("there is no format %q; import reports as %s%s", i.format, strings.Join(importFormats, ", "), didYouMean(i.format, importFormats))
	case i.output == "-" && i.format == "json":
		return troublef("the plan and the report cannot both go to standard output; name a file with -o")
	}
	in, err := i.input(args[0])
	if err != nil {
		return err
	}
	c, err := i.compiler()
	if err != nil {
		return err
	}
	made, err := importer.Import(cmd.Context(), c, in)
	if err != nil {
		return i.explained(err, args[0])
	}
	if i.output == "" {
		i.output = planName(args[0])
	}
	return i.write(cmd.Context(), made)
}

// explained words why no plan was made.
func (i *importing) explained(err error, name string) error {
	var columns *importer.ColumnsError
	var unreadable *importer.UnreadableError
	var unfit *importer.UnfitError
	var sheet *importer.SheetError
	switch {
	case errors.Is(err, importer.ErrNothing):
		return troublef("nothing was written: %s has no text that a plan could be made of", report.Clean(name))
	case errors.As(err, &unfit):
		return troublef("nothing was written: %s does not make a plan: %s", report.Clean(name), unfit.Why)
	case errors.As(err, &sheet):
		return troublef("--sheet: %s", report.Clean(sheet.Error()))
	case errors.As(err, &columns):
		return troublef("--columns: %s", columns)
	case errors.As(err, &unreadable):
		return troublef("cannot import %s: %s", report.Clean(i.book), unreadable)
	}
	return err
}

// planName is what the plan of a file is called.
func planName(file string) string {
	if file == "-" {
		return "plan.yaml"
	}
	return strings.TrimSuffix(file, filepath.Ext(file)) + ".yaml"
}

// input reads the files: a document, a workbook, or both.
func (i *importing) input(name string) (in importer.Input, err error) {
	in.Options = i.Options
	first, err := i.app.bytesOf(name)
	if err != nil {
		return in, err
	}
	if isWorkbook := strings.EqualFold(filepath.Ext(name), ".xlsx") || importer.IsWorkbook(first); isWorkbook {
		if i.book != "" {
			return in, troublef("%s is a workbook, and so is what --budget names; name the document first", name)
		}
		i.book, in.Workbook = name, first
		return in, nil
	}
	if in.Document, err = readback.Read(first); err != nil {
		return in, troublef("cannot import %s: %s", name, err)
	}
	if i.book != "" {
		in.Workbook, err = i.app.bytesOf(i.book)
	}
	return in, err
}

func (i *importing) write(ctx context.Context, made *importer.Result) error {
	if i.output == "-" {
		if _, err := i.app.stdout.raw().Write(made.Plan); err != nil {
			return err
		}
		return i.report(made)
	}
	file := output{path: i.output, bytes: made.Plan, ours: func([]byte) bool { return false }}
	if err := i.app.writeAll(ctx, filepath.Dir(i.output), []output{file}, i.force); err != nil {
		return err
	}
	if i.format == "json" {
		return i.reportJSON(made)
	}
	if err := i.app.list([]output{file}); err != nil {
		return err
	}
	if err := i.report(made); err != nil {
		return err
	}
	c, err := i.compiler()
	if err != nil {
		return err
	}
	findings, err := c.Check(ctx, input(source.NewFile(i.output, made.Plan)))
	if err != nil {
		return err
	}
	i.app.say("check says of it: %s (isuplan check %s)", report.Count(findings), report.Clean(i.output))
	if diag.Worst(findings) == diag.Error {
		i.app.say("until the errors are mended, its document is a draft (isuplan build %s --draft)", report.Clean(i.output))
	}
	return nil
}

// report says what was placed and what was not.
func (i *importing) report(made *importer.Result) error {
	left := notPlaced(len(made.Lost))
	switch {
	case made.Kept > 0 && len(made.Lost) == 0:
		left = kept(made.Kept)
	case made.Kept > 0:
		left += "; " + kept(made.Kept)
	}
	i.app.say("%s; %s", made.Placed, left)
	const enough = 12
	for n, p := range made.Lost {
		if n == enough {
			i.app.say("  and %d more, which the plan has in its comments", len(made.Lost)-enough)
			break
		}
		i.app.say("  %s (%s): %s", p.Why, p.Where, clipped(p.Text))
	}
	for _, r := range made.Remarks {
		i.app.say("  %s", r)
	}
	switch n := made.Reviews; {
	case n == 1:
		i.app.say("1 comment that begins with \"# review:\" waits for you (isuplan review %s)", report.Clean(i.output))
	case n > 1:
		i.app.say("%d comments that begin with \"# review:\" wait for you (isuplan review %s)", n, report.Clean(i.output))
	}
	return nil
}

func kept(n int) string {
	if n == 1 {
		return "1 row of the tables is kept in a comment"
	}
	return fmt.Sprintf("%d rows of the tables are kept in comments", n)
}

func notPlaced(n int) string {
	switch n {
	case 0:
		return "nothing was left"
	case 1:
		return "1 passage not placed, which stands in the plan as a comment"
	}
	return fmt.Sprintf("%d passages not placed, which stand in the plan as comments", n)
}

// importJSON is what import --format json writes; docs/import.md describes it.
type importJSON struct {
	Version  int             `json:"version"`
	Plan     string          `json:"plan"`
	Placed   importer.Counts `json:"placed"`
	Passages int             `json:"passages"`
	Lost     []lostJSON      `json:"not_placed"`
	Kept     int             `json:"kept"`
	Reviews  int             `json:"reviews"`
	Remarks  []string        `json:"remarks"`
}

type lostJSON struct {
	Where string `json:"where"`
	Why   string `json:"why"`
	Text  string `json:"text"`
}

func (i *importing) reportJSON(made *importer.Result) error {
	out := importJSON{Version: 1, Plan: i.output, Placed: made.Placed, Passages: made.Passages, Lost: []lostJSON{}, Kept: made.Kept, Reviews: made.Reviews, Remarks: append([]string{}, made.Remarks...)}
	for _, p := range made.Lost {
		out.Lost = append(out.Lost, lostJSON{Where: p.Where, Why: p.Why, Text: p.Text})
	}
	return i.app.writeJSON(out)
}

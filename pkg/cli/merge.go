package cli

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/merge"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// homer is the merge command, which brings edits home, and its flags.
type homer struct {
	settings
	into    string
	format  string
	authors []string
	all     bool
	dryRun  bool
}

var mergeFormats = []string{"text", "json"}

func (a *app) mergeCommand() *cobra.Command {
	h := &homer{settings: newSettings(a)}
	cmd := &cobra.Command{
		Use:   "merge EDITED... --into PLAN",
		Short: "Bring what others changed in a file back into the plan",
		Long: `Compare an edited file with what its plan builds, and bring what differs back into
the plan. From Word and Markdown: words go to their lines, dates and figures to the
values that gave them, items and paragraphs into their lists, comments of Word become
comments that ask for a person ("# review:"). Tracked or not, every change is found; who made it and
when is said where the file knows it. From a spreadsheet of isuplan budget: values go
back where they were written; rows that were added or moved are reported.

On a terminal it asks for each change: take, leave, edit, all, quit. Elsewhere say
--all, --author NAME or --dry-run, which prints what would change as a patch.

Exit code 0: all changes went in, or there was none. 1: something was left. 2: the
tool could not run.`,
		Example: `  isuplan merge reviewed.docx --into plans/2018.yaml
  isuplan merge first.docx second.docx --into plans/2018.yaml --all
  isuplan merge budget.xlsx --into plans/2018.yaml --all --dry-run`,
		RunE: func(cmd *cobra.Command, args []string) error { return h.run(cmd, args) },
	}
	cmd.Flags().StringVar(&h.into, "into", "", "the `PLAN` that the file was built of; where it is not given, the one that is here")
	cmd.Flags().BoolVar(&h.all, "all", false, "take every change that has a place in the plan")
	cmd.Flags().StringArrayVar(&h.authors, "author", nil, "take the changes and comments of this `NAME` only; may be given several times")
	cmd.Flags().BoolVar(&h.dryRun, "dry-run", false, "print what would change as a patch, and change nothing")
	cmd.Flags().BoolVar(&h.Annex, "annex", false, "the file was built with --annex")
	cmd.Flags().StringVar(&h.format, "format", "text", "how to write it: "+strings.Join(mergeFormats, ", "))
	h.templateFlag(cmd)
	a.completeFlag(cmd, "into", completePlans)
	a.completeFlag(cmd, "format", words(mergeFormats))
	return cmd
}

func (h *homer) run(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return misused(cmd, "merge needs an edited file, such as reviewed.docx")
	case !slices.Contains(mergeFormats, h.format):
		return troublef("there is no format %q; merge writes %s%s", h.format, strings.Join(mergeFormats, ", "), didYouMean(h.format, mergeFormats))
	case h.into == "-":
		return troublef("merge changes the plan's file, and standard input is none; name the plan by --into")
	}
	file, err := h.app.chosenOne(named(h.into), false)
	if err != nil {
		return err
	}
	h.into = cmp.Or(h.into, file.Name)
	choose, err := h.chooser()
	if err != nil {
		return err
	}
	c, err := h.compiler()
	if err != nil {
		return err
	}
	var all []homed
	now := file
	for _, name := range args {
		one, err := h.one(cmd.Context(), c, name, file, now, choose)
		if err != nil {
			return err
		}
		all = append(all, one)
		now = source.NewFile(file.Name, one.merged.Text)
	}
	return h.finish(cmd.Context(), c, file, now, all)
}

// homed is an edited file and what became of its changes.
type homed struct {
	name   string
	merged *merge.Merged
}

// chooser says which changes are taken: those that the flags name, or that a person takes.
func (h *homer) chooser() (merge.Chooser, error) {
	switch {
	case len(h.authors) > 0:
		return merge.By(h.isBy), nil
	case h.all, h.dryRun:
		return merge.All, nil
	}
	in := terminalOf(h.app.stdin)
	if in == nil {
		return nil, troublef("there is nobody to ask; say --all, --author NAME, or --dry-run to see what would change")
	}
	return h.asker(in), nil
}

// isBy reports whether a change was made by one of the authors asked for.
func (h *homer) isBy(c *merge.Change) bool {
	return slices.ContainsFunc(c.By, func(by merge.Hand) bool { return slices.Contains(h.authors, by.Author) })
}

// one brings the changes of one file in. Base is the plan as it was before any, now with those
// of the files before.
func (h *homer) one(ctx context.Context, c *compile.Compiler, name string, base, now *source.File, choose merge.Chooser) (homed, error) {
	file, err := h.app.bytesOf(name)
	if err != nil {
		return homed{}, err
	}
	if strings.EqualFold(filepath.Ext(name), ".xlsx") {
		return h.book(ctx, c, name, file, now, choose)
	}
	text, err := readback.Read(file)
	if err != nil {
		return homed{}, troublef("cannot merge %s: %s", shownName(name), err)
	}
	if text.Format != "docx" && !isMarkdown(name, text) {
		return homed{}, troublef("cannot merge %s: changes come home from Word (.docx), Markdown (.md) and Excel (.xlsx), and it is none of these", shownName(name))
	}
	plan, err := h.compiled(ctx, c, now)
	if err != nil {
		return homed{}, err
	}
	if err := h.madeOtherwise(ctx, name, plan, now, text); err != nil {
		return homed{}, err
	}
	before, err := h.base(ctx, c, name, text.Seal, base, now)
	if err != nil {
		return homed{}, err
	}
	merged, err := merge.Into(ctx, c, plan, input(now).Folder, before, text, choose)
	return homed{shownName(name), merged}, err
}

// isMarkdown reports a text that is Markdown by its name or by the seal of isuplan: any text could be read
// as Markdown, a plan too.
func isMarkdown(name string, t *readback.Text) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return t.Format == "md" && (ext == ".md" || ext == ".markdown" || t.Seal.Plan != "")
}

// compiled compiles a plan, which has to be complete.
func (h *homer) compiled(ctx context.Context, c *compile.Compiler, file *source.File) (*compile.Unit, error) {
	u, err := c.Compile(ctx, input(file))
	if err != nil {
		return nil, err
	}
	if u.Document != nil {
		return u, nil
	}
	if err := h.app.talkFindings(diag.Sort(u.Findings)); err != nil {
		return nil, err
	}
	return nil, troublef("nothing was merged: %s has errors", h.into)
}

// finish writes the plan, or the patch, and says what was done.
func (h *homer) finish(ctx context.Context, c *compile.Compiler, before, after *source.File, all []homed) error {
	changed := string(before.Bytes) != string(after.Bytes)
	if changed && !h.dryRun {
		if err := h.app.rewrite(ctx, []output{rewritten(before, after.Bytes)}); err != nil {
			return err
		}
	}
	left := 0
	for i := range all {
		left += all[i].merged.Left()
	}
	if left > 0 {
		h.app.failed()
	}
	if h.format == "json" {
		return h.writeJSON(all, changed && !h.dryRun)
	}
	for i := range all {
		h.tell(&all[i])
	}
	if h.dryRun {
		name := strings.TrimPrefix(report.Clean(before.Name), "./")
		_, err := h.app.stdout.Write(diff.Diff("a/"+name, before.Bytes, "b/"+name, after.Bytes))
		return err
	}
	return h.judge(ctx, c, after, changed)
}

// judge checks the plan and says what follows.
func (h *homer) judge(ctx context.Context, c *compile.Compiler, file *source.File, changed bool) error {
	if !changed {
		h.app.say("%s was left as it is", h.into)
		return nil
	}
	findings, err := c.Check(ctx, input(file))
	if err != nil {
		return err
	}
	h.app.say("%s was written; check says: %s (isuplan check %s)", h.into, report.Count(findings), h.into)
	return nil
}

package cli

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

func (a *app) buildCommand() *cobra.Command {
	b := builder{settings: newSettings(a)}
	cmd := &cobra.Command{
		Use:   "build [PLAN|FOLDER...]",
		Short: "Compile plans into documents",
		Long: `Compile each plan into documents: DIR/NAME.pdf, .docx and .md for NAME.yaml;
with --format html, one page for a browser. Where no plan is named, that of this
folder or of its plans/ is taken, if there is one only.
Each file is written whole or not at all. A plan with errors writes nothing,
unless --draft is given, which marks every page.

With --watch it goes on: after each save of a plan, or of a file that its build read,
that plan is built again, until Ctrl-C. One that is broken for a moment keeps what was
written of it before. The exit code is then that of the last builds.

The paths of the files written go to standard output, findings to standard error.
Exit code 0: written. 1: the plan has errors. 2: the tool could not run.`,
		Example: `  isuplan build plans/2018.yaml -o out
  isuplan build plans/2018.yaml --format pdf --draft
  isuplan build plans --watch           each plan again after each save
  isuplan build plans/2018.yaml --format html
  isuplan build - -o out < plan.yaml`,
		ValidArgsFunction: completePlans,
		RunE:              b.run,
	}
	cmd.Flags().StringVarP(&b.dir, "output", "o", "out", "the folder to write to; it is made where it is missing")
	cmd.Flags().StringSliceVar(&b.formats, "format", usualNames(), "the formats to write: "+strings.Join(formatNames(), ", "))
	cmd.Flags().BoolVar(&b.Draft, "draft", false, "write in spite of errors, and mark every page as a draft")
	cmd.Flags().BoolVar(&b.Annex, "annex", false, "add the plan's waivers: what is accepted, why and by whom")
	cmd.Flags().BoolVar(&b.final, "final", false, "refuse to write while anything waits for a person, a fact is of another time or a deadline is missed")
	cmd.Flags().BoolVar(&b.force, "force", false, "replace files that isuplan did not make")
	cmd.Flags().BoolVar(&b.watch, "watch", false, "build again after each save, until Ctrl-C")
	sampleFlag(cmd, &b.sample)
	b.templateFlag(cmd)
	a.completeFlag(cmd, "format", words(formatNames()))
	return cmd
}

func formatNames() []string {
	var names []string
	for _, f := range render.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// usualNames are the formats that are written where nobody says which.
func usualNames() []string {
	var names []string
	for _, f := range render.Formats() {
		if !f.Asked {
			names = append(names, f.Name)
		}
	}
	return names
}

// builder is the build command and its flags.
type builder struct {
	settings
	dir     string
	formats []string
	force   bool
	sample  bool
	final   bool
	watch   bool
	// refused says that errors kept a plan from being written.
	refused bool
	// unready counts what waits for a person in spite of --final.
	unready int
	// expired counts what was right once and is not any more, in spite of --final.
	expired int
	// unreadable says that a plan could not be read far enough for a draft.
	unreadable bool
}

func (b *builder) run(cmd *cobra.Command, args []string) error {
	formats, err := b.wanted()
	if err != nil {
		return err
	}
	if b.watch {
		return b.watchAll(cmd.Context(), args, formats)
	}
	files, err := b.app.chosen(args, b.sample)
	if err != nil {
		return err
	}
	if err := distinct(files); err != nil {
		return err
	}
	outputs, findings, err := b.all(cmd.Context(), files, formats)
	if err != nil {
		return err
	}
	if err := b.app.talkFindings(findings); err != nil {
		return err
	}
	if why := b.refusal(findings); why != "" {
		b.app.say("nothing was written: %s", why)
		return nil
	}
	if err := b.app.writeAll(cmd.Context(), b.dir, outputs, b.force); err != nil {
		return err
	}
	return b.app.list(outputs)
}

// refusal says why nothing is written, "" where there is no reason, and notes what counts
// for the exit code.
func (b *builder) refusal(findings []diag.Finding) string {
	wrong := diag.Worst(findings) == diag.Error
	if b.unready > 0 || b.expired > 0 || wrong {
		b.app.failed()
	}
	switch {
	case b.unready > 0:
		return "a final document has nothing that waits for a person"
	case b.expired > 0:
		return "a final document has no fact of another time and no missed deadline; bring them up to date, or accept each with a waiver"
	case wrong && b.refused:
		return report.Count(findings) + b.wayOut()
	}
	return ""
}

// all compiles and renders every plan.
func (b *builder) all(ctx context.Context, files []*source.File, formats []render.Format) (outputs []output, findings []diag.Finding, err error) {
	c, err := b.compiler()
	if err != nil {
		return nil, nil, err
	}
	for _, file := range files {
		made, found, err := b.plan(ctx, c, file, formats)
		if err != nil {
			return nil, nil, err
		}
		outputs, findings = append(outputs, made...), append(findings, found...)
	}
	return outputs, findings, nil
}

// wayOut says how to get a document in spite of errors, where there is a way.
func (b *builder) wayOut() string {
	if b.Draft || b.unreadable {
		return ""
	}
	return "; mend the errors, or say --draft to write a document that is marked as a draft"
}

// talkFindings writes the findings that are not waived to standard error.
func (a *app) talkFindings(findings []diag.Finding) error {
	talk := &outlet{to: a.stderr}
	defer talk.flush()
	return report.Text(talk, report.Unwaived(findings), a.color(a.stderr))
}

// wanted returns the formats that the user asked for, each once.
func (b *builder) wanted() ([]render.Format, error) {
	if len(b.formats) == 0 {
		return nil, troublef("--format names no format; isuplan writes %s", strings.Join(formatNames(), ", "))
	}
	var list []render.Format
	seen := map[string]bool{}
	for _, name := range b.formats {
		f, err := formatOf(name, "isuplan writes", formatNames(), render.FormatNamed)
		if err != nil {
			return nil, err
		}
		if !seen[name] {
			list = append(list, f)
		}
		seen[name] = true
	}
	return list, nil
}

// formatOf returns the format of a name, of whatever kind, or says which there are.
func formatOf[T any](name, who string, names []string, find func(string) (T, bool)) (T, error) {
	f, ok := find(name)
	if !ok {
		return f, troublef("there is no format %q; %s %s%s", name, who, strings.Join(names, ", "), didYouMean(name, names))
	}
	return f, nil
}

// distinct refuses two plans whose files would have the same name.
func distinct(files []*source.File) error {
	seen := map[string]string{}
	for _, f := range files {
		base := compile.NameOf(f)
		if other, twice := seen[base]; twice {
			return troublef("%s and %s would be written to the same files; build them into two folders", other, f.Name)
		}
		seen[base] = f.Name
	}
	return nil
}

// plan compiles and renders one plan.
func (b *builder) plan(ctx context.Context, c *compile.Compiler, file *source.File, formats []render.Format) ([]output, []diag.Finding, error) {
	u, err := c.Compile(ctx, b.app.noted(input(file)))
	if err != nil {
		return nil, nil, err
	}
	if !u.Complete() {
		b.unreadable, b.refused = true, true
		findings, err := u.Judge(ctx)
		return nil, findings, err
	}
	built, err := u.Build(ctx, formats...)
	if err != nil {
		return nil, nil, err
	}
	if n := len(u.Reviews); n > 0 && b.final {
		b.unready += n
	} else if n > 0 && !b.Draft {
		b.app.say("%s waits for a person in %d places (# review:), so every page is marked as a draft", file.Name, n)
	}
	if b.final {
		b.expired += len(check.Expired(report.Unwaived(built.Findings)))
	}
	if diag.Worst(built.Findings) == diag.Error && !b.Draft || b.unready > 0 || b.expired > 0 {
		b.refused = true
		return nil, built.Findings, nil
	}
	return b.outputs(u, formats, built.Results), built.Findings, nil
}

// outputs says where the rendered files go.
func (b *builder) outputs(u *compile.Unit, formats []render.Format, results []render.Result) []output {
	var outputs []output
	for i, format := range formats {
		outputs = append(outputs, output{
			path:  filepath.Join(b.dir, u.Name()+format.Ext),
			bytes: results[i].Bytes,
			ours:  format.Ours,
		})
		for _, f := range results[i].Files {
			outputs = append(outputs, output{path: filepath.Join(b.dir, f.Name), bytes: f.Bytes, ours: f.Ours})
		}
	}
	return outputs
}

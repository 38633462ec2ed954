package cli

import (
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

func (a *app) buildCommand() *cobra.Command {
	b := builder{compiler: newCompiler(a)}
	cmd := &cobra.Command{
		Use:   "build [PLAN...]",
		Short: "Compile plans into documents",
		Long: `Compile each plan into documents: DIR/NAME.pdf, .docx and .md for NAME.yaml.
Each file is written whole or not at all. A plan with errors writes nothing,
unless --draft is given, which marks every page.

The paths of the files written go to standard output, findings to standard error.
Exit code 0: written. 1: the plan has errors. 2: the tool could not run.`,
		Example: `  isuplan build plans/2018.yaml -o out
  isuplan build plans/2018.yaml --format pdf --draft
  isuplan build - -o out < plan.yaml`,
		ValidArgsFunction: completePlans,
		RunE: func(cmd *cobra.Command, args []string) error {
			return b.run(cmd, args)
		},
	}
	cmd.Flags().StringVarP(&b.dir, "output", "o", "out", "the folder to write to; it is made where it is missing")
	cmd.Flags().StringSliceVar(&b.formats, "format", formatNames(), "the formats to write: "+strings.Join(formatNames(), ", "))
	cmd.Flags().BoolVar(&b.draft, "draft", false, "write in spite of errors, and mark every page as a draft")
	cmd.Flags().BoolVar(&b.annex, "annex", false, "add the plan's waivers: what is accepted, why and by whom")
	cmd.Flags().BoolVar(&b.final, "final", false, "refuse to write while anything waits for a person")
	cmd.Flags().BoolVar(&b.force, "force", false, "replace files that isuplan did not make")
	a.templateFlag(cmd, &b.compiler)
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formatNames(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// templateFlag adds --template to a command.
func (a *app) templateFlag(cmd *cobra.Command, c *compiler) {
	cmd.Flags().StringVar(&c.template, "template", defaultTemplate, "the document's skeleton: a name, or a file of your own")
}

func completePlans(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
}

func formatNames() []string {
	var names []string
	for _, f := range render.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// builder is the build command and its flags.
type builder struct {
	compiler
	dir     string
	formats []string
	force   bool
	final   bool
	// refused says that errors kept a plan from being written.
	refused bool
	// unready counts what waits for a person in spite of --final.
	unready int
	// unreadable says that a plan could not be read far enough for a draft.
	unreadable bool
}

func (b *builder) run(cmd *cobra.Command, args []string) error {
	formats, err := b.wanted()
	if err != nil {
		return err
	}
	files, err := b.app.plans(args)
	if err != nil {
		return err
	}
	if err := distinct(files); err != nil {
		return err
	}
	outputs, findings, err := b.all(files, formats)
	if err != nil {
		return err
	}
	if err := b.app.talkFindings(findings); err != nil {
		return err
	}
	if b.unready > 0 {
		b.app.failed()
		b.app.say("nothing was written: a final document has nothing that waits for a person")
		return nil
	}
	if diag.Worst(findings) == diag.Error {
		b.app.failed()
		if b.refused {
			b.app.say("nothing was written: %s%s", report.Count(findings), b.wayOut())
			return nil
		}
	}
	if err := b.app.writeAll(cmd.Context(), b.dir, outputs, b.force); err != nil {
		return err
	}
	return b.app.list(outputs)
}

// all compiles and renders every plan.
func (b *builder) all(files []*source.File, formats []render.Format) (outputs []output, findings []diag.Finding, err error) {
	for _, file := range files {
		made, found, err := b.plan(file, formats)
		if err != nil {
			return nil, nil, err
		}
		outputs, findings = append(outputs, made...), append(findings, found...)
	}
	return outputs, findings, nil
}

// wayOut says how to get a document in spite of errors, where there is a way.
func (b *builder) wayOut() string {
	if b.draft || b.unreadable {
		return ""
	}
	return "; mend the errors, or say --draft to write a document that is marked as a draft"
}

// talkFindings writes the findings that are not waived to standard error.
func (a *app) talkFindings(findings []diag.Finding) error {
	return report.Text(a.stderr, report.Open(findings), a.color(a.stderr))
}

// wanted returns the formats that the user asked for, each once.
func (b *builder) wanted() ([]render.Format, error) {
	if len(b.formats) == 0 {
		return nil, troublef("--format names no format; isuplan writes %s", strings.Join(formatNames(), ", "))
	}
	var list []render.Format
	seen := map[string]bool{}
	for _, name := range b.formats {
		found := false
		for _, f := range render.Formats() {
			if f.Name == name {
				found = true
				if !seen[name] {
					list = append(list, f)
				}
				seen[name] = true
			}
		}
		if !found {
			return nil, troublef("there is no format %q; isuplan writes %s%s", name, strings.Join(formatNames(), ", "), didYouMean(name, formatNames()))
		}
	}
	return list, nil
}

// distinct refuses two plans whose files would have the same name.
func distinct(files []*source.File) error {
	seen := map[string]string{}
	for _, f := range files {
		base := baseName(f)
		if other, twice := seen[base]; twice {
			return troublef("%s and %s would be written to the same files; build them into two folders", other, f.Name)
		}
		seen[base] = f.Name
	}
	return nil
}

// plan compiles and renders one plan. The rules look at it while it is rendered:
// that costs a plan with errors some work for nothing, and all others no time.
func (b *builder) plan(file *source.File, formats []render.Format) ([]output, []diag.Finding, error) {
	c, err := b.compile(file)
	if err != nil {
		return nil, nil, err
	}
	if !c.ok {
		b.unreadable, b.refused = true, true
		return nil, b.judge(c), nil
	}
	c.document.Meta.Name = baseName(file)
	seal, sealed := sealOf(c)
	c.document.Meta.Seal = seal
	results, errs := make([]render.Result, len(formats)), make([]error, len(formats))
	var findings []diag.Finding
	var work sync.WaitGroup
	for i, format := range formats {
		work.Go(func() { results[i], errs[i] = format.Render(c.document) })
	}
	findings = b.judge(c)
	sealed(findings)
	work.Wait()
	for i, format := range formats {
		if errs[i] != nil {
			return nil, nil, troublef("could not make the %s of %s: %v", format.Name, file.Name, errs[i])
		}
		findings = append(findings, missing(results[i].Missing)...)
	}
	findings = diag.Sort(findings)
	if n := len(c.reviews); n > 0 && b.final {
		b.unready += n
	} else if n > 0 && !b.draft {
		b.app.say("%s waits for a person in %d places (# review:), so every page is marked as a draft", file.Name, n)
	}
	if diag.Worst(findings) == diag.Error && !b.draft || b.unready > 0 {
		b.refused = true
		return nil, findings, nil
	}
	return b.outputs(c, formats, results), findings, nil
}

// outputs says where the rendered files go.
func (b *builder) outputs(c *compiled, formats []render.Format, results []render.Result) []output {
	var outputs []output
	for i, format := range formats {
		outputs = append(outputs, output{
			path:  filepath.Join(b.dir, baseName(c.file)+format.Ext),
			bytes: results[i].Bytes,
			ours:  format.Ours,
		})
		for _, f := range results[i].Files {
			outputs = append(outputs, output{path: filepath.Join(b.dir, f.Name), bytes: f.Bytes, ours: f.Ours})
		}
	}
	return outputs
}

// noGlyph is reported for a character that a format cannot show.
var noGlyph = diag.Rule{Code: "F504", Name: "no-glyph", Severity: diag.Error, Title: "a character that the document's font lacks",
	Why:   "The printed document would lose it without a word.",
	Since: "0.1",
	Bad: `assumptions:
  - That the budget for «薪» is funded.
  - That the host State provides the rooms.
`,
	Good: `assumptions:
  - That the budget for salaries is funded.
  - That the host State provides the rooms.
`}

func missing(characters []render.Missing) []diag.Finding {
	var list []diag.Finding
	for _, m := range characters {
		f := diag.Finding{Rule: noGlyph, Span: m.Run.Origin.Span(),
			Message: fmt.Sprintf("the PDF's font has no character %q (U+%04X)", string(m.Rune), m.Rune),
			Hint:    "write it in another way; the font has the Latin, Greek and Cyrillic scripts"}
		if at := strings.IndexRune(m.Run.Origin.Text(), m.Rune); at >= 0 {
			f.Span = m.Run.Origin.Part(at, at+len(string(m.Rune)))
		}
		list = append(list, f)
	}
	return list
}

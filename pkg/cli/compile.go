package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/templates"
)

// defaultTemplate and defaultLanguage are taken where nothing else is named.
const (
	defaultTemplate = "un"
	defaultLanguage = "en"
)

// compiler holds the settings of a compilation.
type compiler struct {
	app       *app
	template  string // a file, or the name of a template that comes with isuplan
	noWaivers bool
	draft     bool
	annex     bool // print the waivers
	recompute bool
	last      *source.File // the year before's plan, where not the one that the plan names
	skeletons *skeletons
}

func newCompiler(a *app) compiler { return compiler{app: a, skeletons: &skeletons{}} }

// compiled is a plan on its way through the house, as far as it came.
type compiled struct {
	file     *source.File
	input    document.Input
	document *document.Document
	findings []diag.Finding
	broken   []source.Span  // what could not be read
	reviews  []diag.Finding // what waits for a person
	judged   bool           // enough could be read for the rules
	ok       bool           // the plan could be read; document is set
}

// compile takes a plan through all stages up to the document. What the rules say is
// for judge, which may run beside the renderers.
func (c compiler) compile(file *source.File) (*compiled, error) {
	out, err := c.compute(file)
	if err != nil || !out.ok {
		return out, err
	}
	var findings []diag.Finding
	out.document, findings = document.Build(out.input)
	out.findings = append(out.findings, findings...)
	return out, nil
}

// compute takes a plan as far as its budget, and loads what its words need.
func (c compiler) compute(file *source.File) (*compiled, error) {
	collectFor(len(file.Bytes))
	out := &compiled{file: file}
	p, findings, ok := plan.Load(file)
	out.findings = findings
	if !ok && p.Node.IsZero() {
		return out, nil
	}
	out.broken = broken(findings)
	out.reviews = check.Reviews(p)
	out.input = document.Input{Plan: p, Draft: c.draft || len(out.reviews) > 0, Annex: c.annex, RuleTitles: ruleTitles(c.annex)}
	out.input.Budget, findings = budget.Compute(p, budget.Options{Recompute: c.recompute})
	if len(out.broken) == 0 {
		out.findings = append(out.findings, findings...)
	}
	findings, good, err := c.skeletons.load(c, &out.input)
	out.findings = append(out.findings, findings...)
	out.judged = good && err == nil
	out.ok = out.judged && len(out.broken) == 0
	return out, err
}

// broken returns where the plan could not be read. A warning keeps nothing from being
// read.
func broken(findings []diag.Finding) []source.Span {
	var list []source.Span
	for _, f := range findings {
		if f.Rule.Severity == diag.Error {
			list = append(list, f.Span)
		}
	}
	return list
}

// judge returns what the rules say of a plan, with the waivers applied, and all
// findings of the stages before.
func (c compiler) judge(out *compiled) []diag.Finding {
	findings := out.findings
	if out.judged {
		last, missing := c.lastYear(out.file, out.input.Plan)
		findings = append(findings, missing...)
		words := document.NewWords(out.input)
		findings = append(findings, check.Run(check.Input{
			Plan: out.input.Plan, Budget: out.input.Budget, Last: last, Broken: out.broken,
			Headings: words.Headings(), Words: words.Text,
		})...)
		if !c.noWaivers {
			findings = check.Waive(out.input.Plan, findings, len(out.broken) == 0)
		}
		findings = check.Fold(out.input.Plan, findings)
	}
	return diag.Sort(findings)
}

// skeleton loads the template and the language of a plan.
func (c compiler) skeleton(in *document.Input) ([]diag.Finding, bool, error) {
	templateFile, err := c.templateFile()
	if err != nil {
		return nil, false, err
	}
	var ok, spoken bool
	var findings, more []diag.Finding
	in.Template, findings, ok = document.LoadTemplate(templateFile)
	languageFile, missing, err := c.languageFile(in.Plan.Document.Language)
	if err != nil || languageFile == nil {
		return append(findings, missing...), false, err
	}
	in.Language, more, spoken = document.LoadLanguage(languageFile)
	return append(findings, more...), ok && spoken, nil
}

// templateFile returns the template: a file where the name has a folder or an
// ending, one that comes with isuplan otherwise.
func (c compiler) templateFile() (*source.File, error) {
	if c.isFile() {
		return c.app.read(c.template)
	}
	path := c.template + ".yaml"
	text, err := templates.Files.ReadFile(path)
	if err != nil {
		return nil, troublef("no template is called %q; isuplan has %s, or name a file such as ours.yaml",
			c.template, strings.Join(embedded("."), ", "))
	}
	return source.NewFile("templates/"+path, text), nil
}

func (c compiler) isFile() bool {
	return filepath.Ext(c.template) != "" || strings.ContainsRune(c.template, filepath.Separator)
}

// languageFile returns the language that a plan names: a file beside the user's
// own template, or one that comes with isuplan.
func (c compiler) languageFile(code source.At[string]) (*source.File, []diag.Finding, error) {
	name := code.Value
	if name == "" {
		name = defaultLanguage
	}
	if c.isFile() {
		beside := filepath.Join(filepath.Dir(c.template), name+".yaml")
		if _, err := os.Stat(beside); err == nil && beside != filepath.Clean(c.template) {
			f, err := c.app.read(beside)
			return f, nil, err
		}
	}
	path := "languages/" + name + ".yaml"
	text, err := templates.Files.ReadFile(path)
	if err != nil {
		return nil, []diag.Finding{{Rule: document.NoLanguage, Span: code.Span(),
			Message: fmt.Sprintf("isuplan has no words for the language %q", name),
			Hint: fmt.Sprintf("known are %s; another language is a file %s.yaml beside your own template (docs/templates.md)",
				strings.Join(embedded("languages"), ", "), name)}}, nil
	}
	return source.NewFile("templates/"+path, text), nil, nil
}

// embedded returns the names of the files in a folder of the embedded templates.
func embedded(folder string) []string {
	entries, _ := templates.Files.ReadDir(folder)
	var names []string
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, strings.TrimSuffix(e.Name(), ".yaml"))
		}
	}
	return names
}

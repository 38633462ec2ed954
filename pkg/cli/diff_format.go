package cli

import (
	"bytes"
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"golang.org/x/term"

	"github.com/isuplan/isuplan/pkg/compare"
	"github.com/isuplan/isuplan/pkg/compose"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/docx"
	"github.com/isuplan/isuplan/pkg/render/html"
	"github.com/isuplan/isuplan/pkg/render/markdown"
	"github.com/isuplan/isuplan/pkg/render/pdf"
	"github.com/isuplan/isuplan/pkg/render/terminal"
	"github.com/isuplan/isuplan/pkg/report"
)

// comparison is what was found of two plans, or of more.
type comparison struct {
	plans    []*compiled
	document *document.Document
	report   *diff.Report // nil for more than two plans
}

// diffFormat is a form of a comparison.
type diffFormat struct {
	name   string
	pair   bool // of two plans only
	binary bool // nothing for a terminal
	// ours reports whether isuplan wrote a file, which may then be replaced; nil for a
	// form that says nothing of who wrote it.
	ours   func(existing []byte) bool
	render func(*differ, comparison) ([]byte, error)
}

var diffFormats = []diffFormat{
	{name: "text", render: (*differ).text},
	{name: "markdown", render: func(_ *differ, c comparison) ([]byte, error) { return markdown.Render(c.document), nil }},
	{name: "html", render: func(_ *differ, c comparison) ([]byte, error) { return html.Render(c.document), nil }},
	{name: "pdf", binary: true, ours: pdf.Ours, render: (*differ).pdf},
	{name: "docx", binary: true, pair: true, ours: docx.Ours, render: (*differ).redline},
	{name: "json", pair: true, render: func(_ *differ, c comparison) ([]byte, error) {
		var b bytes.Buffer
		err := diff.WriteJSON(&b, c.report, compare.Summary(c.report, c.plans[1].input.Language))
		return b.Bytes(), err
	}},
}

func diffFormatNames() (names []string) {
	for _, f := range diffFormats {
		names = append(names, f.name)
	}
	return names
}

// wanted returns the format that is asked for.
func (d *differ) wanted() (diffFormat, error) {
	name := cmp.Or(d.format, d.named(), "text")
	if name == "md" {
		name = "markdown"
	}
	for _, f := range diffFormats {
		if f.name != name {
			continue
		}
		if f.binary && d.output == "" && terminalOf(d.app.stdout) != nil {
			return f, troublef("--format %s is nothing for a terminal; name a file, such as -o changes.%s", name, name)
		}
		return f, nil
	}
	return diffFormat{}, troublef("there is no format %q; diff writes %s%s", d.format, strings.Join(diffFormatNames(), ", "), didYouMean(d.format, diffFormatNames()))
}

// named returns the format that the name of the output ends with, "" for none.
func (d *differ) named() string {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(d.output), "."))
	if ending == "md" || slices.Contains(diffFormatNames(), ending) {
		return ending
	}
	return ""
}

// write writes the comparison in the form that is asked for.
func (d *differ) write(ctx context.Context, format diffFormat, c comparison) error {
	if format.pair && c.report == nil {
		return troublef("--format %s compares two plans", format.name)
	}
	text, err := format.render(d, c)
	if err != nil {
		return err
	}
	if d.output == "" {
		_, err := d.app.stdout.Write(text)
		return err
	}
	out := output{path: d.output, bytes: text, ours: func(existing []byte) bool { return format.ours != nil && format.ours(existing) }}
	return d.app.writeAll(ctx, filepath.Dir(d.output), []output{out}, d.force)
}

func (d *differ) text(c comparison) ([]byte, error) {
	return terminal.Render(c.document, terminal.Options{Width: d.columns(), Color: d.output == "" && d.app.color(d.app.stdout), Clean: report.Clean}), nil
}

func (d *differ) pdf(c comparison) ([]byte, error) {
	text, missing, err := pdf.Render(c.document)
	for _, m := range missing {
		d.app.say("the PDF's font has no character %q (U+%04X); a box stands in its place", string(m.Rune), m.Rune)
	}
	return text, err
}

// redline returns the new plan's document with tracked changes from the old one. Its
// seal is that of the new plan.
func (d *differ) redline(c comparison) ([]byte, error) {
	judged := make([][]diag.Finding, len(c.plans))
	var work sync.WaitGroup
	for i, p := range c.plans {
		work.Go(func() { judged[i] = d.judge(p) })
	}
	work.Wait()
	var documents []*document.Document
	var wrong []diag.Finding
	for i, p := range c.plans {
		if diag.Worst(judged[i]) == diag.Error {
			d.app.say("%s has errors (isuplan check says which), so every page is marked as a draft", report.Clean(p.file.Name))
			p.input.Draft = true
		}
		doc, findings := compose.Build(p.input)
		if diag.Worst(findings) == diag.Error {
			wrong = append(wrong, diag.Sort(findings)...)
		}
		doc.Meta.Name = baseName(p.file)
		documents = append(documents, doc)
	}
	if err := d.refuse(wrong); err != nil {
		return nil, err
	}
	seal, sealed := sealOf(c.plans[1])
	documents[1].Meta.Seal = seal
	sealed(judged[1])
	return docx.Redline(documents[0], documents[1])
}

// columns returns the width of the text.
func (d *differ) columns() int {
	const usual = 100
	if d.width > 0 {
		return d.width
	}
	if f := terminalOf(d.app.stdout); f != nil {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			return width
		}
	}
	return usual
}

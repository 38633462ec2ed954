package cli

import (
	"cmp"
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/term"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/render/terminal"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/schema"
)

func diffFormatNames() (names []string) {
	for _, f := range render.ComparisonFormats() {
		names = append(names, f.Name)
	}
	return names
}

// wanted returns the format that is asked for.
func (d *differ) wanted() (render.ComparisonFormat, error) {
	name := cmp.Or(d.format, d.named(), "text")
	if name == "md" {
		name = "markdown"
	}
	f, err := formatOf(name, "diff writes", diffFormatNames(), render.ComparisonFormatNamed)
	if err == nil && f.Binary && d.output == "" && terminalOf(d.app.stdout) != nil {
		return f, troublef("--format %s is nothing for a terminal; name a file, such as -o changes.%s", name, name)
	}
	return f, err
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
func (d *differ) write(ctx context.Context, format render.ComparisonFormat, c *compile.Comparison, limits diff.Limits) error {
	if format.Pair && c.Report == nil {
		return troublef("--format %s compares two plans", format.Name)
	}
	result, err := d.render(ctx, format, c, limits)
	if err != nil {
		return err
	}
	d.crowded(result)
	return d.put(ctx, format, result)
}

// crowded says what does not fit on a page.
func (d *differ) crowded(result render.Result) {
	for i := range result.Crowded {
		d.app.say("%s; it is broken", report.Clean(render.CrowdedMessage(&result.Crowded[i])))
	}
}

// put writes what was rendered to where it is wanted.
func (d *differ) put(ctx context.Context, format render.ComparisonFormat, result render.Result) error {
	for _, m := range result.Missing {
		d.app.say("the PDF's font has no character %q (U+%04X); a box stands in its place", string(m.Rune), m.Rune)
	}
	if d.output == "" {
		_, err := d.app.stdout.as(format.Name, format.Binary).Write(result.Bytes)
		return err
	}
	out := output{path: d.output, bytes: result.Bytes, ours: format.Ours}
	if format.Seal != nil {
		out.bytes = format.Seal(out.bytes)
	}
	return d.app.writeAll(ctx, filepath.Dir(d.output), []output{out}, d.force)
}

// mostInJSON is how many changes and lines a comparison in JSON may have: it is kept in memory as
// a whole, a kilobyte for each, and is not cut short, for it can be applied.
const mostInJSON = 20_000

// render writes the comparison as bytes.
func (d *differ) render(ctx context.Context, format render.ComparisonFormat, c *compile.Comparison, limits diff.Limits) (r render.Result, err error) {
	defer compile.Guard("writing", "the comparison", &err)
	of := render.Comparison{Document: c.Document(d.all)}
	of.Data = func(w io.Writer) error { return diff.WriteStepsJSON(w, c.Steps(), limits) }
	if c.Report != nil {
		of.Versions = func(ctx context.Context) (old, now *document.Document, seal document.Seal, err error) {
			return d.versions(ctx, c)
		}
		of.Data = func(w io.Writer) error {
			if n := c.Report.Size(); n > mostInJSON {
				return troublef("the two plans differ in %s changes and lines of the budget; a comparison in JSON has at most %s (%s)", diag.Grouped(n), diag.Grouped(mostInJSON), schema.TooMuch.ID())
			}
			return diff.WriteJSON(w, c.Report, c.Summary(), limits)
		}
	}
	return format.Write(ctx, of, d.look())
}

// look is what a terminal shows.
func (d *differ) look() terminal.Options {
	return terminal.Options{Width: d.columns(), Color: d.output == "" && d.app.color(d.app.stdout), Clean: report.Clean}
}

// versions returns the documents of the two plans. If one is a draft, the user is told
// why.
func (d *differ) versions(ctx context.Context, c *compile.Comparison) (old, now *document.Document, seal document.Seal, err error) {
	v, err := c.Versions(ctx)
	if err != nil {
		return nil, nil, seal, err
	}
	for _, u := range v.Drafts {
		d.app.say("%s has errors (isuplan check says which), so every page is marked as a draft", report.Clean(u.File.Name))
	}
	return v.Old, v.New, v.Seal, d.refuse(v.Errors)
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

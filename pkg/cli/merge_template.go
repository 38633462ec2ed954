package cli

import (
	"context"
	"strings"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render/typography"
	"github.com/isuplan/isuplan/pkg/source"
)

// madeOtherwise reports a file that another template of isuplan made of the plan: held against the document
// of this one, most of the plan would look as if somebody had taken it out.
func (h *homer) madeOtherwise(ctx context.Context, name string, plan *compile.Unit, file *source.File, text *readback.Text) error {
	if h.isFile() || !plan.Plan.Budget.HasActuals() {
		return nil
	}
	said := map[string]bool{}
	for i := range text.Lines {
		said[typography.Alike(strings.TrimSpace(text.Lines[i].Text))] = true
	}
	own := textsOf(plan.Document)
	for _, template := range compile.Templates() {
		if template == h.template {
			continue
		}
		o := h.Options
		o.Template = compile.Template{Name: template}
		u, err := compile.New(o).Compile(ctx, input(file))
		if err != nil {
			return err
		}
		if other := textsOf(u.Document); only(other, own, said) > only(own, other, said) {
			return troublef("nothing was merged: %s is the document of the template %s; say --template %s", shownName(name), template, template)
		}
	}
	return nil
}

// textsOf returns the texts of a document that are no single words or figures, as a file's are compared.
func textsOf(doc *document.Document) map[string]bool {
	const telling = 3 // words
	all := map[string]bool{}
	if doc == nil {
		return all
	}
	for t := range doc.Texts() {
		if s := typography.Alike(strings.TrimSpace(t.String())); strings.Count(s, " ") >= telling {
			all[s] = true
		}
	}
	return all
}

// only counts the texts of one document, and not of the other, that a file has.
func only(of, not, said map[string]bool) (n int) {
	for s := range of {
		if !not[s] && said[s] {
			n++
		}
	}
	return n
}

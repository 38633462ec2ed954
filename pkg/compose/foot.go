package compose

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// foot says what stands at the foot of page one. A template that says nothing of it has the
// job number and its barcode.
func (b *builder) foot(meta *document.Meta) {
	spec := b.in.Template.Foot
	if spec.Node.IsZero() {
		job := text{Value: "${document.job}", Node: b.in.Template.Masthead.Name.Node}
		spec.Job, spec.Barcode = job, job
	}
	if t, ok := b.optional(spec.Job); ok {
		meta.Job = t.String() + b.in.Language.JobSuffix.Value
	}
	if t, ok := b.optional(spec.Barcode); ok {
		meta.Barcode = digits(t.String())
		meta.Caption = spacedOut(meta.Barcode)
	}
	if t, ok := b.optional(spec.Recycle); ok {
		meta.Recycle = t.String()
	}
}

// addresses lists where the document's links lead, if the template has that printed.
func (b *builder) addresses(doc *document.Document) {
	links := b.in.Template.Links
	if !links.IsSet() {
		return
	}
	if notes := doc.Linked(); len(notes) > 0 {
		doc.Addresses = document.Addresses{Title: b.text(links), Notes: notes}
	}
}

// digits are those of year and number: GE.17-09131 has 1709131.
func digits(job string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, job)
}

// spacedOut writes what Code 39 has, its start and its stop sign, which are asterisks, with
// blanks between them, as below the barcodes of documents issued in Geneva.
func spacedOut(code string) string {
	if code == "" {
		return ""
	}
	return strings.Join(strings.Split("*"+code+"*", ""), " ")
}

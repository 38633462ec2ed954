package docx

import "github.com/isuplan/isuplan/pkg/document"

const (
	draftPoints = 20
	draftRise   = 8

	recyclePoints = 10
)

// edge is a header or a footer of some of the pages.
type edge struct {
	name   string // of its part, without the ending
	kind   string // "header" or "footer"
	pages  string // "first", "even" or "default", which are the odd ones
	turned bool   // they lie on their side
	blocks []*paragraph
}

// edges are all that stands outside the text, in the order in which a section names
// them. Page one stands upright.
func (b *body) edges(m *document.Meta) []edge {
	list := []edge{
		{"header1", "header", "even", false, header(m, false)},
		{"header2", "header", "default", false, header(m, true)},
		{"header3", "header", "first", false, []*paragraph{{style: "Header", runs: draft(m)}}},
		{"footer1", "footer", "even", false, footer(m, false)},
		{"footer2", "footer", "default", false, footer(m, true)},
		{"footer3", "footer", "first", false, b.firstFooter(m)},
	}
	if !b.turned {
		return list
	}
	for _, e := range []edge{
		{"header4", "header", "even", true, header(m, false)},
		{"header5", "header", "default", true, header(m, true)},
		{"footer4", "footer", "even", true, footer(m, false)},
		{"footer5", "footer", "default", true, footer(m, true)},
	} {
		for _, p := range e.blocks {
			p.line = turnedWidth
		}
		list = append(list, e)
	}
	return list
}

// header has the symbol at the outside of a page, above a rule.
func header(m *document.Meta, odd bool) []*paragraph {
	if m.Symbol == "" {
		return []*paragraph{{style: "Header", runs: draft(m)}}
	}
	p := &paragraph{style: "HeaderRule"}
	symbol := run{text: m.Symbol}
	if odd {
		p.runs = append(spaced(m), tab, symbol)
	} else {
		p.runs = append([]run{symbol}, draft(m)...)
	}
	return []*paragraph{p}
}

// spaced is the draft word, or the tab that it would stand at.
func spaced(m *document.Meta) []run {
	if m.Draft == "" {
		return []run{tab}
	}
	return draft(m)
}

// draft is the word that marks the pages of a draft, large and light.
func draft(m *document.Meta) []run {
	if m.Draft == "" {
		return nil
	}
	return []run{tab, {text: m.Draft, bold: true, grey: true, raised: draftRise, points: draftPoints}}
}

// footer has the page's number at the outside and the job number inside.
func footer(m *document.Meta, odd bool) []*paragraph {
	p := &paragraph{style: "Footer"}
	page := run{kind: pageRun, bold: true}
	if odd {
		p.runs = []run{{text: m.Job}, tab, page}
	} else {
		p.runs = []run{page, tab, {text: m.Job}}
	}
	return []*paragraph{p}
}

// firstFooter has the job number, below it the barcode, with the sign of recycling at the right,
// and below that what the barcode says.
func (b *body) firstFooter(m *document.Meta) (out []*paragraph) {
	if m.Job != "" || m.Barcode == "" && m.Recycle == "" {
		out = append(out, &paragraph{style: "FooterJob", runs: []run{{text: m.Job}}})
	}
	line := &paragraph{style: "FooterBarcode"}
	bars := 0
	for i := range b.images {
		if !b.images[i].foot {
			continue
		}
		r := run{kind: pictureRun, text: b.images[i].text, image: i + 1}
		if r.text == "" {
			line.runs = append(line.runs, tab, run{text: m.Recycle + fixedBlank + fixedBlank, points: recyclePoints})
		} else {
			bars = b.images[i].wide
		}
		line.runs = append(line.runs, r)
	}
	if m.Caption == "" {
		if len(out) > 0 && len(line.runs) == 0 {
			out[0].style = "FooterJobAlone"
			return out
		}
		line.style = "FooterBarcodeAlone"
		return append(out, line)
	}
	below := &indent{right: max(0, fullWidth-bars/emu)}
	return append(out, line, &paragraph{style: "FooterBarcodeText", indent: below, align: "center", runs: []run{{text: m.Caption}}})
}

// part writes a header's or a footer's part.
func (e *edge) part(b *body) []byte {
	w := writer{body: b, drawings: len(b.charts)} // no two drawings of a file share a number
	tag := `w:hdr`
	if e.kind == "footer" {
		tag = `w:ftr`
	}
	w.raw(prolog, `<`, tag, spaces, `>`)
	for _, p := range e.blocks {
		p.write(&w)
	}
	w.raw(`</`, tag, `>`)
	return w.Bytes()
}

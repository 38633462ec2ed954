package docx

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strconv"

	"github.com/boombuler/barcode/code128"

	"github.com/isuplan/isuplan/pkg/document"
)

const (
	draftPoints = 20
	draftRise   = 8
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

// firstFooter has the job number, the barcode and what the barcode says.
func (b *body) firstFooter(m *document.Meta) []*paragraph {
	out := []*paragraph{{style: "FooterJob", runs: []run{{text: m.Job}}}}
	if m.Barcode == "" {
		out[0].style = "FooterJobAlone"
		return out
	}
	below := &indent{right: max(0, fullWidth-b.barcodes[0].modules*barWidth/emu)}
	return append(out, &paragraph{style: "FooterBarcode", runs: []run{{kind: barcodeRun, text: m.Barcode, bars: 1}}},
		&paragraph{style: "FooterBarcodeText", indent: below, align: "center", runs: []run{{text: m.Barcode}}})
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

// encode draws a text as a picture of bars, and counts their modules.
func encode(text string) (barcode, error) {
	const size, high = 4, 100 // pixels to a module, so that its edges stay sharp
	code, err := code128.Encode(text)
	if err != nil {
		return barcode{}, fmt.Errorf("the barcode of %q: %w", text, err)
	}
	modules := code.Bounds().Dx()
	img := image.NewPaletted(image.Rect(0, 0, modules*size, high), color.Palette{color.White, color.Black})
	for x := range modules * size {
		if dark, _, _, _ := code.At(x/size, 0).RGBA(); dark < 0x8000 {
			img.Pix[x] = 1
		}
	}
	for y := 1; y < high; y++ {
		copy(img.Pix[y*img.Stride:], img.Pix[:img.Stride])
	}
	var out bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&out, img)
	return barcode{text, out.Bytes(), modules}, err
}

// barcode writes the picture of the bars.
func (w *writer) barcode(r *run) {
	wide, high := w.body.barcodes[r.bars-1].modules*barWidth, barHeight
	w.inline(wide, high, "Barcode", r.text)
	w.raw(`<a:graphicData uri="`, pictureNS, `"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="`, barcodeName(r.bars), `.png"/><pic:cNvPicPr/></pic:nvPicPr>`)
	w.raw(`<pic:blipFill><a:blip r:embed="`, barcodeName(r.bars), `"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="`,
		strconv.Itoa(wide), `" cy="`, strconv.Itoa(high), `"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>`)
	w.endInline()
}

// inline begins a drawing in the line of text; alt says it in words.
func (w *writer) inline(wide, high int, title, alt string) {
	w.drawings++
	n := strconv.Itoa(w.drawings)
	w.raw(`<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="`, strconv.Itoa(wide), `" cy="`, strconv.Itoa(high), `"/><wp:docPr id="`, n, `" name="Drawing `, n, `"`)
	if title != "" {
		w.raw(` title="`)
		w.text(title)
		w.raw(`"`)
	}
	w.raw(` descr="`)
	w.text(alt)
	w.raw(`"/><wp:cNvGraphicFramePr/><a:graphic>`)
}

func (w *writer) endInline() { w.raw(`</a:graphic></wp:inline></w:drawing>`) }

func barcodeName(n int) string { return "barcode" + strconv.Itoa(n) }

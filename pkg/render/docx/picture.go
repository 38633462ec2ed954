package docx

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/internal/bars"
	"github.com/isuplan/isuplan/pkg/render/internal/recycle"
)

// draw draws the pictures at the foot of page one: the barcode and the sign of recycling.
func (b *body) draw(m *document.Meta) error {
	code, err := bars.Of(m.Barcode)
	if err != nil {
		return err
	}
	if code.Width > 0 {
		drawn, err := barsPicture(code)
		if err != nil {
			return err
		}
		b.images = append(b.images, picture{"Barcode", m.Barcode, drawn, code.Width * barWidth, barHeight, true})
	}
	if m.Recycle == "" {
		return nil
	}
	b.images = append(b.images, picture{"Recycling", "", recycle.PNG(), signSize, signSize, true})
	return nil
}

// barsPicture draws bars.
func barsPicture(code bars.Code) ([]byte, error) {
	const size, high = 4, 100 // pixels to a module, so that its edges stay sharp
	img := image.NewPaletted(image.Rect(0, 0, code.Width*size, high), color.Palette{color.White, color.Black})
	for _, bar := range code.Bars {
		for x := bar.At * size; x < (bar.At+bar.Width)*size; x++ {
			img.Pix[x] = 1
		}
	}
	for y := 1; y < high; y++ {
		copy(img.Pix[y*img.Stride:], img.Pix[:img.Stride])
	}
	var out bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.NoCompression}).Encode(&out, img) // the file is compressed as a whole
	return out.Bytes(), err
}

// picture writes a picture that stands in a line.
func (w *writer) picture(r *run) {
	p := &w.body.images[r.image-1]
	w.inline(p.wide, p.high, p.title, p.text)
	w.raw(`<a:graphicData uri="`, pictureNS, `"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="`, pictureName(r.image), `.png"/><pic:cNvPicPr/></pic:nvPicPr>`)
	w.raw(`<pic:blipFill><a:blip r:embed="`, pictureName(r.image), `"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="`,
		strconv.Itoa(p.wide), `" cy="`, strconv.Itoa(p.high), `"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>`)
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

func pictureName(n int) string { return "picture" + strconv.Itoa(n) }

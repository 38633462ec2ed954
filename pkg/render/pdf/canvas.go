package pdf

import (
	"bytes"
	"encoding/binary"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/jung-kurt/gofpdf"

	"github.com/isuplan/isuplan/pkg/document"
)

// canvas is the only way to draw. Every call says by its tag what it draws a part
// of, and the canvas keeps a record in the order of drawing. gofpdf manages pages,
// links, the outline and the file around them; text is written by the canvas
// itself, in the codes of the cut fonts.
type canvas struct {
	pdf     *gofpdf.Fpdf
	faces   *faces
	page    int
	tree    *tree
	record  []drawn
	scratch []byte
}

// drawn is one entry of the record: what was drawn, and where.
type drawn struct {
	tag
	page                int
	x, y, width, height length // from the top left; y is the top
	text                bool
}

func newCanvas(fs *faces, meta *document.Meta) *canvas {
	pdf := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{
		Wd: pageWidth.points(), Ht: pageHeight.points()}})
	pdf.SetCompression(false) // the file is compressed when it is finished
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCatalogSort(true)
	date := meta.Date.UTC()
	if date.IsZero() {
		date = time.Unix(0, 0).UTC() // no date would be taken from the clock
	}
	pdf.SetCreationDate(date)
	pdf.SetModificationDate(date)
	pdf.SetProducer(program, false)
	pdf.SetCreator(program, false)
	pdf.SetTitle(utf16be(meta.Title), false)
	pdf.SetAuthor(utf16be(meta.Author), false)
	pdf.SetSubject(utf16be(meta.Subject), false)
	pdf.SetKeywords(utf16be(strings.Join(meta.Keywords, ", ")), false)
	return &canvas{pdf: pdf, faces: fs}
}

// utf16be is text outside of pages: plain where it is ASCII, else in UTF-16.
func utf16be(s string) string {
	ascii := true
	for _, r := range s {
		ascii = ascii && r >= ' ' && r < 0x7F
	}
	if ascii {
		return s
	}
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return string(b)
}

func (c *canvas) newPage() {
	c.pdf.AddPage()
	c.page++
}

func (c *canvas) note(t tag, x, y, width, height length, text bool) {
	c.record = append(c.record, drawn{tag: t, page: c.page, x: x, y: y, width: width, height: height, text: text})
}

// text draws a line of text on a slab that begins at y, and links over its words.
func (c *canvas) text(t *text, y length) {
	height := length(t.size) * point
	c.note(t.mark, t.x, y+t.y-height*7/10, t.width, height, true)
	c.scratch = c.show(c.scratch[:0], t, y)
	c.pdf.RawWriteBuf(bytes.NewReader(c.scratch))
	c.links(t, y+t.y-height*3/4, height)
	c.strikes(t, y+t.y-height/4, height/18)
}

// strikes draws a line through the stretches of atoms that are struck out.
func (c *canvas) strikes(t *text, y, weight length) {
	x := t.x
	for i := 0; i < len(t.atoms); {
		from, to, struck := x, x, t.atoms[i].struck
		for ; i < len(t.atoms) && t.atoms[i].struck == struck; i++ {
			to = x + t.atoms[i].width
			x = to + t.atoms[i].space
			if t.atoms[i].space > 0 {
				x += t.gap
			}
		}
		if struck {
			c.fill(t.mark, from, y, to-from, weight)
		}
	}
}

// links makes the stretches of atoms with the same address clickable.
func (c *canvas) links(t *text, top, height length) {
	x := t.x
	for i := 0; i < len(t.atoms); {
		from, to, address := x, x, t.atoms[i].link
		for ; i < len(t.atoms) && t.atoms[i].link == address; i++ {
			to = x + t.atoms[i].width
			x = to + t.atoms[i].space
			if t.atoms[i].space > 0 {
				x += t.gap
			}
		}
		if address != "" {
			c.pdf.LinkString(from.points(), top.points(), (to - from).points(), height.points(), uri(address))
		}
	}
}

// uri spells an address in ASCII, as PDF wants it.
func uri(address string) string {
	var b strings.Builder
	for i := range len(address) {
		if ch := address[i]; ch > ' ' && ch < 0x7F {
			b.WriteByte(ch)
		} else {
			const hex = "0123456789ABCDEF"
			b.Write([]byte{'%', hex[ch>>4], hex[ch&15]})
		}
	}
	return b.String()
}

// fill draws a filled rectangle, such as a rule or a bar.
func (c *canvas) fill(t tag, x, y, width, height length) {
	c.note(t, x, y, width, height, false)
	c.pdf.Rect(x.points(), y.points(), width.points(), height.points(), "F")
}

// outline draws an empty rectangle.
func (c *canvas) outline(t tag, x, y, width, height, weight length) {
	c.note(t, x, y, width, height, false)
	c.pdf.SetLineWidth(weight.points())
	c.pdf.Rect(x.points(), y.points(), width.points(), height.points(), "D")
}

// gray sets how light text is: 0 is black, 255 white.
func (c *canvas) gray(level int) { c.pdf.SetFillColor(level, level, level) }

// ink is a colour: red, green and blue up to 255. The zero ink is black.
type ink struct{ red, green, blue int }

func (c *canvas) ink(i ink) { c.pdf.SetFillColor(i.red, i.green, i.blue) }

func (c *canvas) bookmark(b *bookmark, y length) {
	c.pdf.Bookmark(utf16be(b.title), b.level-1, y.points())
}

// finish returns the file as gofpdf writes it.
func (c *canvas) finish() ([]byte, error) {
	var out bytes.Buffer
	err := c.pdf.Output(&out)
	return out.Bytes(), err
}

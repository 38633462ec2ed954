package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/jung-kurt/gofpdf"

	"github.com/isuplan/isuplan/pkg/render/set"
)

// canvas is the only way to draw. Every call says by its tag what it draws a part
// of, and the canvas keeps a record in the order of drawing. gofpdf manages pages,
// the outline and the file around them; what stands on the pages is written by the canvas
// itself, text in the codes of the cut fonts.
type canvas struct {
	pdf     *gofpdf.Fpdf
	setter  *set.Setter
	page    int
	sheet   sheet   // of the page
	sheets  []sheet // of all pages so far
	tree    *tree
	table   *table // that what is drawn stands in, nil for none
	marks   marks
	parts   map[*set.Part]int // the elements of the parts of texts, by what is drawn of them
	backs   map[int]*note     // by the element of a note: the cell that has its mark first
	record  []drawn
	levels  []int // of the bookmarks
	entries []outlined
	scratch []byte

	contents [][]byte // of the pages, as operators
	images   [][]byte // the pictures on them
	weight   length   // of lines
}

// drawn is one entry of the record: what was drawn, and where.
type drawn struct {
	tag
	page                int
	x, y, width, height length // from the top left; y is the top
	text                bool
}

func newCanvas(s *set.Setter, t *tree) *canvas {
	pdf := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{
		Wd: points(pageWidth), Ht: points(pageHeight)}})
	pdf.SetCompression(false) // the file is compressed when it is finished
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(epoch) // no date would be taken from the clock
	t.laid = len(t.elements) - 1
	return &canvas{pdf: pdf, setter: s, tree: t, parts: map[*set.Part]int{}, backs: map[int]*note{}, weight: usualWeight}
}

// utf16be is text outside of pages, as a string of the file has it; one that is longer
// than a string may be ends with an ellipsis.
func utf16be(s string) string {
	text := unclipped(s)
	for n := longest / 2; len(text) > longest; n -= n / 16 {
		r := []rune(s)
		text = unclipped(string(r[:min(n, len(r))]) + "…")
	}
	return text
}

// unclipped is plain where a text is ASCII, else in UTF-16.
func unclipped(s string) string {
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

func (c *canvas) newPage(s sheet) {
	if c.page > 0 {
		c.write(c.leave(c.scratch))
	}
	c.pdf.AddPageFormat("P", gofpdf.SizeType{Wd: points(s.width), Ht: points(s.height)})
	c.page++
	c.sheet, c.sheets = s, append(c.sheets, s)
	c.contents = append(c.contents, fmt.Appendf(make([]byte, 0, c.usualSize()), "0 J\n0 j\n%.2f w\n0.000 G\n0.000 g\n", points(c.weight)))
	c.marks.next = 0
	c.marks.parents = append(c.marks.parents, nil)
}

// usualWeight is how wide lines are that nothing else is said of.
const usualWeight = 567

// usualSize is how large the content of a page is as a rule: as that of the last one.
func (c *canvas) usualSize() int {
	if n := len(c.contents); n > 0 {
		return len(c.contents[n-1])
	}
	return 1 << 13
}

func (c *canvas) note(t tag, x, y, width, height length, text bool) {
	c.record = append(c.record, drawn{tag: t, page: c.page, x: x, y: y, width: width, height: height, text: text})
}

// text draws a line of text on a slab that begins at y, and links over its words.
func (c *canvas) text(t *text, y length) {
	height := length(t.size) * point
	c.note(t.mark, t.x, y+t.y-height*7/10, t.width, height, true)
	c.write(c.show(c.scratch, t, y))
	if !t.hasParts() {
		return
	}
	stretches(t, (*set.Atom).Struck, func(struck bool, s stretch) {
		if struck {
			c.fill(furniture, s.x, y+t.y-height/4, s.width, height/18)
		}
	})
}

// hasParts reports whether more is said of some of a line than how it looks.
func (t *text) hasParts() bool {
	for i := range t.atoms {
		if t.atoms[i].Part != nil {
			return true
		}
	}
	return false
}

// stretch is a part of a line: atoms that have something in common.
type stretch struct {
	from, to int
	x, width length
}

// stretches calls visit for every stretch of atoms that are of the same kind.
func stretches[K comparable](t *text, kind func(*set.Atom) K, visit func(K, stretch)) {
	x := length(0)
	for i := 0; i < len(t.atoms); {
		s := stretch{from: i}
		from, k := x, kind(&t.atoms[i])
		for ; i < len(t.atoms) && kind(&t.atoms[i]) == k; i++ {
			s.width = x + t.atoms[i].Width - from
			x += t.atoms[i].Width + t.atoms[i].Space
			if t.atoms[i].Space > 0 {
				x += t.gap
			}
		}
		s.to, s.x, s.width = i, t.x+t.widened(from), t.widened(s.width)
		visit(k, s)
	}
}

// widened is how wide a part of a line is as it is drawn.
func (t *text) widened(l length) length { return l + l*length(t.wider)/10_000 }

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
	b := c.enter(c.scratch, t)
	if len(b) > 0 {
		b = append(b, '\n')
	}
	c.write(append(c.rectangle(b, x, y, width, height), 'f'))
}

// outline draws an empty rectangle.
func (c *canvas) outline(t tag, x, y, width, height, weight length) {
	c.write(c.enter(c.scratch, t))
	c.note(t, x, y, width, height, false)
	c.weight = weight
	b := append(appendFixed(c.scratch, weight), " w\n"...)
	c.write(append(c.rectangle(b, x, y, width, height), 'S'))
}

// rectangle writes the path of a rectangle.
func (c *canvas) rectangle(b []byte, x, y, width, height length) []byte {
	for _, l := range []length{x, c.sheet.height - y, width, -height} {
		b = append(appendFixed(b, l), ' ')
	}
	return append(b, "re "...)
}

// appendFixed writes a length in points with two decimals.
func appendFixed(b []byte, l length) []byte {
	return strconv.AppendFloat(b, points(l), 'f', 2, 64)
}

// gray sets how light text is: 0 is black, 255 white.
func (c *canvas) gray(level int) { c.ink(ink{level, level, level}) }

// ink is a colour: red, green and blue up to 255. The zero ink is black.
type ink struct{ red, green, blue int }

func (c *canvas) ink(i ink) {
	const most = 255.0
	if grey := (ink{i.red, i.red, i.red}); i == grey {
		c.write(fmt.Appendf(c.scratch, "%.3f g", float64(i.red)/most))
		return
	}
	c.write(fmt.Appendf(c.scratch, "%.3f %.3f %.3f rg", float64(i.red)/most, float64(i.green)/most, float64(i.blue)/most))
}

// bookmark adds an entry to the outline. No level is skipped, not even where a heading
// shows nothing and has no entry.
func (c *canvas) bookmark(b *bookmark, y length) {
	level := 1
	if n := len(c.levels); n > 0 {
		level = min(b.level, c.levels[n-1]+1)
	}
	c.levels = append(c.levels, level)
	c.entries = append(c.entries, outlined{utf16be(b.title), level - 1, c.page, y})
}

// outlined is an entry of the outline: the y is from the top of its page.
type outlined struct {
	title       string
	level, page int
	y           length
}

// bookmarks writes the outline when all is drawn: gofpdf counts from the top of the last page,
// which may be of another height.
func (c *canvas) bookmarks() {
	for _, e := range c.entries {
		c.pdf.SetPage(e.page)
		c.pdf.Bookmark(e.title, e.level, points(c.sheet.height-c.sheets[e.page-1].height+e.y))
	}
	c.pdf.SetPage(c.page)
}

// finish returns the file as gofpdf writes it.
func (c *canvas) finish() ([]byte, error) {
	c.write(c.leave(c.scratch))
	c.tree.drawn()
	c.bookmarks()
	var out bytes.Buffer
	err := c.pdf.Output(&out)
	return out.Bytes(), err
}

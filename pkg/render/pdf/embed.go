package pdf

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/isuplan/isuplan/pkg/render/set"
)

// fontObjects is how many objects a font takes in the file.
const fontObjects = 5

// embed writes a font's objects: the font as the pages name it, the font as its
// codes number it, its description, the cut font, and what its codes mean.
func (f *file) embed(face *set.Face, uses []set.Use, first int) {
	glyphs := make([]int, len(uses))
	for i := range uses {
		glyphs[i] = int(uses[i].ID)
	}
	ttf := face.Font.Cut(glyphs)
	name := subsetTag(ttf) + "+" + face.Name
	f.objects[first] = fmt.Appendf(nil, "<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H "+
		"/DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>", name, first+1, first+4)
	f.objects[first+1] = fmt.Appendf(nil, "<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s "+
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /CIDToGIDMap /Identity "+
		"/FontDescriptor %d 0 R /W %s>>", name, first+2, widthArray(uses))
	f.objects[first+2] = descriptor(face, name, first+3)
	f.objects[first+3] = stream("/Length1 "+strconv.Itoa(len(ttf))+" ", ttf)
	f.objects[first+4] = stream("", toUnicode(uses))
}

// subsetTag makes the six letters that tell one subset of a font from another.
func subsetTag(ttf []byte) string {
	sum := sha256.Sum256(ttf)
	for i := range 6 {
		sum[i] = 'A' + sum[i]%26
	}
	return string(sum[:6])
}

func widthArray(uses []set.Use) []byte {
	b := []byte("[0 [")
	for i := range uses {
		b = append(strconv.AppendInt(b, int64(uses[i].Width), 10), ' ')
	}
	return append(b, "]]"...)
}

// The flags of a font descriptor.
const (
	serif      = 1 << 1
	symbolic   = 1 << 2 // its codes are its own
	italicFlag = 1 << 6
)

func descriptor(face *set.Face, name string, file int) []byte {
	s := face.Font.Shape()
	flags := serif | symbolic
	if s.ItalicAngle != 0 {
		flags |= italicFlag
	}
	stem := 50 + s.Weight*s.Weight/(65*65) // no font says it; this is the usual guess
	return fmt.Appendf(nil, "<</Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [%d %d %d %d] "+
		"/ItalicAngle %d /Ascent %d /Descent %d /CapHeight %d /StemV %d /FontFile2 %d 0 R>>",
		name, flags, s.Box[0], s.Box[1], s.Box[2], s.Box[3],
		s.ItalicAngle, s.Ascent, s.Descent, s.CapHeight, stem, file)
}

const (
	cmapHead = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
	cmapFoot = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"

	cmapBlock = 100 // a block of the map holds no more
)

// toUnicode lists what text each code stands for; code 0 stands for none.
func toUnicode(uses []set.Use) []byte {
	b := []byte(cmapHead)
	for from := 1; from < len(uses); from += cmapBlock {
		to := min(from+cmapBlock, len(uses))
		b = fmt.Appendf(b, "%d beginbfchar\n", to-from)
		for id := from; id < to; id++ {
			b = fmt.Appendf(b, "<%04X> <", id)
			for _, r := range cmp.Or(uses[id].Text, nothing) {
				for _, u := range utf16.Encode([]rune{meaning(r)}) {
					b = fmt.Appendf(b, "%04X", u)
				}
			}
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, cmapFoot...)
}

// nothing is what a glyph stands for that only goes on with what another one begins: every
// code has to stand for something (PDF/UA-1, 7.21.7), and this does not show.
const nothing = "\u200B"

// meaningOf is what glyphs may be said to stand for.
func meaningOf(text string) string { return strings.Map(meaning, text) }

// meaning is what a code may be said to stand for. Neither standard takes characters
// that are none, or that everybody may give a meaning of their own (ISO 19005-2,
// 6.2.11.7; PDF/UA-1, 7.21.7).
func meaning(r rune) rune {
	if r == 0 || r == 0xFEFF || r == 0xFFFE || unicode.Is(unicode.Co, r) {
		return unicode.ReplacementChar
	}
	return r
}

package pdf

import (
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// encoder turns the codes of a font into text.
type encoder struct {
	cmap  *cmap
	wide  int // bytes of a code where the cmap does not say
	bytes *[256]string
	widths
	drawn    bool // its glyphs show text in other fonts
	drawings bool // its glyphs are drawings
	foreign  bool // it is not in the file
}

func (e *encoder) decode(s string) string {
	switch {
	case e == nil:
		return strings.Repeat("\uFFFD", len(s))
	case e.cmap != nil:
		return e.cmap.decode(s, e.wide)
	case e.bytes == nil:
		return strings.Repeat("\uFFFD", (len(s)+1)/2)
	}
	var out strings.Builder
	for i := range len(s) {
		out.WriteString(e.bytes[s[i]])
	}
	return out.String()
}

// encoder returns how a font's codes are read. A font that is no object of its own is
// read each time, and paid each time.
func (f *File) encoder(v any, depth int) *encoder {
	r, shared := v.(ref)
	if shared {
		if e, known := f.encoders[r]; known {
			return e
		}
	}
	d := f.dict(v)
	e := &encoder{wide: 1}
	if !f.pay(perFont) {
		return e
	}
	if shared {
		f.encoders[r] = e // its glyphs may use it
	}
	switch f.get(d["Subtype"]) {
	case any(name("Type0")):
		e.wide = 2
	case any(name("Type3")):
		e.drawn, e.drawings = f.showsText(d, depth), true
	}
	e.widths = f.widths(d)
	e.foreign = !e.drawings && !f.isEmbedded(d)
	if s, ok := f.get(d["ToUnicode"]).(*stream); ok {
		data, _ := f.decode(s)
		e.cmap = readCmap(data, &f.work)
	}
	if e.cmap == nil || len(e.cmap.text) == 0 {
		e.cmap = nil
		if e.wide == 1 {
			e.bytes = f.simple(d["Encoding"])
		}
	}
	return e
}

// isEmbedded reports whether a font is in the file.
func (f *File) isEmbedded(font dict) bool {
	if inner := f.list(font["DescendantFonts"]); len(inner) > 0 {
		font = f.dict(inner[0])
	}
	d := f.dict(font["FontDescriptor"])
	return d["FontFile"] != nil || d["FontFile2"] != nil || d["FontFile3"] != nil
}

// showsText reports whether the glyphs of a font are themselves made of text, which
// need not be the text that they stand for.
func (f *File) showsText(font dict, depth int) bool {
	c := newCanvas(f)
	s := scope{resources: f.dict(font["Resources"]), depth: depth + 1}
	glyphs := f.dict(font["CharProcs"])
	for _, key := range f.keys(glyphs) {
		if x, ok := f.get(glyphs[key]).(*stream); ok {
			c.form(x, &s)
		}
	}
	return len(c.page.Lines) > 0 || c.page.Unread
}

// simple reads the encoding of a font of single bytes.
func (f *File) simple(v any) *[256]string {
	base, _ := f.get(v).(name)
	d, _ := f.get(v).(dict)
	if d != nil {
		base, _ = f.get(d["BaseEncoding"]).(name)
	}
	page := charmap.Windows1252
	if base == "MacRomanEncoding" {
		page = charmap.Macintosh
	}
	var out [256]string
	for i := range out {
		out[i] = string(page.DecodeByte(byte(i)))
	}
	at := 0
	for _, x := range f.list(d["Differences"]) {
		switch x := f.get(x).(type) {
		case int:
			at = x
		case name:
			if at >= 0 && at < len(out) {
				out[at] = glyph(string(x))
			}
			at++
		}
	}
	return &out
}

// glyph returns the character that a glyph's name stands for.
func glyph(s string) string {
	s, _, _ = strings.Cut(s, ".")
	if len(s) == 1 {
		return s
	}
	for _, prefix := range []string{"uni", "u"} {
		if digits, ok := strings.CutPrefix(s, prefix); ok && len(digits) >= 4 {
			if n, err := strconv.ParseUint(digits, 16, 32); err == nil {
				return string(rune(n))
			}
		}
	}
	if c, ok := glyphs[s]; ok {
		return c
	}
	if base := strings.IndexAny(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"); base == 0 {
		if mark, ok := accents[s[1:]]; ok {
			return s[:1] + mark
		}
	}
	return "\uFFFD"
}

// accents are the marks in the names of letters such as eacute.
var accents = map[string]string{"acute": "\u0301", "grave": "\u0300", "circumflex": "\u0302", "dieresis": "\u0308",
	"tilde": "\u0303", "cedilla": "\u0327", "ring": "\u030A", "caron": "\u030C"}

// glyphs are the names of the characters that texts of this kind are made of.
var glyphs = map[string]string{
	"space": " ", "nbspace": " ", "exclam": "!", "quotedbl": `"`, "numbersign": "#", "dollar": "$", "percent": "%",
	"ampersand": "&", "quotesingle": "'", "parenleft": "(", "parenright": ")", "asterisk": "*", "plus": "+", "comma": ",",
	"hyphen": "-", "minus": "−", "period": ".", "slash": "/", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4",
	"five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "colon": ":", "semicolon": ";", "less": "<", "equal": "=",
	"greater": ">", "question": "?", "at": "@", "bracketleft": "[", "backslash": `\`, "bracketright": "]", "underscore": "_",
	"braceleft": "{", "bar": "|", "braceright": "}", "endash": "–", "emdash": "—", "quoteleft": "‘", "quoteright": "’",
	"quotedblleft": "“", "quotedblright": "”", "bullet": "•", "ellipsis": "…", "section": "§", "degree": "°", "sterling": "£",
	"Euro": "€", "yen": "¥", "cent": "¢", "ordfeminine": "ª", "ordmasculine": "º", "guillemotleft": "«", "guillemotright": "»",
	"fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi", "ffl": "ffl", "germandbls": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
	"oslash": "ø", "Oslash": "Ø", "multiply": "×", "onehalf": "½", "softhyphen": "\u00AD",
}

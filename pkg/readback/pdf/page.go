package pdf

import "strings"

// Page is what a page shows.
type Page struct {
	Lines    []Line
	Overlays []Overlay // what was laid over the page, such as a text typed onto it
	Pictures int
	Unread   bool // something on it cannot be read
	Hidden   bool // there is text that cannot be seen
	Astray   bool // there is text that stands elsewhere than it is written
	Look     Look
	Fonts    []Look // of the font programs that it uses
	Strange  []Strange
	Signed   bool // a signature shows beside its text
	number   int  // of its object
	fills    int
	shown    []box // where pictures are
}

// Line is a stretch of text on one line, with the blanks that part it from the next.
type Line struct {
	Text string
	// Artifact says that the file itself calls it no part of the text, such as a
	// page's header.
	Artifact bool
	Tagged   bool // it stands within marked content
	// Cells are the stretches of the text that the structure has in cells of tables and in paragraphs, and
	// those behind them that it has in none; empty where all of it is in none.
	Cells []Stretch
	parts []part
}

// Metadata returns the file's XMP, nil where it has none.
func (f *File) Metadata() []byte {
	if s, ok := f.get(f.catalog()["Metadata"]).(*stream); ok {
		data, _ := f.decode(s)
		return data
	}
	return nil
}

func (f *File) page(d dict, s sheet) Page {
	c := newCanvas(f)
	c.view = s.view
	if !s.view.isEmpty() {
		c.clip = s.view
	}
	content, complete := f.contents(d)
	c.page.Unread = !complete
	c.draw(content, s.resources, 0)
	c.flush()
	c.page.Look, c.page.Fonts = f.look(d, s, content), f.programs(s.resources)
	c.page.Astray = isAstray(c.spots)
	if at := misplaced(c.spots, s.view); at >= 0 {
		c.doubt(elsewhere, c.spots[at].text)
	}
	c.pictures()
	c.sheet(d, s)
	over, complete := c.overlays(d)
	c.page.Overlays, c.page.Unread = over, c.page.Unread || !complete
	return c.page
}

// sheet notes what is strange about a page as a whole.
func (c *canvas) sheet(d dict, s sheet) {
	if len(c.page.Lines) == 0 {
		c.doubt("a page without text", "")
	}
	if s.turned%360 != 0 {
		c.doubt("a page that is turned", "")
	}
	if unit := c.file.get(d["UserUnit"]); unit != nil && decimal(unit) != 1 {
		c.doubt("a page of another scale", "")
	}
	if d["AA"] != nil {
		c.doubt(script, "")
	}
	spaces := c.file.dict(s.resources["ColorSpace"])
	for _, usual := range []name{"DefaultGray", "DefaultRGB", "DefaultCMYK"} {
		if spaces[usual] != nil && c.file.inks(usual, &scope{resources: s.resources}) == 0 {
			c.doubt(colourless, "")
		}
	}
}

// contents returns a page's content, and whether all of it could be read.
func (f *File) contents(d dict) (content []byte, complete bool) {
	complete = true
	for _, part := range f.list(d["Contents"]) {
		s, ok := f.get(part).(*stream)
		if !ok {
			continue
		}
		data, ok := f.decode(s)
		content = append(append(content, data...), '\n')
		complete = complete && ok
		if len(content) > largest {
			f.exhaust()
		}
		if f.spent() {
			break
		}
	}
	return content, complete
}

// String reads a text that stands outside of pages, in UTF-16 or in single bytes.
func String(s string) string {
	if len(s) >= 2 && s[0] == 0xFE && s[1] == 0xFF {
		return fromUTF16(s[2:])
	}
	if rest, ok := strings.CutPrefix(s, "\xEF\xBB\xBF"); ok {
		return strings.ToValidUTF8(rest, "\uFFFD")
	}
	var out []rune
	for i := range len(s) {
		r := rune(s[i])
		if at := int(r) - 0x80; at >= 0 && at < len(documentMarks) {
			r = documentMarks[at]
		}
		out = append(out, r)
	}
	return string(out)
}

// documentMarks are the characters from 0x80 on in texts that stand outside of pages; the
// others are those of Latin-1 (ISO 32000-1, annex D).
var documentMarks = []rune("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€")

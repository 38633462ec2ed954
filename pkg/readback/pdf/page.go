package pdf

// Page is what a page shows.
type Page struct {
	Lines    []Line
	Overlays []Overlay // what was laid over the page, such as a text typed onto it
	Pictures int
}

// Line is a stretch of text on one line, with the blanks that part it from the next.
type Line struct {
	Text string
	// Artifact says that the file itself calls it no part of the text, such as a
	// page's header.
	Artifact bool
	Tagged   bool // it stands within marked content
}

// Overlay is an annotation that hides or adds something.
type Overlay struct{ Kind, Text string }

// Metadata returns the file's XMP, nil where it has none.
func (f *File) Metadata() []byte {
	if s, ok := f.get(f.catalog()["Metadata"]).(*stream); ok {
		data, _ := f.decode(s)
		return data
	}
	return nil
}

func (f *File) page(d dict, s sheet) Page {
	var content []byte
	for _, part := range f.list(d["Contents"]) {
		if s, ok := f.get(part).(*stream); ok {
			data, _ := f.decode(s)
			content = append(append(content, data...), '\n')
		}
		if len(content) > largest {
			f.exhaust()
			break
		}
	}
	c := &canvas{file: f}
	c.draw(content, s.resources, 0)
	c.flush()
	c.page.Overlays = f.overlays(d)
	return c.page
}

// harmless are the annotations that show nothing of their own on the printed page.
var harmless = map[name]bool{"Link": true, "Popup": true, "Widget": true, "Text": true, "Highlight": true, "Underline": true, "Squiggly": true, "FileAttachment": true}

func (f *File) overlays(page dict) (list []Overlay) {
	for _, v := range f.list(page["Annots"]) {
		d := f.dict(v)
		kind, _ := f.get(d["Subtype"]).(name)
		if kind == "" || harmless[kind] {
			continue
		}
		contents, _ := f.get(d["Contents"]).(text)
		list = append(list, Overlay{string(kind), String(string(contents))})
	}
	return list
}

// String reads a text that stands outside of pages, in UTF-16 or in single bytes.
func String(s string) string {
	if len(s) >= 2 && s[0] == 0xFE && s[1] == 0xFF {
		return fromUTF16(s[2:])
	}
	var out []rune
	for i := range len(s) {
		out = append(out, rune(s[i]))
	}
	return string(out)
}

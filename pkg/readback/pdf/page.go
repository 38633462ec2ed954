package pdf

// mostPages is how many pages a file may have.
const mostPages = 20_000

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

// Pages reads all pages.
func (f *File) Pages() ([]Page, error) {
	t := tree{file: f, seen: map[int]bool{}}
	t.walk(f.trailerPages(), nil, 0)
	if f.work > mostWork {
		return nil, ErrTooMuch
	}
	return t.pages, nil
}

func (f *File) trailerPages() any { return f.catalog()["Pages"] }

// Metadata returns the file's XMP, nil where it has none.
func (f *File) Metadata() []byte {
	if s, ok := f.get(f.catalog()["Metadata"]).(*stream); ok {
		return f.decode(s)
	}
	return nil
}

// tree walks the tree of pages.
type tree struct {
	file  *File
	seen  map[int]bool
	pages []Page
}

func (t *tree) walk(v any, resources dict, depth int) {
	if r, ok := v.(ref); ok {
		if t.seen[r.number] {
			return
		}
		t.seen[r.number] = true
	}
	d := t.file.dict(v)
	if d == nil || depth > deepest || len(t.pages) >= mostPages || t.file.work > mostWork {
		return
	}
	if own := t.file.dict(d["Resources"]); own != nil {
		resources = own
	}
	if kids, ok := t.file.get(d["Kids"]).(array); ok {
		for _, kid := range kids {
			t.walk(kid, resources, depth+1)
		}
		return
	}
	t.pages = append(t.pages, t.file.page(d, resources))
}

func (f *File) page(d, resources dict) Page {
	var content []byte
	for _, part := range f.list(d["Contents"]) {
		if s, ok := f.get(part).(*stream); ok {
			content = append(append(content, f.decode(s)...), '\n')
		}
		if !f.pay(1) {
			break
		}
	}
	c := &canvas{file: f}
	c.draw(content, resources, 0)
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

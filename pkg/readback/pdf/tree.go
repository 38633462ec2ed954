package pdf

import "errors"

// mostPages is how many pages a file may have.
const mostPages = 20_000

// ErrPages says that it is not clear which pages a file has: viewers would show
// different ones.
var ErrPages = errors.New("it does not say clearly which pages it has: save it anew with another program")

// Pages reads all pages.
func (f *File) Pages() ([]Page, error) {
	t := tree{file: f, path: map[int]bool{}}
	err := t.walk(f.catalog()["Pages"], sheet{})
	if err == nil {
		f.tables(t.pages)
	}
	if f.spent() {
		return nil, ErrTooMuch
	}
	return t.pages, err
}

// tree walks the tree of pages.
type tree struct {
	file  *File
	path  map[int]bool // the nodes above
	pages []Page
}

// sheet is what a page has from the nodes above it.
type sheet struct {
	resources         dict
	media, crop, view box // the view is what of the page is shown
	turned            int // clockwise, in degrees
}

// walk reads a page, or the pages below a node. One that is listed twice is shown
// twice.
func (t *tree) walk(v any, s sheet) error {
	if r, ok := v.(ref); ok {
		if t.path[r.number] {
			return ErrPages
		}
		t.path[r.number] = true
		defer delete(t.path, r.number)
	}
	d := t.file.dict(v)
	if len(t.pages) >= mostPages || len(t.path) > deepest || !t.file.pay(perEntry) {
		t.file.exhaust()
		return nil
	}
	s = t.file.sheet(s, d)
	switch node, ok := t.file.isNode(d); {
	case !ok:
		return ErrPages
	case node:
		return t.kids(d, s)
	}
	p := t.file.page(d, s)
	if r, ok := v.(ref); ok {
		p.number = r.number
	}
	t.pages = append(t.pages, p)
	return nil
}

// kids reads the pages below a node, as many as it says.
func (t *tree) kids(d dict, s sheet) error {
	before := len(t.pages)
	for _, kid := range t.file.list(d["Kids"]) {
		if err := t.walk(kid, s); err != nil {
			return err
		}
		if t.file.spent() {
			return nil
		}
	}
	if n, given := t.file.number(d["Count"]); given && n != len(t.pages)-before {
		return ErrPages
	}
	return nil
}

// isNode reports whether there are pages below a node, or it is one. A page has
// content and no kids, a node the other way round; what has both is shown as a page by
// some viewers and as a node by others.
func (f *File) isNode(d dict) (node, ok bool) {
	kind, _ := f.get(d["Type"]).(name)
	_, hasKids := f.get(d["Kids"]).(array)
	hasContents := f.get(d["Contents"]) != nil
	switch {
	case d == nil || hasKids && hasContents:
		return false, false
	case kind == "":
		return hasKids, true
	case kind == "Pages":
		return true, hasKids
	}
	return false, kind == "Page" && f.get(d["Kids"]) == nil
}

// sheet adds what a node says to what it has from those above.
func (f *File) sheet(s sheet, d dict) sheet {
	if own := f.dict(d["Resources"]); own != nil {
		s.resources = own
	}
	if n, ok := f.number(d["Rotate"]); ok {
		s.turned = n
	}
	if b, ok := f.box(d["MediaBox"]); ok {
		s.media, s.view = b, b
	}
	if b, ok := f.box(d["CropBox"]); ok {
		s.crop = b
	}
	if !s.crop.isEmpty() {
		s.view = s.crop
		if !s.media.isEmpty() {
			s.view = s.crop.within(s.media)
		}
	}
	return s
}

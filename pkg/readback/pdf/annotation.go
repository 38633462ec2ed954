package pdf

import "strings"

// Overlay is an annotation that hides or adds something.
type Overlay struct{ Kind, Text string }

// harmless are the annotations that show nothing of their own on the printed page,
// unless they bring a drawing.
var harmless = map[name]bool{"": true, "Link": true, "Popup": true, "Widget": true, "Text": true, "Highlight": true, "Underline": true, "Squiggly": true, "FileAttachment": true}

// overlays returns what was laid over a page, and whether all of it could be read.
func (c *canvas) overlays(page dict) (list []Overlay, complete bool) {
	f := c.file
	complete = true
	for _, v := range f.list(page["Annots"]) {
		d := f.dict(v)
		if d == nil || !f.pay(perObject) {
			continue
		}
		kind, _ := f.get(d["Subtype"]).(name)
		c.notes(d, kind)
		if harmless[kind] && f.isUnseen(d) {
			continue
		}
		if kind == "Widget" && c.isSignedBeside(d) {
			c.page.Signed = true
			continue
		}
		a := f.appearance(d)
		complete = complete && !a.Unread
		shown := f.said(d, kind)
		for _, l := range a.Lines {
			shown += l.Text
		}
		if harmless[kind] && a.fills+a.Pictures == 0 && strings.TrimSpace(shown) == "" {
			continue
		}
		if kind == "" {
			kind = "annotation"
		}
		list = append(list, Overlay{string(kind), shown})
	}
	return list, complete
}

// notes notes what an annotation says or does beside the page.
func (c *canvas) notes(d dict, kind name) {
	const thick = 2
	f := c.file
	if harmless[kind] && kind != "Widget" {
		if said := f.text(d["Contents"]); said != "" && kind != "Link" {
			c.doubt("a note", said)
		}
	}
	if kind == "FileAttachment" {
		c.doubt(attached, "")
	}
	if d["RC"] != nil {
		c.doubt("a note", f.text(d["RC"]))
	}
	c.marker(d, kind)
	if rect, ok := f.box(d["Rect"]); kind == "Widget" && ok && !rect.isEmpty() && !c.isSignedBeside(d) {
		c.doubt("a field of a form over the page", "")
	}
	if border, ok := f.get(d["Border"]).(array); ok && len(border) > 2 && decimal(f.get(border[2])) > thick || decimal(f.get(f.dict(d["BS"])["W"])) > thick {
		c.doubt("a thick border", "")
	}
	a := f.dict(d["A"])
	act, _ := f.get(a["S"]).(name)
	switch {
	case d["AA"] != nil || a["Next"] != nil, a != nil && act != "GoTo" && act != "URI" && act != "GoToR":
		c.doubt(script, string(act))
	case act == "URI":
		c.doubt("a link to an address", f.text(a["URI"]))
	case act == "GoToR":
		c.doubt("a link to another file", "")
	}
	if d["OC"] != nil {
		c.doubt("an annotation on a layer, which viewers can switch off", "")
	}
}

// marker notes a highlight or an underline that viewers draw so that it may hide text.
func (c *canvas) marker(d dict, kind name) {
	const dark = 0.5
	if d["AP"] != nil {
		return // that is read
	}
	var colour operands
	for _, v := range c.file.list(d["C"]) {
		colour = append(colour, c.file.get(v))
	}
	light, known := lightness(colour, len(colour))
	if kind == "Underline" || kind == "Squiggly" || kind == "Highlight" && len(colour) > 0 && (!known || light < dark) {
		c.doubt("a mark that may hide text", "")
	}
}

// isSignedBeside reports whether an annotation is a signature that shows beside the text of
// its page.
func (c *canvas) isSignedBeside(d dict) bool {
	f := c.file
	at := d
	for range deepest {
		if at["FT"] != nil || at["Parent"] == nil {
			break
		}
		at = f.dict(at["Parent"])
	}
	rect, ok := f.box(d["Rect"])
	if f.get(at["FT"]) != any(name("Sig")) || !ok || !c.file.pay(len(c.runs)/4) {
		return false
	}
	for _, r := range c.runs {
		if !rect.isDisjoint(r.box) {
			return false
		}
	}
	return true
}

// isUnseen reports whether an annotation is never shown, such as a signature without a
// rectangle on the page.
func (f *File) isUnseen(d dict) bool {
	const hidden = 2
	flags, _ := f.number(d["F"])
	rect, ok := f.box(d["Rect"])
	return flags&hidden != 0 || ok && rect.isEmpty()
}

// said is what an annotation says where it has no drawing: viewers draw it themselves.
func (f *File) said(d dict, kind name) string {
	var v any
	switch {
	case kind == "Widget":
		v = f.fieldValue(d)
	case !harmless[kind]:
		v = f.get(d["Contents"])
	}
	s, _ := v.(text)
	return String(string(s))
}

// fieldValue returns the value of a field of a form, or the caption of a button.
func (f *File) fieldValue(d dict) any {
	if caption := f.get(f.dict(d["MK"])["CA"]); caption != nil {
		return caption
	}
	for range deepest {
		if v := f.get(d["V"]); v != nil || d["Parent"] == nil {
			return v
		}
		d = f.dict(d["Parent"])
	}
	return nil
}

// appearance reads what an annotation draws. Where it has drawings for several states,
// and does not say which it is in, that is all of them.
func (f *File) appearance(d dict) Page {
	c := newCanvas(f)
	normal := f.get(f.dict(d["AP"])["N"])
	state, _ := f.get(d["AS"]).(name)
	if states, ok := normal.(dict); ok {
		if one, known := states[state]; known {
			states = dict{state: one}
		}
		for _, key := range f.keys(states) {
			if x, ok := f.get(states[key]).(*stream); ok {
				c.form(x, &scope{})
			}
		}
	}
	if x, ok := normal.(*stream); ok {
		c.form(x, &scope{})
	}
	return c.page
}

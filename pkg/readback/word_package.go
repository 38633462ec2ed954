package readback

import (
	"bytes"
	"encoding/xml"
	"io"
	"maps"
	"slices"
	"strings"
)

// usualParts are the kinds of parts that programs write beside a text, which show nothing
// of their own or are read.
var usualParts = map[string]bool{"styles": true, "settings": true, "fontTable": true, "numbering": true, "footnotes": true, "endnotes": true,
	"header": true, "footer": true, "theme": true, "webSettings": true, "image": true, "chart": true, "hyperlink": true, "stylesWithEffects": true,
	"customXml": true, "glossaryDocument": true, "comments": true, "commentsExtended": true, "commentsIds": true, "commentsExtensible": true,
	"people": true, "printerSettings": true, "bibliography": true, "customXmlProps": true, "documenttasks": true,
	"officeDocument": true, "core-properties": true, "extended-properties": true, "custom-properties": true, "thumbnail": true, "origin": true}

// parts notes what the file has beside its text.
func (w *word) parts() {
	for _, from := range []relations{w.office.relations(""), w.relations} {
		for _, id := range slices.Sorted(maps.Keys(from)) {
			switch r := from[id]; {
			case r.address != "" && r.kind != "hyperlink":
				w.doubt("something that is fetched from elsewhere", r.address)
			case !usualParts[r.kind]:
				w.doubt("a part that shows or does something of its own ("+abridged(r.kind)+")", "")
			}
		}
	}
	w.comments()
	fonts := w.small(w.relations.part("fontTable"), mostPart)
	if bytes.Contains(fonts, []byte("embedRegular")) {
		w.doubt("a font in the file, whose letters may be others", "")
	}
	if isSymbolFont(string(w.small(w.relations.part("theme"), mostPart))) {
		w.doubt("a theme with a font of signs", "")
	}
	settings := w.small(w.relations.part("settings"), mostPart)
	for _, setting := range []string{"mailMerge", "revisionView"} {
		if bytes.Contains(settings, []byte(setting)) {
			w.doubt("a setting that changes what is shown ("+setting+")", "")
		}
	}
	if _, err := w.numberLooks(); err != nil {
		w.doubt("numbers that cannot be read", "")
	}
	for _, kind := range []string{"numbering", "styles"} {
		if bytes.Contains(w.small(w.relations.part(kind), mostPart), []byte("AlternateContent")) {
			w.doubt("numbers or styles that programs of different age show differently", "")
		}
	}
	w.title(w.office.relations("").part("core-properties"))
}

// abridged cuts a name that somebody may have made up.
func abridged(s string) string {
	const most = 40
	return strings.ToValidUTF8(s[:min(len(s), most)], "")
}

// comments reads what comments say: readers see it beside the text.
func (w *word) comments() {
	part := w.relations.part("comments")
	if part == "" {
		return
	}
	sub := w.inner(part)
	r := commentWalker{word: sub, said: map[string]Comment{}}
	if walk(w.small(part, mostPart), &r) != nil || sub.broken {
		w.doubt("a comment that cannot be read", "")
	}
	w.said = r.said
	for _, l := range sub.text.Lines {
		w.doubt("a comment", l.Text)
	}
}

// commentWalker reads one comment after the other.
type commentWalker struct {
	*word
	said map[string]Comment
	id   string
	c    Comment
	from int // where in the lines it begins
}

func (r *commentWalker) start(e xml.StartElement) {
	if r.skip == 0 && spaceOf(e.Name) == wordSpace && e.Name.Local == "comment" {
		r.id, r.from = attribute(e, "id"), len(r.text.Lines)
		r.c = Comment{Author: bounded(attribute(e, "author")), Date: bounded(attribute(e, "date"))}
	}
	r.word.start(e)
}

func (r *commentWalker) end(name xml.Name) {
	r.word.end(name)
	if spaceOf(name) != wordSpace || name.Local != "comment" {
		return
	}
	r.flush()
	var text strings.Builder
	for _, l := range r.text.Lines[min(r.from, len(r.text.Lines)):] {
		text.WriteString(l.Text)
	}
	if r.c.Text = strings.TrimSpace(text.String()); r.c.Text != "" {
		r.said[r.id] = r.c
	}
}

// title reads the title among the properties of the file.
func (w *word) title(part string) {
	d := xml.NewDecoder(io.LimitReader(bytes.NewReader(w.small(part, mostPart)), mostPart))
	inside := false
	for {
		token, err := d.Token()
		if err != nil {
			return
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = token.Name.Local == "title"
		case xml.EndElement:
			inside = false
		case xml.CharData:
			if s := strings.Join(strings.Fields(string(token)), " "); inside && s != "" {
				w.doubt(Title, s)
			}
		}
	}
}

// numberLooks notes numbers of lists that can hardly be seen.
func (w *word) numberLooks() (*numberReader, error) {
	r := &numberReader{word: w}
	return r, walk(w.small(w.relations.part("numbering"), mostPart), r)
}

// numberReader reads how the numbers of lists are set.
type numberReader struct {
	word     *word
	depth    int
	at       int
	look     look
	isBullet bool
}

func (r *numberReader) full() bool   { return false } // the part is small
func (r *numberReader) chars([]byte) {}

func (r *numberReader) start(e xml.StartElement) {
	r.depth++
	switch local := e.Name.Local; {
	case r.look != nil && r.depth == r.at+1:
		r.look[local] = valueOf(e)
	case local == "lvl":
		r.isBullet = false
	case local == "numFmt":
		r.isBullet = attribute(e, "val") == "bullet"
	case local == "rPr":
		r.look, r.at = look{}, r.depth
	case local == "lvlPicBulletId":
		r.word.doubt("pictures in the place of numbers", "")
	}
}

func (r *numberReader) end(xml.Name) {
	if r.look != nil && r.depth == r.at {
		if r.isBullet {
			delete(r.look, "rFonts")
		}
		for _, what := range r.word.numbers.sheet.strange(r.look, "") {
			r.word.doubt("a number of a list: "+what, "")
		}
		r.look = nil
	}
	r.depth--
}

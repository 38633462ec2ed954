package readback

import (
	"encoding/xml"
	"slices"
)

// picture is what is known of the frame of a picture.
type picture struct {
	inline bool
	high   int // in EMU, 914,400 to the inch
	drawn  int // pictures that were met
}

// refers reads what leads to other parts of the file.
func (w *word) refers(e xml.StartElement) {
	switch e.Name.Local {
	case "footnoteReference":
		w.note(&w.notes.foot, e)
	case "endnoteReference":
		w.note(&w.notes.end, e)
	case "footnoteRef", "endnoteRef":
		w.write(ownMark)
	case "headerReference", "footerReference":
		w.edges = append(w.edges, w.relations[reference(e)])
	case "commentReference":
		w.remark("there are comments in the file")
	case "altChunk", "object", "subDoc", "control", "contentPart":
		w.object(e)
	}
}

// object takes note of something that shows text that is not read, such as a file
// within the file.
func (w *word) object(e xml.StartElement) {
	const overhead = 64
	w.spend(overhead)
	w.text.Over = append(w.text.Over, Over{Kind: e.Name.Local})
}

// remark says once what is worth knowing.
func (w *word) remark(sentence string) {
	if !slices.Contains(w.text.Remarks, sentence) {
		w.text.Remarks = append(w.text.Remarks, sentence)
	}
}

// frame reads how a picture stands.
func (w *word) frame(e xml.StartElement) {
	switch e.Name.Local {
	case "inline", "anchor":
		w.picture.inline = e.Name.Local == "inline"
	case "extent":
		w.picture.high = number(e, "cy")
	}
}

// drawing reads the texts of a drawing, and takes note of pictures.
func (w *word) drawing(e xml.StartElement) {
	switch e.Name.Local {
	case "p":
		w.write(" ")
	case "textpath":
		w.write(" " + attribute(e, "string") + " ")
	case "blip", "imagedata":
		furniture := w.isFurniture()
		w.picture.drawn++
		if !furniture {
			w.remark("there are pictures in the file, which isuplan does not draw; look at what they show and what they hide")
		}
	}
}

// isFurniture reports whether a picture is one as isuplan draws it, a barcode or the sign of
// recycling: in the line of a footer, too low to hide anything, and there are no more than two.
func (w *word) isFurniture() bool {
	const most = 360_000 // EMU, a centimetre
	const few = 2
	return w.margin == "footer" && w.picture.inline && w.picture.high <= most && w.picture.drawn < few
}

package readback

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
)

// suspect notes elements whose effect on the page is not read.
func (w *word) suspect(e xml.StartElement) {
	local := e.Name.Local
	switch spaceOf(e.Name) {
	case wordSpace:
		w.suspectWord(e)
		w.suspectWidth(e)
	case frameSpace:
		switch local {
		case "anchor":
			w.doubt("a drawing that floats over the text", "")
		case "docPr":
			if said := attribute(e, "descr"); said != "" {
				w.doubt(Spoken, said)
			}
		case "dataBinding", "webExtensionLinked", "webExtensionCreated", "repeatingSection":
			w.doubt("a field that shows data from elsewhere", "")
		case "OLEObject":
			w.object(e)
		}
	case vmlSpace:
		w.doubt("a drawing of an older kind, which may stand anywhere", attribute(e, "string"))
	case mathSpace:
		w.doubt("a formula", "")
	case drawSpace:
		if local == "blip" || local == "imagedata" {
			w.suspectPicture()
		}
	}
}

func (w *word) suspectWord(e xml.StartElement) {
	switch e.Name.Local {
	case "dataBinding":
		w.doubt("a field that shows data from elsewhere", "")
	case "hyperlink":
		if r := w.relations[reference(e)]; r.address != "" {
			w.doubt("a link to an address", r.address)
		}
	case "background":
		w.background = attribute(e, "color")
	case "numStart", "numRestart":
		if v := attribute(e, "val"); v != "1" && v != "continuous" {
			w.doubt("notes that are counted otherwise", "")
		}
	case "tblCaption", "tblDescription":
		w.doubt(Spoken, attribute(e, "val"))
	case "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong", "pgNum":
		w.doubt("a date or a number that programs put in", "")
	case "tl2br", "tr2bl":
		if v := attribute(e, "val"); v != "nil" && v != "none" {
			w.doubt("a line across a cell", "")
		}
	case "ruby", "dir":
		w.doubt("text in another order than it is written", "")
	case "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge":
		w.author(attribute(e, "author"))
	}
}

// suspectWidth notes a width, an indent or a margin of a table by which its text may stand
// off the page.
func (w *word) suspectWidth(e xml.StartElement) {
	const most, least = 25_000, -3000 // twentieths of a point; a sheet of A3 has 23,811
	if n, err := strconv.ParseFloat(attribute(e, "w"), 64); err == nil && attribute(e, "type") != "pct" && (n > most || n < least) {
		w.doubt("a table whose text may stand off the page", "")
	}
	switch local := e.Name.Local; local {
	case "tblInd", "wBefore", "left", "right", "start", "end", "top", "bottom": // of a table, of a cell's margins
		if n, err := strconv.ParseFloat(attribute(e, "w"), 64); err == nil && n > most/2 {
			w.doubt("a table whose text may stand off the page", "")
		}
	}
}

// mostAuthors is how many authors are told apart.
const mostAuthors = 50

// author notes who made a tracked change.
func (w *word) author(name string) {
	if len(w.text.Authors) < mostAuthors && !slices.Contains(w.text.Authors, name) {
		w.text.Authors = append(w.text.Authors, name)
	}
}

// suspectPicture notes a picture that is no part of the furniture. It is asked before the picture is
// counted.
func (w *word) suspectPicture() {
	if !w.isFurniture() {
		w.doubt("a picture, which may show anything", "")
	}
}

// suspectField notes a field whose result is what programs make of it, not what is
// written.
func (w *word) suspectField(code string) {
	words := strings.Fields(code)
	switch {
	case len(words) > 0 && strings.EqualFold(words[0], "HYPERLINK"):
		if len(words) > 1 && !strings.HasPrefix(words[1], `\`) {
			w.doubt("a link to an address", strings.Trim(words[1], `"`))
		}
	case isPage(code) && w.margin != "":
	default:
		w.doubt("a field whose result programs make anew", code)
	}
}

// alternatives notes stretches that a part has in several forms which say different
// things: programs differ on which they show.
func (w *word) alternatives(part []byte) {
	if !bytes.Contains(part, []byte("AlternateContent")) {
		return
	}
	_ = walk(part, &formReader{word: w}) // what is broken is told elsewhere
}

// formReader reads the texts of the forms of a stretch.
type formReader struct {
	word   *word
	forms  [][]string // of the stretches around
	isText bool
}

func (r *formReader) full() bool { return len(r.forms) > 20 }

func (r *formReader) start(e xml.StartElement) {
	switch n := len(r.forms); {
	case e.Name.Local == "AlternateContent":
		r.forms = append(r.forms, nil)
	case n > 0 && (e.Name.Local == "Choice" || e.Name.Local == "Fallback"):
		r.forms[n-1] = append(r.forms[n-1], "")
	}
	r.isText = e.Name.Local == "t"
}

func (r *formReader) end(n xml.Name) {
	r.isText = false
	if last := len(r.forms) - 1; n.Local == "AlternateContent" && last >= 0 {
		for _, form := range r.forms[last] {
			if form != r.forms[last][0] {
				r.word.doubt("a stretch that programs of different age show differently", r.forms[last][0]+" / "+form)
			}
		}
		r.forms = r.forms[:last]
	}
}

func (r *formReader) chars(s []byte) {
	const most = 10_000
	if n := len(r.forms) - 1; r.isText && n >= 0 && len(r.forms[n]) > 0 {
		last := len(r.forms[n]) - 1
		r.forms[n][last] = joined(r.forms[n][last], string(s), most)
	}
}

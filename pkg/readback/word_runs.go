package readback

import (
	"encoding/xml"
	"strings"
)

// run is what is known of the run being read.
type run struct {
	style string
	said  bool // it says by itself whether it is shown
	gone  bool // and it is not
	look  look
}

// inRun reads of a run what says whether it is shown.
func (w *word) inRun(e xml.StartElement) {
	if p := w.inside(); p != nil && p.properties {
		return // of the mark at the paragraph's end
	}
	if e.Name.Local == "r" {
		w.runs = append(w.runs, run{}) // a text box stands in a run, and has runs itself
		return
	}
	if len(w.runs) == 0 {
		return
	}
	switch r := &w.runs[len(w.runs)-1]; e.Name.Local {
	case "rStyle":
		r.style = attribute(e, "val")
	case "vanish":
		r.said, r.gone = true, isOn(e)
	}
}

func (w *word) endRun() {
	if n := len(w.runs); n > 0 {
		w.runs = w.runs[:n-1]
	}
}

// isVanished reports whether the text being read is hidden, by itself or by a style.
func (w *word) isVanished() bool {
	var here run
	for _, here = range w.runs {
		if here.gone {
			return true
		}
	}
	if here.said {
		return false
	}
	if len(w.numbers.vanished) == 0 {
		return false
	}
	var names []string
	if here.style != "" {
		names = append(names, here.style)
	}
	if p := w.inside(); p != nil {
		names = append(names, p.style) // "" for the usual one
	}
	for _, t := range w.tables {
		names = append(names, t.style)
	}
	for _, n := range names {
		if w.numbers.vanished[n] {
			return true
		}
	}
	return false
}

// field is a field being read, such as a page's number.
type field struct {
	code   string
	locked bool // it stays as it is
	result bool // what it shows is being read, no longer what it is
	page   bool
}

// field reads where a field begins, and where what it shows begins and ends.
func (w *word) field(e xml.StartElement) {
	const most = 50 // fields within fields
	kind := attribute(e, "fldCharType")
	switch {
	case e.Name.Local == "fldSimple" || kind == "begin":
		if w.fields = append(w.fields, field{}); len(w.fields) > most {
			w.broken = true
			return
		}
		f := &w.fields[len(w.fields)-1]
		lock := attribute(e, "fldLock")
		if f.locked = lock != "" && lock != "0" && lock != "false"; kind != "begin" {
			w.suspectField(attribute(e, "instr"))
			f.result, f.page = true, isPage(attribute(e, "instr")) && !f.locked
		}
	case kind == "separate" && len(w.fields) > 0:
		f := &w.fields[len(w.fields)-1]
		f.result, f.page = true, isPage(f.code) && !f.locked
		w.suspectField(f.code)
	case kind == "end":
		if n := len(w.fields); n > 0 && !w.fields[n-1].result {
			w.suspectField(w.fields[n-1].code)
		}
		w.endField()
	}
}

// code reads what a field is.
func (w *word) code(s string) {
	const most = 1000
	if n := len(w.fields); n > 0 && len(w.fields[n-1].code) < most {
		w.fields[n-1].code += s
	}
}

func isPage(code string) bool {
	words := strings.Fields(strings.ToUpper(code))
	return len(words) > 0 && words[0] == "PAGE"
}

// isPageNumber reports whether a text is the number of a page, in a header or footer:
// the file has one of them for all pages.
func (w *word) isPageNumber(s string) bool {
	const most = 6 // digits, Arabic or Roman
	if w.margin == "" || len(s) > most || strings.Trim(s, "0123456789ivxlcIVXLC ") != "" {
		return false
	}
	for i := range w.fields {
		if w.fields[i].result && w.fields[i].page {
			return true
		}
	}
	return false
}

func (w *word) endField() {
	if n := len(w.fields); n > 0 {
		w.fields = w.fields[:n-1]
	}
}

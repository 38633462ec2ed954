package readback

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
)

// space is a namespace whose elements are read.
type space int

const (
	foreign    space = iota // a program skips what it does not know, with all that is in it
	frameSpace              // what stands around texts and pictures, and shows nothing
	wordSpace               // what is written
	drawSpace               // texts and pictures in drawings
	chartSpace              // charts
	graphSpace              // drawings made of data, whose texts are not read
	mathSpace               // formulas
	vmlSpace                // drawings of the older kind
	mcSpace                 // one of several forms, for programs of different age
)

// spaces are the namespaces as they are used and as the standard's strict form has
// them (ISO/IEC 29500-1, annex A, and 29500-4), with those that Word added.
var spaces = map[string]space{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           wordSpace,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                       wordSpace,
	"http://schemas.openxmlformats.org/drawingml/2006/main":                  drawSpace,
	"http://purl.oclc.org/ooxml/drawingml/main":                              drawSpace,
	"http://schemas.openxmlformats.org/drawingml/2006/chart":                 chartSpace,
	"http://purl.oclc.org/ooxml/drawingml/chart":                             chartSpace,
	"http://schemas.openxmlformats.org/drawingml/2006/diagram":               graphSpace,
	"http://purl.oclc.org/ooxml/drawingml/diagram":                           graphSpace,
	"http://schemas.microsoft.com/office/drawing/2014/chartex":               graphSpace,
	"http://schemas.openxmlformats.org/officeDocument/2006/math":             mathSpace,
	"http://purl.oclc.org/ooxml/officeDocument/math":                         mathSpace,
	"urn:schemas-microsoft-com:vml":                                          vmlSpace,
	"http://schemas.openxmlformats.org/markup-compatibility/2006":            mcSpace,
	"http://schemas.openxmlformats.org/drawingml/2006/picture":               frameSpace,
	"http://purl.oclc.org/ooxml/drawingml/picture":                           frameSpace,
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": frameSpace,
	"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":             frameSpace,
	"http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas":          frameSpace,
	"urn:schemas-microsoft-com:office:office":                                frameSpace,
	"urn:schemas-microsoft-com:office:word":                                  frameSpace,
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":      frameSpace,
	"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup":      frameSpace,
	"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas":     frameSpace,
	"http://schemas.microsoft.com/office/word/2010/wordprocessingInk":        graphSpace,
	"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing":    frameSpace,
	"http://schemas.microsoft.com/office/word/2010/wordml":                   frameSpace,
	"http://schemas.microsoft.com/office/word/2012/wordml":                   frameSpace,
}

func spaceOf(n xml.Name) space { return spaces[n.Space] }

// reader takes the elements and the text of a part, until it has had enough.
type reader interface {
	start(e xml.StartElement)
	end(n xml.Name)
	chars(s []byte)
	full() bool
}

var (
	errDeep = errors.New("too deep")
	errFull = errors.New("too much")
)

// deepest is how far elements may stand inside one another.
const deepest = 500

// walk reads a part to its end.
func walk(part []byte, r reader) error {
	d := xml.NewDecoder(bytes.NewReader(part))
	for depth := 0; ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth++; depth > deepest {
				return errDeep
			}
			r.start(token)
			if r.full() {
				return errFull
			}
		case xml.EndElement:
			depth--
			r.end(token.Name)
		case xml.CharData:
			r.chars(token)
		}
	}
}

// attribute returns an attribute of the element's own namespace, or of none.
func attribute(e xml.StartElement, local string) (value string) {
	for _, a := range e.Attr {
		switch {
		case a.Name.Local != local:
		case a.Name.Space == e.Name.Space:
			return a.Value
		case a.Name.Space == "":
			value = a.Value
		}
	}
	return value
}

// number returns an attribute that is a number, 0 where it is none.
func number(e xml.StartElement, local string) int {
	n, _ := strconv.Atoi(attribute(e, local))
	return n
}

// isOn reports whether an element that may say no, such as w:vanish, says yes.
func isOn(e xml.StartElement) bool {
	v := attribute(e, "val")
	return v != "0" && v != "false" && v != "off"
}

// reference returns the id of another part that an element names.
func reference(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && (a.Name.Space == "http://schemas.openxmlformats.org/officeDocument/2006/relationships" ||
			a.Name.Space == "http://purl.oclc.org/ooxml/officeDocument/relationships") {
			return a.Value
		}
	}
	return ""
}

package readback

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
)

// space is a namespace whose elements are read.
type space int

const (
	foreign    space = iota // whoever opens the file does not see it as text
	wordSpace               // what is written
	drawSpace               // texts in drawings
	chartSpace              // charts
	mathSpace               // formulas
	vmlSpace                // drawings of the older kind
	mcSpace                 // one of several forms, for programs of different age
)

// spaces are the namespaces as they are used and as the standard's strict form has
// them (ISO/IEC 29500-1, annex A, and 29500-4).
var spaces = map[string]space{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main": wordSpace,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":             wordSpace,
	"http://schemas.openxmlformats.org/drawingml/2006/main":        drawSpace,
	"http://purl.oclc.org/ooxml/drawingml/main":                    drawSpace,
	"http://schemas.openxmlformats.org/drawingml/2006/chart":       chartSpace,
	"http://purl.oclc.org/ooxml/drawingml/chart":                   chartSpace,
	"http://schemas.openxmlformats.org/officeDocument/2006/math":   mathSpace,
	"http://purl.oclc.org/ooxml/officeDocument/math":               mathSpace,
	"urn:schemas-microsoft-com:vml":                                vmlSpace,
	"http://schemas.openxmlformats.org/markup-compatibility/2006":  mcSpace,
}

func spaceOf(n xml.Name) space { return spaces[n.Space] }

// reader takes the elements and the text of a part, until it has had enough.
type reader interface {
	open(e xml.StartElement)
	close(n xml.Name)
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
		if err == io.EOF {
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
			r.open(token)
			if r.full() {
				return errFull
			}
		case xml.EndElement:
			depth--
			r.close(token.Name)
		case xml.CharData:
			r.chars(token)
		}
	}
}

func attribute(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

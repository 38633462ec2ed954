package readback

import (
	"bytes"
	"encoding/xml"
)

// unmarshal reads a part of the smaller kind, without what programs skip in it.
func unmarshal(part []byte, into any) error {
	return xml.NewTokenDecoder(&known{d: xml.NewDecoder(bytes.NewReader(part))}).Decode(into)
}

// known yields the tokens of a part without elements and attributes of unknown namespaces,
// and without the names of the known ones.
type known struct {
	d       *xml.Decoder
	depth   int
	skipped int // the depth at which skipping began, 0 for none
}

// plain are namespaces of the parts that are read so, besides Word's own.
var plain = map[string]bool{
	"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": true,
	"http://purl.oclc.org/ooxml/officeDocument/customProperties":              true,
	"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes":    true,
	"http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes":                true,
}

// Token is what xml.TokenReader wants.
func (k *known) Token() (xml.Token, error) {
	for {
		token, err := k.d.Token()
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if k.depth++; k.skipped == 0 && spaceOf(t.Name) != wordSpace && !plain[t.Name.Space] {
				k.skipped = k.depth
			}
			token = bare(t)
		case xml.EndElement:
			k.depth--
			if k.skipped > k.depth {
				k.skipped = 0
				continue
			}
			token = xml.EndElement{Name: xml.Name{Local: t.Name.Local}}
		}
		if k.skipped == 0 {
			return token, nil
		}
	}
}

// bare is an element without namespaces.
func bare(e xml.StartElement) xml.StartElement {
	out := xml.StartElement{Name: xml.Name{Local: e.Name.Local}}
	for _, a := range e.Attr {
		if a.Name.Space == e.Name.Space || a.Name.Space == "" && a.Name.Local != "xmlns" {
			out.Attr = append(out.Attr, xml.Attr{Name: xml.Name{Local: a.Name.Local}, Value: a.Value})
		}
	}
	return out
}

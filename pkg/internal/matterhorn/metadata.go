package matterhorn

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
)

// metadata checks the XMP, and that the information dictionary agrees with it.
func (c *checker) metadata() {
	stream := c.root.Key("Metadata")
	if stream.IsNull() {
		c.fault("06-001", "no metadata")
		return
	}
	packet, err := io.ReadAll(stream.Reader())
	values, wrong := properties(packet)
	if err != nil || wrong != nil {
		c.fault("PDF/A 6.6.2.1", "the metadata cannot be read: %v %v", err, wrong)
		return
	}
	c.ensure(values["http://www.aiim.org/pdfua/ns/id/ part"] == "1", "06-002", "the file does not say that it is PDF/UA-1")
	c.ensure(values["http://purl.org/dc/elements/1.1/ title"] != "", "06-003", "no title")
	c.ensure(c.language, "11-006", "the metadata is in no known language")
	c.ensure(values["http://www.aiim.org/pdfa/ns/id/ part"] == "2" && values["http://www.aiim.org/pdfa/ns/id/ conformance"] == "A", "PDF/A 6.6.4", "the file does not say that it is PDF/A-2a")
	c.ensure(bytes.Contains(packet, []byte("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/<")), "PDF/A 6.6.2.3.1", "pdfuaid is not described")
	c.information(values)
}

// information checks the information dictionary against the XMP's properties.
func (c *checker) information(values map[string]string) {
	info := c.reader.Trailer().Key("Info")
	for _, pair := range [][2]string{{"Title", "http://purl.org/dc/elements/1.1/ title"}, {"Author", "http://purl.org/dc/elements/1.1/ creator"},
		{"Subject", "http://purl.org/dc/elements/1.1/ description"}, {"Keywords", "http://ns.adobe.com/pdf/1.3/ Keywords"},
		{"Producer", "http://ns.adobe.com/pdf/1.3/ Producer"}} {
		key, value := pair[0], values[pair[1]]
		c.ensure(agree(squeeze(info.Key(key).Text()), squeeze(value)), "PDF/A 6.6.3", "%s is %q and %q", key, info.Key(key).Text(), value)
		c.short(key, info.Key(key))
	}
	date := strings.NewReplacer("-", "", ":", "", "T", "").Replace(strings.TrimSuffix(values["http://ns.adobe.com/xap/1.0/ CreateDate"], "+00:00"))
	c.ensure(info.Key("CreationDate").Text() == "D:"+date+"+00'00'", "PDF/A 6.6.3", "the date is %q and %q", info.Key("CreationDate").Text(), date)
}

// properties returns the text of the XMP's properties by namespace and name.
func properties(packet []byte) (map[string]string, error) {
	values := map[string]string{}
	d := xml.NewDecoder(bytes.NewReader(packet))
	name, depth := "", 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return values, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth == 4 {
				name = t.Name.Space + " " + t.Name.Local
			}
		case xml.EndElement:
			depth--
		case xml.CharData:
			if depth >= 4 {
				values[name] += strings.TrimSpace(string(t))
			}
		}
	}
}

// agree reports whether two texts are the same, as far as one was not cut off.
func agree(info, packet string) bool {
	cut, ok := strings.CutSuffix(info, "…")
	return info == packet || ok && len(packet) > longest/4 && strings.HasPrefix(packet, cut)
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

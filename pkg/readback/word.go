package readback

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"
)

// mostUnpacked is how long all parts of a Word document may become together.
const mostUnpacked = 64 << 20

// office holds the parts of a Word document that are read.
type office struct {
	zip   *zip.Reader
	spent int64
	large bool
}

// readWord reads a Word document as it is printed with all changes accepted.
func readWord(file []byte) (*Text, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, ErrNotWord
	}
	o := &office{zip: z}
	body := o.part("word/document.xml")
	if o.large {
		return nil, ErrTooLarge
	}
	if body == nil {
		return nil, ErrNotWord
	}
	w := &word{office: o, text: &Text{Format: "docx", Seal: o.seal()}, numbers: o.numbering(),
		notes: o.footnoteTexts(), noteForm: o.noteForm(body), relations: o.relations()}
	err = w.read(body)
	switch {
	case o.large:
		return nil, ErrTooLarge
	case err != nil || w.broken || !w.whole:
		return nil, ErrNotWord
	}
	return w.text, nil
}

// part unpacks a part, nil where it is not there.
func (o *office) part(name string) []byte { return o.small(name, mostUnpacked) }

// small unpacks a part that is no longer than a bound in any document.
func (o *office) small(name string, most int64) []byte {
	most = min(most, mostUnpacked-o.spent)
	for _, f := range o.zip.File {
		if strings.TrimPrefix(f.Name, "/") != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil
		}
		defer r.Close()
		b, err := io.ReadAll(io.LimitReader(r, most+1))
		o.spent += int64(len(b))
		if int64(len(b)) > most {
			o.large = true
			return nil
		}
		if err != nil {
			return nil
		}
		return b
	}
	return nil
}

// relations returns what the document's references lead to, by their ids.
func (o *office) relations() map[string]string {
	var list struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	_ = xml.Unmarshal(o.small("word/_rels/document.xml.rels", mostPart), &list) // without it there are no charts
	out := map[string]string{}
	for _, r := range list.Relationship {
		target := path.Join("word", r.Target)
		if strings.HasPrefix(r.Target, "/") {
			target = strings.TrimPrefix(path.Clean(r.Target), "/")
		}
		out[r.ID] = target
	}
	return out
}

// The names that the seal has among a Word document's own properties.
const (
	planProperty  = "isuplan plan SHA-256"
	toolProperty  = "isuplan version"
	checkProperty = "isuplan check"
)

// seal reads the seal among the document's properties.
func (o *office) seal() (s Seal) {
	var list struct {
		Property []struct {
			Name  string `xml:"name,attr"`
			Value string `xml:"lpwstr"`
		} `xml:"property"`
	}
	_ = xml.Unmarshal(o.small("docProps/custom.xml", mostPart), &list) // without it there is no seal
	for _, p := range list.Property {
		switch p.Name {
		case planProperty:
			s.Plan = p.Value
		case toolProperty:
			s.Tool = p.Value
		case checkProperty:
			s.Check = p.Value
		}
	}
	return s.trimmed()
}

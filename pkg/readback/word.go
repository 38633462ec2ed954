package readback

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
)

const (
	mostUnpacked = 64 << 20 // of all parts of a Word document together
	mostPart     = 4 << 20  // of a part of the smaller kind, such as the one with the footnotes
	mostText     = 16 << 20 // of text: what a budget of fifty thousand lines takes
)

// office holds the parts of a Word document that are read.
type office struct {
	files map[string]*zip.File
	spent int64 // unpacked so far
	size  int   // of the text so far
	large bool
}

// readWord reads a Word document as it is printed with all changes accepted.
func readWord(file []byte) (*Text, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, ErrNotWord
	}
	o := &office{files: map[string]*zip.File{}}
	for _, f := range z.File {
		name := partName(f.Name)
		if o.files[name] != nil {
			return nil, ErrTwice
		}
		o.files[name] = f
	}
	if o.files["xl/workbook.xml"] != nil && o.files["word/document.xml"] == nil {
		return nil, ErrSheet
	}
	root := o.relations("")
	w := &word{office: o, text: &Text{Format: "docx", Seal: o.seal(root.part("custom-properties"))}}
	err = w.document(root.part("officeDocument"))
	switch {
	case o.large:
		return nil, ErrTooLarge
	case err != nil || !w.hasBody:
		return nil, ErrNotWord
	}
	return w.text, nil
}

// partName is a part's name as programs look it up: case does not count.
func partName(name string) string { return strings.ToLower(strings.TrimPrefix(name, "/")) }

// part unpacks a part, nil where it is not there.
func (o *office) part(name string) []byte { return o.small(name, mostUnpacked) }

// small unpacks a part that is no longer than a bound in any document.
func (o *office) small(name string, most int64) []byte {
	f := o.files[partName(name)]
	if f == nil {
		return nil
	}
	r, err := f.Open()
	if err != nil {
		return nil
	}
	defer func() { _ = r.Close() }()
	most = min(most, mostUnpacked-o.spent)
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

// spend counts what is read.
func (o *office) spend(n int) { o.size += n }

// full reports whether there is more text than in any document.
func (o *office) full() bool {
	o.large = o.large || o.size > mostText
	return o.large
}

// The names that the seal has among a Word document's own properties.
const (
	planProperty  = "isuplan plan SHA-256"
	toolProperty  = "isuplan version"
	checkProperty = "isuplan check"
)

// seal reads the seal among the document's properties.
func (o *office) seal(part string) (s Seal) {
	var list struct {
		Property []struct {
			Name  string `xml:"name,attr"`
			Value string `xml:"lpwstr"`
		} `xml:"property"`
	}
	_ = unmarshal(o.small(part, mostPart), &list) // without it there is no seal
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

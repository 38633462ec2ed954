package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// parts are the parts of a workbook, and what was read of them so far.
type parts struct {
	files  map[string]*zip.File
	left   int64 // bytes that may still be unpacked
	marks  int   // beginnings and ends of elements that were met
	cells  int
	words  int // bytes of texts that were kept
	shared []string
	styles styles
	out    Book
}

func open(file []byte) (*parts, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, ErrBroken
	}
	p := &parts{files: map[string]*zip.File{}, left: mostAll}
	for _, f := range z.File {
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		if _, twice := p.files[name]; twice && !strings.HasSuffix(name, "/") {
			return nil, ErrBroken // programs differ on which they show
		}
		p.files[name] = f
	}
	switch {
	case p.files["xl/workbook.bin"] != nil:
		return nil, ErrBinary
	case p.files["word/document.xml"] != nil:
		return nil, ErrWord
	case p.files["content.xml"] != nil:
		return nil, ErrODS
	}
	return p, nil
}

// counted is a part that is unpacked as far as it is read.
type counted struct {
	from io.Reader
	all  *int64 // what may still be unpacked of the whole file
	part int64  // and of the part
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.from.Read(b)
	*c.all, c.part = *c.all-int64(n), c.part-int64(n)
	if *c.all < 0 || c.part < 0 {
		return 0, ErrTooLarge
	}
	return n, err
}

// errDone ends a walk early.
var errDone = errors.New("done")

// walk reads the elements of a part in order.
func (p *parts) walk(name string, start func(xml.StartElement) error, end func(string) error, text func([]byte)) error {
	f := p.files[strings.ToLower(name)]
	if f == nil {
		return nil
	}
	part, err := f.Open()
	if err != nil {
		return ErrBroken
	}
	defer func() { _ = part.Close() }()
	d := xml.NewDecoder(&counted{part, &p.left, mostPart})
	depth := 0
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) && depth == 0 {
			return nil
		}
		switch {
		case errors.Is(err, ErrTooLarge):
			return ErrTooLarge
		case err != nil:
			return ErrBroken
		}
		switch e := token.(type) {
		case xml.StartElement:
			depth++
			err = start(e)
			p.marks++
		case xml.EndElement:
			depth--
			err = end(e.Name.Local)
			p.marks++
		case xml.CharData:
			text(e)
		case xml.Directive:
			err = ErrBroken // a document type could define entities
		}
		const deep = 200
		switch {
		case p.marks > mostMarks:
			return ErrTooLarge
		case depth > deep || depth < 0:
			return ErrBroken
		case errors.Is(err, errDone):
			return nil
		case err != nil:
			return err
		}
	}
}

// relation is what a part names in another one.
type relation struct{ kind, target string }

// relations reads what a part names, by the ids that it uses.
func (p *parts) relations(of string) (map[string]relation, error) {
	dir, base := path.Split(of)
	named := map[string]relation{}
	err := p.walk(dir+"_rels/"+base+".rels", func(e xml.StartElement) error {
		if e.Name.Local != "Relationship" || attribute(e, "TargetMode") == "External" {
			return nil
		}
		target := strings.ReplaceAll(attribute(e, "Target"), `\`, "/")
		if strings.HasPrefix(target, "/") {
			target = strings.TrimPrefix(path.Clean(target), "/")
		} else {
			target = strings.TrimPrefix(path.Join("/", dir, target), "/")
		}
		named[attribute(e, "Id")] = relation{path.Base(attribute(e, "Type")), target}
		return nil
	}, func(string) error { return nil }, func([]byte) {})
	return named, err
}

// attribute returns an attribute of an element, "" for none.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// isTrue reads an attribute that is true or false.
func isTrue(value string) bool { return value == "1" || value == "true" || value == "on" }

package readback

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"

	"github.com/isuplan/isuplan/pkg/readback/pdf"
)

// readPDF reads a PDF. If the reader panics on input that it was not made for, the user
// never sees it.
func readPDF(file []byte) (t *Text, err error) {
	defer func() {
		if recover() != nil {
			t, err = nil, ErrNotPDF
		}
	}()
	f, err := pdf.Open(file)
	if err != nil {
		return nil, err
	}
	pages, err := f.Pages()
	if err != nil {
		return nil, err
	}
	t = &Text{Format: "pdf", Pages: len(pages), Seal: xmpSeal(f.Metadata())}
	for i, p := range pages {
		t.page(i+1, &p)
	}
	t.Celled = celled(pages)
	for _, s := range f.Strange() {
		t.Strange = append(t.Strange, Strange{What: s.What, Text: s.Text})
	}
	if !t.legible() {
		return nil, ErrNoText
	}
	return t, nil
}

func (t *Text) page(number int, p *pdf.Page) {
	for _, l := range p.Lines {
		t.Lines = append(t.Lines, Line{Page: number, Text: l.Text, Kind: kindOf(&l)})
	}
	for _, o := range p.Overlays {
		t.Over = append(t.Over, Over{number, o.Kind, o.Text})
	}
	note := func(list *[]int, has bool) {
		if has {
			*list = append(*list, number)
		}
	}
	look := Look{Page: p.Look}
	for _, f := range p.Fonts {
		look.Fonts = append(look.Fonts, f)
	}
	t.Looks = append(t.Looks, look)
	for _, s := range p.Strange {
		t.Strange = append(t.Strange, Strange{number, s.What, s.Text})
	}
	note(&t.Signed, p.Signed)
	note(&t.Pictures, p.Pictures > 0)
	note(&t.Unread, p.Unread)
	note(&t.Hidden, p.Hidden)
	// Other programs that write a plan's Word file as a PDF have their own order.
	note(&t.Astray, p.Astray && t.Seal.Plan != "")
}

// kindOf is how a line belongs to the text.
func kindOf(l *pdf.Line) Kind {
	switch {
	case l.Artifact:
		return Aside
	case !l.Tagged:
		return Unmarked
	}
	return Body
}

// legible reports whether most characters could be read.
func (t *Text) legible() bool {
	all, lost := 0, 0
	for _, l := range t.Lines {
		all += len([]rune(l.Text))
		lost += strings.Count(l.Text, "\uFFFD")
	}
	return all > 0 && lost <= all/4
}

// sealSpace is the namespace of the seal in a PDF's metadata.
const sealSpace = "https://github.com/isuplan/isuplan/ns/seal/1.0/"

// xmpSeal reads the seal in a PDF's metadata, as elements or as attributes.
func xmpSeal(metadata []byte) (s Seal) {
	d := xml.NewDecoder(io.LimitReader(bytes.NewReader(metadata), 1<<20))
	var into *string
	for {
		token, err := d.Token()
		if err != nil {
			return s.trimmed()
		}
		switch token := token.(type) {
		case xml.StartElement:
			into = s.field(token.Name)
			for _, a := range token.Attr {
				if value := s.field(a.Name); value != nil {
					*value = a.Value
				}
			}
		case xml.CharData:
			if into != nil {
				*into += string(token)
			}
		case xml.EndElement:
			into = nil
		}
	}
}

func (s *Seal) field(n xml.Name) *string {
	if n.Space != sealSpace {
		return nil
	}
	switch n.Local {
	case "PlanSHA256":
		return &s.Plan
	case "Version":
		return &s.Tool
	case "Check":
		return &s.Check
	}
	return nil
}

func (s Seal) trimmed() Seal {
	return Seal{strings.TrimSpace(s.Plan), strings.TrimSpace(s.Tool), strings.TrimSpace(s.Check)}
}

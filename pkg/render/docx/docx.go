// Package docx renders a document as a Word document in the form of a United Nations
// document: WordprocessingML with real styles, automatic numbers and native charts.
// The document is composed into paragraphs and tables first, which are then written.
//
// Equal documents give equal bytes.
package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
)

// Render returns the document as a Word file. An error means that the tool failed,
// never that the document is wrong.
func Render(doc *document.Document) ([]byte, error) {
	b := compose(doc)
	if err := b.encode(doc.Meta.Barcode); err != nil {
		return nil, err
	}
	return b.file(doc, b.edges(&doc.Meta))
}

// file packs a body, and what stands around it on the pages, into a file.
func (b *body) file(doc *document.Document, around []edge) ([]byte, error) {
	parts := []part{core(&doc.Meta), app(),
		{"word/styles.xml", wordType + "styles+xml", spoken(styles, doc.Meta.Language)},
		{"word/settings.xml", wordType + "settings+xml", spoken(settings, doc.Meta.Language)},
		{"word/fontTable.xml", wordType + "fontTable+xml", fontTable},
	}
	related := []relation{{"styles", "styles", "styles.xml"}, {"settings", "settings", "settings.xml"}, {"fonts", "fontTable", "fontTable.xml"},
		{"numbering", "numbering", "numbering.xml"}, {"footnotes", "footnotes", "footnotes.xml"}}
	parts = append(parts, part{"word/numbering.xml", wordType + "numbering+xml", b.numbers.part()},
		part{"word/footnotes.xml", wordType + "footnotes+xml", b.notesPart()})
	for _, e := range around {
		parts = append(parts, part{"word/" + e.name + ".xml", wordType + e.kind + "+xml", e.part(b)})
		related = append(related, relation{e.name, e.kind, e.name + ".xml"})
	}
	for i, c := range b.charts {
		name := "charts/chart" + strconv.Itoa(i+1) + ".xml"
		parts = append(parts, part{"word/" + name, officeType + "drawingml.chart+xml", chartPart(c)})
		related = append(related, relation{chartID(i + 1), "chart", name})
	}
	links := b.related()
	parts = append(parts, part{"word/document.xml", wordType + "document.main+xml", b.part(section(around))},
		relations("word/_rels/document.xml.rels", append(related, links...)))
	if len(links) > 0 && len(b.notes) > 0 {
		parts = append(parts, relations("word/_rels/footnotes.xml.rels", links))
	}
	parts = append(parts, b.pictures()...)
	front := []part{contentTypes(append(parts, part{customName, customType, nil})), relations("_rels/.rels", []relation{
		{"document", "officeDocument", "word/document.xml"},
		{"core", packageNS + "relationships/metadata/core-properties", "docProps/core.xml"},
		{"app", "extended-properties", appName},
		{"custom", "custom-properties", customName},
	})}
	return pack(append(front, parts...), func() part { return custom(&doc.Meta) })
}

// pictures are the barcodes of the first page's footer.
func (b *body) pictures() (parts []part) {
	var list []relation
	for i, bars := range b.barcodes {
		name := barcodeName(i + 1)
		parts = append(parts, part{"word/media/" + name + ".png", "", bars.picture})
		list = append(list, relation{name, "image", "media/" + name + ".png"})
	}
	if list != nil {
		parts = append(parts, relations("word/_rels/footer3.xml.rels", list))
	}
	return parts
}

// related are the addresses that the text links to.
func (b *body) related() (list []relation) {
	for i, address := range b.links {
		list = append(list, relation{linkID(i + 1), "hyperlink", address})
	}
	return list
}

// encode draws the barcode of page one, if there is one.
func (b *body) encode(text string) error {
	if text == "" {
		return nil
	}
	bars, err := encode(text)
	b.barcodes = []barcode{bars}
	return err
}

// Ours reports whether this package wrote a file: whether it names this program as the
// one that made it. A file that was saved by another names the other.
func Ours(existing []byte) bool {
	z, err := zip.NewReader(bytes.NewReader(existing), int64(len(existing)))
	if err != nil {
		return false
	}
	for _, f := range z.File {
		if f.Name == appName {
			return names(f)
		}
	}
	return false
}

// names reports whether a file's properties name this program.
func names(f *zip.File) bool {
	const enough = 1 << 16
	r, err := f.Open()
	if err != nil {
		return false
	}
	defer r.Close()
	var properties struct{ Application string }
	err = xml.NewDecoder(io.LimitReader(r, enough)).Decode(&properties)
	return err == nil && properties.Application == program
}

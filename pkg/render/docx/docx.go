// Package docx renders a document as a Word document in the form of a United Nations
// document: WordprocessingML with real styles, automatic numbers and native charts.
// The document is composed into paragraphs and tables first, which are then written.
//
// Equal documents give equal bytes.
package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// File is a Word file that lacks nothing but its seal.
type File struct{ packer *packer }

// Seal puts the seal into the file, and returns it. It is called once.
func (f *File) Seal(seal document.Seal) ([]byte, error) { return f.packer.finish(custom(seal)) }

// Prepare makes the file of a document. An error means that the context ended or that the
// tool failed, never that the document is wrong.
func Prepare(ctx context.Context, doc *document.Document) (*File, error) {
	b, err := compose(ctx, doc, true)
	if err != nil {
		return nil, err
	}
	if err := b.draw(&doc.Meta); err != nil {
		return nil, err
	}
	return b.file(doc, b.edges(&doc.Meta))
}

// Render returns the document as a Word file with its seal.
func Render(ctx context.Context, doc *document.Document, seal document.Seal) ([]byte, error) {
	f, err := Prepare(ctx, doc)
	if err != nil {
		return nil, err
	}
	return f.Seal(seal)
}

// file packs a body, and what stands around it on the pages, into a file.
func (b *body) file(doc *document.Document, around []edge) (*File, error) {
	f := file{parts: []part{core(&doc.Meta), app()}}
	f.fixed(b, doc.Meta.Language)
	f.around(b, around)
	if err := f.charts(b); err != nil {
		return nil, err
	}
	b.around = around
	f.text(b)
	front := []part{contentTypes(append(f.parts, part{name: customName, kind: customType, bytes: nil})), relations("_rels/.rels", []relation{
		{"document", "officeDocument", "word/document.xml"},
		{"core", packageNS + "relationships/metadata/core-properties", "docProps/core.xml"},
		{"app", "extended-properties", appName},
		{"custom", "custom-properties", customName},
	})}
	p, err := b.pack(append(front, f.parts...))
	return &File{p}, err
}

// file is a file being put together: its parts, and what the text refers to.
type file struct {
	parts   []part
	related []relation
}

// add adds a part that the text refers to.
func (f *file) add(id, kind string, p part) {
	f.parts = append(f.parts, p)
	f.related = append(f.related, relation{id, kind, strings.TrimPrefix(p.name, "word/")})
}

// fixed adds the parts that every file has.
func (f *file) fixed(b *body, language string) {
	for _, p := range []struct {
		name  string
		bytes []byte
	}{{"styles", spoken(styles, language)}, {"settings", spoken(settings, language)}, {"fontTable", fontTable},
		{"numbering", b.numbers.part()}} {
		f.add(p.name, p.name, part{name: "word/" + p.name + ".xml", kind: wordType + p.name + "+xml", bytes: p.bytes})
	}
}

// around adds what stands outside the text.
func (f *file) around(b *body, edges []edge) {
	for _, e := range edges {
		f.add(e.name, e.kind, part{name: "word/" + e.name + ".xml", kind: wordType + e.kind + "+xml", bytes: e.part(b)})
	}
	var pictures []relation
	for i := range b.images {
		name := pictureName(i + 1)
		f.parts = append(f.parts, part{name: "word/media/" + name + ".png", kind: "", bytes: b.images[i].bytes})
		r := relation{name, "image", "media/" + name + ".png"}
		if b.images[i].foot {
			pictures = append(pictures, r)
		} else {
			f.related = append(f.related, r)
		}
	}
	if pictures != nil {
		f.parts = append(f.parts, relations("word/_rels/footer3.xml.rels", pictures))
	}
}

// text adds the text, and what it refers to.
func (f *file) text(b *body) {
	f.parts = append(f.parts, part{name: "word/document.xml", kind: wordType + "document.main+xml", write: b.part},
		relations("word/_rels/document.xml.rels", append(f.related, b.related()...)))
}

// related are the addresses that the text links to.
func (b *body) related() (list []relation) {
	for i, address := range b.links {
		list = append(list, relation{linkID(i + 1), "hyperlink", address})
	}
	return list
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
	defer func() { _ = r.Close() }() // it was only read
	var properties struct{ Application string }
	err = xml.NewDecoder(io.LimitReader(r, enough)).Decode(&properties)
	return err == nil && properties.Application == program
}

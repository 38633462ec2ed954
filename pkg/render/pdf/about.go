package pdf

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/isuplan/isuplan/pkg/document"
)

// epoch is the date of a document without one.
var epoch = time.Unix(0, 0).UTC()

// about is what the file says of itself, twice: as old readers look for it, and as
// XMP, which both standards ask for. The two agree.
type about struct {
	title, author, subject, keywords string
	date                             time.Time
}

func aboutOf(doc *document.Document) about {
	a := about{author: doc.Meta.Author, subject: doc.Meta.Subject, keywords: strings.Join(doc.Meta.Keywords, ", "), date: doc.Meta.Date.UTC()}
	a.title = cmp.Or(doc.Meta.Title, doc.Masthead.Title.String(), doc.Meta.Name, program)
	if a.date.IsZero() {
		a.date = epoch
	}
	for _, s := range []*string{&a.title, &a.author, &a.subject, &a.keywords} {
		*s = strings.Map(printable, *s)
	}
	return a
}

// printable replaces what XML cannot hold.
func printable(r rune) rune {
	if r < ' ' || r == 0xFFFE || r == 0xFFFF {
		return unicode.ReplacementChar
	}
	return r
}

// info is the information dictionary. "/Producer (isuplan)" is how a later build
// knows its own files.
func (a *about) info() []byte {
	b := []byte("<<")
	for _, e := range []struct{ key, value string }{
		{"Title", a.title}, {"Author", a.author}, {"Subject", a.subject}, {"Keywords", a.keywords},
		{"Creator", program}, {"Producer", program},
	} {
		if e.value != "" {
			b = fmt.Appendf(b, "/%s %s ", e.key, pdfString(e.value))
		}
	}
	date := a.date.Format("D:20060102150405+00'00'")
	return fmt.Appendf(b, "/CreationDate (%s) /ModDate (%[1]s)>>", date)
}

// sealSpace names the properties of the seal in the XMP.
const sealSpace = "https://github.com/isuplan/isuplan/ns/seal/1.0/"

// sealed are the seal's properties, each with what it means: PDF/A wants properties
// that are not its own described (ISO 19005-2, 6.6.2.3).
var sealed = []struct {
	name, means string
	of          func(document.Seal) string
}{
	{"PlanSHA256", "SHA-256 of the plan file that this document was compiled from", func(s document.Seal) string { return s.Plan }},
	{"Version", "Program that compiled the document", func(s document.Seal) string { return s.Tool }},
	{"Check", "What the check of the plan found", func(s document.Seal) string { return s.Check }},
}

// metadata is the XMP (ISO 16684-1) as a stream, which is left uncompressed so that
// any program finds it.
func (a *about) metadata(seal document.Seal) []byte {
	x := &xmp{}
	x.raw("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n" +
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\"")
	for _, s := range [][2]string{{"dc", "http://purl.org/dc/elements/1.1/"}, {"xmp", "http://ns.adobe.com/xap/1.0/"},
		{"pdf", "http://ns.adobe.com/pdf/1.3/"}, {"pdfaid", "http://www.aiim.org/pdfa/ns/id/"}, {"pdfuaid", "http://www.aiim.org/pdfua/ns/id/"},
		{"pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"}, {"pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"},
		{"pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"}, {"isuplan", sealSpace}} {
		x.raw(" xmlns:" + s[0] + "=\"" + s[1] + "\"")
	}
	x.raw(">\n")
	x.list("dc:title", "Alt", " xml:lang=\"x-default\"", a.title)
	x.list("dc:creator", "Seq", "", a.author)
	x.list("dc:description", "Alt", " xml:lang=\"x-default\"", a.subject)
	x.property("dc:format", "application/pdf")
	x.property("pdf:Keywords", a.keywords)
	x.property("pdf:Producer", program)
	x.property("xmp:CreatorTool", program)
	date := a.date.Format("2006-01-02T15:04:05+00:00")
	for _, name := range []string{"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"} {
		x.property(name, date)
	}
	x.property("pdfaid:part", "2")
	x.property("pdfaid:conformance", "A")
	x.property("pdfuaid:part", "1")
	for _, p := range sealed {
		x.property("isuplan:"+p.name, p.of(seal))
	}
	x.extensions()
	x.raw("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return fmt.Appendf(nil, "<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream", x.Len(), x.Bytes())
}

// xmp is a packet being written.
type xmp struct{ bytes.Buffer }

func (x *xmp) raw(s string) { x.WriteString(s) }

func (x *xmp) text(s string) { _ = xml.EscapeText(x, []byte(s)) } // a buffer takes everything

func (x *xmp) property(name, value string) {
	if value == "" {
		return
	}
	x.raw("<" + name + ">")
	x.text(value)
	x.raw("</" + name + ">\n")
}

func (x *xmp) list(name, kind, attributes, value string) {
	if value == "" {
		return
	}
	x.raw("<" + name + "><rdf:" + kind + "><rdf:li" + attributes + ">")
	x.text(value)
	x.raw("</rdf:li></rdf:" + kind + "></" + name + ">\n")
}

// extensions describes the properties that PDF/A does not know.
func (x *xmp) extensions() {
	x.raw("<pdfaExtension:schemas><rdf:Bag>\n")
	x.schema("PDF/UA Universal Accessibility Schema", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", func() {
		x.described("part", "Integer", "Indicates which part of ISO 14289 the file conforms to")
	})
	x.schema("isuplan seal", sealSpace, "isuplan", func() {
		for _, p := range sealed {
			x.described(p.name, "Text", p.means)
		}
	})
	x.raw("</rdf:Bag></pdfaExtension:schemas>\n")
}

func (x *xmp) schema(title, space, prefix string, properties func()) {
	x.raw("<rdf:li rdf:parseType=\"Resource\">")
	x.property("pdfaSchema:schema", title)
	x.property("pdfaSchema:namespaceURI", space)
	x.property("pdfaSchema:prefix", prefix)
	x.raw("<pdfaSchema:property><rdf:Seq>\n")
	properties()
	x.raw("</rdf:Seq></pdfaSchema:property></rdf:li>\n")
}

func (x *xmp) described(name, kind, means string) {
	category := "external"
	if kind == "Integer" {
		category = "internal"
	}
	x.raw("<rdf:li rdf:parseType=\"Resource\">")
	x.property("pdfaProperty:name", name)
	x.property("pdfaProperty:valueType", kind)
	x.property("pdfaProperty:category", category)
	x.property("pdfaProperty:description", means)
	x.raw("</rdf:li>\n")
}

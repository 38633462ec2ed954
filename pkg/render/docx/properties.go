package docx

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

const program = "isuplan"

// core is what the file says of the document.
func core(m *document.Meta) part {
	var w writer
	w.raw(prolog, `<cp:coreProperties xmlns:cp="`, packageNS, `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, p := range []struct{ name, value string }{{"dc:title", m.Title}, {"dc:subject", m.Subject}, {"dc:creator", m.Author},
		{"cp:keywords", strings.Join(m.Keywords, ", ")}, {"dc:language", m.Language}} {
		if p.value != "" {
			w.raw(`<`, p.name, `>`)
			w.text(p.value)
			w.raw(`</`, p.name, `>`)
		}
	}
	if date := dated(m); date != "" {
		for _, name := range []string{"dcterms:created", "dcterms:modified"} {
			w.raw(`<`, name, ` xsi:type="dcterms:W3CDTF">`, date, `</`, name, `>`)
		}
	}
	w.raw(`</cp:coreProperties>`)
	return part{name: "docProps/core.xml", kind: "application/vnd.openxmlformats-package.core-properties+xml", bytes: w.Bytes()}
}

// app says which program made the file: ours are known by it.
func app() part {
	return part{name: appName, kind: officeType + "extended-properties+xml", bytes: []byte(prolog +
		`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>` + program + `</Application></Properties>`)}
}

const (
	appName    = "docProps/app.xml"
	customName = "docProps/custom.xml"
	customType = officeType + "custom-properties+xml"
)

// custom says which plan the document was made of.
func custom(seal document.Seal) part {
	var w writer
	w.raw(prolog, `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">`)
	id := 2 // Word's first
	for _, p := range []struct{ name, value string }{{"isuplan plan SHA-256", seal.Plan}, {"isuplan version", seal.Tool}, {"isuplan check", seal.Check}} {
		if p.value == "" {
			continue
		}
		w.raw(`<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="`, strconv.Itoa(id), `" name="`, p.name, `"><vt:lpwstr>`)
		w.text(p.value)
		w.raw(`</vt:lpwstr></property>`)
		id++
	}
	w.raw(`</Properties>`)
	return part{name: customName, kind: customType, bytes: w.Bytes()}
}

// dated is the document's date as XML writes it, "" for none.
func dated(m *document.Meta) string {
	if m.Date.IsZero() {
		return ""
	}
	return m.Date.UTC().Format("2006-01-02T15:04:05Z")
}

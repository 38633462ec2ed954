package html

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/document"
)

// doctype is the first line of every file.
const doctype = "<!DOCTYPE html>"

// head writes what the file says of itself, and its style, up to the place of the seal.
func head(m *document.Meta, emblem bool, style string) []byte {
	var b bytes.Buffer
	language := languageOf(m)
	fmt.Fprintf(&b, "%s\n<html lang=\"%s\"%s>\n<head>\n<meta charset=\"utf-8\"/>\n", doctype, esc(language), direction(language))
	sheet := "\n" + page + style + paper(m)
	sum := sha256.Sum256([]byte(sheet))
	pictures := ""
	if emblem {
		pictures = "img-src data:; "
	}
	meta(&b, "viewport", "width=device-width, initial-scale=1")
	fmt.Fprintf(&b, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-%s'; %sbase-uri 'none'; form-action 'none'\"/>\n",
		base64.StdEncoding.EncodeToString(sum[:]), pictures)
	meta(&b, "color-scheme", "light dark")
	meta(&b, "generator", "isuplan")
	meta(&b, "author", m.Author)
	meta(&b, "description", m.Subject)
	meta(&b, "keywords", strings.Join(m.Keywords, ", "))
	if !m.Date.IsZero() {
		meta(&b, "dcterms.date", m.Date.Format(time.DateOnly))
	}
	fmt.Fprintf(&b, "<title>%s</title>\n<style>%s</style>\n", esc(m.Title), sheet)
	return b.Bytes()
}

func meta(b *bytes.Buffer, name, content string) {
	if content != "" {
		fmt.Fprintf(b, "<meta name=\"%s\" content=\"%s\"/>\n", name, esc(content))
	}
}

// sealed says how the document was made.
func sealed(s document.Seal) []byte {
	var b bytes.Buffer
	meta(&b, "isuplan-plan-sha256", s.Plan)
	meta(&b, "isuplan-version", s.Tool)
	meta(&b, "isuplan-check", s.Check)
	return b.Bytes()
}

// paper is what stands in the margins of printed pages, as it does in the PDF: the symbol
// above all but the first, a draft's mark, the job number and the page's number below.
func paper(m *document.Meta) string {
	rules := ""
	if m.Symbol != "" {
		rules += "@page { @top-right { content: " + quoted(m.Symbol) + "; font-weight: bold; } }\n@page :first { @top-right { content: none; } }\n"
	}
	if m.Draft != "" {
		rules += "@page { @top-center { content: " + quoted(m.Draft) + "; } }\n"
	}
	if m.Job != "" {
		rules += "@page { @bottom-left { content: " + quoted(m.Job) + "; } }\n"
	}
	return rules
}

// quoted writes a text as CSS does, with everything spelled that might end it.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == 0:
			b.WriteRune('\uFFFD')
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune(" .,()-", r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "\\%06x", r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func languageOf(m *document.Meta) string {
	if m.Language == "" {
		return "en"
	}
	return m.Language
}

// direction is the attribute of a language that is written from right to left.
func direction(language string) string {
	if document.IsRightToLeft(language) {
		return ` dir="rtl"`
	}
	return ""
}

package docxtest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"regexp"
	"strings"
)

// Edited is a Word file that somebody edits, as it is written.
type Edited struct {
	XML      string // the part with the text
	file     []byte
	comments []string
	margins  func(string) (string, error) // what becomes of headers and footers
}

const body = "word/document.xml"

// Edit opens a Word file for edits.
func Edit(file []byte) (*Edited, error) {
	parts, err := Parts(file)
	if err != nil {
		return nil, err
	}
	return &Edited{XML: string(parts[body]), file: file}, nil
}

var (
	paragraphForm = regexp.MustCompile(`(?s)<w:p>.*?</w:p>`)
	textForm      = regexp.MustCompile(`<w:t(?: xml:space="preserve")?>[^<]*</w:t>`)
)

// Paragraph is a paragraph of an edited file: where it stands, and what it says.
type Paragraph struct {
	From, To    int
	Style, Text string
}

var styleForm = regexp.MustCompile(`<w:pStyle w:val="(\w+)"/>`)

// Paragraphs returns the paragraphs with a text.
func (e *Edited) Paragraphs() (list []Paragraph) {
	for _, at := range paragraphForm.FindAllStringIndex(e.XML, -1) {
		p := Paragraph{From: at[0], To: at[1]}
		raw := e.XML[at[0]:at[1]]
		if m := styleForm.FindStringSubmatch(raw); m != nil {
			p.Style = m[1]
		}
		for _, t := range textForm.FindAllString(raw, -1) {
			p.Text += plain(t)
		}
		if p.Text != "" {
			list = append(list, p)
		}
	}
	return list
}

func plain(t string) string {
	return html.UnescapeString(t[strings.IndexByte(t, '>')+1 : strings.LastIndexByte(t, '<')])
}

// Saying returns the first paragraph that has some words.
func (e *Edited) Saying(words string) (Paragraph, bool) {
	for _, p := range e.Paragraphs() {
		if strings.Contains(p.Text, words) {
			return p, true
		}
	}
	return Paragraph{}, false
}

// Text writes a text as a file has it.
func Text(s string) string {
	return `<w:t xml:space="preserve">` + html.EscapeString(s) + `</w:t>`
}

// Replace writes other words where words first stand within one run; it is false where they
// do not.
func (e *Edited) Replace(old, now string) bool {
	return e.run(old, func(before, behind string) string { return Text(before + now + behind) })
}

// Track does so with both kept as a tracked change.
func (e *Edited) Track(old, now, author, date string) bool {
	return e.run(old, func(before, behind string) string {
		by := fmt.Sprintf(` w:id="901" w:author=%q w:date=%q`, author, date)
		out := Text(before) + `</w:r>`
		if old != "" {
			out += `<w:del` + by + `><w:r><w:delText xml:space="preserve">` + html.EscapeString(old) + `</w:delText></w:r></w:del>`
		}
		if now != "" {
			out += `<w:ins` + by + `><w:r>` + Text(now) + `</w:r></w:ins>`
		}
		return out + `<w:r>` + Text(behind)
	})
}

func (e *Edited) run(old string, write func(before, behind string) string) bool {
	for _, at := range textForm.FindAllStringIndex(e.XML, -1) {
		if before, behind, ok := strings.Cut(plain(e.XML[at[0]:at[1]]), old); ok {
			e.XML = e.XML[:at[0]] + write(before, behind) + e.XML[at[1]:]
			return true
		}
	}
	return false
}

// After adds a paragraph of the same form behind the one that has some words.
func (e *Edited) After(words, text string) bool {
	p, ok := e.Saying(words)
	if !ok {
		return false
	}
	raw := e.XML[p.From:p.To]
	form := raw[:strings.Index(raw, "</w:pPr>")+len("</w:pPr>")]
	e.XML = e.XML[:p.To] + form + `<w:r>` + Text(text) + `</w:r></w:p>` + e.XML[p.To:]
	return true
}

// Remove takes the paragraph out that has some words.
func (e *Edited) Remove(words string) bool {
	p, ok := e.Saying(words)
	if ok {
		e.XML = e.XML[:p.From] + e.XML[p.To:]
	}
	return ok
}

// Row returns where the row of a table stands that has some words.
func (e *Edited) Row(words string) (from, to int, ok bool) {
	p, ok := e.Saying(words)
	if !ok {
		return 0, 0, false
	}
	from = strings.LastIndex(e.XML[:p.From], "<w:tr>")
	to = strings.Index(e.XML[p.To:], "</w:tr>")
	return from, p.To + to + len("</w:tr>"), from >= 0 && to >= 0
}

// Comment writes a comment beside the paragraph that has some words.
func (e *Edited) Comment(words, author, date, text string) bool {
	p, ok := e.Saying(words)
	if !ok {
		return false
	}
	id := len(e.comments) + 1
	e.comments = append(e.comments, fmt.Sprintf(`<w:comment w:id="%d" w:author=%q w:date=%q><w:p><w:r>%s</w:r></w:p></w:comment>`, id, author, date, Text(text)))
	raw := strings.Replace(e.XML[p.From:p.To], "</w:p>", fmt.Sprintf(`<w:r><w:commentReference w:id="%d"/></w:r></w:p>`, id), 1)
	e.XML = e.XML[:p.From] + raw + e.XML[p.To:]
	return true
}

// Bytes returns the file after the edits.
func (e *Edited) Bytes() ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(e.file), int64(len(e.file)))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		if err := e.copy(w, f); err != nil {
			return nil, err
		}
	}
	if len(e.comments) > 0 {
		f, err := w.Create("word/comments.xml")
		if err != nil {
			return nil, err
		}
		_, _ = io.WriteString(f, `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`+strings.Join(e.comments, "")+`</w:comments>`)
	}
	err = w.Close()
	return out.Bytes(), err
}

func (e *Edited) copy(w *zip.Writer, f *zip.File) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	switch {
	case f.Name == body:
		text = []byte(e.XML)
	case e.margins != nil && (strings.HasPrefix(f.Name, "word/header") || strings.HasPrefix(f.Name, "word/footer")):
		part, err := e.margins(string(text))
		if err != nil {
			return err
		}
		text = []byte(part)
	case f.Name == "word/_rels/document.xml.rels" && len(e.comments) > 0:
		text = bytes.Replace(text, []byte("</Relationships>"), []byte(`<Relationship Id="added" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`), 1)
	}
	to, err := w.Create(f.Name)
	if err == nil {
		_, err = to.Write(text)
	}
	return err
}

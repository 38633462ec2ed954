package merge_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// edited returns a Word file whose text was changed.
func edited(t testing.TB, file []byte, change func(string) string, more ...string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	put := func(name string, text []byte) {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write(text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case f.Name == "word/document.xml":
			text = []byte(change(string(text)))
		case f.Name == "word/_rels/document.xml.rels" && len(more) > 0:
			text = bytes.Replace(text, []byte("</Relationships>"), []byte(`<Relationship Id="added" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`), 1)
		}
		put(f.Name, text)
	}
	if len(more) > 0 {
		put("word/comments.xml", []byte(more[0]))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

var (
	paragraphs = regexp.MustCompile(`(?s)<w:p>.*?</w:p>`)
	styles     = regexp.MustCompile(`<w:pStyle w:val="(\w+)"/>`)
	stretches  = regexp.MustCompile(`<w:t(?: xml:space="preserve")?>([^<]+)</w:t>`)
)

// paragraph is a paragraph of a Word file, as it is written.
type paragraph struct {
	from, to int
	style    string
	text     string
}

func paragraphsOf(xml string) (list []paragraph) {
	for _, at := range paragraphs.FindAllStringIndex(xml, -1) {
		p := paragraph{from: at[0], to: at[1]}
		raw := xml[at[0]:at[1]]
		if m := styles.FindStringSubmatch(raw); m != nil {
			p.style = m[1]
		}
		for _, m := range stretches.FindAllStringSubmatch(raw, -1) {
			p.text += html.UnescapeString(m[1])
		}
		if p.text != "" {
			list = append(list, p)
		}
	}
	return list
}

// editor makes random edits, as a person in Word does.
type editor struct {
	*rand.Rand
	words []string
}

func newEditor(seed uint64) *editor {
	return &editor{rand.New(rand.NewPCG(seed, 7)), strings.Fields("prompt regional advice workshop gender clearance partners lasting voluntary annual report language training survey island")}
}

func (e *editor) word() string { return e.words[e.IntN(len(e.words))] }

func (e *editor) sentence() string {
	list := []string{"Every"}
	for range 6 + e.IntN(6) {
		list = append(list, e.word())
	}
	return strings.Join(list, " ") + "."
}

// inText changes one stretch of a paragraph.
func (e *editor) inText(xml string, p paragraph, change func(string) string) string {
	raw := xml[p.from:p.to]
	all := stretches.FindAllStringSubmatchIndex(raw, -1)
	at := all[e.IntN(len(all))]
	text := change(html.UnescapeString(raw[at[2]:at[3]]))
	now := ""
	if text != "" {
		now = `<w:t xml:space="preserve">` + html.EscapeString(text) + `</w:t>`
	}
	return xml[:p.from] + raw[:at[0]] + now + raw[at[1]:] + xml[p.to:]
}

var kinds = []string{"word", "cut", "put", "sentence", "item", "out", "move", "figure"}

// one makes an edit of a kind; it returns the file as it was where there is nothing to edit.
func (e *editor) one(kind, xml string) string {
	list := paragraphsOf(xml)
	inList := func(p paragraph) bool {
		return slices.Contains([]string{"ListNumber", "ListBullet", "NumberedParagraph", "Activity"}, p.style)
	}
	pick := func(ok func(paragraph) bool) (paragraph, bool) {
		var some []paragraph
		for _, p := range list {
			if ok(p) {
				some = append(some, p)
			}
		}
		if len(some) == 0 {
			return paragraph{}, false
		}
		return some[e.IntN(len(some))], true
	}
	any := func(p paragraph) bool {
		return !strings.HasPrefix(p.style, "Masthead") && !strings.HasPrefix(p.style, "Table")
	}
	switch kind {
	case "word", "cut", "put":
		p, ok := pick(any)
		if !ok {
			return xml
		}
		return e.inText(xml, p, func(s string) string {
			words := strings.Split(s, " ")
			i := e.IntN(len(words))
			switch {
			case words[i] == "" || strings.HasSuffix(words[i], ":") || strings.HasSuffix(words[i], "."):
			case kind == "cut" && len(words) > 1:
				words = slices.Delete(words, i, i+1)
			case kind == "put":
				words = slices.Insert(words, i, e.word())
			default:
				words[i] = e.word()
			}
			return strings.Join(words, " ")
		})
	case "sentence":
		p, ok := pick(inList)
		if !ok {
			return xml
		}
		raw := xml[p.from:p.to]
		return xml[:p.from] + strings.Replace(raw, "</w:p>", `<w:r><w:t xml:space="preserve"> `+e.sentence()+`</w:t></w:r></w:p>`, 1) + xml[p.to:]
	case "item":
		p, ok := pick(inList)
		if !ok {
			return xml
		}
		raw := xml[p.from:p.to]
		properties := raw[:strings.Index(raw, "</w:pPr>")+len("</w:pPr>")]
		return xml[:p.to] + properties + `<w:r><w:t>` + e.sentence() + `</w:t></w:r></w:p>` + xml[p.to:]
	case "out":
		p, ok := pick(inList)
		if !ok {
			return xml
		}
		return xml[:p.from] + xml[p.to:]
	case "move":
		i := e.IntN(len(list))
		for range len(list) {
			i = (i + 1) % len(list)
			if i+1 < len(list) && inList(list[i]) && list[i].style == list[i+1].style && list[i].to == list[i+1].from {
				a, b := list[i], list[i+1]
				return xml[:a.from] + xml[b.from:b.to] + xml[a.from:a.to] + xml[b.to:]
			}
		}
	case "figure":
		p, ok := pick(func(p paragraph) bool { return strings.ContainsAny(p.text, "123456789") })
		if !ok {
			return xml
		}
		return e.inText(xml, p, func(s string) string {
			return strings.Map(func(r rune) rune {
				if r >= '1' && r <= '8' {
					return r + 1
				}
				return r
			}, s)
		})
	}
	return xml
}

func describe(kinds []string) string { return fmt.Sprint(kinds) }

package merge_test

import (
	"html"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/internal/docxtest"
)

// edited returns a Word file whose text was changed.
func edited(t testing.TB, file []byte, change func(*docxtest.Edited)) []byte {
	t.Helper()
	e, err := docxtest.Edit(file)
	if err != nil {
		t.Fatal(err)
	}
	change(e)
	out, err := e.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var stretches = regexp.MustCompile(`<w:t(?: xml:space="preserve")?>([^<]+)</w:t>`)

type paragraph = docxtest.Paragraph

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
	raw := xml[p.From:p.To]
	all := stretches.FindAllStringSubmatchIndex(raw, -1)
	at := all[e.IntN(len(all))]
	text := change(html.UnescapeString(raw[at[2]:at[3]]))
	now := ""
	if text != "" {
		now = `<w:t xml:space="preserve">` + html.EscapeString(text) + `</w:t>`
	}
	return xml[:p.From] + raw[:at[0]] + now + raw[at[1]:] + xml[p.To:]
}

var kinds = []string{"word", "cut", "put", "sentence", "item", "out", "move", "figure"}

// one makes an edit of a kind; it returns the file as it was where there is nothing to edit.
func (e *editor) one(kind string, file *docxtest.Edited) string {
	xml, list := file.XML, file.Paragraphs()
	inList := func(p paragraph) bool {
		return slices.Contains([]string{"ListNumber", "ListBullet", "NumberedParagraph", "Activity"}, p.Style)
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
	inText := func(p paragraph) bool {
		return !strings.HasPrefix(p.Style, "Masthead") && !strings.HasPrefix(p.Style, "Table")
	}
	switch kind {
	case "word", "cut", "put":
		p, ok := pick(inText)
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
		raw := xml[p.From:p.To]
		return xml[:p.From] + strings.Replace(raw, "</w:p>", `<w:r><w:t xml:space="preserve"> `+e.sentence()+`</w:t></w:r></w:p>`, 1) + xml[p.To:]
	case "item":
		p, ok := pick(inList)
		if !ok {
			return xml
		}
		raw := xml[p.From:p.To]
		properties := raw[:strings.Index(raw, "</w:pPr>")+len("</w:pPr>")]
		return xml[:p.To] + properties + `<w:r><w:t>` + e.sentence() + `</w:t></w:r></w:p>` + xml[p.To:]
	case "out":
		p, ok := pick(inList)
		if !ok {
			return xml
		}
		return xml[:p.From] + xml[p.To:]
	case "move":
		i := e.IntN(len(list))
		for range len(list) {
			i = (i + 1) % len(list)
			if i+1 < len(list) && inList(list[i]) && list[i].Style == list[i+1].Style && list[i].To == list[i+1].From {
				a, b := list[i], list[i+1]
				return xml[:a.From] + xml[b.From:b.To] + xml[a.From:a.To] + xml[b.To:]
			}
		}
	case "figure":
		p, ok := pick(func(p paragraph) bool { return strings.ContainsAny(p.Text, "123456789") })
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

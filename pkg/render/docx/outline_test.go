package docx_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
)

// outline returns the level and the first word of each paragraph that is a heading to whoever
// reads a file: its style is one of Word's headings or based on one, and its level is its own,
// or else its style's.
func outline(t *testing.T, f *docxtest.File) (list []string) {
	t.Helper()
	styles := map[string]*docxtest.Node{}
	for i, n := range node(t, f, "word/styles.xml").Nodes {
		styles[n.Attr("styleId")] = &node(t, f, "word/styles.xml").Nodes[i]
	}
	named := func(style string) bool {
		for at := styles[style]; at != nil; at = styles[style] {
			if strings.HasPrefix(at.First("name").Attr("val"), "heading ") {
				return true
			}
			based := at.First("basedOn")
			if based == nil {
				break
			}
			style = based.Attr("val")
		}
		return false
	}
	node(t, f, "word/document.xml").Walk(func(n *docxtest.Node) bool {
		if n.XMLName.Local != "p" {
			return true
		}
		style, level := n.First("pStyle"), n.First("outlineLvl")
		if style == nil || !named(style.Attr("val")) {
			return true
		}
		if level == nil {
			level = styles[style.Attr("val")].First("outlineLvl")
		}
		depth, _ := strconv.Atoi(level.Attr("val"))
		text := strings.Builder{}
		n.Walk(func(n *docxtest.Node) bool { text.WriteString(n.Text); return true })
		list = append(list, fmt.Sprint(depth+1, " ", strings.Fields(text.String())[0]))
		return true
	})
	return list
}

// TestResultsAreHeadings: outcomes, outputs and the title of a box head what is below them, as
// in the tags of the PDF; no level is skipped.
func TestResultsAreHeadings(t *testing.T) {
	result := func(level int, label string) document.Result {
		return document.Result{Level: level, Label: label, Text: document.Plain("Text")}
	}
	heading := func(level int, text string) document.Heading {
		return document.Heading{Level: level, Text: document.Plain(text)}
	}
	doc := &document.Document{Blocks: []document.Block{
		document.Box{Title: document.Plain("Summary"), Blocks: []document.Block{document.Paragraph{Text: document.Plain("Text")}}},
		heading(1, "One"), result(1, "O1"), result(2, "O1.1"), result(3, "A1.1.1"),
		document.Box{Title: document.Plain("Box"), Blocks: []document.Block{document.Paragraph{Text: document.Plain("Text")}}},
		heading(2, "Two"), result(1, "O2"), result(2, "O2.1"), result(1, "O3"),
		heading(1, "Three"), result(2, "O4.1"),
	}}
	want := []string{"1 Summary", "1 One", "2 O1", "3 O1.1", "2 Box", "2 Two", "3 O2", "3 O2.1", "3 O3", "1 Three", "2 O4.1"}
	if got := outline(t, sound(t, doc)); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestWhatIsStressedHasItsStyle: Word's own for bold and for italics, besides what says so in a text
// that is so by its style.
func TestWhatIsStressedHasItsStyle(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{document.Result{Level: 2, Label: "Output 1.", Text: document.Text{{Text: "a ", Strong: true}, {Text: "b", Emphasis: true},
		{Text: "c", Strong: true, Link: "https://example.org"}}}}}
	text := string(sound(t, doc).Parts["word/document.xml"])
	for _, want := range []string{`<w:rStyle w:val="Strong"/><w:b/><w:bCs/>`, `<w:rStyle w:val="Emphasis"/><w:i w:val="0"/>`, `<w:rStyle w:val="Hyperlink"/><w:b/>`} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in %s", want, text)
		}
	}
}

// TestPhrasesSayTheirLanguage, as Word asks for it by the script.
func TestPhrasesSayTheirLanguage(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{document.Paragraph{Text: document.Text{{Text: "a "}, {Text: "b", Language: "fr"}, {Text: "c", Language: "ar"},
		{Text: "d", Language: "zh-Hant"}}}}}
	text := string(sound(t, doc).Parts["word/document.xml"])
	for _, want := range []string{`<w:lang w:val="fr-FR"/></w:rPr><w:t>b<`, `<w:lang w:bidi="ar-SA"/></w:rPr><w:t>c<`, `<w:lang w:eastAsia="zh-Hant"/></w:rPr><w:t>d<`} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in %s", want, text)
		}
	}
}

package docx_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/render/docx"
)

// TestWordDividesWordsOfProse: words of paragraphs, lists and activities have optional hyphens, those of
// headings, outcomes and tables none; what Word shows is the text.
func TestWordDividesWordsOfProse(t *testing.T) {
	words := document.Plain(strings.TrimSpace(strings.Repeat("implementation of obligations under the Convention and its universalization by representatives of international organisations in accordance with priorities ", 5)))
	for name, c := range map[string]struct {
		block    document.Block
		language string
		divided  bool
	}{
		"a paragraph":          {document.Paragraph{Text: words}, "en", true},
		"a numbered paragraph": {document.Paragraph{Number: "12.", Text: words}, "en", true},
		"an item":              {document.List{Items: []document.Item{{Text: words}}}, "en", true},
		"an activity":          {document.Result{Level: 3, Label: "Activity 1.1.1:", Text: words}, "en", true},
		"a paragraph of a box": {document.Box{Blocks: []document.Block{document.Paragraph{Text: words}}}, "en", true},
		"no language":          {document.Paragraph{Text: words}, "", false},
		"an output":            {document.Result{Level: 2, Label: "Output 1.1.", Text: words}, "en", false},
		"a heading":            {document.Heading{Level: 1, Number: "I.", Text: words}, "en", false},
		"a cell":               {document.Table{Columns: []document.Column{{Head: words, Width: 1}}, Rows: []document.Row{{Cells: []document.Text{words}}}}, "en", false},
	} {
		doc := &document.Document{Meta: document.Meta{Title: "Plan", Language: "en", Hyphenation: c.language}, Blocks: []document.Block{c.block}}
		file := sound(t, doc)
		if got := strings.Contains(string(file.Parts["word/document.xml"]), "<w:softHyphen/>"); got != c.divided {
			t.Errorf("%s: divided is %t", name, got)
		}
		plain := *doc
		plain.Meta.Hyphenation = ""
		if got, want := lines(t, doc), lines(t, &plain); !slices.Equal(got, want) {
			t.Errorf("%s: got  %q\nwant %q", name, got, want)
		}
	}
}

// TestNoWordIsDividedBetweenChanges: a word that has a hyphen on one side alone is no change.
func TestNoWordIsDividedBetweenChanges(t *testing.T) {
	of := func(first string) *document.Document {
		return &document.Document{Meta: document.Meta{Title: "Plan", Language: "en", Hyphenation: "en"},
			Blocks: []document.Block{document.Paragraph{Text: document.Plain(first + strings.Repeat(" implementation of international obligations", 12))}}}
	}
	file, err := docx.Redline(t.Context(), of("A"), of("The longer"), document.Seal{})
	if err != nil {
		t.Fatal(err)
	}
	f, err := docxtest.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(f.Parts["word/document.xml"])
	if strings.Contains(text, "softHyphen") || strings.Count(text, "<w:ins ") != 1 || strings.Count(text, "<w:del ") != 1 {
		t.Errorf("the redline is %s", text)
	}
}

// TestASoftHyphenOfTheAuthorIsWords: as a character Word would always show it.
func TestASoftHyphenOfTheAuthorIsWords(t *testing.T) {
	doc := &document.Document{Meta: document.Meta{Title: "Plan", Language: "en"}, Blocks: []document.Block{document.Paragraph{Text: document.Plain("imple\u00admentation")}}}
	text := string(sound(t, doc).Parts["word/document.xml"])
	if !strings.Contains(text, "<w:t>imple</w:t><w:softHyphen/><w:t>mentation</w:t>") {
		t.Errorf("written is %s", text)
	}
}

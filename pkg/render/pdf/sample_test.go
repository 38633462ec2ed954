package pdf

import (
	"bytes"
	"strings"
	"testing"
	"time"

	reader "github.com/ledongthuc/pdf"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/matterhorn"
	"github.com/isuplan/isuplan/pkg/render/set"
)

var words = strings.Fields("the Unit will support States Parties in meeting their obligations under the Convention " +
	"with advice on clearance, stockpile destruction and victim assistance – cost-effective – as “agreed” at the café’s meeting")

// prose makes n words of running text.
func prose(n int) document.Text {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(words[i*7%len(words)])
	}
	return document.Plain(b.String())
}

func sample() *document.Document {
	return &document.Document{
		Meta: document.Meta{Title: "Work plan – 2018", Author: "Unit", Subject: "Plan", Keywords: []string{"a", "b"},
			Language: "en", Date: time.Date(2017, 6, 6, 0, 0, 0, 0, time.UTC), Symbol: "CCM/MSP/2017/9",
			Job: "GE.17-09131(E)", Barcode: "1709131", Caption: "* 1 7 0 9 1 3 1 *", Recycle: "Please recycle"},
		Masthead: document.Masthead{Name: document.Plain("Convention on Cluster Munitions"), Symbol: "CCM/MSP/2017/9",
			Origin:  []document.Text{document.Plain("6 June 2017"), document.Plain("Original: English")},
			Session: []document.Text{document.Plain("Seventh Meeting"), {{Text: "Geneva, 4–6 September 2017", Strong: true}}},
			Title:   document.Plain("Work plan and budget"), Byline: document.Plain("Submitted by the Unit")},
		Blocks: []document.Block{
			document.Box{Title: document.Plain("Summary"), Blocks: []document.Block{
				document.Paragraph{Text: document.Text{{Text: "Budget: ", Strong: true}, {Text: "CHF 465,440", Keep: true}}},
				document.List{Items: []document.Item{{Text: prose(30)}, {Text: prose(20)}}},
			}},
			document.Heading{Level: 1, Number: "I.", Text: document.Plain("Mandate")},
			document.Paragraph{Number: "1.", Text: prose(80), Lead: true},
			document.List{Lettered: true, Items: []document.Item{
				{Marker: "(a)", Text: prose(40), Items: []document.Item{{Marker: "(i)", Text: prose(10)}, {Marker: "(ii)", Text: prose(30)}}},
				{Marker: "(b)", Text: prose(12)}}},
			document.Heading{Level: 2, Number: "A.", Text: document.Plain("Support – and more")},
			document.Heading{Level: 3, Number: "1.", Text: document.Plain("Details")},
			document.Result{Level: 1, Label: "Outcome 1:", Text: prose(12)},
			document.Result{Level: 2, Label: "Output 1.1.", Text: document.Plain("The Presidency receives advice.")},
			document.Result{Level: 3, Label: "Activity 1.1.1:", Text: prose(22)},
			document.Paragraph{Number: "2.", Text: document.Text{{Text: "See "},
				{Text: "the site of the Convention", Link: "https://example.org/é"}, {Text: "."}}},
			budget(4),
		},
	}
}

func budget(rows int) document.Table {
	t := document.Table{Columns: []document.Column{{Head: document.Plain("Cost"), Width: 3},
		{Head: document.Plain("2018"), Width: 1, Numeric: true}, {Head: document.Plain("Notes"), Width: 5}}}
	for i := range rows {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Text{prose(3), document.Plain("345,054"), prose(i % 25)}})
	}
	t.Rows = append(t.Rows, document.Row{Kind: document.TotalRow, Cells: []document.Text{document.Plain("Total"), document.Plain("465,440"), nil}},
		document.Row{Kind: document.AsideRow, Cells: []document.Text{document.Plain("Rent"), document.Plain("in kind"), prose(9)}})
	return t
}

func render(t *testing.T, doc *document.Document) []byte {
	t.Helper()
	out, _, err := Render(t.Context(), doc, document.Seal{})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// renderWith renders with the fonts of a setter.
func renderWith(t *testing.T, s *set.Setter, doc *document.Document) ([]byte, []set.Missing) {
	t.Helper()
	f, err := prepareWith(t.Context(), s, doc)
	if err != nil {
		t.Fatal(err)
	}
	return f.Seal(document.Seal{}), f.Missing
}

// pageTexts reads a file's text with a library that knows nothing of this package.
func pageTexts(t *testing.T, file []byte) (pages []string) {
	t.Helper()
	file = matterhorn.Unpacked(file)
	r, err := reader.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	fonts := map[string]*reader.Font{}
	for i := 1; i <= r.NumPage(); i++ {
		page := r.Page(i)
		for _, name := range page.Fonts() { // all pages have the same
			if fonts[name] == nil {
				font := page.Font(name)
				fonts[name] = &font
			}
		}
		text, err := page.GetPlainText(fonts)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, text)
	}
	return pages
}

// squeeze leaves the words and drops how they are spaced.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// draw lays a document out with the fonts of the program.
func draw(doc *document.Document) (*canvas, error) {
	s, err := set.New()
	if err != nil {
		return nil, err
	}
	return drawWith(s, doc)
}

package pdf

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/matterhorn"
)

// rich is a document with everything that has tags of its own: tables over pages with
// notes, n links over lines and pages, charts, lists in lists, skipped heading levels.
func rich(n int) *document.Document {
	doc := sample()
	link := document.Text{{Text: "See "}}
	for i := range n {
		link = append(link, document.Run{Text: fmt.Sprintf("the register of States Parties, part %d, as kept by the depositary", i), Link: fmt.Sprintf("https://example.org/%d", i)},
			document.Run{Text: " and "})
	}
	table := budget(2 * n)
	table.Caption = document.Plain("What (all) costs")
	table.Columns[0].Label = true
	table.Columns[0].Head = document.Text{{Text: "Cost", Link: "https://example.org/head"}}
	table.Notes = []document.Text{document.Plain("a/ One."), document.Plain("b/ Two.")}
	doc.Blocks = append(doc.Blocks, table, document.Paragraph{Number: "3.", Text: link},
		document.Chart{ID: "chart", Title: document.Plain("Chart"), Alt: "Costs: 10 and 20", Bars: []document.Bar{
			{Label: document.Plain("One"), Values: []document.BarValue{{Text: "10", From: 0, To: 5000}}},
			{Label: document.Plain("Two"), Values: []document.BarValue{{Text: "20", From: 0, To: 10000}}}}},
		document.Heading{Level: 1, Number: "II.", Text: document.Plain("More")},
		document.Heading{Level: 3, Number: "1.", Text: document.Plain("Skips a level")},
		document.Paragraph{Number: "4.", Text: prose(30 * n)},
		document.Paragraph{Text: document.Plain("A character of nobody: \uF0B7; none: \uFFFE.")})
	return doc
}

// long is a document whose texts are longer than a string of the file may be.
func long() *document.Document {
	endless, address := strings.Repeat("é", 20_000), "https://example.org/"+strings.Repeat("é", 20_000)
	doc := rich(2)
	doc.Meta.Title, doc.Meta.Author, doc.Meta.Subject, doc.Meta.Keywords = endless, endless, endless, []string{endless}
	doc.Meta.Draft, doc.Meta.Symbol, doc.Meta.Job = endless, endless, endless
	table := budget(2)
	table.Caption = document.Plain(endless)
	doc.Blocks = append(doc.Blocks, document.Heading{Level: 1, Text: document.Plain(endless)}, table,
		document.Paragraph{Text: document.Text{{Text: "a link", Link: address}}},
		document.Chart{Alt: endless, Bars: []document.Bar{{Label: document.Plain("One"), Values: []document.BarValue{{Text: "10", From: 0, To: 5000}}}}})
	return doc
}

// unseen is a document in an unknown language whose first headings show nothing.
func unseen() *document.Document {
	doc := &document.Document{Meta: document.Meta{Language: "fr_ca"}}
	for level := range 3 {
		doc.Blocks = append(doc.Blocks, document.Heading{Level: level + 1, Text: document.Plain(strings.Repeat("\u200b", 2-level) + strings.Repeat("Seen", level/2))})
	}
	return doc
}

func faultsOf(t *testing.T, file []byte) (list []string) {
	t.Helper()
	faults, err := matterhorn.Check(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		list = append(list, f.Condition+": "+f.Detail)
	}
	return list
}

func TestEveryDocumentIsAccessible(t *testing.T) {
	draft := rich(20)
	draft.Meta.Draft, draft.Meta.Language, draft.Meta.Title = "Draft", "", ""
	docs := []*document.Document{rich(60), draft, sample(), {}, {Blocks: []document.Block{document.Table{}, document.List{}, document.Chart{}}}, long(), unseen()}
	for seed := range uint64(12) {
		w := &writer{Rand: rand.New(rand.NewPCG(seed, 7))}
		docs = append(docs, &document.Document{Masthead: document.Masthead{Name: w.text(5), Title: w.text(5)}, Blocks: w.blocks(2)})
	}
	for i, doc := range docs {
		for k, f := range faultsOf(t, render(t, doc)) {
			if k < 5 {
				t.Errorf("document %d: %s", i, f)
			}
		}
	}
}

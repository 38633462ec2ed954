package docx_test

import (
	"archive/zip"
	"bytes"
	"context"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/render/set"
)

func prose(n int) document.Text {
	return document.Plain(strings.TrimSpace(strings.Repeat("the Unit will support States Parties ", n/6+1)))
}

// sample is a document with one of everything.
func sample() *document.Document {
	return &document.Document{
		Meta: document.Meta{Title: "Work plan – 2018", Author: "Unit", Subject: "Plan", Keywords: []string{"a", "b"},
			Language: "en", Date: time.Date(2017, 6, 6, 0, 0, 0, 0, time.UTC), Symbol: "CCM/MSP/2017/9",
			Job: "GE.17-09131(E)", Barcode: "1709131", Caption: "* 1 7 0 9 1 3 1 *", Recycle: "Please recycle", Draft: "DRAFT"},
		Masthead: document.Masthead{Name: document.Plain("Convention on Cluster Munitions"), Symbol: "CCM/MSP/2017/9",
			Origin:  []document.Text{document.Plain("6 June 2017")},
			Session: []document.Text{document.Plain("Seventh Meeting"), {{Text: "Geneva", Strong: true}}},
			Title:   document.Plain("Work plan and budget"), Byline: document.Plain("Submitted by the Unit")},
		Blocks: []document.Block{
			document.Box{Title: document.Plain("Summary"), Blocks: []document.Block{
				document.Paragraph{Text: document.Text{{Text: "Budget: ", Strong: true}, {Text: "CHF 465,440", Keep: true}}},
				document.List{Items: []document.Item{{Text: prose(30)}, {Text: prose(20)}}}}},
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
			document.Paragraph{Number: "2.", Text: document.Text{{Text: "See "}, {Text: "the site", Link: "https://example.org/é"}, {Text: "."}}},
			document.Chart{Title: document.Plain("By line"), Alt: "In words", Series: []document.Text{document.Plain("2024 & 2025")}, Zero: 2000,
				Bars: []document.Bar{{Label: document.Plain("Salaries"), Values: []document.BarValue{{Text: "345,054", Share: "74%", From: 2000, To: 9000}}},
					{Label: document.Plain("Income"), Values: []document.BarValue{{Text: "(12,000)", From: 0, To: 2000}}}, {Label: document.Plain("Nothing")}}},
			budget(),
		},
	}
}

func budget() document.Table {
	mark := document.Run{Text: " a/", Note: 1}
	return document.Table{Caption: document.Plain("The budget"),
		Columns: []document.Column{{Head: document.Plain("Cost"), Width: 3, Label: true}, {Head: document.Plain("2018"), Width: 1, Numeric: true}, {Head: document.Plain("Notes"), Width: 5}},
		Rows: []document.Row{{Kind: document.GroupRow, Cells: []document.Text{document.Plain("Staff"), nil, nil}},
			{Depth: 1, Cells: []document.Text{{{Text: "Salaries"}, mark}, document.Plain("345,054"), document.Plain("x")}},
			{Depth: 1, Cells: []document.Text{{{Text: "Charges"}, mark}, document.Plain("1"), document.Plain("x")}},
			{Kind: document.TotalRow, Cells: []document.Text{document.Plain("Total"), document.Plain("465,440"), nil}},
			{Kind: document.AsideRow, Cells: []document.Text{document.Plain("Rent"), document.Plain("in kind"), nil}},
		},
		Notes: []document.Text{{{Text: "a/ ", Note: 1}, {Text: "Subject to approval."}}, document.Plain("Rounded.")}}
}

// documents are ordinary and odd ones.
func documents() map[string]*document.Document {
	list := func(markers ...string) document.List {
		l := document.List{Lettered: true}
		for _, m := range markers {
			l.Items = append(l.Items, document.Item{Marker: m, Text: document.Plain("x")})
		}
		return l
	}
	doc := func(blocks ...document.Block) *document.Document { return &document.Document{Blocks: blocks} }
	long := document.List{Lettered: true}
	for n := range 60 {
		marker := string(rune('a' + n%26))
		if n >= 26 {
			marker = string(rune('a'+n/26-1)) + marker
		}
		long.Items = append(long.Items, document.Item{Marker: "(" + marker + ")", Text: document.Plain("x " + strconv.Itoa(n))})
	}
	nested := document.List{Items: []document.Item{{Text: document.Plain("x"), Items: []document.Item{{Marker: "(a)", Text: document.Plain("y")}, {Text: document.Plain("z"),
		Items: []document.Item{{Marker: "1)", Text: document.Plain("deep")}}}}}}}
	head := func(level int, number string) document.Heading {
		return document.Heading{Level: level, Number: number, Text: document.Plain("x")}
	}
	para := func(number string) document.Paragraph {
		return document.Paragraph{Number: number, Text: document.Plain("x")}
	}
	return map[string]*document.Document{
		"empty":           {},
		"sample":          sample(),
		"long list":       doc(long, list("(a)", "(b)")),
		"lists restart":   doc(list("(a)", "(b)"), list("(a)"), list("(c)", "(d)"), list("(i)", "(ii)"), list("1)", "2)")),
		"nested":          doc(nested, nested),
		"odd markers":     doc(list("a%1)", "(a)", "", "(b)", "first", "(A)", "(c)")),
		"odd headings":    doc(head(2, "A."), head(1, "I."), head(3, "1."), head(2, "A."), head(2, ""), head(2, "B."), head(1, "Part 3"), head(2, "A."), head(0, "II."), head(9, "1.")),
		"paragraph gaps":  doc(para("5."), para("6."), para("6 bis."), para("7."), para("7."), para("(1)"), para("(2)"), para(""), para("§3")),
		"numbers in box":  doc(document.Box{Blocks: []document.Block{head(1, "I."), para("1."), head(1, ""), nested, budget()}}, para("2.")),
		"empty box":       doc(document.Box{}),
		"boxes in boxes":  doc(document.Box{Blocks: []document.Block{document.Box{Blocks: []document.Block{document.Box{Title: document.Plain("x")}}}}}),
		"empty tables":    doc(document.Table{}, document.Table{Columns: []document.Column{{}}}, document.Table{Rows: []document.Row{{}}}, document.Table{Notes: []document.Text{document.Plain("n"), nil}}),
		"ragged rows":     doc(document.Table{Columns: []document.Column{{Head: document.Plain("h")}}, Rows: []document.Row{{Cells: []document.Text{document.Plain("a"), document.Plain("b")}}, {}}}),
		"empty chart":     doc(document.Chart{}, document.Chart{Bars: []document.Bar{{}}}),
		"empty list":      doc(document.List{}, document.List{Lettered: true, Items: []document.Item{{}}}),
		"many columns":    doc(wide(30)),
		"on their side":   doc(para("1."), head(1, "I."), wide(16), para("2."), wide(16), wide(40)),
		"wide in a box":   doc(para("1."), document.Box{Title: document.Plain("Summary"), Blocks: []document.Block{para("2."), wide(9)}}, document.Box{Blocks: []document.Block{wide(16)}}, para("3.")),
		"heads over some": doc(grouped(document.Head{Text: document.Plain("2016"), From: 1, To: 3}, document.Head{Text: document.Plain("All"), From: 4, To: 6})),
		"heads over all":  doc(grouped(document.Head{Text: document.Plain("2016"), From: 0, To: 3}, document.Head{Text: document.Plain("2017"), From: 3, To: 6})),
		"table at end":    doc(budget(), budget()),
		"note of nothing": doc(document.Table{Columns: []document.Column{{Head: document.Text{{Text: "b/", Note: 7}}}}, Rows: []document.Row{{Cells: []document.Text{{{Text: "c/", Note: 9}}}}}}),
	}
}

// grouped is a table with heads over columns; the last two columns have none of their own.
func grouped(heads ...document.Head) document.Table {
	t := document.Table{Heads: heads}
	for i, head := range []string{"Cost", "BCTF", "RTF", "Note", "", ""} {
		t.Columns = append(t.Columns, document.Column{Head: document.Plain(head), Width: 1, Label: i == 0, Numeric: i == 1 || i == 2})
	}
	for i := range 3 {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Text{document.Plain("Cost " + strconv.Itoa(i)), document.Plain("1,000"), document.Plain("2,000"), nil, document.Plain("x"), document.Plain("y")}})
	}
	return t
}

func wide(columns int) document.Table {
	var t document.Table
	var cells []document.Text
	for i := range columns {
		t.Columns = append(t.Columns, document.Column{Head: document.Plain("h" + strconv.Itoa(i)), Numeric: i > 0})
		cells = append(cells, document.Plain("1,234,567,890"))
	}
	t.Rows = []document.Row{{Cells: cells}}
	return t
}

// texts are the lines of a document, as it prints them, except footnotes.
func texts(blocks []document.Block) []string {
	var p page
	document.Walk(blocks, &p)
	return p.lines
}

// page has the lines of a document, and counts its frames.
type page struct {
	lines  []string
	frames int
}

func (p *page) add(parts ...string) {
	if line := strings.Join(strings.Fields(strings.Join(parts, " ")), " "); line != "" {
		p.lines = append(p.lines, line)
	}
}

func (p *page) Heading(h *document.Heading, _ document.Rest)     { p.add(h.Number, h.Text.String()) }
func (p *page) Paragraph(x *document.Paragraph, _ document.Rest) { p.add(x.Number, x.Text.String()) }
func (p *page) Result(r *document.Result, _ document.Rest)       { p.add(r.Label, r.Text.String()) }

func (p *page) List(l *document.List, _ document.Rest) {
	p.lines = append(p.lines, itemTexts(l.Lettered, l.Items)...)
}

func (p *page) Box(b *document.Box, _ document.Rest) {
	p.add(b.Title.String())
	p.frames++
	document.Walk(b.Blocks, p)
	p.frames--
}

func (p *page) Chart(c *document.Chart, _ document.Rest) {
	p.add(c.Title.String())
	var legend []string
	for _, s := range c.Series {
		legend = append(legend, "■ "+s.String())
	}
	if len(c.Bars) > 0 {
		p.add(legend...)
	}
}

func (p *page) Table(t *document.Table, _ document.Rest) {
	ruler, err := set.NewRuler(context.Background())
	if err != nil {
		panic(err)
	}
	fit := ruler.Fit(t, set.RoomsIn(p.frames))
	for i := range fit.Portions {
		p.table(t.Portion(fit.Portions[i].Columns, i == len(fit.Portions)-1))
	}
	if len(fit.Portions) == 0 {
		p.table(t)
	}
}

func (p *page) table(t *document.Table) {
	for _, row := range t.HeadRows() {
		for _, h := range row {
			p.add(h.Text.String())
		}
	}
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			p.add(c.String())
		}
	}
	for _, n := range t.Notes {
		p.add(n.String())
	}
}

func itemTexts(lettered bool, items []document.Item) (lines []string) {
	for _, it := range items {
		marker := it.Marker
		if marker == "" && !lettered {
			marker = "•"
		}
		if line := strings.TrimSpace(marker + " " + it.Text.String()); line != "" {
			lines = append(lines, line)
		}
		lines = append(lines, itemTexts(false, it.Items)...)
	}
	return lines
}

// hostile puts a text wherever a document has one.
func hostile(s string) *document.Document {
	p := document.Plain(s)
	return &document.Document{
		Meta:     document.Meta{Title: s, Author: s, Subject: s, Keywords: []string{s}, Language: s, Symbol: s, Job: s, Draft: s},
		Masthead: document.Masthead{Name: p, Symbol: s, Origin: []document.Text{p}, Session: []document.Text{p}, Title: p, Byline: p},
		Blocks: []document.Block{document.Heading{Level: 1, Number: s, Text: p}, document.Paragraph{Number: s, Text: p},
			document.Paragraph{Text: document.Text{{Text: s, Link: s, Strong: true, Edit: document.Deleted}}},
			document.List{Lettered: true, Items: []document.Item{{Marker: s, Text: p}}}, document.Result{Label: s, Text: p},
			document.Box{Title: p, Blocks: []document.Block{document.Paragraph{Text: p}}},
			document.Chart{Title: p, Alt: s, Series: []document.Text{p}, Bars: []document.Bar{{Label: p, Values: []document.BarValue{{Text: s, Share: s}}}}},
			document.Table{Caption: p, Columns: []document.Column{{Head: p}}, Rows: []document.Row{{Cells: []document.Text{{{Text: s, Note: 1}}}}},
				Notes: []document.Text{{{Text: s, Note: 1}}, p}}},
	}
}

// repack replaces a text in all parts of a file.
func repack(t *testing.T, file []byte, old, now string) []byte {
	t.Helper()
	parts, err := docxtest.Parts(file)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, part := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(bytes.ReplaceAll(part, []byte(old), []byte(now)))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

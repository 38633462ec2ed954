package render_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/proof"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render"
)

// funds is a table of years and funds, too wide for any page.
func funds() *document.Document {
	t := document.Table{ID: "budget", Columns: []document.Column{{Head: document.Plain("Cost"), Label: true}}}
	for year := 2016; year < 2024; year++ {
		from := len(t.Columns)
		t.Heads = append(t.Heads, document.Head{Text: document.Plain(fmt.Sprint("Year ", year)), From: from, To: from + 3})
		for _, fund := range []string{"BCTF", "RTF", "All"} {
			t.Columns = append(t.Columns, document.Column{Head: document.Plain(fund), Numeric: true})
		}
	}
	for i, label := range []string{"Salaries", "Travel", "Meetings"} {
		r := document.Row{Cells: []document.Text{document.Plain(label)}}
		for n := range len(t.Columns) - 1 {
			r.Cells = append(r.Cells, document.Plain(fmt.Sprintf("%d,%03d,%03d", i+1, 100+n, 7*n)))
		}
		t.Rows = append(t.Rows, r)
	}
	return &document.Document{Meta: document.Meta{Language: "en"}, Blocks: []document.Block{document.Heading{Level: 1, Number: "I.", Text: document.Plain("Budget")}, t, document.Paragraph{Text: document.Plain("Behind.")}}}
}

// nth replaces what stands somewhere the n-th time, counted from 1.
func nth(text, old, now string, n int) string {
	parts := strings.SplitAfter(text, old)
	if len(parts) <= n {
		return text
	}
	parts[n-1] = strings.TrimSuffix(parts[n-1], old) + now
	return strings.Join(parts, "")
}

// TestForgedTables: whatever is forged in a table with heads over its columns that goes on
// beside is found, in whichever of its portions.
func TestForgedTables(t *testing.T) {
	of := func(s string) string { return "<w:t>" + s + "</w:t>" }
	for _, c := range []struct {
		format, name, old, now string
		n                      int
	}{
		{"docx", "a figure in a later portion", of("2,122,154"), of("2,122,155"), 1},
		{"docx", "what names a row, in a later portion only", of("Travel"), of("Meetings"), 2},
		{"docx", "a head over columns in a later portion", of("Year 2022"), of("Year 2021"), 1},
		{"docx", "a head over fewer columns", `<w:gridSpan w:val="3"/>`, ``, 4},
		{"docx", "a head over more columns", `<w:gridSpan w:val="3"/>`, `<w:gridSpan w:val="2"/>`, 1},
		{"docx", "a head of a column", of("RTF"), of("BCTF"), 5},
		{"docx", "a row twice", of("Meetings"), of("Salaries"), 2},
		{"html", "a head over fewer columns", ` colspan="3"`, ` colspan="2"`, 8},
		{"html", "a head that is not as high", ` rowspan="2"`, ``, 1},
		{"html", "a head over columns", "Year 2022", "Year 2021", 1},
		{"md", "a head over columns", "Year 2022: RTF", "Year 2021: RTF", 1},
		{"md", "a figure", "2,122,154", "2,122,155", 1},
	} {
		t.Run(c.format+" "+c.name, func(t *testing.T) {
			doc := funds()
			f, ok := render.FormatNamed(c.format)
			if !ok {
				t.Fatal("no such format")
			}
			r, err := f.Render(t.Context(), doc, document.Seal{})
			if err != nil {
				t.Fatal(err)
			}
			built, err := readback.Read(r.Bytes)
			if err != nil {
				t.Fatal(err)
			}
			if d := proof.Compare(built, proof.Against{Document: doc, Built: built}).Differences; len(d) > 0 {
				t.Fatalf("nothing is forged, and %s: %s", d[0].Where(), d[0].Message())
			}
			forged := []byte(nth(string(r.Bytes), c.old, c.now, c.n))
			if c.format == "docx" {
				e, err := docxtest.Edit(r.Bytes)
				if err != nil {
					t.Fatal(err)
				}
				before := e.XML
				if e.XML = nth(e.XML, c.old, c.now, c.n); e.XML == before {
					t.Fatal("nothing was forged")
				}
				if forged, err = e.Bytes(); err != nil {
					t.Fatal(err)
				}
			}
			text, err := readback.Read(forged)
			if err != nil {
				t.Fatal(err)
			}
			d := proof.Compare(text, proof.Against{Document: doc, Built: built}).Differences
			if len(d) == 0 {
				t.Fatal("it is not found")
			}
			t.Logf("%s: %s", d[0].Where(), d[0].Message())
		})
	}
}

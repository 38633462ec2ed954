package terminal

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

var sample = &document.Document{
	Masthead: document.Masthead{Title: document.Plain("A title")},
	Blocks: []document.Block{
		document.List{Items: []document.Item{{Text: document.Text{{Text: "Hold "}, {Text: "three", Edit: document.Deleted}, {Text: " "}, {Text: "two long", Edit: document.Inserted}, {Text: " workshops."}}}}},
		document.Table{Columns: []document.Column{{Head: document.Plain("Cost"), Label: true}, {Head: document.Plain("2025"), Numeric: true}},
			Rows: []document.Row{{Cells: []document.Text{document.Plain("Büro 会議"), document.Plain("1,000")}}, {Kind: document.TotalRow, Cells: []document.Text{document.Plain("Total"), document.Plain("12,000")}}}},
	},
}

func render(t *testing.T, doc *document.Document, o Options) string {
	t.Helper()
	text, err := Render(t.Context(), doc, o)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestPlain(t *testing.T) {
	const want = "A title\n\n- Hold [-three-] {+two long+} workshops.\n\nCost         2025\n──────────────────\nBüro 会議   1,000\nTotal      12,000\n"
	if got := render(t, sample, Options{Width: 80}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestSideBySide holds that a wide terminal shows what was at the left and what is at
// the right.
func TestSideBySide(t *testing.T) {
	got := render(t, sample, Options{Width: 160})
	var row string
	for _, line := range strings.Split(got, "\n") {
		if strings.Contains(line, "│") {
			row = line
		}
	}
	left, right, _ := strings.Cut(row, "│")
	if !strings.Contains(left, "Hold [-three-] workshops.") || strings.Contains(left, "two") || !strings.Contains(right, "Hold {+two long+} workshops.") || strings.Contains(right, "three") {
		t.Errorf("got\n%s", got)
	}
}

func TestColor(t *testing.T) {
	got := render(t, sample, Options{Width: 80, Color: true})
	for _, want := range []string{"\x1b[9;31mthree\x1b[0m", "\x1b[1;32mtwo\x1b[0m \x1b[1;32mlong\x1b[0m", "\x1b[1mA\x1b[0m"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
}

// TestHarmless holds that text of a stranger's plan cannot steer the terminal.
func TestHarmless(t *testing.T) {
	doc := &document.Document{Masthead: document.Masthead{Title: document.Plain("A\x1b[2Jtitle")}}
	clean := func(s string) string { return strings.ReplaceAll(s, "\x1b", "?") }
	if got := render(t, doc, Options{Width: 80, Clean: clean}); strings.Contains(got, "\x1b") {
		t.Errorf("%q", got)
	}
}

// TestCellsBeyondTheColumns get columns of their own, as they do on paper.
func TestCellsBeyondTheColumns(t *testing.T) {
	table := document.Table{Columns: []document.Column{{Head: document.Plain("Cost"), Label: true}},
		Rows: []document.Row{{Cells: []document.Text{document.Plain("Rent"), document.Plain("1"), document.Plain("two")}}}}
	const want = "Cost\n─────────────\nRent  1  two\n"
	if got := render(t, &document.Document{Blocks: []document.Block{table}}, Options{Width: 80}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := render(t, &document.Document{Blocks: []document.Block{document.Table{}}}, Options{Width: 80}); strings.TrimSpace(got) != "" {
		t.Errorf("a table of nothing is %q", got)
	}
}

// TestADraftIsMarked: before everything else, harmlessly.
func TestADraftIsMarked(t *testing.T) {
	doc := &document.Document{Meta: document.Meta{Draft: "DR\x1bAFT"}, Masthead: sample.Masthead}
	clean := func(s string) string { return strings.ReplaceAll(s, "\x1b", "?") }
	if got := render(t, doc, Options{Width: 80, Clean: clean}); got != "DR?AFT\n\nA title\n" {
		t.Errorf("%q", got)
	}
}

// TestHeadsOverColumns stand in the middle of their columns, which are as wide as the words
// need; a column that none is over begins in the same row.
func TestHeadsOverColumns(t *testing.T) {
	table := document.Table{Columns: []document.Column{{Head: document.Plain("Cost"), Label: true}, {Head: document.Plain("A"), Numeric: true}, {Head: document.Plain("B"), Numeric: true}, {Head: document.Plain("C"), Numeric: true}},
		Heads: []document.Head{{Text: document.Plain("2016"), From: 1, To: 3}, {Text: document.Plain("Supplementary"), From: 3, To: 4}},
		Rows:  []document.Row{{Cells: []document.Text{document.Plain("Rent"), document.Plain("1,000"), document.Plain("2,000"), document.Plain("3")}}}}
	want := "Cost      2016      Supplementary\n" +
		"          A      B              C\n" +
		"──────────────────────────────────\n" +
		"Rent  1,000  2,000              3\n"
	if got := render(t, &document.Document{Blocks: []document.Block{table}}, Options{Width: 80}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

package proof_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/proof"
	"github.com/isuplan/isuplan/pkg/readback"
)

// TestHeadersAndFootersOfWord are held against what a document has there.
func TestHeadersAndFootersOfWord(t *testing.T) {
	doc := compiled(t, "../../plans/2018.yaml")
	file := finished(t, formatOf("docx"), doc)
	if last := file.Lines[len(file.Lines)-1]; last.Kind != readback.Aside {
		t.Fatalf("no footer: %v", last)
	}
	for said, want := range map[string]int{doc.Meta.Job: 0, doc.Meta.Symbol: 0, doc.Meta.Job + " " + doc.Meta.Symbol: 0, "GE.17-55555(E)": 1, doc.Meta.Job + " 38,000": 1} {
		text := *file
		text.Lines = append(slices.Clone(file.Lines), readback.Line{Text: said, Kind: readback.Aside})
		r := proof.Compare(&text, proof.Against{Document: doc, Months: months})
		if len(r.Differences) != want || want > 0 && r.Differences[0].Where() != "margin of the page" {
			t.Errorf("%s: %+v", said, r.Differences)
		}
	}
}

// TestAFooterThatIsMarkedAsText is known by the job number, however it is split.
func TestAFooterThatIsMarkedAsText(t *testing.T) {
	doc := compiled(t, "../../plans/2018.yaml")
	file := finished(t, formatOf("md"), doc)
	for said, want := range map[string]int{"2 GE.17 -09131(E)": 0, "GE.17-09131(E)": 0, "2 GE.17|-|09131(E)": 0, "3 GE.17-09131(E)": 1, "GE.17-09132(E)": 1, "2": 1} {
		text := readback.Text{Format: "pdf", Lines: slices.Clone(file.Lines)}
		for _, part := range strings.Split(said, "|") {
			text.Lines = append(text.Lines, readback.Line{Text: part + " "})
		}
		for i := range text.Lines {
			text.Lines[i].Page = 2
		}
		if r := proof.Compare(&text, proof.Against{Document: doc, Months: months}); len(r.Differences) != want {
			t.Errorf("%s: %+v", said, r.Differences)
		}
	}
}

// TestAHeadThatIsPrintedOnceMore: where a table goes on, its complete head may be printed
// again.
func TestAHeadThatIsPrintedOnceMore(t *testing.T) {
	doc := compiled(t, "../../plans/2018.yaml")
	file := finished(t, formatOf("md"), doc)
	file.Format = "pdf"
	travel := slices.IndexFunc(file.Lines, func(l readback.Line) bool { return l.Text == "Travel " })
	for name, c := range map[string]struct {
		at    int
		lines []readback.Line
		want  int
	}{
		"a head":                 {travel, []readback.Line{{Text: "Cost 2018 Notes ", Kind: readback.Aside}}, 0},
		"its cells":              {travel, []readback.Line{{Text: "Co", Kind: readback.Aside}, {Text: "st ", Kind: readback.Aside}, {Text: "Notes ", Kind: readback.Aside}, {Text: "2018 ", Kind: readback.Aside}}, 0},
		"a head as text":         {travel, []readback.Line{{Text: "Cost "}, {Text: "2018 "}, {Text: "Notes "}}, 0},
		"a head twice":           {travel, []readback.Line{{Text: "Cost 2018 Notes Cost 2018 Notes "}}, 1},
		"a part of a cell":       {travel, []readback.Line{{Text: "18 ", Kind: readback.Aside}}, 1},
		"a cell alone":           {travel, []readback.Line{{Text: "2018 ", Kind: readback.Aside}}, 1},
		"a cell too many":        {travel, []readback.Line{{Text: "Cost 2018 Notes ", Kind: readback.Aside}, {Text: "2018 ", Kind: readback.Aside}}, 1},
		"where no table goes on": {30, []readback.Line{{Text: "Cost 2018 Notes "}}, 1},
	} {
		text := *file
		text.Lines = slices.Insert(slices.Clone(file.Lines), c.at, c.lines...)
		for i := range text.Lines {
			text.Lines[i].Page = 2
			if i < c.at {
				text.Lines[i].Page = 1
			}
		}
		if r := proof.Compare(&text, proof.Against{Document: doc, Months: months}); len(r.Differences) != c.want {
			t.Errorf("%s: %+v", name, r.Differences)
		}
	}
}

// TestOneMistakeIsOneMessage: a date is one thing, and so is what stands on every page.
func TestOneMistakeIsOneMessage(t *testing.T) {
	doc := compiled(t, "../../plans/2018.yaml")
	file := finished(t, formatOf("md"), doc)
	text := readback.Text{Format: "pdf", Pages: 3, Lines: slices.Clone(file.Lines)}
	for i := range text.Lines {
		text.Lines[i].Page = 1
		text.Lines[i].Text = strings.Replace(text.Lines[i].Text, "6 June 2017", "5 June 2018", 1)
	}
	for page, said := range []string{"GE.17-55555(E)", "2 GE.17-55555(E)", "GE.17-55555(E) 3"} {
		text.Lines = append(text.Lines, readback.Line{Page: page + 1, Text: said, Kind: readback.Aside})
	}
	r := proof.Compare(&text, proof.Against{Document: doc, Months: months})
	var got []string
	for i := range r.Differences {
		got = append(got, r.Differences[i].Where()+": "+r.Differences[i].Message())
	}
	const want = "page 1, masthead: the file says “5 June 2018”, the plan gives “6 June 2017”\nmargin of the page: the file says GE.17-55555(E) on every page, which the plan does not give"
	if strings.Join(got, "\n") != want {
		t.Errorf("got %s", strings.Join(got, "\n"))
	}
}

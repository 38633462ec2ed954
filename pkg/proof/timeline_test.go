package proof_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/proof"
	"github.com/isuplan/isuplan/pkg/readback"
)

// timeline has a chart of times that stands on several pages, below two rows of names.
func timeline() *document.Document {
	half := document.ChartWidth / 2
	c := document.Chart{ID: "timeline", Title: document.Plain("Timeline"), Alt: "In words",
		Over: []document.Stretch{{Text: "1931", To: half}, {Text: "1932", From: half, To: document.ChartWidth}}}
	for i := range 8 {
		c.Axis = append(c.Axis, document.Stretch{Text: fmt.Sprint("Q", i%4+1), From: i * half / 4, To: (i + 1) * half / 4})
	}
	for i := range 150 {
		c.Bars = append(c.Bars, document.Bar{Label: document.Plain(fmt.Sprint("Activity ", 1000+i)), Values: []document.BarValue{{Text: fmt.Sprint("Week ", 2000+i), From: 10 * i, To: 10*i + 300}}})
	}
	return &document.Document{Meta: document.Meta{Title: "Plan", Language: "en"}, Blocks: []document.Block{c, document.Paragraph{Number: "1.", Text: document.Plain("What follows.")}}}
}

// TestATimelineGoesOn: the names of quarters and years stand above a timeline on each of its pages. They say
// what the plan gives there, and a figure beside them that was changed is found alone.
func TestATimelineGoesOn(t *testing.T) {
	doc := timeline()
	for _, format := range []string{"pdf", "docx"} {
		for _, unmarked := range []bool{false, format == "pdf"} {
			text, built := finished(t, formatOf(format), doc), finished(t, formatOf(format), doc)
			built.Looks = nil // pages that changed are drawn otherwise
			heads := 0
			for i := range text.Lines {
				heads += strings.Count(text.Lines[i].Text, "1932")
				if unmarked {
					text.Lines[i].Kind = readback.Unmarked
				}
			}
			if heads != 4 {
				t.Errorf("%s: the year stands there %d times", format, heads)
			}
			for i, d := range proof.Compare(text, proof.Against{Document: doc, Months: months, Built: built}).Differences {
				if i < 5 {
					t.Errorf("%s, unmarked %v: %s: %s", format, unmarked, d.Where(), d.Message())
				}
			}
			if !change(text, "2107", func(l *readback.Line) { l.Text = strings.Replace(l.Text, "2107", "2170", 1) }) {
				t.Fatal("there is none")
			}
			if r := proof.Compare(text, proof.Against{Document: doc, Months: months, Built: built}); len(r.Differences) != 1 {
				t.Errorf("%s, unmarked %v: %+v", format, unmarked, r.Differences)
			}
		}
	}
}

package merge_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/merge"
	"github.com/isuplan/isuplan/pkg/render"
)

// widePlan has a budget of months, which go on beside in Word.
func widePlan() string {
	before, _, _ := strings.Cut(plan, "budget:\n")
	var columns, amounts strings.Builder
	for i := range 24 {
		fmt.Fprintf(&columns, "    - {id: m%d, label: Month %d}\n", i+1, i+1)
		fmt.Fprintf(&amounts, "%sm%d: %d", map[bool]string{true: ", "}[i > 0], i+1, 1_250_000+i)
	}
	return before + "budget:\n  currency: EUR\n  rounding: {to: 1, mode: half-up}\n  columns:\n" + columns.String() + "  lines:\n" +
		"    - {id: rooms, label: Rooms, fixed: {" + amounts.String() + "}}\n" +
		"    - {id: travel, label: Travel, fixed: {" + strings.ReplaceAll(amounts.String(), "1250", "2350") + "}}\n" +
		"    - {id: paper, label: Paper, fixed: {" + strings.ReplaceAll(amounts.String(), "1250", "3450") + "}}\n"
}

// nth replaces the text of the n-th paragraph that says nothing else, counted from 1.
func nth(old, now string, n int) change {
	return func(e *docxtest.Edited) bool {
		from := 0
		for ; n > 1; n-- {
			at := strings.Index(e.XML[from:], ">"+old+"<")
			if at < 0 {
				return false
			}
			from += at + 1
		}
		tail := strings.Replace(e.XML[from:], ">"+old+"<", ">"+now+"<", 1)
		changed := tail != e.XML[from:]
		e.XML = e.XML[:from] + tail
		return changed
	}
}

// everywhere changes all places that say something.
func everywhere(old, now string) change {
	return func(e *docxtest.Edited) bool {
		before := e.XML
		e.XML = strings.ReplaceAll(e.XML, ">"+old+"<", ">"+now+"<")
		return e.XML != before
	}
}

// rowsOut takes out the first rows that have some words, so many.
func rowsOut(words string, n int) change {
	return func(e *docxtest.Edited) bool {
		for range n {
			if !rowOut(words)(e) {
				return false
			}
		}
		return true
	}
}

// TestTablesThatGoOnBeside: what is changed in a portion of a table changes what stands there,
// and never something else; what one portion alone cannot say is left to a person.
func TestTablesThatGoOnBeside(t *testing.T) {
	wide := widePlan()
	for name, c := range map[string]struct {
		change change
		want   string // the line that is put in has it, "" for none
		says   string // of what is left, "" for nothing left
	}{
		"a figure in the first":      {nth("1,250,002", "1,250,099", 1), "m3: 1250099,", "row Total, column Month 3: it follows"},
		"a figure in a later one":    {nth("2,350,022", "2,350,555", 1), "m23: 2350555,", "row Total, column Month 23: it follows"},
		"a label in all":             {everywhere("Travel", "Journeys"), "label: Journeys,", ""},
		"a label in one":             {nth("Travel", "Journeys", 2), "label: Journeys,", "row Journeys, column Cost: it follows"},
		"a head in a later one":      {nth("Month 23", "Month XXIII", 1), "label: Month XXIII}", ""},
		"a row out of one":           {rowsOut("Travel", 1), "", "prints elsewhere too"},
		"a row out of all":           {rowsOut("Travel", 2), "", "row Total, column Month 1: it follows"},
		"a row in one":               {newRow("Travel", slices.Repeat([]string{"Website", "5"}, 20)...), "", "the table goes on beside"},
		"a figure in the place of a": {nth("1,250,001", "many", 1), "", "it is no amount"},
	} {
		t.Run(name, func(t *testing.T) {
			u := unit(t, "plan.yaml", []byte(wide))
			m := merged(t, u, changed(t, u, c.change))
			got := patch(wide, string(m.Text))
			in := got[strings.Index(got+"\n+", "\n+"):]
			if !strings.Contains(in, c.want) || c.want == "" && strings.TrimSpace(in) != "" {
				t.Errorf("%q is not in what is put in:\n%s", c.want, got)
			}
			left := ""
			for _, o := range m.Outcomes {
				if !o.Taken {
					left += o.Place + ": " + o.Says + o.Left + "\n"
				}
			}
			if !strings.Contains(left, c.says) || c.says == "" && left != "" {
				t.Errorf("%q is not left, but\n%s", c.says, left)
			}
		})
	}
}

// TestHeadsOverColumns: what stands over columns is words of its own, and what is changed there
// goes home where it was written; in Markdown as well, whose heads say it with each column.
func TestHeadsOverColumns(t *testing.T) {
	u := unit(t, "plan.yaml", []byte(widePlan()))
	first := document.Text{{Text: "Facilitate communication among States Parties.", Origin: u.Plan.Mandate[2].Text.Node}}
	for i, b := range u.Document.Blocks {
		if table, is := document.As[document.Table](b); is && table.ID == "budget" {
			table.Heads = []document.Head{{Text: first, From: 1, To: 9}, {Text: document.Plain("Second year"), From: 9, To: 25}}
			u.Document.Blocks[i] = table
		}
	}
	for _, f := range render.Formats() {
		if f.Name == "pdf" { // is not edited
			continue
		}
		r, err := u.Render(t.Context(), f, document.Seal{})
		if err != nil {
			t.Fatal(err)
		}
		read := func(old, now string) []string {
			file := text(t, r.Bytes)
			for i := range file.Lines {
				if l := &file.Lines[i]; l.Row > 0 {
					l.Text = strings.ReplaceAll(l.Text, old, now)
				}
			}
			var says []string
			for _, change := range merge.Compare(u, file).Changes {
				offer := change.Left
				if len(change.Offers) > 0 {
					offer = change.Offers[0].Says
				}
				if got := fmt.Sprintf("%s -> %s: %s", change.Old, change.New, offer); !slices.Contains(says, got) {
					says = append(says, got)
				}
			}
			return says
		}
		for _, c := range []struct{ old, now, want string }{
			{"nothing", "at all", ""},
			{"among States", "between States", "among -> between: write it there (line 38)"},
			{"Second year", "Third year", "Second -> Third: these are words of the template or of the compiler, not of the plan"},
			{"Month 23", "Month XXIII", "23 -> XXIII: write it there (line 84)"},
			{"1,250,010", "1,250,777", "1,250,010 -> 1,250,777: write `m11: 1250777` (line 87)"},
		} {
			if got := strings.Join(read(c.old, c.now), "; "); got != c.want {
				t.Errorf("%s: %s is %s: got %q, want %q", f.Name, c.old, c.now, got, c.want)
			}
		}
	}
}

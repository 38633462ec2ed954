package importer

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/readback"
)

// linesOf writes lines as a test has them: rows of cells, each with how many columns it takes.
func linesOf(rows string) (lines []readback.Line) {
	for r, row := range strings.Split(rows, " / ") {
		column := 1
		for cell := range strings.SplitSeq(row, "|") {
			text, over := strings.TrimRight(cell, "+"), 1+strings.Count(cell, "+")
			if text != "" {
				lines = append(lines, readback.Line{Text: text + " ", Row: r + 1, Column: column, Over: over})
			}
			column += over
		}
	}
	return lines
}

// TestPutTogether: columns that go on beside are those of one table, and heads say what stands
// over them; what only looks alike is left.
func TestPutTogether(t *testing.T) {
	for rows, want := range map[string]string{
		"Cost|2016 / Rent|1 / Total|1":                                            "Cost,2016; Rent,1; Total,1",
		"Cost|Jan|Feb / Rent|1|2 / Cost|Mar|Apr / Rent|3|4":                       "Cost,Jan,Feb,Mar,Apr; Rent,1,2,3,4",
		"Code|Cost|Jan / 1|Rent|1 / 2|Ink|2 / Code|Cost|Feb / 1|Rent|3 / 2|Ink|4": "Code,Cost,Jan,Feb; 1,Rent,1,3; 2,Ink,2,4",
		"Cost|Jan / Rent|1 / Cost|Feb / Rent|2 / Cost|Mar / Rent|3":               "Cost,Jan,Feb,Mar; Rent,1,2,3",
		"Cost|Jan / Rent|1 / Cost|Feb / Ink|2":                                    "Cost,Jan; Rent,1; Cost,Feb; Ink,2",
		"Cost|Jan / Rent|1 / Cost|Jan / Rent|1":                                   "Cost,Jan; Rent,1; Cost,Jan; Rent,1",
		"Cost|2016+|Note / |A|B| / Rent|1|2|x":                                    "Cost,2016: A,2016: B,Note; Rent,1,2,x",
		"Cost|2016+ / |A|B / Rent|1|2 / Cost|2017+ / |A|B / Rent|3|4":             "Cost,2016: A,2016: B,2017: A,2017: B; Rent,1,2,3,4",
		"Budget of the year+ / Cost|2016 / Rent|1":                                "Budget of the year; Cost,2016; Rent,1",
		"Cost|2016 / |5 / Rent|1":                                                 "Cost,2016; 5; Rent,1",
	} {
		var got []string
		row := 0
		for _, l := range putTogether(linesOf(rows)) {
			if text := strings.TrimSpace(l.Text); l.Row == row {
				got[len(got)-1] += "," + text
			} else {
				got, row = append(got, text), l.Row
			}
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: got %s, want %s", rows, strings.Join(got, "; "), want)
		}
	}
	outside := []readback.Line{{Text: "a "}, {Text: "b ", Row: 1, Column: 1}, {Text: "c "}}
	if got := putTogether(outside); fmt.Sprint(got) != fmt.Sprint(outside) {
		t.Errorf("got %v", got)
	}
}

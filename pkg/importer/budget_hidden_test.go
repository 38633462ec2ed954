package importer

import (
	"strings"
	"testing"
)

// TestAHiddenColumn is no column of the plan; what it says is kept in comments.
func TestAHiddenColumn(t *testing.T) {
	g := gridOf("sheet B", "Cost | 2017 | 2018 (USD)\nStaff | 10 | 20\nTotal | 10 | 20", true)
	for i := range g.rows {
		g.rows[i].cells[1].hidden = true
	}
	d, _ := readBudget(nil, []grid{g}, budgetOptions{})
	text := planOf(t, d)
	if len(d.columns) != 1 || !strings.Contains(text, "fixed: 20") || !strings.Contains(text, "review: the file has also: 2017 10") {
		t.Error(text)
	}
}

// TestAHiddenSheet is read only where no other sheet is a budget.
func TestAHiddenSheet(t *testing.T) {
	hidden := gridOf("sheet Old", "Cost | 2017 (USD)\nStaff | 10\nTravel | 10\nOffice | 10\nTotal | 30", true)
	hidden.hidden = true
	shown := gridOf("sheet New", "Cost | 2018 (USD)\nStaff | 20\nTotal | 20", true)
	for name, c := range map[string]struct {
		book []grid
		want string
	}{"both": {[]grid{hidden, shown}, "20"}, "the hidden one alone": {[]grid{hidden}, "10"}} {
		d, _ := readBudget(nil, c.book, budgetOptions{})
		if d == nil || d.lines[0].amounts[d.columns[0]].text != c.want {
			t.Errorf("%s: %+v", name, d)
		}
	}
}

// TestNoBudget: where no sheet has one, a remark says so, and which sheets there are.
func TestNoBudget(t *testing.T) {
	words := gridOf("sheet Words", "Dear colleagues\nplease find attached", true)
	for sheet, want := range map[string]string{"": "no sheet has labels and amounts", "Words": "no labels and amounts were found here", "Missing": "there is no sheet Missing; there are Words"} {
		d, remarks := readBudget(nil, []grid{words}, budgetOptions{sheet: sheet})
		if d != nil || len(remarks) != 1 || !strings.Contains(remarks[0].text, want) {
			t.Errorf("%s: %v", sheet, remarks)
		}
	}
}

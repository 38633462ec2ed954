package sheet

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/budget"
)

// spent writes what was spent for a terminal, below the budget.
func (t *texter) spent() {
	for _, of := range t.spentTables() {
		t.spentOf(of)
	}
}

func (t *texter) spentOf(of spentRows) {
	table := t.spentTable(of.rows)
	table[0][0] = ""
	widths := make([]int, len(table[0]))
	for i, row := range table {
		if i > 0 {
			row[0] = t.spentName(&of.rows[i-1], row[0])
		}
		for c, cell := range row {
			widths[c] = max(widths[c], columnsOf(cell))
		}
	}
	ruler := -2
	for _, w := range widths {
		ruler += w + 2
	}
	t.line("")
	t.line("%s", of.title)
	t.line("")
	for i, row := range table {
		if i == len(table)-1 {
			t.line("%s", strings.Repeat("-", ruler))
		}
		line := pad(row[0], widths[0])
		for c := 1; c < len(row); c++ {
			line += "  " + padLeft(row[c], widths[c])
		}
		t.line("%s", strings.TrimRight(line, " "))
	}
	t.line("%s", strings.Repeat("-", ruler))
}

// spentName is a row's label with its code, indented by its group.
func (t *texter) spentName(r *budget.ActualRow, label string) string {
	name := strings.Repeat("  ", r.Depth())
	if r.Code().IsSet() {
		name += r.Code().Value + "  "
	}
	return name + label
}

// spentMarkdown writes what was spent as tables of Markdown.
func (t *texter) spentMarkdown() {
	for _, of := range t.spentTables() {
		t.spentMarked(of)
	}
}

func (t *texter) spentMarked(of spentRows) {
	table := t.spentTable(of.rows)
	for i, row := range table {
		for c := range row {
			row[c] = escape(row[c])
			if i > 0 && row[c] != "" && of.rows[i-1].Kind != budget.ActualLine && of.rows[i-1].Kind != budget.ActualFund {
				row[c] = "**" + row[c] + "**"
			}
		}
		if i > 0 {
			row[0] = strings.Repeat("&nbsp;&nbsp;", of.rows[i-1].Depth()) + row[0]
		}
	}
	widths := make([]int, len(table[0]))
	for _, row := range table {
		for c, cell := range row {
			widths[c] = max(widths[c], utf8.RuneCountInString(cell), 3)
		}
	}
	ruler := make([]string, len(widths))
	for c := range ruler {
		ruler[c] = strings.Repeat("-", widths[c])
		if c > 0 {
			ruler[c] = ruler[c][1:] + ":"
		}
	}
	t.line("")
	t.line("### %s", escape(of.title))
	t.line("")
	for _, row := range slices.Insert(table, 1, ruler) {
		line := "|"
		for c, cell := range row {
			gap := strings.Repeat(" ", widths[c]-utf8.RuneCountInString(cell))
			if c > 0 {
				line += " " + gap + cell + " |"
			} else {
				line += " " + cell + gap + " |"
			}
		}
		t.line("%s", line)
	}
}

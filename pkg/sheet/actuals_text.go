package sheet

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/budget"
)

// spent writes what was spent for a terminal, below the budget.
func (t *texter) spent() {
	if t.Budget.Actuals == nil {
		return
	}
	table := t.spentTable()
	table[0][0] = ""
	widths := make([]int, len(table[0]))
	for i, row := range table {
		if i > 0 {
			row[0] = t.spentName(&t.Budget.Actuals.Rows[i-1], row[0])
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
	t.line("%s", t.spentTitle())
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
	name := strings.Repeat("  ", spentDepth(r))
	if r.Line != nil && r.Line.Code.IsSet() && r.Kind != budget.ActualSum && r.Kind != budget.ActualRest {
		name += r.Line.Code.Value + "  "
	}
	return name + label
}

// spentMarkdown writes what was spent as a table of Markdown.
func (t *texter) spentMarkdown() {
	if t.Budget.Actuals == nil {
		return
	}
	table := t.spentTable()
	for i, row := range table {
		for c := range row {
			row[c] = escape(row[c])
			if i > 0 && row[c] != "" && t.Budget.Actuals.Rows[i-1].Kind != budget.ActualLine {
				row[c] = "**" + row[c] + "**"
			}
		}
		if i > 0 {
			row[0] = strings.Repeat("&nbsp;&nbsp;", spentDepth(&t.Budget.Actuals.Rows[i-1])) + row[0]
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
	t.line("### %s", escape(t.spentTitle()))
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

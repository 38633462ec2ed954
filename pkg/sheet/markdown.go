package sheet

import (
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/pattern"

	"github.com/isuplan/isuplan/pkg/internal/digest"
)

var _ = Register(Format{Name: "markdown", Ext: ".md", Title: "a GitHub table", Write: writeMarkdown, Ours: markdownTitled().Match, Seal: digest.Comment})

var markdownTitled = pattern.Lazy(`^## [^\n]* \([^()\n]{3,60}\)\n\n(?:[^|\n#][^\n]*\n\n)?\| `)

// writeMarkdown writes the table that the terminal shows: labels indented by their
// group, heads and totals in bold. The source lines up as well.
func writeMarkdown(s Sheet, w io.Writer, _ bool) error {
	posts, counts := s.posts()
	if counts && !s.hasMoney() {
		return writeMarkdown(posts, w, false)
	}
	t := texter{Sheet: s, printer: printer{w: w}, rows: s.Rows()}
	remarks := slices.ContainsFunc(t.rows, func(r Row) bool { return r.Remark != "" })
	table := [][]string{t.markdownHead(remarks), nil}
	for i := range t.rows {
		table = append(table, t.markdownRow(&t.rows[i], remarks))
	}
	widths := make([]int, len(table[0]))
	for _, row := range table {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell), 3)
		}
	}
	table[1] = t.markdownRuler(widths)
	t.line("## %s (%s)", escape(s.Title), s.unit())
	t.line("")
	if s.WhatIf != nil {
		t.line("%s", escape(s.whatIf()))
		t.line("")
	}
	for _, row := range table {
		t.markdownLine(row, widths)
	}
	t.spentMarkdown()
	if t.err == nil && counts {
		t.line("")
		return writeMarkdown(posts, w, false)
	}
	return t.err
}

func (t *texter) markdownHead(remarks bool) []string {
	head := []string{escape(t.word("budget_item", "Item"))}
	for c := range t.Budget.Columns {
		head = append(head, escape(t.Head(c)))
	}
	if remarks {
		head = append(head, escape(t.word("budget_remark", "Remark")))
	}
	return head
}

func (t *texter) markdownRow(r *Row, remarks bool) []string {
	bold := func(text string) string {
		if text == "" || r.Kind == LineRow || r.Kind == FundRow || r.Kind == OutsideRow || r.Kind == AfterRow {
			return text
		}
		return "**" + text + "**"
	}
	name := r.Label
	if r.Code != "" {
		name = r.Code + " " + name
	}
	row := []string{strings.Repeat("&nbsp;&nbsp;", r.Depth) + bold(escape(name))}
	for c := range t.Budget.Columns {
		text := ""
		switch {
		case r.Figures != nil:
			text = bold(t.figure(r, c))
		case r.Kind == OutsideRow && c == 0:
			text = escape(t.inKind())
		}
		row = append(row, text)
	}
	if remarks {
		row = append(row, escape(r.Remark))
	}
	return row
}

func (t *texter) markdownRuler(widths []int) []string {
	ruler := make([]string, len(widths))
	for i, width := range widths {
		ruler[i] = strings.Repeat("-", width)
		if t.isFigures(i) {
			ruler[i] = ruler[i][1:] + ":"
		}
	}
	return ruler
}

func (t *texter) isFigures(column int) bool { return column > 0 && column <= len(t.Budget.Columns) }

func (t *texter) markdownLine(row []string, widths []int) {
	line := "|"
	for i, cell := range row {
		gap := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
		if t.isFigures(i) {
			line += " " + gap + cell + " |"
		} else {
			line += " " + cell + gap + " |"
		}
	}
	t.line("%s", line)
}

// markup writes the characters that could be markup inside a table so that they
// are not. Unlike the document's Markdown, nobody compares this line by line, so
// that an escape too many does no harm.
var markup = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`,
	"~", `\~`, "|", `\|`, "&", `\&`, "$", `\$`, "#", `\#`)

// escape writes a text on one line, without markup.
func escape(text string) string { return markup.Replace(strings.Join(strings.Fields(text), " ")) }

package sheet

import (
	"fmt"
	"io"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"

	"github.com/rivo/uniseg"

	"github.com/isuplan/isuplan/pkg/budget"
)

var _ = Register(Format{Name: "text", Ext: ".txt", Title: "a table for the terminal", Write: Sheet.Text, Ours: titled().Match})

// titled is how a table begins: its title, the currency or what is counted and a blank line, and
// further down a total that is ruled off. The words are those of any language.
var titled = pattern.Lazy(`(?s)^[^#\n][^\n]* \([^()\n]{3,60}\)\n\n.*\n---+\n`)

// Text writes the table for a terminal: labels indented by their group, amounts
// aligned right, totals ruled off. Color shows gains and losses in change columns.
func (s Sheet) Text(w io.Writer, color bool) error {
	posts, counts := s.posts()
	if counts && !s.hasMoney() {
		return posts.Text(w, color)
	}
	t := texter{Sheet: s, printer: printer{w: w}, rows: s.Rows(), color: color}
	t.measure()
	t.line("%s (%s)", s.Title, s.unit())
	t.line("")
	if s.WhatIf != nil {
		t.line("%s", s.whatIf())
		t.line("")
	}
	if len(s.Budget.Columns) > 1 {
		t.heads()
	}
	for i := range t.rows {
		t.row(&t.rows[i])
	}
	t.spent()
	if t.err == nil && counts {
		t.line("")
		return posts.Text(w, color)
	}
	return t.err
}

type texter struct {
	Sheet
	printer
	rows   []Row
	label  int   // the width of the label column
	widths []int // of the columns of figures
	color  bool
	below  bool // the row before stands below the total, and is part of no sum
}

func (t *texter) measure() {
	t.widths = make([]int, len(t.Budget.Columns))
	for i := range t.widths {
		if len(t.widths) > 1 {
			t.widths[i] = columnsOf(t.Head(i))
		}
	}
	for i := range t.rows {
		r := &t.rows[i]
		t.label = max(t.label, columnsOf(t.name(r)))
		for c := range r.Figures {
			t.widths[c] = max(t.widths[c], columnsOf(t.figure(r, c)))
		}
		if r.Kind == OutsideRow {
			t.widths[0] = max(t.widths[0], columnsOf(t.inKind()))
		}
	}
}

// inKind stands for an amount of what is given in kind.
func (s Sheet) inKind() string { return s.word("budget_in_kind", "in kind") }

// name is the row's label with its code, indented by its group.
func (t *texter) name(r *Row) string {
	name := strings.Repeat("  ", r.Depth)
	if r.Code != "" {
		name += r.Code + "  "
	}
	return name + r.Label
}

func (t *texter) figure(r *Row, column int) string {
	f := &r.Figures[column]
	return t.cell(f.Printed, f.Mark, column)
}

func (t *texter) heads() {
	line := strings.Repeat(" ", t.label)
	for c, width := range t.widths {
		line += "  " + padLeft(t.Head(c), width)
	}
	t.line("%s", line)
}

func (t *texter) row(r *Row) {
	total := r.Kind == TotalRow || r.Kind == FundsRow || r.Kind == AllRow
	if total && r.Kind != AllRow || r.Kind == FundRow && t.below {
		t.rule("-")
	}
	t.below = r.Kind == AfterRow || r.Kind == ClosingRow
	line := pad(t.name(r), t.label)
	for c, width := range t.widths {
		switch {
		case r.Figures != nil:
			line += "  " + t.paint(r, c, padLeft(t.figure(r, c), width))
		case r.Kind == OutsideRow && c == 0:
			line += "  " + padLeft(t.inKind(), width)
		default:
			line += "  " + strings.Repeat(" ", width)
		}
	}
	if r.Remark != "" {
		line += "  " + r.Remark
	}
	t.line("%s", strings.TrimRight(line, " "))
	if total {
		t.rule("-")
	}
}

func (t *texter) rule(with string) {
	width := t.label
	for _, w := range t.widths {
		width += 2 + w
	}
	t.line("%s", strings.Repeat(with, width))
}

// paint colours a change: green for more, red for less. The sign stays, so that
// nothing is said by colour alone.
func (t *texter) paint(r *Row, column int, text string) string {
	kind := t.Budget.Columns[column].Kind
	if !t.color || kind != budget.ChangeColumn && kind != budget.PercentColumn && kind != budget.LessColumn {
		return text
	}
	switch r.Figures[column].Printed.Sign() {
	case 1:
		return "\x1b[32m" + text + "\x1b[0m"
	case -1:
		return "\x1b[31m" + text + "\x1b[0m"
	}
	return text
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-columnsOf(s)))
}

func padLeft(s string, width int) string {
	return strings.Repeat(" ", max(0, width-columnsOf(s))) + s
}

// columnsOf returns how many columns a text takes on a terminal. Most texts are plain
// Latin letters, which need no table.
func columnsOf(s string) int {
	for i := range len(s) {
		if s[i] >= 0x7F || s[i] < ' ' {
			return uniseg.StringWidth(s)
		}
	}
	return len(s)
}

// printer writes lines and keeps the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

// Package sheet writes a budget for people who work with figures: as a table for
// the terminal or another program, and as the derivation of every figure.
package sheet

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/whatif"
)

// Sheet is a budget ready to be written.
type Sheet struct {
	Budget *budget.Budget
	Title  string
	Total  string // the label of the total
	// Words composes a text of the plan, such as a label that quotes a figure; if it is
	// nil, since no document is at hand, texts are shown as they were written.
	Words func(source.At[string]) string
	// Number writes a number as the language does, in tables for people; if it is nil, as English does.
	Number func(d money.Decimal, places int32) string
	// Recomputed says that rules stand in for stated amounts.
	Recomputed bool
	// Tables are those that the plan asks for beside the budget's own; a spreadsheet has a sheet
	// for each.
	Tables []budget.Table
	all    []budget.Figure // of a table of posts: with those that others pay
	// WhatIf says what was assumed in place of what the plan says; every format says so.
	WhatIf []Assumption
}

// Amounts returns how many amounts a sheet has: lines, and the posts, items and other lines
// that they are made of, in each column.
func (s Sheet) Amounts() int {
	count := 0
	for _, list := range [][]budget.Line{s.Budget.Lines, s.Budget.Financing, s.Budget.After} {
		for i := range list {
			count++
			for _, c := range list[i].Costs {
				count += c.Parts()
			}
		}
	}
	count *= max(1, len(s.Budget.Columns))
	if posts, ok := s.posts(); ok {
		count += posts.Amounts()
	}
	for i := range s.Tables {
		count += len(s.Tables[i].Rows) * len(s.Tables[i].Columns)
	}
	return count
}

// Assumption is a value that somebody tries out.
type Assumption = whatif.Assumption

// whatIf says what was assumed, "" for the plan's own budget.
func (s Sheet) whatIf() string {
	if len(s.WhatIf) == 0 {
		return ""
	}
	parts := make([]string, len(s.WhatIf))
	for i, a := range s.WhatIf {
		parts[i] = a.Name + " " + s.word("budget_assumed", "is") + " " + a.Value + s.word("budget_instead", ", not") + " " + a.Instead
	}
	return s.word("budget_what_if", "What if") + " " + strings.Join(parts, "; ")
}

// Row is a row of the table: a line, a group's head or subtotal, or a total.
type Row struct {
	Kind    RowKind
	ID      string
	Code    string
	Label   string
	Depth   int
	Figures []budget.Figure // by column; nil for a group's head and what is outside
	Remark  string
	// From and To are the rows that a sum adds up: To is exclusive. Rows inside groups
	// among them are added through their subtotals.
	From, To int
	// Line is the line or group that the row shows, and Outside the contribution; nil
	// for rows of another kind.
	Line    *budget.Line
	Outside *cost.InKind
}

// RowKind says what a row is.
type RowKind int

// The kinds of row.
const (
	LineRow RowKind = iota
	HeadRow         // a group's label, above its lines
	SubtotalRow
	TotalRow
	FundRow // a source of money
	FundsRow
	OutsideRow // outside the total, such as contributions in kind
	AfterRow   // below the total and no part of it
	BalanceRow // the label of a balance, above its rows
	ClosingRow // what a balance closes with
	PartyRow   // what a Party pays, of contributions
	PartiesRow // their sum
	AllRow     // the posts of this budget and those that others pay
)

// Rows returns the table: groups with their lines and subtotals, the total, the
// financing, and what is outside the total.
func (s Sheet) Rows() []Row {
	b := s.Budget
	rows := s.lines(make([]Row, 0, len(b.Lines)+8), 0, len(b.Lines))
	if !s.hasMoney() {
		return rows
	}
	rows = append(rows, Row{Kind: TotalRow, ID: "total", Label: s.Total, Figures: b.Total, To: len(rows), Remark: s.remark(b.Total)})
	rows = s.after(rows)
	first := len(rows)
	for i := range b.Financing {
		rows = append(rows, s.row(FundRow, &b.Financing[i]))
	}
	if len(b.Financing) > 0 {
		rows = append(rows, Row{Kind: FundsRow, ID: s.fundsID(), Label: s.fundsLabel(), Figures: b.Funds, From: first, To: len(rows), Remark: s.remark(b.Funds)})
	}
	if s.all != nil {
		rows = append(rows, Row{Kind: AllRow, ID: budget.StaffAll, Label: s.word("staffing_all", "Total, including posts that others pay"), Figures: s.all, To: len(rows)})
	}
	for i := range b.Outside {
		k := &b.Outside[i]
		r := Row{Kind: OutsideRow, ID: k.ID.Value, Label: s.worded(k.Label), Outside: k, Remark: s.word("budget_outside", "not in the total; given by") + " " + s.worded(k.Provider)}
		if k.Value.IsSet() {
			r.Remark = s.word("budget_worth", "worth") + " " + s.money(k.Value.Value) + ", " + r.Remark
		}
		rows = append(rows, r)
	}
	return rows
}

// after appends the rows below the total.
func (s Sheet) after(rows []Row) []Row {
	for at := 0; at < len(s.Budget.After); at = max(s.Budget.After[at].End, at+1) {
		l := &s.Budget.After[at]
		if !l.IsGroup() {
			rows = append(rows, s.row(AfterRow, l))
			continue
		}
		head := s.row(BalanceRow, l)
		head.Figures, head.Remark = nil, ""
		rows = append(rows, head)
		first := len(rows)
		for i := at + 1; i < l.End; i++ {
			rows = append(rows, s.row(AfterRow, &s.Budget.After[i]))
		}
		closing := s.row(ClosingRow, l)
		closing.From, closing.To, closing.Label = first, len(rows), s.worded(l.Subtotal)
		rows = append(rows, closing)
	}
	return rows
}

// lines appends the rows of the lines [from, to).
func (s Sheet) lines(rows []Row, from, to int) []Row {
	for at := from; at < to; at = s.Budget.Lines[at].End {
		line := &s.Budget.Lines[at]
		if !line.IsGroup() {
			rows = append(rows, s.row(LineRow, line))
			continue
		}
		head := s.row(HeadRow, line)
		head.Figures, head.Remark = nil, ""
		rows = append(rows, head)
		first := len(rows)
		rows = s.lines(rows, at+1, line.End)
		if line.Unsummed {
			continue
		}
		subtotal := s.row(SubtotalRow, line)
		subtotal.From, subtotal.To = first, len(rows)
		if line.Subtotal.IsSet() {
			subtotal.Label = s.worded(line.Subtotal)
		}
		rows = append(rows, subtotal)
	}
	return rows
}

func (s Sheet) row(kind RowKind, l *budget.Line) Row {
	return Row{Kind: kind, ID: l.ID.Value, Code: l.Code.Value, Label: s.worded(l.Label), Depth: l.Depth,
		Figures: l.Figures, Remark: s.remark(l.Figures), Line: l}
}

// note returns what the plan's notes column says about a row. A group's note stands
// at its head.
func (s Sheet) note(r *Row) string {
	switch {
	case r.Line != nil && r.Kind != SubtotalRow && r.Kind != ClosingRow && r.Line.Note.IsSet():
		return s.worded(r.Line.Note)
	case r.Outside != nil && r.Outside.Note.IsSet():
		return s.worded(r.Outside.Note)
	}
	return ""
}

// remark says where an amount is not simply what the plan's rules give.
func (s Sheet) remark(figures []budget.Figure) string {
	for i := range figures {
		f := &figures[i]
		column := ""
		if len(figures) > 1 {
			column = s.Head(i) + ": "
		}
		switch {
		case !f.Stated.IsSet():
		case f.Computed == nil && len(figures) == 1:
			return s.word("budget_stated", "as stated")
		case !f.Differs():
		case s.Recomputed:
			return column + s.word("budget_was_stated", "stated") + " " + s.cell(f.Stated.Value.Value, f.Stated.Value.Mark, i)
		default:
			return column + s.word("budget_computed", "as stated; computed") + " " + s.cell(*f.Computed, cost.Number, i) + s.tolerated(f)
		}
	}
	return ""
}

// tolerated says that the plan's tolerance passes what is stated.
func (s Sheet) tolerated(f *budget.Figure) string {
	if !s.Budget.IsTolerated(f) {
		return ""
	}
	return s.word("budget_tolerance", ", which the tolerance of") + " " + s.money(s.Budget.Tolerance) + " " + s.word("budget_tolerance_passes", "passes")
}

// worded composes a text of the plan, or returns it as it was written.
func (s Sheet) worded(text source.At[string]) string { return s.tracer().Worded(text) }

// Head returns the head of a column.
func (s Sheet) Head(column int) string { return s.tracer().Head(column) }

// cell writes a figure of a column.
func (s Sheet) cell(d money.Decimal, mark cost.Mark, column int) string {
	if mark == cost.Number && s.Number != nil {
		return s.Number(d, s.Budget.Columns[column].Places)
	}
	return s.tracer().Cell(d, mark, column)
}

// money writes an amount that stands alone with the plan's decimals.
func (s Sheet) money(d money.Decimal) string { return s.number(d, s.Budget.Rounding.PlacesOf(d)) }

// number writes a number in a table for people.
func (s Sheet) number(d money.Decimal, places int32) string {
	if s.Number != nil {
		return s.Number(d, places)
	}
	return money.Number(d, places, ",", ".")
}

package sheet

import (
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

var _ = Register(Format{Name: "csv", Ext: ".csv", Title: "comma-separated values, one row for each row of the table", Write: writeCSV,
	Ours: func(existing []byte) bool {
		return bytes.HasPrefix(existing, []byte(strings.Join(csvBefore, ",")+","))
	}})

// The columns before and behind those of the budget.
var (
	csvBefore = []string{"kind", "id", "code", "label", "depth"}
	csvBehind = []string{"source", "provider", "worth"}
)

// writeCSV writes a row for each row of the table: its figures as printed, its
// note, what is stated and what the rules give for each column, and what lines of
// financing and contributions in kind have besides.
func writeCSV(s Sheet, w io.Writer, _ bool) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true // RFC 4180
	if err := out.Write(s.csvHead()); err != nil {
		return err
	}
	rows := append(s.Rows(), s.partyRows()...)
	for i := range rows {
		if err := out.Write(s.csvRow(&rows[i])); err != nil {
			return err
		}
	}
	if err := s.csvPosts(out); err != nil {
		return err
	}
	if err := s.csvSpent(out); err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

func (s Sheet) csvHead() []string {
	head := slices.Clone(csvBefore)
	for _, c := range s.Budget.Columns {
		head = append(head, harmless(c.ID))
	}
	head = append(head, "note")
	for _, c := range s.Budget.Columns {
		head = append(head, harmless(c.ID+".stated"), harmless(c.ID+".computed"))
	}
	head = append(head, csvBehind...)
	if s.WhatIf != nil {
		head = append(head, "what_if")
	}
	return head
}

func (s Sheet) csvRow(r *Row) []string {
	row := []string{rowNames[r.Kind], harmless(r.ID), harmless(r.Code), harmless(r.Label), strconv.Itoa(r.Depth)}
	figures := r.Figures
	if figures == nil {
		row = append(row, make([]string, len(s.Budget.Columns))...)
	}
	for i := range figures {
		row = append(row, s.plain(figures[i].Printed, figures[i].Mark, i))
	}
	row = append(row, harmless(s.note(r)))
	if figures == nil {
		row = append(row, make([]string, 2*len(s.Budget.Columns))...)
	}
	for i := range figures {
		stated, computed := "", ""
		if f := &figures[i]; f.Stated.IsSet() {
			stated = s.said(f.Stated.Value, i)
		}
		if f := &figures[i]; f.Computed != nil {
			computed = s.said(cost.Cell{Value: *f.Computed, Mark: f.Exact.Mark}, i)
		}
		row = append(row, stated, computed)
	}
	row = append(row, s.csvMore(r)...)
	if s.WhatIf != nil {
		row = append(row, harmless(s.whatIf()))
	}
	return row
}

// csvMore returns what only some kinds of row have.
func (s Sheet) csvMore(r *Row) []string {
	switch {
	case r.Line != nil && r.Kind == FundRow:
		return []string{harmless(r.Line.Source.Value), "", ""}
	case r.Outside != nil:
		worth := ""
		if r.Outside.Value.IsSet() {
			worth = r.Outside.Value.Value.String()
		}
		return []string{"", harmless(s.worded(r.Outside.Provider)), worth}
	}
	return make([]string, len(csvBehind))
}

// plain writes a figure for programs: a decimal number with the decimals of its column,
// nil, or nothing.
func (s Sheet) plain(d money.Decimal, mark cost.Mark, column int) string {
	switch mark {
	case cost.Nil:
		return "nil"
	case cost.Blank:
		return ""
	}
	return money.Number(d, s.Budget.Columns[column].Places, "", ".")
}

// said writes a stated or computed amount. A blank amount is written as such, to
// distinguish it from one that is neither stated nor computed.
func (s Sheet) said(c cost.Cell, column int) string {
	if c.Mark == cost.Blank {
		return "blank"
	}
	return s.plain(c.Value, c.Mark, column)
}

// harmless writes a text so that no spreadsheet takes it for a formula: what could begin
// one gets an apostrophe in front, and so does an apostrophe, so that removing one gives
// the text back.
func harmless(text string) string {
	if text != "" && strings.ContainsAny(text[:1], "=+-@\t\r\n'") || strings.HasPrefix(text, "＝") || strings.HasPrefix(text, "＋") ||
		strings.HasPrefix(text, "－") || strings.HasPrefix(text, "＠") {
		return "'" + text
	}
	return text
}

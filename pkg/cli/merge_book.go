package cli

import (
	"bytes"
	"context"
	"slices"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/merge"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
	"github.com/isuplan/isuplan/pkg/sheet"
	"github.com/isuplan/isuplan/pkg/source"
)

// book brings the changes of a workbook in.
func (h *homer) book(ctx context.Context, c *compile.Compiler, name string, file []byte, now *source.File, choose merge.Chooser) (homed, error) {
	edited, err := xlsx.Read(file)
	if err != nil {
		return homed{}, troublef("cannot merge %s: %s", shownName(name), err)
	}
	if !merge.IsBook(edited) {
		return homed{}, troublef("cannot merge %s: it is no workbook of isuplan budget, for it has no sheet named %s; isuplan import reads others", shownName(name), merge.BudgetSheet)
	}
	plan, err := h.compiled(ctx, c, now)
	if err != nil {
		return homed{}, err
	}
	built, rows, err := builtBook(plan)
	if err != nil {
		return homed{}, err
	}
	merged, err := merge.IntoBook(ctx, c, merge.CompareBook(plan, built, edited, rows), input(now).Folder, choose)
	return homed{shownName(name), merged}, err
}

// builtBook is the workbook that isuplan makes of a plan, and what its rows show.
func builtBook(u *compile.Unit) (*xlsx.Book, []merge.BookRow, error) {
	words := u.Words()
	s := sheet.Sheet{Budget: u.Budget, Title: words.Title(), Total: words.Total(), Words: words.Text, Number: words.Number, Tables: u.Budget.Tables(u.Plan)}
	var rows []merge.BookRow
	for _, r := range s.Rows() {
		rows = append(rows, merge.BookRow{Line: r.Line, Total: r.Kind == sheet.TotalRow, Fund: r.Kind == sheet.FundRow})
	}
	at := slices.IndexFunc(sheet.Formats(), func(f sheet.Format) bool { return f.Ext == ".xlsx" })
	var file bytes.Buffer
	if err := sheet.Formats()[at].Write(s, &file, false); err != nil {
		return nil, nil, troublef("cannot make the workbook to compare with: %v", err)
	}
	book, err := xlsx.Read(file.Bytes())
	if err != nil {
		return nil, nil, troublef("cannot read the workbook to compare with: %v", err)
	}
	return book, rows, nil
}

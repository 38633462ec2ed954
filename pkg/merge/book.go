package merge

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
	"github.com/isuplan/isuplan/pkg/source"
)

// BookRow is what a row of the budget's sheet shows: a line, or else a total.
type BookRow struct {
	Line  *budget.Line
	Total bool // of the budget
	Fund  bool // the line is a source of money
}

// BudgetSheet is the sheet with the table of a workbook that isuplan makes.
const BudgetSheet = "Budget"

// IsBook reports whether a workbook has the sheet that those of isuplan have.
func IsBook(b *xlsx.Book) bool {
	return slices.ContainsFunc(b.Sheets, func(s xlsx.Sheet) bool { return s.Name == BudgetSheet })
}

// The other sheet, and where on both things stand.
const (
	inputsSheet = "Inputs"
	firstFigure = 3
	firstRow    = 4
	valueColumn = 4
	writtenIn   = 6
)

// CompareBook compares a workbook with the one that isuplan makes of the same plan, whose rows
// are given. Values come home; rows that were added, taken out or moved are reported.
func CompareBook(u *compile.Unit, built, edited *xlsx.Book, rows []BookRow) *Comparison {
	b := &booker{comparer: newComparer(u), rows: rows}
	b.since = gainedSince(built, edited)
	b.inputRows(sheetOf(built, inputsSheet), sheetOf(edited, inputsSheet))
	b.budgetRows(sheetOf(built, BudgetSheet), sheetOf(edited, BudgetSheet))
	b.contributionRows(sheetOf(built, contributionsSheet), sheetOf(edited, contributionsSheet))
	b.furtherSheets(built, edited)
	return b.Comparison
}

func sheetOf(b *xlsx.Book, name string) *xlsx.Sheet {
	for i := range b.Sheets {
		if b.Sheets[i].Name == name {
			return &b.Sheets[i]
		}
	}
	return &xlsx.Sheet{Name: name}
}

type booker struct {
	*comparer
	rows    []BookRow
	since   gained
	scalars map[[2]int]source.Node // by line and column
}

func at(r *xlsx.Row, column int) *xlsx.Cell {
	for i := range r.Cells {
		if r.Cells[i].Column == column {
			return &r.Cells[i]
		}
	}
	return &xlsx.Cell{Column: column}
}

// named is what an input goes by: its name, or else what it is. Where it was written says nothing of
// that: lines of a plan move, and its file is called otherwise.
func named(r *xlsx.Row) string {
	if id := at(r, 1).Text; id != "" {
		return id
	}
	return at(r, 2).Text + "\x1f" + at(r, 3).Text
}

// inputRows compares the values that formulas refer to.
func (b *booker) inputRows(built, edited *xlsx.Sheet) {
	old, now := inputsOf(built), inputsOf(edited)
	pairs := map[*xlsx.Row]*xlsx.Row{}
	for name, list := range old {
		counterparts(pairs, list, now[name])
	}
	for i := range built.Rows {
		r := &built.Rows[i]
		switch found := pairs[r]; {
		case r.Number < firstRow:
		case found != nil:
			b.input(r, at(r, valueColumn), at(found, valueColumn))
		case len(edited.Rows) > 0 && !b.since.inputs[named(r)]:
			b.add(Change{Kind: Removed, Place: b.inputPlace(r), Old: at(r, valueColumn).Text, Left: "an input is not taken out of the plan"})
		}
	}
}

// inputsOf are the rows of inputs by what they go by, in their order.
func inputsOf(s *xlsx.Sheet) map[string][]*xlsx.Row {
	by := map[string][]*xlsx.Row{}
	for i := range s.Rows {
		if r := &s.Rows[i]; r.Number >= firstRow {
			by[named(r)] = append(by[named(r)], r)
		}
	}
	return by
}

// counterparts pairs the rows of inputs of one name: by where they were written, if the file says so
// of each of them; otherwise in their order.
func counterparts(pairs map[*xlsx.Row]*xlsx.Row, old, now []*xlsx.Row) {
	places := map[string]*xlsx.Row{}
	for _, r := range now {
		places[at(r, writtenIn).Text] = r
	}
	known := len(places) == len(now)
	for _, r := range old {
		known = known && places[at(r, writtenIn).Text] != nil
	}
	for i, r := range old {
		switch {
		case known:
			pairs[r] = places[at(r, writtenIn).Text]
		case i < len(now):
			pairs[r] = now[i]
		}
	}
}

func (b *booker) inputPlace(r *xlsx.Row) string {
	return "sheet " + inputsSheet + ", " + strings.TrimSpace(at(r, 2).Text+", "+at(r, 3).Text)
}

func (b *booker) input(r *xlsx.Row, old, now *xlsx.Cell) {
	if old.Number.Equal(now.Number) && old.IsNumber == now.IsNumber {
		return
	}
	change := Change{Kind: Figure, Place: b.inputPlace(r), Old: old.Text, New: now.Text}
	n := b.placed(at(r, writtenIn).Text)
	switch {
	case n.IsZero():
		change.Left = "the plan does not write this value; it is what stands where nothing is written"
	case !now.IsNumber:
		change.At, change.Left = n.Span(), "it is no number"
	default:
		value := now.Number
		raw := value.String()
		if at(r, 5).Text == "%" {
			raw = value.Shift(2).String() + "%"
		}
		change.At = n.Span()
		change.Offers = []Offer{{Says: fmt.Sprintf("write `%s: %s` (line %d)", b.tree.key(n), raw, n.Start().Line), steps: []step{revalue{n, raw}}}}
	}
	b.add(change)
}

// placed finds a value by where the workbook says that it was written: file:line:column.
func (b *booker) placed(text string) source.Node {
	parts := strings.Split(text, ":")
	if len(parts) < 3 {
		return source.Node{}
	}
	line, _ := strconv.Atoi(parts[len(parts)-2])
	column, _ := strconv.Atoi(parts[len(parts)-1])
	if b.scalars == nil {
		b.scalars = map[[2]int]source.Node{}
		for n := range b.tree.up {
			if n.Kind() == source.Scalar {
				b.scalars[[2]int{n.Start().Line, n.Start().Col}] = n
			}
		}
	}
	return b.scalars[[2]int{line, column}]
}

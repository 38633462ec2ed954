package merge

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// postsSheet is the sheet of the table of posts, spentSheet that of what was spent, sharesSheet that of how lines are divided, and
// tablesSheet what those of tables that lay the budget's lines out anew begin with.
const (
	postsSheet  = "Posts"
	sharesSheet = "Shares"
	tablesSheet = "Table "
	spentSheet  = "Actuals"
)

// furtherSheets reports what was changed on the sheets that follow from the plan's lines and posts:
// none of it is taken, and none is lost in silence.
func (b *booker) furtherSheets(built, edited *xlsx.Book) {
	for i := range built.Sheets {
		s := &built.Sheets[i]
		if !slices.ContainsFunc(edited.Sheets, func(o xlsx.Sheet) bool { return o.Name == s.Name }) {
			if !s.Hidden {
				b.add(Change{Kind: Removed, Place: "sheet " + s.Name, Old: s.Name, Left: "a sheet is not taken out of the plan; take what it shows out by hand"})
			}
			continue
		}
		if s.Name == postsSheet || s.Name == sharesSheet || s.Name == spentSheet || strings.HasPrefix(s.Name, tablesSheet) {
			b.furtherSheet(s, sheetOf(edited, s.Name))
		}
	}
	for i := range edited.Sheets {
		s := &edited.Sheets[i]
		if len(s.Rows) > 0 && !slices.ContainsFunc(built.Sheets, func(o xlsx.Sheet) bool { return o.Name == s.Name }) {
			b.add(Change{Kind: Added, Place: "sheet " + s.Name, New: s.Name, Left: "the workbook of the plan has no such sheet; write what it says in the plan by hand"})
		}
	}
}

// furtherSheet compares a sheet cell by cell.
func (b *booker) furtherSheet(built, edited *xlsx.Sheet) {
	now := map[int]*xlsx.Row{}
	for i := range edited.Rows {
		now[edited.Rows[i].Number] = &edited.Rows[i]
	}
	for i := range built.Rows {
		r := &built.Rows[i]
		found := now[r.Number]
		delete(now, r.Number)
		if found == nil {
			found = &xlsx.Row{Number: r.Number}
		}
		columns := map[int]bool{}
		for _, row := range []*xlsx.Row{r, found} {
			for k := range row.Cells {
				if column := row.Cells[k].Column; !columns[column] {
					columns[column] = true
					b.furtherCell(built, r, at(r, column), at(found, column))
				}
			}
		}
	}
	for i := range edited.Rows {
		if r := &edited.Rows[i]; now[r.Number] != nil && strings.TrimSpace(bookText(r)) != "" {
			b.add(Change{Kind: Added, Place: fmt.Sprintf("sheet %s, row %d", built.Name, r.Number), New: bookText(r), Left: "the sheet follows from the plan; write a line or a post there by hand"})
		}
	}
}

func (b *booker) furtherCell(s *xlsx.Sheet, r *xlsx.Row, old, now *xlsx.Cell) {
	switch {
	case old.Formula != "" && old.Formula == now.Formula: // what it comes to may be another
	case old.Formula == now.Formula && old.IsNumber == now.IsNumber && old.Number.Equal(now.Number) && (old.IsNumber || squeeze(old.Text) == squeeze(now.Text)):
	default:
		label := rowLabel(r)
		change := Change{Kind: Figure, Place: strings.TrimRight(fmt.Sprintf("sheet %s, row %d, %s", s.Name, r.Number, label), ", "), Old: old.Text, New: now.Text}
		if isNumeric := old.IsNumber || old.Formula != ""; !isNumeric {
			change.Kind = Words
		}
		switch {
		case s.Name == postsSheet && change.Kind == Figure:
			change.Left = b.postsOf(label)
		case s.Name == spentSheet && change.Kind == Figure:
			change.Left = "what was spent comes from the accounts; change it there, or in the plan's `actuals`"
		case change.Kind == Figure:
			b.bookedBy(&change, label)
		default:
			change.Left = "the words of this sheet come from the plan; write them there by hand"
		}
		b.add(change)
	}
}

// rowLabel is the first text of a row that is no figure.
func rowLabel(r *xlsx.Row) string {
	for i := range r.Cells {
		if c := &r.Cells[i]; !c.IsNumber && c.Formula == "" && strings.TrimSpace(c.Text) != "" {
			return squeeze(c.Text)
		}
	}
	return ""
}

// postsOf says where the posts of a row are changed: on the sheet of the inputs, if they are one
// post's, or in the plan.
func (b *booker) postsOf(label string) string {
	if s := b.unit.Budget.Staffing; s != nil {
		for i := range s.Lines {
			l := &s.Lines[i]
			if l.IsGroup() || squeeze(b.words.Text(l.Label)) != label {
				continue
			}
			var lines []int
			for p := range l.Counted() {
				if !p.Count.All.Node.IsZero() {
					lines = append(lines, p.Count.All.Node.Start().Line)
				} else if len(p.Count.By) > 0 {
					lines = append(lines, p.Count.Node.Start().Line)
				}
			}
			if len(lines) == 1 {
				return fmt.Sprintf("the plan counts it from its posts: change the `count` in line %d, or the value on the sheet %s", lines[0], inputsSheet)
			}
		}
	}
	return "the plan counts it from its posts: change the `count` of these, in the plan or on the sheet " + inputsSheet
}

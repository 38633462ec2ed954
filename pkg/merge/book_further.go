package merge

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/readback/xlsx"
	"github.com/isuplan/isuplan/pkg/textdiff"
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

// furtherSheet compares a sheet cell by cell. Where rows were put in or taken out, they are paired by
// what they begin with, and formulas, which all are others then, are not compared.
func (b *booker) furtherSheet(built, edited *xlsx.Sheet) {
	pairs, whole := rowPairs(built, edited)
	for _, p := range pairs {
		switch {
		case p[0] == nil:
			if text := bookText(p[1]); strings.TrimSpace(text) != "" {
				b.add(Change{Kind: Added, Place: fmt.Sprintf("sheet %s, row %d", built.Name, p[1].Number), New: text, Left: "the sheet follows from the plan; write a line or a post there by hand"})
			}
			continue
		case p[1] == nil && !whole && b.since.lines[rowLabel(p[0])]:
			continue // its line is reported
		case p[1] == nil:
			p[1] = &xlsx.Row{Number: p[0].Number}
		}
		columns := map[int]bool{}
		for _, row := range p {
			for k := range row.Cells {
				if column := row.Cells[k].Column; !columns[column] {
					columns[column] = true
					b.furtherCell(built, p[0], at(p[0], column), at(p[1], column), whole)
				}
			}
		}
	}
}

// filled is how many rows of a sheet say something.
func filled(s *xlsx.Sheet) (n int) {
	for i := range s.Rows {
		if strings.Trim(bookText(&s.Rows[i]), "| ") != "" {
			n++
		}
	}
	return n
}

// rowPairs pairs the rows of a sheet with those of another version of it: by their numbers, or where one of
// the two has others by what they begin with, and whether they are the same rows.
func rowPairs(built, edited *xlsx.Sheet) (pairs [][2]*xlsx.Row, whole bool) {
	if filled(built) == filled(edited) {
		now := map[int]*xlsx.Row{}
		for i := range edited.Rows {
			now[edited.Rows[i].Number] = &edited.Rows[i]
		}
		for i := range built.Rows {
			r := &built.Rows[i]
			pairs = append(pairs, [2]*xlsx.Row{r, now[r.Number]})
			delete(now, r.Number)
		}
		for i := range edited.Rows {
			if r := &edited.Rows[i]; now[r.Number] != nil {
				pairs = append(pairs, [2]*xlsx.Row{nil, r})
			}
		}
		return pairs, true
	}
	labels := func(s *xlsx.Sheet) (list []string) {
		for i := range s.Rows {
			list = append(list, rowLabel(&s.Rows[i]))
		}
		return list
	}
	i, j := 0, 0
	for _, s := range textdiff.Steps(labels(built), labels(edited)) {
		for range s.Count {
			var p [2]*xlsx.Row
			if s.Op <= 0 {
				p[0], i = &built.Rows[i], i+1
			}
			if s.Op >= 0 {
				p[1], j = &edited.Rows[j], j+1
			}
			pairs = append(pairs, p)
		}
	}
	return pairs, false
}

func (b *booker) furtherCell(s *xlsx.Sheet, r *xlsx.Row, old, now *xlsx.Cell, formulas bool) {
	switch {
	case !formulas && old.Formula != "" && now.Formula != "":
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

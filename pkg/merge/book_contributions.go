package merge

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// contributionsSheet is the sheet of what Parties pay.
const contributionsSheet = "Contributions"

// contributionRows reports what was changed on the sheet of contributions. Rates and payments
// stand in the plan or in the list of its Parties, and are changed there.
func (b *booker) contributionRows(built, edited *xlsx.Sheet) {
	if len(built.Rows) == 0 || len(edited.Rows) == 0 {
		return
	}
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
		for k := range r.Cells {
			b.contributionCell(r, &r.Cells[k], at(found, r.Cells[k].Column))
		}
	}
	for i := range edited.Rows {
		if r := &edited.Rows[i]; now[r.Number] != nil {
			b.add(Change{Kind: Added, Place: "sheet " + contributionsSheet + ", " + strings.TrimSpace(at(r, 1).Text), New: at(r, 1).Text, Left: "a Party is added in the plan, or in the list that it names"})
		}
	}
}

func (b *booker) contributionCell(r *xlsx.Row, old, now *xlsx.Cell) {
	if old.Formula != "" && old.Formula == now.Formula || old.Text == now.Text && old.IsNumber == now.IsNumber && isSameNumber(old, now) {
		return
	}
	b.add(Change{Kind: Figure, Place: "sheet " + contributionsSheet + ", " + strings.TrimSpace(at(r, 1).Text), Old: old.Text, New: now.Text,
		Left: "rates and payments are changed in the plan, or in the list that it names"})
}

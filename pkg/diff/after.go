package diff

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
)

// afterKind is the kind of elements that rows after the total are.
const afterKind = "budget/after_total"

// after compares the rows after the total.
func (t *tables) after() []CellChange {
	return t.rows(afterRows(t.old), afterRows(t.now), partners(*t.now, t.pairing, afterKind),
		func(c *CellChange, a, b *budget.Figure) { t.owe(c, derivation(a), derivation(b)) })
}

// afterRows are the rows after a plan's total; a balance stands behind its parts, as it is printed.
func afterRows(s *Side) (rows []row) {
	list := s.Budget.After
	for i := 0; i < len(list); i++ {
		l := &list[i]
		one := row{parent: l.ID.Value, label: s.label(l.Label), figures: l.Figures}
		if !l.IsGroup() {
			rows = append(rows, one)
			continue
		}
		one.isSum, one.of = true, one.label
		one.label = s.label(l.Subtotal)
		for i+1 < l.End {
			i++
			part := &list[i]
			name := strings.TrimPrefix(part.ID.Value, one.parent+".")
			rows = append(rows, row{parent: one.parent, part: name, label: s.label(part.Label), of: one.of, figures: part.Figures})
		}
		rows = append(rows, one)
	}
	return rows
}

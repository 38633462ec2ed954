package budget

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
)

// IsLevel reports whether a row after the total stands at a time, as a reserve does, and is not
// spent over one.
func (b *Budget) IsLevel(id string) bool {
	at := b.afterAt(id)
	return at >= 0 && at < len(b.levels) && b.levels[at]
}

// Carries reports whether a balance opens a column with what another closes with, so that what
// flows in one year is in the balance of all later ones.
func (b *Budget) Carries(balance string) bool {
	at := b.afterAt(balance)
	if at < 0 {
		return false
	}
	for i := at + 1; i < b.After[at].End; i++ {
		for _, c := range b.After[i].Costs {
			if _, opens := c.(*cost.Opening); opens {
				return slices.ContainsFunc(b.After[i].Figures, func(f Figure) bool { return f.Exact.Column != "" })
			}
		}
	}
	return false
}

func (b *Budget) afterAt(id string) int {
	return slices.IndexFunc(b.After, func(l Line) bool { return l.ID.Value == id })
}

package proof

import "fmt"

// misplaced is a cell that the file has in another place than the plan.
type misplaced struct {
	Difference
	words []word
}

// misplaced looks for words that agree, but stand in another column or row of their
// table. Where a cell is empty, a figure that was moved there follows the same words as
// before. What stands beside a difference is not looked at: the words there may agree by
// chance.
func (c *comparison) misplaced(hunks, differ []hunk) (list []misplaced) {
	if c.isPrint {
		return nil
	}
	beside := c.beside(differ)
	last := -1 // the passage that was looked at last
	var before seat
	c.matched(hunks, func(i, j int) {
		p := c.want[i].passage
		now := seat{&c.passages[p], c.got[j].row}
		isNew := p != last
		last = p
		if !isNew || now.column == 0 {
			return
		}
		if beside[p] {
			before = seat{}
			return
		}
		if where := now.differs(&before, c.got[j].column); where != "" {
			words := c.passage(i)
			list = append(list, misplaced{Difference{Place: now.Place, Page: c.got[j].page, Got: join(words), Want: join(words), elsewhere: where}, words})
		}
		before = now
	})
	return list
}

// seat is where a cell stands in the plan, and the row in which the file has it.
type seat struct {
	*Passage
	gotRow int
}

// differs says where the file has a cell, "" where it has it in its place: in its
// column, and in one row with what stands in the same row.
func (p *seat) differs(before *seat, gotColumn int) string {
	switch {
	case p.gotRow == 0:
		return "outside of the table"
	case gotColumn != p.column:
		return fmt.Sprintf("in column %d", gotColumn)
	case before.Passage != nil && before.gotRow > 0 && (before.row == p.row) != (before.gotRow == p.gotRow):
		return "in another row"
	}
	return ""
}

// beside returns the passages that have differences in them or at their borders.
func (c *comparison) beside(differ []hunk) map[int]bool {
	out := map[int]bool{}
	for _, h := range differ {
		for i := max(0, h.from-1); i < min(h.to+1, len(c.want)); i++ {
			out[c.want[i].passage] = true
		}
	}
	return out
}

// matched visits the words that agree, in order.
func (c *comparison) matched(hunks []hunk, visit func(want, got int)) {
	i, j := 0, 0
	for _, h := range append(hunks[:len(hunks):len(hunks)], hunk{len(c.want), len(c.want), len(c.got), len(c.got)}) {
		for i < h.from && j < h.gotFrom {
			visit(i, j)
			i, j = i+1, j+1
		}
		i, j = h.to, h.gotTo
	}
}

// passage returns the words of a passage from one of them on.
func (c *comparison) passage(from int) []word {
	to := from
	for to < len(c.want) && c.want[to].passage == c.want[from].passage {
		to++
	}
	return c.want[from:to]
}

package proof

import (
	"fmt"
	"sort"
)

// misplaced is a cell that stands elsewhere in the file than in the plan.
type misplaced struct {
	Difference
	words []word
}

// misplaced looks for words that agree, but stand in another column or row of their table,
// or in another block. A figure that was moved into an empty cell still follows the same
// words. Words beside a difference are passed over: they may agree by chance.
func (c *comparison) misplaced(hunks, differ []hunk) (list []misplaced) {
	if c.isPrint {
		return nil
	}
	beside, told := c.beside(differ), map[int]bool{}
	tell := func(i, j int, where string) {
		p := c.want[i].passage
		if where == "" || beside[p] || told[p] {
			return
		}
		told[p] = true
		words := c.passage(p)
		list = append(list, misplaced{Difference{Place: c.passages[p].Place, Page: c.got[j].page, At: c.writtenAt(p), Got: join(words), Want: join(words), elsewhere: where}, words})
	}
	var before seat
	blocks := c.blocks(hunks)
	c.matched(hunks, func(i, j int) {
		p := c.want[i].passage
		now := seat{&c.passages[p], c.got[j].row}
		switch {
		case now.column == 0:
			tell(i, j, blocks.differs(p))
		case beside[p]:
			before = seat{}
		default:
			tell(i, j, now.differs(&before, &c.got[j]))
			before = now
		}
	})
	return list
}

// blocks say where blocks begin in the file: at the first word of a passage, or within
// one.
type blocks struct{ first, known, inner map[int]bool }

func (c *comparison) blocks(hunks []hunk) blocks {
	out := blocks{map[int]bool{}, map[int]bool{}, map[int]bool{}}
	c.matched(hunks, func(i, j int) {
		p, begins := c.want[i].passage, c.got[j].begins
		switch {
		case i == 0 || c.want[i-1].passage != p:
			out.first[p], out.known[p] = begins, true
		case begins:
			out.inner[p] = true
		}
	})
	return out
}

// differs reports a block that begins not with a passage, but within it or within the one
// before. Blocks that are joined or split without moving a word between passages are a
// matter of layout.
func (b *blocks) differs(p int) string {
	moved := func(p int) bool { return b.known[p] && !b.first[p] }
	if b.inner[p] && (moved(p) || moved(p+1)) {
		return "in another paragraph in part"
	}
	return ""
}

// seat is where a cell stands in the plan, and the row in which the file has it.
type seat struct {
	*Passage
	gotRow int
}

// differs says where the file has a cell; "" if it stands in its own column, and in one
// row with the other cells of its row.
func (p *seat) differs(before *seat, got *word) string {
	switch {
	case p.gotRow == 0:
		return "outside of the table"
	case got.column != p.column:
		return fmt.Sprintf("in column %d", got.column)
	case p.over > 0 && got.over > 0 && got.over != p.over:
		return fmt.Sprintf("over %d of the columns, not over %d", got.over, p.over)
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

// passage returns the words of a passage.
func (c *comparison) passage(p int) []word {
	from := sort.Search(len(c.want), func(i int) bool { return c.want[i].passage >= p })
	to := from
	for to < len(c.want) && c.want[to].passage == p {
		to++
	}
	return c.want[from:to]
}

package pdf

import (
	"context"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/paper"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// Pages returns the page on which each block of a document begins, counted from 1: the document
// is laid out, and nothing is drawn. An error means that the context ended or that the tool
// failed.
func Pages(ctx context.Context, doc *document.Document) ([]int, error) {
	s, err := set.New()
	if err != nil {
		return nil, err
	}
	s, doc = s.Until(ctx), paper.Set(doc)
	furniture, err := newFurnishings(&doc.Meta)
	if err != nil {
		return nil, err
	}
	l := layout{tree: newTree(), setter: s}
	l.masthead(&doc.Masthead)
	var begins []int // which slab is the first of each block
	document.WalkUntil(func() bool {
		begins = append(begins, len(l.slabs))
		return s.Ended()
	}, doc.Blocks, &l)
	keepTwo(l.slabs)
	at := make(map[*slab]int, len(l.slabs))
	last := 1
	paginate(l.slabs, furniture.textTop(), func(p *page) {
		last = p.number
		for i := range p.items {
			if _, told := at[p.items[i].slab]; !told { // the head of a table stands on several pages
				at[p.items[i].slab] = p.number
			}
		}
	})
	pages := make([]int, len(begins))
	for i, first := range begins {
		pages[i] = last
		if first < len(l.slabs) {
			pages[i] = at[&l.slabs[first]]
		}
	}
	return pages, s.Err()
}

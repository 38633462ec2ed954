package importer

import (
	"slices"
	"strings"
)

// countsPosts looks whether a passage is a table of posts, and takes what stands right above it
// for its heading.
func (f *filler) countsPosts(p, above *passage) {
	if p.table == nil || p.work != nil {
		return
	}
	if p.posts = postsOf(p.table, f.captionOf(above)); p.posts != nil {
		f.counted = true
		f.dropCaption(above)
	}
}

// postsFirst takes the tables of posts out of the file's tables, and the sheets that are such out of
// the workbook: they hold no money.
func (b *placer) postsFirst(list []*passage) (tables []*passage) {
	for i, p := range list {
		if p.posts != nil {
			p.posts.at = i
			tables = append(tables, p)
		}
	}
	for i := range b.book {
		if strings.EqualFold(sheetName(b.book[i].name), strings.TrimSpace(b.options.sheet)) {
			continue
		}
		if posts := postsOf(&b.book[i], ""); posts != nil {
			if b.options.skip == nil {
				b.options.skip = map[int]bool{}
			}
			b.options.skip[i] = true
			posts.book = true
			tables = append(tables, &passage{table: &b.book[i], posts: posts, where: b.book[i].name, near: "budget"})
		}
	}
	return tables
}

// readPosts reads the tables of posts once the budget is known. One that is not understood is kept
// for a person.
func (b *placer) readPosts(list, tables []*passage, notes map[string]string) {
	for _, p := range tables {
		p.posts.lift(notes)
		s, why := b.frame.staffingOf(p.posts)
		if why == "" && b.staff != nil {
			why = "the plan has one already"
		}
		if why == "" {
			why = s.fit(b.money)
		}
		if why != "" {
			p.placed = false
			b.remarks = append(b.remarks, p.where+": it is a table of posts, and no money, but "+why+"; it is kept in comments")
			b.loseTable(p)
			continue
		}
		s.before = b.money != nil && !p.posts.book && slices.ContainsFunc(list[p.posts.at:], func(q *passage) bool { return q.table != nil && q.posts == nil && q.placed })
		b.remarks = append(b.remarks, p.where+": a table of posts, which is the plan's staffing: the posts are those of no cost line, since the file does not say what each costs")
		b.staff = s
	}
}

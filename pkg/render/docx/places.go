package docx

import "strconv"

// places are the bookmarks that texts lead to. A bookmark has a number and a name, of letters and
// digits only, which Word does not list when it begins with a line.
type places struct {
	numbers map[string]int // by anchor
	written map[string]bool
}

// find looks which paragraphs texts can lead to: a file has no link that leads nowhere.
func (p *places) find(b *body) {
	*p = places{numbers: map[string]int{}, written: map[string]bool{}}
	each(b.blocks, func(at *paragraph) {
		if at.anchor != "" && at.stays() && p.numbers[at.anchor] == 0 {
			p.numbers[at.anchor] = len(p.numbers) + 1
		}
	})
}

// stays reports a paragraph of the new document: one that is only in the old one has no place
// that texts lead to.
func (p *paragraph) stays() bool {
	return p.track != deleted && p.track != movedAway && p.track != passing
}

func bookmarkName(n int) string { return "_Ref" + strconv.Itoa(n) }

// bookmarked writes what stands in a paragraph, within its bookmark if it has one.
func (w *writer) bookmarked(p *paragraph, do func()) {
	n := w.places.numbers[p.anchor]
	if n == 0 || !p.stays() || w.places.written[p.anchor] {
		do()
		return
	}
	w.places.written[p.anchor] = true
	id := strconv.Itoa(n)
	w.raw(`<w:bookmarkStart w:id="`, id, `" w:name="`, bookmarkName(n), `"/>`)
	do()
	w.raw(`<w:bookmarkEnd w:id="`, id, `"/>`)
}

// lead is where a run leads, as the attribute of a link; "" for nowhere.
func (w *writer) lead(r *run) string {
	if r.link > 0 {
		return `r:id="` + linkID(r.link) + `"`
	}
	if n := w.places.numbers[r.to]; n > 0 && r.to != "" {
		return `w:anchor="` + bookmarkName(n) + `"`
	}
	return ""
}

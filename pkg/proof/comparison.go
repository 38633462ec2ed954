package proof

import (
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/source"
)

// comparison gathers the differences of two texts.
type comparison struct {
	months     Months
	passages   []Passage
	isPrint    bool // blanks and cells are uncertain: a PDF's reader infers them from coordinates
	want, got  []word
	annexed    bool // the document has its annex
	document   *document.Document
	file       *source.File   // the plan's
	program    string         // that made the file, as tracked changes name it
	built      *readback.Text // what isuplan builds, nil where that is not known
	everything string         // that the plan gives, without blanks

	figures, words []Difference
}

func (c *comparison) compare() {
	hunks := align(texts(c.want), texts(c.got))
	differ := c.joined(c.settled(hunks))
	for _, h := range differ {
		for _, part := range c.parts(h) {
			if !c.alike(part, part) {
				c.report(part)
			}
		}
	}
	for _, d := range c.misplaced(hunks, differ) {
		c.add(d.Difference, d.words, nil)
	}
}

// settled drops hunks that are a matter of layout.
func (c *comparison) settled(hunks []hunk) (list []hunk) {
	gone := c.moved(hunks)
	for i, h := range hunks {
		if !gone[i] && !c.alike(h, h) && !c.repeats(h) {
			list = append(list, h)
		}
	}
	return list
}

// joined makes one of hunks that lie in the same date or number, such as a day and a
// year.
func (c *comparison) joined(hunks []hunk) (list []hunk) {
	for _, h := range hunks {
		if n := len(list); n > 0 && c.share(list[n-1], h) {
			list[n-1].to, list[n-1].gotTo = h.to, h.gotTo
		} else {
			list = append(list, h)
		}
	}
	return list
}

// share reports whether everything from the end of a hunk to the beginning of the next is
// one date or number.
func (c *comparison) share(a, b hunk) bool {
	const most = 2 // words between
	if a.from == a.to || b.from == b.to || b.from-a.to > most || b.from-a.to != b.gotFrom-a.gotTo {
		return false
	}
	for i := a.to - 1; i < b.from; i++ {
		if !c.belongs(i, i+1) {
			return false
		}
	}
	return true
}

// nearby is the greatest distance, in words, of a passage that moved.
const nearby = 400

// moved finds the passages that the file has elsewhere nearby, where formats may print
// them.
func (c *comparison) moved(hunks []hunk) map[int]bool {
	gone := map[int]bool{}
	for i, h := range hunks {
		if h.from == h.to || h.gotFrom != h.gotTo || !c.isLoose(h) {
			continue
		}
		for j := max(0, i-20); j < min(len(hunks), i+20); j++ {
			o := hunks[j]
			if !gone[j] && o.from == o.to && max(o.from-h.from, h.from-o.from) < nearby && c.alike(h, o) {
				gone[i], gone[j] = true, true
				break
			}
		}
	}
	return gone
}

func (c *comparison) isLoose(h hunk) bool {
	for _, w := range c.want[h.from:h.to] {
		if !c.passages[w.passage].loose {
			return false
		}
	}
	return true
}

// parts cuts a hunk at the borders of passages: where both sides have equally many words,
// and where the file has a word of the same form, such as another number.
func (c *comparison) parts(h hunk) (list []hunk) {
	for n := h.from + 1; n < h.to; n++ {
		if c.want[n].passage == c.want[n-1].passage {
			continue
		}
		if at := c.border(h, n); at >= 0 {
			list = append(list, hunk{h.from, n, h.gotFrom, at})
			h.from, h.gotFrom = n, at
		}
	}
	return append(list, h)
}

// border returns where in the file the passage that begins with a word begins, -1
// where nothing tells.
func (c *comparison) border(h hunk, n int) int {
	even := h.gotFrom + n - h.from
	if h.to-h.from == h.gotTo-h.gotFrom {
		return even
	}
	form, best := shape(c.want[n].text), -1
	if !strings.Contains(form, "0") {
		return -1
	}
	for at := max(h.gotFrom, even-nearby); at < min(h.gotTo, even+nearby); at++ {
		if shape(c.got[at].text) == form && (best < 0 || max(at-even, even-at) < max(best-even, even-best)) {
			best = at
		}
	}
	return best
}

// shape writes every digit as 0 and every letter as a, and each run of them once.
func shape(s string) string {
	var out []rune
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			r = '0'
		case unicode.IsLetter(r):
			r = 'a'
		}
		if n := len(out); n == 0 || out[n-1] != r {
			out = append(out, r)
		}
	}
	return string(out)
}

func (c *comparison) report(h hunk) {
	if c.months.figuresDiffer(c.want[h.from:h.to], c.got[h.gotFrom:h.gotTo]) {
		h = c.widened(h)
	}
	want, got := c.want[h.from:h.to], c.got[h.gotFrom:h.gotTo]
	d := Difference{Place: c.place(h), Page: c.page(h), At: c.at(h), Want: join(want), Got: join(got)}
	d.Want, d.Got = trimmed(d.Want, d.Got)
	if d.annex = c.looksAnnexed(h); d.annex {
		d.At = source.Span{}
	}
	c.add(d, got, want)
}

// looksAnnexed reports whether a long text follows the end of a document that has no
// annex.
func (c *comparison) looksAnnexed(h hunk) bool {
	const least = 30 // words: a heading, a sentence and a table
	return h.from == len(c.want) && h.gotTo-h.gotFrom >= least && !c.annexed
}

// widened adds to a hunk the rest of the date or number that changed, if both sides have
// it.
func (c *comparison) widened(h hunk) hunk {
	same := func(i, j int) bool {
		return i >= 0 && j >= 0 && i < len(c.want) && j < len(c.got) && c.want[i].text == c.got[j].text
	}
	const most = 3
	for n := 0; n < most && h.from > 0 && same(h.from-1, h.gotFrom-1) && h.from < len(c.want) && c.belongs(h.from-1, h.from); n++ {
		h.from, h.gotFrom = h.from-1, h.gotFrom-1
	}
	for n := 0; n < most && h.to > 0 && same(h.to, h.gotTo) && c.belongs(h.to-1, h.to); n++ {
		h.to, h.gotTo = h.to+1, h.gotTo+1
	}
	return h
}

// belongs reports whether two words that follow each other are one date or number.
func (c *comparison) belongs(i, j int) bool {
	a, b := c.want[i], c.want[j]
	if a.passage != b.passage {
		return false
	}
	return b.glued || c.months.isFigure(a.text) && c.months.isFigure(b.text) && !strings.HasSuffix(a.text, ".")
}

// place says where a hunk stands in the plan.
func (c *comparison) place(h hunk) string {
	if len(c.want) == 0 {
		return ""
	}
	first := c.want[min(h.from, len(c.want)-1)].passage
	if h.from == h.to { // added words belong to what stands before them
		return c.passages[c.want[max(0, h.from-1)].passage].Place
	}
	if last := c.want[h.to-1].passage; last != first && c.passages[last].Place != c.passages[first].Place {
		return c.passages[first].Place + " to " + c.passages[last].Place
	}
	return c.passages[first].Place
}

// page says where a hunk stands in the file.
func (c *comparison) page(h hunk) int {
	if len(c.got) == 0 {
		return 0
	}
	at := h.gotFrom
	if h.gotFrom == h.gotTo {
		at--
	}
	return c.got[min(max(0, at), len(c.got)-1)].page
}

// trimmed takes off marks that end both texts, and that are no part of a figure.
func trimmed(a, b string) (string, string) {
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] && strings.IndexByte(".,;:", a[len(a)-1]) >= 0 {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}

func (c *comparison) add(d Difference, got, want []word) {
	if c.months.figuresDiffer(got, want) {
		d.Kind = Figure
		c.figures = append(c.figures, d)
		return
	}
	d.Kind = Words
	c.words = append(c.words, d)
}

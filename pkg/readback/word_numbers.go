package readback

import (
	"strconv"
	"strings"
)

// numbering counts the automatic numbers of a Word document, as Word does.
type numbering struct {
	levels map[string]map[int]level // of each abstract list
	lists  map[string]list
	styles map[string]style

	vanished map[string]bool // styles whose text is not shown
	sheet    *sheet

	counts map[string]*[levels]int // of each abstract list
	begun  map[string]bool         // lists that began with a start of their own
}

// levels is how many levels a list has.
const levels = 9

// level is how a level of a list is numbered.
type level struct {
	start        int
	format, text string
	restart      int  // it starts again after a level at least as high as this one; 0 for never, -1 for any
	plain        bool // the numbers of outer levels are shown as decimal
}

// list is a list of the document, made after an abstract one.
type list struct {
	abstract string
	starts   map[int]int
	levels   map[int]level
}

// mostBased bounds how many styles may be based on one another, since they may form a
// circle.
const mostBased = 20

// style is what a style of paragraphs says of numbers.
type style struct{ based, list, level string }

// numbering reads the lists and the styles of a document.
func (o *office) numbering(listPart, stylePart string) *numbering {
	n := &numbering{levels: map[string]map[int]level{}, lists: map[string]list{}, styles: map[string]style{}, vanished: map[string]bool{}}
	o.lists(n, listPart)
	o.styles(n, stylePart)
	n.sheet = o.sheetOf(stylePart)
	return n.anew()
}

// anew counts from the beginning.
func (n *numbering) anew() *numbering {
	out := *n
	out.counts, out.begun = map[string]*[levels]int{}, map[string]bool{}
	return &out
}

// next counts a paragraph and returns its number, "" where it has none.
func (n *numbering) next(p paragraph) string {
	id, at := p.list, p.level
	name := p.style
	for range mostBased { // styles may be based on one another in a circle
		s, ok := n.styles[name]
		if !ok {
			break
		}
		if id == "" {
			id = s.list
		}
		if at == "" {
			at = s.level
		}
		name = s.based
	}
	l, ok := n.lists[id]
	depth, _ := strconv.Atoi(at)
	if !ok || depth < 0 || depth >= levels {
		return ""
	}
	counts := n.counts[l.abstract]
	if counts == nil {
		counts = new([levels]int)
		n.counts[l.abstract] = counts
	}
	if key := id + " " + strconv.Itoa(depth); !n.begun[key] {
		n.begun[key] = true
		if start, own := l.starts[depth]; own {
			counts[depth] = start - 1 + marker
		}
	}
	n.count(l, counts, depth)
	return n.written(l, counts, depth)
}

// marker distinguishes a level that was counted from one that was not: it is added to the
// count.
const marker = 1 << 30

func (n *numbering) form(l list, depth int) level {
	if form, own := l.levels[depth]; own {
		return form
	}
	return n.levels[l.abstract][depth]
}

func (n *numbering) count(l list, counts *[levels]int, depth int) {
	for i := range depth + 1 {
		if counts[i] == 0 {
			counts[i] = n.form(l, i).start - 1 + marker
			if i < depth { // an outer level that was never printed counts as one
				counts[i]++
			}
		}
	}
	counts[depth]++
	for i := depth + 1; i < levels; i++ {
		if again := n.form(l, i).restart; again < 0 || depth < again {
			counts[i] = 0
		}
	}
}

// written spells a number as its level wants it.
func (n *numbering) written(l list, counts *[levels]int, depth int) string {
	form := n.form(l, depth)
	if form.format == "bullet" && isSign(form.text) || form.format == "none" && !strings.Contains(form.text, "%") {
		return ""
	}
	const most = 50 // characters of a form: others come to a dozen
	text := form.text[:min(len(form.text), most)]
	for i := range levels {
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), spell(counts[i]-marker, shown(n.form(l, i), form.plain)))
	}
	return text
}

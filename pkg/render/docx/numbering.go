package docx

import "slices"

const (
	levels       = 9 // of a list in Word
	headingCount = 1 // the ids that the styles name
	numberCount  = 2
	bulletCount  = 3
)

// numbering is all that counts in a document. The n-th has the id n, counted from 1.
type numbering struct {
	counts []*count
	// separate says that each list has a form of its own. LibreOffice hangs the restart of a
	// list on its first paragraph, which may go.
	separate bool
}

// count follows what Word counts in one list: it shows a number only where Word
// comes to the same.
type count struct {
	id     int
	kind   countKind
	levels [levels]pattern // form "" where no number has been seen yet
	last   [levels]int
	start  int // of the first level
}

// countKind says what a count numbers.
type countKind int

const (
	items countKind = iota
	headings
	paragraphs
)

func newNumbering() numbering {
	var n numbering
	n.add(headings, 1)
	n.add(paragraphs, 1)
	for i := range n.add(items, 1).levels {
		n.counts[bulletCount-1].levels[i] = pattern{form: bulleted}
	}
	return n
}

func (n *numbering) add(kind countKind, start int) *count {
	c := &count{id: len(n.counts) + 1, kind: kind, start: start}
	n.counts = append(n.counts, c)
	return c
}

// take reports whether Word would show what is printed, and counts it if so.
func (c *count) take(level int, printed string) bool {
	if level >= levels || slices.Contains(c.last[:level], 0) {
		return false
	}
	next := c.next(level)
	if c.levels[level].form == "" && !c.learn(level, printed, next) || c.levels[level].show(next) != printed {
		return false
	}
	c.last[level] = next
	clear(c.last[level+1:])
	return true
}

func (c *count) next(level int) int {
	if level == 0 && c.last[0] == 0 {
		return c.start
	}
	return c.last[level] + 1
}

// learn takes a level's pattern from its first number.
func (c *count) learn(level int, printed string, next int) bool {
	if printed == bullet {
		c.levels[level] = pattern{form: bulleted}
		return true
	}
	for _, r := range read(printed) {
		if r.n == next {
			c.levels[level] = r.pattern
			return true
		}
	}
	return false
}

// pattern returns the pattern of a level, a usual one where none has been seen.
func (c *count) pattern(level int) pattern {
	if p := c.levels[level]; p.form != "" {
		return p
	}
	usual := []pattern{{"(", lowerLetter, ")"}, {"(", lowerRoman, ")"}, {"", bulleted, ""}}
	switch c.kind {
	case headings:
		usual = []pattern{{"", upperRoman, "."}, {"", upperLetter, "."}, {"", decimal, "."}}
	case paragraphs:
		usual = []pattern{{"", decimal, "."}, {"(", lowerLetter, ")"}, {"(", lowerRoman, ")"}}
	}
	return usual[min(level, len(usual)-1)]
}

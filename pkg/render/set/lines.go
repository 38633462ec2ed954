package set

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/document"
)

// Line is a stretch of atoms that stands on one line.
type Line struct {
	Atoms []Atom
	Width Length // without the space at its end
	Gap   Length // what justification adds to each space; less than 0 where it takes
	// Wider is by how many ten-thousandths all of it is drawn wider than it is, Width left out:
	// spaces alone would become too wide.
	Wider int
	// InCompany says that its first word came down to the last one of the text, which would stand alone.
	InCompany bool
}

// Divides reports whether the line ends in the middle of a word, with a hyphen that is no part
// of it.
func (l *Line) Divides() bool { return len(l.Atoms) > 0 && l.Atoms[len(l.Atoms)-1].Hyphen > 0 }

// Measure is the room that a paragraph has, and how it fills it.
type Measure struct {
	Width     Length
	First     Length // less room on the first line, for what stands before the text
	Justify   bool
	Addresses bool // a line may end behind each mark of an address, and not only where it must
}

// Lines breaks a text into lines. What is wider than a line is broken where it must be.
func (s *Setter) Lines(t document.Text, base Style, points int, m Measure) []Line {
	return s.lines(s.atoms(t, base, points), points, m)
}

// lines breaks a text into lines that was cut into atoms, of which they are made.
func (s *Setter) lines(atoms []Atom, points int, m Measure) []Line {
	for i := range atoms {
		if !m.Addresses {
			break
		}
		atoms[i].Breaks = atoms[i].Breaks || atoms[i].kept
	}
	atoms = s.fit(atoms, points, m.Width-max(0, m.First))
	if len(atoms) == 0 {
		return nil
	}
	if width := natural(atoms); width <= m.Width-m.First {
		return []Line{{Atoms: atoms, Width: width}}
	}
	b := breaker{atoms: atoms, m: m, setter: s, points: points}
	b.sum()
	return b.fill()
}

// breaker fills each line as much as possible, as Word and LibreOffice do, so that the
// Word file and the PDF have the same lines.
type breaker struct {
	atoms  []Atom
	m      Measure
	setter *Setter
	points int      // the size of type
	reach  []Length // width of all before an atom, spaces included
	spaces []Length // width of all spaces before an atom
	inARow int      // lines that end in the middle of a word, up to here
}

func (b *breaker) sum() {
	n := len(b.atoms)
	b.setter.sums = slices.Grow(b.setter.sums[:0], 2*n+2)[:2*n+2]
	b.reach, b.spaces = b.setter.sums[:n+1], b.setter.sums[n+1:]
	b.reach[0], b.spaces[0] = 0, 0
	for i := range b.atoms {
		a := &b.atoms[i]
		b.reach[i+1] = b.reach[i] + a.Width + a.Space
		b.spaces[i+1] = b.spaces[i] + a.Space
	}
}

func (b *breaker) fill() (lines []Line) {
	from, last, blank := 0, 0, 0 // where the line begins, and the last breakpoints
	for i := 0; i < len(b.atoms); i++ {
		if !b.atoms[i].Breaks && i < len(b.atoms)-1 {
			continue
		}
		for last > from && b.overfull(from, i+1) {
			at := b.choose(from, blank, last)
			var line Line
			line, at = b.end(from, at)
			lines = append(lines, line)
			from, i = at, max(i, at-1)
		}
		last = i + 1
		if b.atoms[i].Space > 0 {
			blank = last
		}
	}
	if from < len(b.atoms) {
		lines = append(lines, b.line(from, len(b.atoms)))
	}
	b.keepCompany(lines)
	return lines
}

// end ends a line at a breakpoint, or behind it in the middle of a word, and returns where the
// next one begins.
func (b *breaker) end(from, at int) (Line, int) {
	line, next, divided := b.divide(from, at)
	if !divided {
		line, next = b.line(from, at), at
	}
	b.inARow++
	if !line.Divides() {
		b.inARow = 0
	}
	return line, next
}

func (b *breaker) overfull(from, to int) bool {
	width, _ := b.natural(from, to)
	return width > b.room(from)
}

// choose returns where a line ends, which is full at last. A compound word is broken where
// neither closer nor wider spaces keep it together: whoever copies or searches the text
// finds it.
func (b *breaker) choose(from, blank, last int) int {
	if blank == last || !b.m.Justify || b.atoms[last-1].Hyphen > 0 {
		return last
	}
	end := last
	for end < len(b.atoms) && (b.atoms[end-1].Space == 0 || !b.atoms[end-1].Breaks) {
		end++
	}
	if width, spaces := b.natural(from, end); width-spaces/tight <= b.room(from) {
		return end
	}
	if width, spaces := b.natural(from, max(blank, from+1)); blank > from && b.room(from)-width <= spaces*loose {
		return blank
	}
	return last
}

// natural returns the width of a line before justification, and of its spaces.
func (b *breaker) natural(from, to int) (width, spaces Length) {
	last := &b.atoms[to-1]
	return b.reach[to] - b.reach[from] - last.Space + last.Hyphen, b.spaces[to] - b.spaces[from] - last.Space
}

func (b *breaker) room(from int) Length {
	if from == 0 {
		return b.m.Width - b.m.First
	}
	return b.m.Width
}

const (
	// loosest is how far a space may be stretched, in widths of its own; a line that would
	// need more, such as one before an address, stays ragged.
	loosest = 10
	// loose is as far as it is stretched to keep a compound together; it may also lose a
	// part in tight.
	loose, tight = 1, 4
	// mostWider is how much wider the letters of a line become at most, in ten-thousandths: nobody
	// sees it. Spaces that are no wider than twice the usual are left as they are.
	mostWider, full = 200, 10_000
)

func (b *breaker) line(from, to int) Line {
	width, spaces := b.natural(from, to)
	l := Line{Atoms: b.atoms[from:to:to], Width: width}
	if to < len(b.atoms) || width > b.room(from) {
		b.justify(&l, spaces, b.room(from))
	}
	return l
}

// justify has a line fill its room.
func (b *breaker) justify(l *Line, spaces, room Length) {
	slack := room - l.Width
	if spaces == 0 || !b.m.Justify || slack > spaces*loosest {
		return
	}
	n := Length(0)
	for i := range l.Atoms[:len(l.Atoms)-1] {
		if l.Atoms[i].Space > 0 {
			n++
		}
	}
	width := l.Width
	if slack > spaces {
		wider := min(mostWider, (slack-spaces)*full/(width-spaces)+1)
		l.Wider = int(wider)
		slack = room*full/(full+wider) - width
	}
	l.Gap = floorDiv(slack, n)
	l.Width = (width + l.Gap*n) * Length(full+l.Wider) / full
}

func floorDiv(a, b Length) Length {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

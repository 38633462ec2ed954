package docx

import (
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/textdiff"
)

// pair says which block, or row, of the old body is which of the new one.
type pair struct{ old, new int }

// likely is how much of their words two paragraphs share to be one, in per cent;
// unlikely is enough where nothing else changed beside them.
const likely, unlikely = 50, 20

// align pairs blocks in order: those that are equal, and between them those that are
// most alike.
func align(old, new []block) []pair {
	read := func(list []block) (natures, keys []string, bags []bag) {
		for _, b := range list {
			text := plainText(b)
			natures = append(natures, nature(b))
			keys = append(keys, nature(b)+"|"+text)
			bags = append(bags, words(text))
		}
		return natures, keys, bags
	}
	natures, keys, bags := read(old)
	newNatures, newKeys, newBags := read(new)
	return aligned(keys, newKeys, func(i, j int, lone bool) int {
		if natures[i] != newNatures[j] {
			return 0
		}
		if t, ok := new[j].(*table); ok && t.frame() {
			return 1 + bags[i].likeness(newBags[j]) // what counts is inside
		}
		if n := bags[i].likeness(newBags[j]); n >= likely || lone && n >= unlikely {
			return n
		}
		return 0
	})
}

func alignRows(old, new []row) []pair {
	read := func(list []row) (keys []string, labels, all []bag) {
		for i := range list {
			text := rowText(&list[i])
			keys, labels, all = append(keys, text), append(labels, words(cellText(&list[i], 0))), append(all, words(text))
		}
		return keys, labels, all
	}
	keys, labels, bags := read(old)
	newKeys, newLabels, newBags := read(new)
	pairs := aligned(keys, newKeys, func(i, j int, _ bool) int {
		if !sameMake(&old[i], &new[j]) {
			return 0
		}
		if len(old) == 1 && len(new) == 1 {
			return 1
		}
		label, all := labels[i].likeness(newLabels[j]), bags[i].likeness(newBags[j])
		if label >= likely || all >= likely {
			return label + all
		}
		return 0
	})
	return slices.DeleteFunc(pairs, func(p pair) bool { return !sameMake(&old[p.old], &new[p.new]) })
}

// aligned pairs what is equal, and in the gaps between what scores best; a score of
// nothing pairs nothing. What is alone in its gap on both sides is lone.
func aligned(old, new []string, score func(i, j int, lone bool) int) (pairs []pair) {
	i, j := 0, 0
	gapOld, gapNew := 0, 0
	for _, s := range append(textdiff.Steps(old, new), textdiff.Step{}) {
		switch {
		case s.Op < 0:
			i += s.Count
		case s.Op > 0:
			j += s.Count
		default:
			pairs = append(pairs, best(gapOld, i, gapNew, j, score)...)
			for range s.Count {
				pairs = append(pairs, pair{i, j})
				i, j = i+1, j+1
			}
			gapOld, gapNew = i, j
		}
	}
	return pairs
}

// most is how large a gap may be to be looked at pair by pair; in a larger one only
// what stands at the same place is compared.
const most = 200_000

// best pairs what stands in a gap, in order, so that the scores add up to the most.
func best(fromOld, toOld, fromNew, toNew int, score func(i, j int, lone bool) int) (pairs []pair) {
	m, n := toOld-fromOld, toNew-fromNew
	if m == 0 || n == 0 {
		return nil
	}
	if m*n > most {
		for k := range min(m, n) {
			if score(fromOld+k, fromNew+k, false) > 0 {
				pairs = append(pairs, pair{fromOld + k, fromNew + k})
			}
		}
		return pairs
	}
	sums := make([][]int, m+1) // of what stands behind a place
	scores := make([][]int, m)
	for i := range sums {
		sums[i] = make([]int, n+1)
	}
	for i := m - 1; i >= 0; i-- {
		scores[i] = make([]int, n)
		for j := n - 1; j >= 0; j-- {
			scores[i][j] = score(fromOld+i, fromNew+j, m*n == 1)
			sums[i][j] = max(sums[i+1][j], sums[i][j+1], sums[i+1][j+1]+scores[i][j])
		}
	}
	for i, j := 0, 0; i < m && j < n; {
		switch {
		case scores[i][j] > 0 && sums[i][j] == sums[i+1][j+1]+scores[i][j]:
			pairs = append(pairs, pair{fromOld + i, fromNew + j})
			i, j = i+1, j+1
		case sums[i][j] == sums[i+1][j]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// move is a paragraph that stands elsewhere: its runs there and here.
type move struct {
	number   int
	old, new []run
}

// moves are the blocks that stand elsewhere, by their places in the old body and in the
// new.
type moves struct{ away, here map[int]*move }

// moved finds among what is left over the paragraphs that only stand elsewhere.
func (m *merger) moved(old, new []block, pairs []pair) moves {
	out := moves{away: map[int]*move{}, here: map[int]*move{}}
	stayed := map[int]bool{}
	came := map[int]bool{}
	for _, p := range pairs {
		stayed[p.old], came[p.new] = true, true
	}
	left := map[string][]int{}
	for i, b := range old {
		if key := moveKey(b); key != "" && !stayed[i] {
			left[key] = append(left[key], i)
		}
	}
	for j, b := range new {
		key := moveKey(b)
		if came[j] || len(left[key]) == 0 {
			continue
		}
		i := left[key][0]
		left[key] = left[key][1:]
		m.moves++
		v := &move{number: m.moves}
		v.old, v.new = m.apart(old[i].(*paragraph).runs, b.(*paragraph).runs)
		out.away[i], out.here[j] = v, v
	}
	return out
}

// moveKey is what a paragraph says, without its bold label, which has its number;
// "" for one that says too little to be known again.
func moveKey(b block) string {
	p, ok := b.(*paragraph)
	if !ok {
		return ""
	}
	var text strings.Builder
	for _, r := range p.runs {
		if !r.bold {
			text.WriteString(r.text)
		}
	}
	const fewest = 4
	if len(strings.Fields(text.String())) < fewest {
		return ""
	}
	return nature(b) + "|" + text.String()
}

// apart marks what two versions of a moved paragraph have in common as moved, and the
// rest, such as its number, as deleted there and inserted here.
func (m *merger) apart(old, new []run) (there, here []run) {
	for _, r := range m.runs(old, new) {
		switch r.track {
		case deleted:
			there = append(there, r)
		case inserted:
			here = append(here, r)
		default:
			r.track = movedAway
			there = append(there, r)
			r.track = movedHere
			here = append(here, r)
		}
	}
	return together(there), together(here)
}

// frame reports a table that is no table but a frame around text.
func (t *table) frame() bool { return t.style == "Box" }

// nature is what two blocks have in common to be compared at all.
func nature(b block) string {
	if t, ok := b.(*table); ok {
		return "a table like " + t.style + " of " + strconv.Itoa(len(t.widths))
	}
	return b.(*paragraph).style
}

// plainText is what a block says.
func plainText(b block) string {
	switch b := b.(type) {
	case *paragraph:
		var text strings.Builder
		for _, r := range b.runs {
			text.WriteString(r.text)
		}
		return text.String()
	case *table:
		var rows []string
		for i := range b.rows {
			rows = append(rows, rowText(&b.rows[i]))
		}
		return strings.Join(rows, "\n")
	}
	return ""
}

func rowText(r *row) string {
	var cells []string
	for i := range r.cells {
		cells = append(cells, cellText(r, i))
	}
	return strings.Join(cells, "\t")
}

func cellText(r *row, column int) string {
	if column >= len(r.cells) {
		return ""
	}
	var texts []string
	for _, b := range r.cells[column].blocks {
		texts = append(texts, plainText(b))
	}
	return strings.Join(texts, "\n")
}

// bag is the words of a text, sorted.
type bag []string

func words(text string) bag {
	b := strings.Fields(text)
	slices.Sort(b)
	return b
}

// likeness is how many of their words two texts share, in per cent.
func (b bag) likeness(other bag) int {
	if len(b)+len(other) == 0 {
		return 100
	}
	shared := 0
	for i, j := 0, 0; i < len(b) && j < len(other); {
		switch c := strings.Compare(b[i], other[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			shared, i, j = shared+1, i+1, j+1
		}
	}
	return 200 * shared / (len(b) + len(other))
}

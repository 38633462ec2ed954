package docx

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// pair says which block, or row, of the old body is which of the new one.
type pair struct{ old, new int }

// likely is how much of their words two paragraphs share to be one, in per cent;
// unlikely is enough where nothing else changed beside them.
const likely, unlikely = 50, 20

// align pairs blocks in order: those that are equal, and between them those that are
// most alike.
func (m *merger) align(old, now []block) []pair {
	read := func(side *body, list []block) (natures, keys, names []string, bags []bag) {
		const first = 4 // words that are a name
		for _, b := range list {
			text := unlabelled(b)
			natures = append(natures, nature(b))
			keys = append(keys, nature(b)+"|"+text+side.pictures(b))
			fields := strings.Fields(text)
			names = append(names, nature(b)+"|"+strings.Join(fields[:min(first, len(fields))], " "))
			bags = append(bags, words(plainText(b)))
		}
		return natures, keys, names, bags
	}
	natures, keys, names, bags := read(m.old, old)
	newNatures, newKeys, newNames, newBags := read(m.new, now)
	return aligned(keys, newKeys, names, newNames, func(i, j int, lone bool) int {
		if natures[i] != newNatures[j] || natures[i] == figure {
			return 0
		}
		if t, ok := now[j].(*table); ok && t.frame() {
			return 1 + bags[i].likeness(newBags[j]) // what counts is inside
		}
		if n := bags[i].likeness(newBags[j]); n >= likely || lone && n >= unlikely {
			return n
		}
		return 0
	})
}

func alignRows(old, now []row) []pair {
	read := func(list []row) (keys, names []string, labels, all []bag) {
		for i := range list {
			text, name := rowText(&list[i]), cellText(&list[i], 0)
			keys, names = append(keys, text), append(names, name)
			labels, all = append(labels, words(name)), append(all, words(text))
		}
		return keys, names, labels, all
	}
	keys, names, labels, bags := read(old)
	newKeys, newNames, newLabels, newBags := read(now)
	pairs := aligned(keys, newKeys, names, newNames, func(i, j int, _ bool) int {
		if !sameMake(&old[i], &now[j]) {
			return 0
		}
		if len(old) == 1 && len(now) == 1 {
			return 1
		}
		label, all := labels[i].likeness(newLabels[j]), bags[i].likeness(newBags[j])
		if label >= likely || all >= likely {
			return label + all
		}
		return 0
	})
	return slices.DeleteFunc(pairs, func(p pair) bool { return !sameMake(&old[p.old], &now[p.new]) })
}

// move is a paragraph that stands elsewhere: its runs there and here.
type move struct {
	number   int
	old, new []run
}

// moves are the blocks that stand elsewhere, by their positions in the old body and in the
// new.
type moves struct{ away, here map[int]*move }

// moved finds among what is left over the paragraphs that only stand elsewhere.
func (m *merger) moved(old, now []block, pairs []pair) moves {
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
	for j, b := range now {
		key := moveKey(b)
		if came[j] || len(left[key]) == 0 {
			continue
		}
		i := left[key][0]
		left[key] = left[key][1:]
		m.moves++
		// The label moves too: LibreOffice knows no move that is part of a paragraph.
		v := &move{number: m.moves, old: m.tracked(old[i].(*paragraph).runs, movedAway), new: m.tracked(b.(*paragraph).runs, movedHere)}
		out.away[i], out.here[j] = v, v
	}
	return out
}

// moveKey is what a paragraph says without its label; "" for one that says nothing.
func moveKey(b block) string {
	if _, ok := b.(*paragraph); !ok || strings.TrimSpace(unlabelled(b)) == "" {
		return ""
	}
	return nature(b) + "|" + unlabelled(b)
}

// frame reports a table that is no table but a frame around text.
func (t *table) frame() bool { return t.style == "Box" }

// figure is the style of charts: two that differ are never one, since LibreOffice would
// keep the old one.
const figure = "Figure"

// pictures is what the charts of a paragraph are like.
func (b *body) pictures(bl block) (key string) {
	if p, ok := bl.(*paragraph); ok && p.style == figure {
		for i := range p.runs {
			key += b.key(&p.runs[i])
		}
	}
	return key
}

// nature is what two blocks have in common to be compared at all.
func nature(b block) string {
	if t, ok := b.(*table); ok {
		return "a table like " + t.style + " of " + strconv.Itoa(len(t.widths))
	}
	p := b.(*paragraph)
	if p.section != nil { // a section ends where it ended, or another does
		return fmt.Sprint(p.style, " at the end of a section ", p.section.turned)
	}
	return p.style
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

// unlabelled is what a block says without the numbers of results.
func unlabelled(b block) string {
	p, ok := b.(*paragraph)
	if !ok {
		return plainText(b)
	}
	bare := paragraph{runs: slices.DeleteFunc(slices.Clone(p.runs), func(r run) bool { return r.label })}
	return plainText(&bare)
}

package importer

import (
	"fmt"
	"slices"
	"strings"
)

// chain makes lines of the results chain of the cells of a table whose heads say that its
// columns are outcomes, outputs and activities; other cells stay as they are. A cell that is
// empty goes on with the one above it.
func (s *splitter) chain(g *grid, cells []*passage) []*passage {
	depths := s.chainColumns(g)
	if depths == nil {
		return cells
	}
	var out []*passage
	counts := [4]int{}
	heads := map[int]string{}
	var last *passage
	for _, p := range cells {
		depth := depths[p.column]
		switch {
		case p.row == 1: // a head
			heads[p.column] = p.text
			continue
		case depth == 0 && last != nil && last.row == p.row: // such as who is responsible
			last.beside = append(last.beside, strings.TrimPrefix(heads[p.column]+": "+p.text, ": "))
			continue
		case depth == 0 || p.result != nil:
			out = append(out, p)
			continue
		case depth > 1 && counts[depth-1] == 0:
			out = append(out, p)
			continue
		}
		counts[depth]++
		clear(counts[depth+1:])
		number := strings.Trim(strings.Join(strings.Fields(fmt.Sprint(counts[1:depth+1])), "."), "[]")
		p.result = &resultLabel{word: s.wordOf(depth), number: number, depth: depth}
		p.marker = marker{}
		out, last = append(out, p), p
	}
	return out
}

// chainColumns says of which depth each column is, from 1; nil where the heads do not say.
func (s *splitter) chainColumns(g *grid) map[int]int {
	if len(g.rows) < 2 {
		return nil
	}
	depths, last := map[int]int{}, 0
	for i, c := range g.rows[0].cells {
		next := singular(s.wordOf(last + 1))
		if slices.ContainsFunc(wordsOf(c.text), func(w string) bool { return singular(w) == next }) {
			last++
			depths[i+1] = last
		}
	}
	if last < 2 {
		return nil
	}
	return depths
}

// singular takes off the ending of a plural.
func singular(w string) string {
	if y, ok := strings.CutSuffix(w, "ies"); ok {
		return y + "y"
	}
	return stem(w)
}

// wordOf is what a line of the results chain of a depth begins with.
func (s *splitter) wordOf(depth int) string {
	for word, d := range s.results {
		if d == depth {
			return word
		}
	}
	return ""
}

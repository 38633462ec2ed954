package set

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// fit makes sure that nothing between two breakpoints is wider than a line: it opens runs
// that should be kept together, then words.
func (s *Setter) fit(atoms []Atom, points int, width Length) []Atom {
	if fits(atoms, width) {
		return atoms
	}
	eachChunk(atoms, func(from, to int) {
		if natural(atoms[from:to]) > width {
			for i := from; i < to; i++ {
				atoms[i].Breaks = atoms[i].Breaks || atoms[i].kept
			}
		}
	})
	if fits(atoms, width) {
		return atoms
	}
	out := make([]Atom, 0, len(atoms)+16)
	eachChunk(atoms, func(from, to int) {
		chunk := atoms[from:to]
		if natural(chunk) <= width {
			out = append(out, chunk...)
			return
		}
		out = s.shatter(out, chunk, points, width)
	})
	return out
}

func fits(atoms []Atom, width Length) bool {
	sum := Length(0)
	for i := range atoms {
		if sum += atoms[i].Width; sum+atoms[i].Hyphen > width {
			return false
		}
		if sum += atoms[i].Space; atoms[i].Breaks {
			sum = 0
		}
	}
	return true
}

// eachChunk calls visit for every stretch between two breakpoints.
func eachChunk(atoms []Atom, visit func(from, to int)) {
	from := 0
	for i := range atoms {
		if atoms[i].Breaks || i == len(atoms)-1 {
			visit(from, i+1)
			from = i + 1
		}
	}
}

// natural is how wide atoms are side by side, with the hyphen at their end.
func natural(atoms []Atom) (w Length) {
	for i := range atoms {
		w += atoms[i].Width + atoms[i].Space
	}
	last := &atoms[len(atoms)-1]
	return w - last.Space + last.Hyphen
}

// shatter breaks a chunk that is wider than a line into pieces that are not.
func (s *Setter) shatter(out []Atom, chunk []Atom, points int, width Length) []Atom {
	room := width
	for _, a := range chunk {
		a.Hyphen = 0 // it is broken anywhere
		if a.Width > room {
			out, a, room = s.cut(out, a, points, room, width)
		}
		out = append(out, a)
		room -= a.Width + a.Space
	}
	return out
}

// cut takes pieces off an atom until the rest fits, and returns the rest and its room.
func (s *Setter) cut(out []Atom, a Atom, points int, room, width Length) ([]Atom, Atom, Length) {
	clusters := s.clusters(&a, points)
	for {
		n := prefix(clusters, room, room == width)
		if n == 0 && room < width {
			out[len(out)-1].Breaks, room = true, width
			continue
		}
		piece, n := s.piece(&a, clusters[:n], points, room)
		if piece.Width > room && room < width { // alone it is wider than beside its neighbour
			out[len(out)-1].Breaks, room = true, width
			continue
		}
		if n == len(clusters) {
			piece.Breaks, piece.kept, piece.Space = a.Breaks, a.kept, a.Space
			return out, piece, room
		}
		out, room = append(out, piece), width
		a.Text, clusters = a.Text[len(piece.Text):], clusters[n:]
	}
}

// piece makes an atom of the first clusters of one, behind which a line ends. Shaped alone
// they may be wider than they were: then of less of them.
func (s *Setter) piece(a *Atom, clusters []cluster, points int, room Length) (Atom, int) {
	p := *a
	p.Breaks, p.kept, p.Space = true, false, 0
	size, sum := 0, Length(0)
	for _, c := range clusters {
		size, sum = size+c.size, sum+c.width
	}
	for n := len(clusters); ; n-- {
		p.Text = a.Text[:size]
		p.Width = s.atomWidth(&p, points, nil)
		if n <= 1 || p.Width <= max(room, sum) {
			return p, n
		}
		size -= clusters[n-1].size
	}
}

// cluster is what a word can be broken into where nothing else helps.
type cluster struct {
	size  int // in bytes
	width Length
	mark  bool // it stands on the one before it
}

// clusters returns the clusters of an atom in the order of its text.
func (s *Setter) clusters(a *Atom, points int) []cluster {
	glyphs := slices.Clone(s.Shape(a))
	slices.SortStableFunc(glyphs, func(a, b Glyph) int { return int(a.Start - b.Start) })
	var list []cluster
	for i := range glyphs {
		g := &glyphs[i]
		if i == 0 || g.Start != glyphs[i-1].Start {
			first, _ := utf8.DecodeRuneInString(a.Text[g.Start:])
			list = append(list, cluster{size: int(g.End - g.Start), mark: unicode.Is(unicode.Mn, first)})
		}
		list[len(list)-1].width += Length(int(g.Advance) * points)
	}
	return list
}

// prefix returns how many clusters fit into a room. Marks stay with the character that
// they stand on, and an empty line takes one character at least.
func prefix(clusters []cluster, room Length, force bool) int {
	w := Length(0)
	for i, c := range clusters {
		if w+c.width > room && !c.mark && (!force || i > 0) {
			return i
		}
		w += c.width
	}
	return len(clusters)
}

package pdf

import (
	"unicode"
	"unicode/utf8"
)

// fit makes sure that nothing between two places to break is wider than a line:
// it opens runs that should be kept together, then words.
func (fs *faces) fit(atoms []atom, points int, width length) []atom {
	if fits(atoms, width) {
		return atoms
	}
	eachChunk(atoms, func(from, to int) {
		if chunkWidth(atoms[from:to]) > width {
			for i := from; i < to; i++ {
				atoms[i].open = atoms[i].open || atoms[i].kept
			}
		}
	})
	if fits(atoms, width) {
		return atoms
	}
	out := make([]atom, 0, len(atoms)+16)
	eachChunk(atoms, func(from, to int) {
		chunk := atoms[from:to]
		if chunkWidth(chunk) <= width {
			out = append(out, chunk...)
			return
		}
		out = fs.shatter(out, chunk, points, width)
	})
	return out
}

func fits(atoms []atom, width length) bool {
	ok := true
	eachChunk(atoms, func(from, to int) { ok = ok && chunkWidth(atoms[from:to]) <= width })
	return ok
}

// eachChunk calls visit for every stretch between two places to break.
func eachChunk(atoms []atom, visit func(from, to int)) {
	from := 0
	for i := range atoms {
		if atoms[i].open || i == len(atoms)-1 {
			visit(from, i+1)
			from = i + 1
		}
	}
}

func chunkWidth(atoms []atom) (w length) {
	for i := range atoms {
		w += atoms[i].width + atoms[i].space
	}
	return w - atoms[len(atoms)-1].space
}

// shatter breaks a chunk that is wider than a line into pieces that are not.
func (fs *faces) shatter(out []atom, chunk []atom, points int, width length) []atom {
	room := width
	for _, a := range chunk {
		for a.width > room {
			n, w := fs.prefix(a, points, room, room == width)
			if n == len(a.text) {
				break
			}
			if n > 0 {
				out = append(out, atom{text: a.text[:n], part: a.part, style: a.style, open: true, width: w})
				a.text, a.width = a.text[n:], a.width-w
			} else {
				out[len(out)-1].open = true
			}
			room = width
		}
		out = append(out, a)
		room -= a.width + a.space
	}
	return out
}

// prefix returns how many bytes of an atom fit into a room. Marks stay with the
// character that they stand on, and an empty line takes one character at least.
func (fs *faces) prefix(a atom, points int, room length, force bool) (n int, w length) {
	for i, r := range a.text {
		c := length(int(fs.code(a.style, r, nil).width) * points)
		if w+c > room && !unicode.Is(unicode.Mn, r) && (!force || i > 0) {
			return i, w
		}
		_, size := utf8.DecodeRuneInString(a.text[i:])
		n, w = i+size, w+c
	}
	return n, w
}

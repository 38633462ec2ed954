package typography

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/textdiff"
)

// Typed writes what a page says as it would be typed: words that a text has are as it has them,
// and others with the marks that become those of the page. Where typed ones do not become them,
// as quotation marks without their other half, they stay.
func Typed(found, plain string, y *document.Typography) string {
	if y == nil || found == plain {
		return found
	}
	page, origin := printed(plain, y)
	a, from := alike(page, true)
	b, at := alike(found, true)
	if plain != "" && (a == b || ordinary(found) == ordinary(page)) {
		return plain
	}
	for i := range from { // marks in marks are others on the page: 'a' is “a” there
		from[i] = origin[from[i]]
	}
	pieces := textdiff.Words(a, b)
	want := ordinary(String(found, y))
	for _, undo := range []func(typed, found string) string{
		func(typed, _ string) string { return typed },
		func(_, found string) string { return withoutApostrophes(found, y) },
	} {
		out := rebuilt(pieces, plain, from, found, at, undo)
		if ordinary(String(out, y)) == want {
			return out
		}
	}
	return rebuilt(pieces, plain, from, found, at, func(_, found string) string { return found })
}

// printed sets a text as String does, and says where in it each byte of the page comes from, its
// end included.
func printed(plain string, y *document.Typography) (page string, origin []int) {
	s := newSetter(y)
	origin = make([]int, len(plain)+1)
	for i := range origin {
		origin[i] = i
	}
	for _, rules := range []func(){s.marks, s.blanks} {
		t, changed := s.pass(document.Plain(plain), rules)
		if changed {
			plain, origin = t.String(), moved(origin, s.edits)
		}
	}
	return plain, origin
}

// moved returns where the bytes of an edited text come from.
func moved(origin []int, edits []edit) []int {
	out := make([]int, 0, len(origin))
	at := 0
	for _, e := range edits {
		out = append(out, origin[at:e.from]...)
		for range len(e.text) {
			out = append(out, origin[e.from])
		}
		at = e.to
	}
	return append(out, origin[at:]...)
}

func withoutApostrophes(s string, y *document.Typography) string {
	if y.Apostrophe == "" {
		return s
	}
	return strings.ReplaceAll(s, y.Apostrophe, "'")
}

// ordinary writes all blanks alike.
func ordinary(s string) string { return strings.ReplaceAll(s, fixed, " ") }

// rebuilt puts a text together of what was kept of another, and of what is new in it. The
// positions say where the bytes that were compared stand in either.
func rebuilt(pieces []textdiff.Piece, plain string, from []int, found string, at []int, undo func(typed, found string) string) string {
	var b strings.Builder
	i, j := 0, 0
	for _, p := range pieces {
		n := len(p.Text)
		switch {
		case p.Op == 0:
			b.WriteString(plain[from[i]:from[i+n]])
			i, j = i+n, j+n
		case p.Op < 0:
			i += n
		default:
			b.WriteString(undo(p.Text, found[at[j]:at[j+n]]))
			j += n
		}
	}
	return b.String()
}

// Package edit applies edits to the text of a file. All that changes a plan goes
// through it: what lies outside of the edits stays as it is, byte for byte.
package edit

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// ErrConflict is the error of edits that cannot be applied together.
var ErrConflict = errors.New("two edits are of the same stretch of the file")

// Apply returns the text of a file after edits; see Applied.
func Apply(f *source.File, edits []diag.Edit) ([]byte, error) {
	after, err := Applied(f, edits)
	if err != nil {
		return nil, err
	}
	return after.Bytes, nil
}

// Applied returns a file after edits, which may come in any order. Several
// insertions at one offset come in the order in which they are given, before an edit of
// the text that begins there. Edits of another file, and edits that overlap, are an error, and
// so are edits after which the file cannot be read or says something else elsewhere.
func Applied(f *source.File, edits []diag.Edit) (*source.File, error) {
	sorted := Sorted(edits)
	var text []byte
	at := 0
	for _, e := range sorted {
		from, to := e.Span.Start.Offset, e.Span.End.Offset
		switch {
		case e.Span.File != f:
			return nil, fmt.Errorf("an edit is of another file than %s", f.Name)
		case from < at:
			return nil, fmt.Errorf("%w: line %d", ErrConflict, e.Span.Start.Line)
		}
		text = append(text, f.Bytes[at:from]...)
		text = append(text, e.Text...)
		at = to
	}
	text = append(text, f.Bytes[at:]...)
	if !keeps(f.Bytes, text, sorted) {
		return nil, errors.New("the edits would change what lies outside of them")
	}
	after := source.NewFile(f.Name, text)
	if !means(f, after, sorted) {
		return nil, ErrMeaning
	}
	return after, nil
}

// keeps proves that a text is another with just the edits in it, reading both from the
// end, independently of how it was made.
func keeps(before, after []byte, edits []diag.Edit) bool {
	for _, e := range slices.Backward(edits) {
		tail := before[e.Span.End.Offset:]
		if !bytes.HasSuffix(after, tail) {
			return false
		}
		after = after[:len(after)-len(tail)]
		if !bytes.HasSuffix(after, []byte(e.Text)) {
			return false
		}
		after = after[:len(after)-len(e.Text)]
		before = before[:e.Span.Start.Offset]
	}
	return bytes.Equal(before, after)
}

// Sorted returns edits in the order of the file.
func Sorted(edits []diag.Edit) []diag.Edit {
	sorted := slices.Clone(edits)
	slices.SortStableFunc(sorted, func(a, b diag.Edit) int {
		return cmp.Or(cmp.Compare(a.Span.Start.Offset, b.Span.Start.Offset), cmp.Compare(a.Span.End.Offset, b.Span.End.Offset))
	})
	return sorted
}

// Outermost leaves out the edits inside a span that another edit deletes or replaces.
func Outermost(edits []diag.Edit) []diag.Edit {
	var kept []diag.Edit
	end := 0
	for _, e := range Sorted(edits) {
		if e.Span.Start.Offset < end {
			continue
		}
		kept = append(kept, e)
		end = e.Span.End.Offset
	}
	return kept
}

// Compatible chooses, of sets of edits, those that can be made together: each set
// completely or not at all, and the first of two sets that touch the same span or offset.
// It returns the edits chosen and how many sets they are of. Edits of another file are
// never chosen.
func Compatible(f *source.File, sets [][]diag.Edit) (chosen []diag.Edit, count int) {
	var t taken
	for _, set := range sets {
		if len(set) > 0 && !slices.ContainsFunc(set, func(e diag.Edit) bool { return e.Span.File != f || t.touches(e.Span) }) {
			chosen = append(chosen, set...)
			t.add(set)
			count++
		}
	}
	return chosen, count
}

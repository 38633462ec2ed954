package edit_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/source"
)

const text = "title: Séances\nyear: 2018\nnote: none\n"

func file() *source.File { return source.NewFile("plan.yaml", []byte(text)) }

// at is an edit of the first occurrence of old in the file.
func at(f *source.File, old, with string) diag.Edit {
	from := bytes.Index(f.Bytes, []byte(old))
	return diag.Edit{Span: f.Span(from, from+len(old)), Text: with}
}

// in is an insertion before the first occurrence of old in the file.
func in(f *source.File, old, text string) diag.Edit {
	from := bytes.Index(f.Bytes, []byte(old))
	return diag.Edit{Span: f.Span(from, from), Text: text}
}

func TestApply(t *testing.T) {
	f := file()
	for name, c := range map[string]struct {
		edits []diag.Edit
		want  string
	}{
		"nothing":                {nil, text},
		"one value":              {[]diag.Edit{at(f, "2018", "2019")}, "title: Séances\nyear: 2019\nnote: none\n"},
		"in any order":           {[]diag.Edit{at(f, "none", "some"), at(f, "2018", "2019")}, "title: Séances\nyear: 2019\nnote: some\n"},
		"behind an é":            {[]diag.Edit{at(f, "ances", "ance")}, "title: Séance\nyear: 2018\nnote: none\n"},
		"insertions in order":    {[]diag.Edit{in(f, "year", "# a\n"), in(f, "year", "# b\n")}, "title: Séances\n# a\n# b\nyear: 2018\nnote: none\n"},
		"insertion before edit":  {[]diag.Edit{at(f, "year", "years"), in(f, "year", "# a\n")}, "title: Séances\n# a\nyears: 2018\nnote: none\n"},
		"side by side":           {[]diag.Edit{at(f, "20", "19"), at(f, "18", "17")}, "title: Séances\nyear: 1917\nnote: none\n"},
		"all of it":              {[]diag.Edit{{Span: f.Span(0, len(f.Bytes)), Text: "x"}}, "x"},
		"at the end of the file": {[]diag.Edit{{Span: f.Span(len(f.Bytes), len(f.Bytes)), Text: "end: 1\n"}}, text + "end: 1\n"},
	} {
		got, err := edit.Apply(f, c.edits)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: got %q, %v; want %q", name, got, err, c.want)
		}
	}
	if string(f.Bytes) != text {
		t.Errorf("the file itself became %q", f.Bytes)
	}
}

func TestWhatCannotBeApplied(t *testing.T) {
	f := file()
	if _, err := edit.Apply(f, []diag.Edit{at(f, "2018", "2019"), at(f, "18", "x")}); !errors.Is(err, edit.ErrConflict) {
		t.Errorf("an edit inside another: %v", err)
	}
	if _, err := edit.Apply(f, []diag.Edit{at(f, "2018", "2019"), at(f, "2018", "2020")}); !errors.Is(err, edit.ErrConflict) {
		t.Errorf("two edits of one value: %v", err)
	}
	if _, err := edit.Apply(file(), []diag.Edit{at(f, "2018", "2019")}); err == nil {
		t.Error("an edit of another file was applied")
	}
}

func TestOutermost(t *testing.T) {
	f := file()
	all := at(f, "year: 2018\n", "")
	got := edit.Outermost([]diag.Edit{at(f, "2018", "2019"), all, at(f, "none", "some"), in(f, "18", "x")})
	if want := []diag.Edit{all, at(f, "none", "some")}; !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestCompatible(t *testing.T) {
	f := file()
	year, note := at(f, "2018", "2019"), at(f, "none", "some")
	got, n := edit.Compatible(f, [][]diag.Edit{
		{year},
		{at(f, "18", "17"), note}, // touches the year: none of the set is made
		nil,
		{note},
		{in(f, "none", "x")}, // at the offset of the note
		{at(file(), "title", "x")},
	})
	if n != 2 || !slices.Equal(got, []diag.Edit{year, note}) {
		t.Errorf("got %d: %v", n, got)
	}
}

// TestCompatibleTouchesNothing: of random sets the same are chosen as by comparing each edit
// with each that was chosen.
func TestCompatibleTouchesNothing(t *testing.T) {
	touch := func(a, b source.Span) bool {
		return a.Start.Offset < b.End.Offset && b.Start.Offset < a.End.Offset || a.Start.Offset == b.Start.Offset
	}
	r := rand.New(rand.NewPCG(3, 4))
	f := source.NewFile("plan.yaml", bytes.Repeat([]byte("a"), 60))
	for range 3000 {
		var sets [][]diag.Edit
		for range r.IntN(12) {
			var set []diag.Edit
			for range r.IntN(4) {
				from := r.IntN(60)
				set = append(set, diag.Edit{Span: f.Span(from, from+r.IntN(5))})
			}
			sets = append(sets, set)
		}
		var want []diag.Edit
		for _, set := range sets {
			if !slices.ContainsFunc(set, func(e diag.Edit) bool {
				return slices.ContainsFunc(want, func(o diag.Edit) bool { return touch(e.Span, o.Span) })
			}) {
				want = append(want, set...)
			}
		}
		if got, _ := edit.Compatible(f, sets); !slices.Equal(got, want) {
			t.Fatalf("%v\ngot  %v\nwant %v", sets, got, want)
		}
	}
}

// TestTheRestIsUnchanged: with random edits that do not overlap, what stands between them
// is as it was, and undoing them gives the file again.
func TestTheRestIsUnchanged(t *testing.T) {
	const noPlan, text = "\x01", "\x01" + text // what random edits make of a plan says anything
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		f := source.NewFile("plan.yaml", []byte(text))
		var edits, undo []diag.Edit
		shift, from := 0, len(noPlan)
		for from < len(f.Bytes) {
			from += r.IntN(9)
			to := min(from+r.IntN(4), len(f.Bytes))
			if from > len(f.Bytes) || len(edits) > 0 && from == edits[len(edits)-1].Span.End.Offset {
				from++
				continue
			}
			put := string(make([]byte, r.IntN(3)))
			edits = append(edits, diag.Edit{Span: f.Span(from, to), Text: put})
			undo = append(undo, diag.Edit{Span: source.Span{Start: source.Pos{Offset: from + shift}, End: source.Pos{Offset: from + shift + len(put)}}, Text: string(f.Bytes[from:to])})
			shift += len(put) - (to - from)
			from = to
		}
		r.Shuffle(len(edits), func(i, j int) { edits[i], edits[j] = edits[j], edits[i] })
		got, err := edit.Apply(f, edits)
		if err != nil {
			t.Fatal(err)
		}
		changed := source.NewFile("plan.yaml", got)
		for i := range undo {
			undo[i].Span.File = changed
		}
		if back, err := edit.Apply(changed, undo); err != nil || string(back) != text {
			t.Fatalf("%v: undone it is %q (%v)", edits, back, err)
		}
	}
}

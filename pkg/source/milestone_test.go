package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// TestPositionsOnLongLines holds that the milestones change no position: each is what
// counting from the start of its line gives.
func TestPositionsOnLongLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.SampledFrom([]string{"a", "é", "\u4e2d", "\U0001F600", "\xff", "\xe4\xb8", "words and ", "\n"})
		var b strings.Builder
		for range rapid.IntRange(1, 12).Draw(t, "pieces") {
			b.WriteString(strings.Repeat(piece.Draw(t, "piece"), rapid.IntRange(1, 1500).Draw(t, "times")))
		}
		f := NewFile("long.yaml", []byte(b.String()))
		for range 20 {
			offset := rapid.IntRange(0, len(f.Bytes)).Draw(t, "offset")
			for offset < len(f.Bytes) && !utf8.RuneStart(f.Bytes[offset]) {
				offset++
			}
			at := f.At(offset)
			start := f.starts[at.Line-1]
			if want := 1 + utf8.RuneCount(f.Bytes[start:offset]); at.Col != want {
				t.Fatalf("offset %d is in column %d, not %d", offset, at.Col, want)
			}
			if back := f.pos(at.Line, at.Col); back.Offset != offset {
				t.Fatalf("line %d, column %d is at %d, not %d", at.Line, at.Col, back.Offset, offset)
			}
		}
	})
}

// TestPositionsAreNotCountedOver holds that a thousand positions on one line of a megabyte
// are not each counted from its start.
func TestPositionsAreNotCountedOver(t *testing.T) {
	f := NewFile("long.yaml", []byte(strings.Repeat("é", 1<<19)))
	for _, m := range milestones(f.Bytes) {
		if got := f.characters(m.offset, min(m.offset+stretch+1, len(f.Bytes))); got > stretch {
			t.Fatalf("%d characters lie in a stretch", got)
		}
	}
	if marks := f.marks(); len(marks) < len(f.Bytes)/stretch {
		t.Errorf("a line of %d bytes has %d milestones", len(f.Bytes), len(marks))
	}
}

// TestProblemsOfAKindAreCounted holds that a file of thousands of aliases tells of some and
// counts the rest.
func TestProblemsOfAKindAreCounted(t *testing.T) {
	const all = 3000
	_, problems := Parse(NewFile("a.yaml", []byte("a: &a x\nb: ["+strings.Repeat("*a, ", all)+"]\n")))
	count := len(problems)
	for _, p := range problems {
		count += p.More
	}
	if len(problems) != mostProblems || count != all+1 {
		t.Errorf("%d problems tell of %d, want %d of %d", len(problems), count, mostProblems, all+1)
	}
}

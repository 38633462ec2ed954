package pdf

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

func breakText(t *testing.T, text document.Text, m measure) []line {
	t.Helper()
	fs, err := newFaces()
	if err != nil {
		t.Fatal(err)
	}
	return m.lines(fs.fit(fs.atoms(text, 0, m.size.points), m.size.points, m.width-m.first))
}

func (l line) String() string {
	var b strings.Builder
	for _, a := range l.atoms {
		b.WriteString(a.text)
		if a.space > 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func TestJustifiedLinesFillTheColumn(t *testing.T) {
	lines := breakText(t, prose(300), measure{size: textSize, width: columnWidth, first: step, justify: true})
	for i, l := range lines[:len(lines)-1] {
		room := columnWidth
		if i == 0 {
			room -= step
		}
		if l.width > room || l.width < room-point/10 {
			t.Errorf("line %d is %d wide of %d", i, l.width, room)
		}
	}
	if last := lines[len(lines)-1]; last.gap > 0 {
		t.Error("the last line is stretched")
	}
}

func TestNoLineIsTooWide(t *testing.T) {
	long := document.Plain("a " + strings.Repeat("x", 5000) + " b " + strings.Repeat("ab-", 400))
	for _, text := range []document.Text{long, prose(500), {{Text: prose(90).String(), Keep: true}}} {
		for _, width := range []length{minColumn, columnWidth, 9 * point} {
			for _, l := range breakText(t, text, measure{size: textSize, width: width, justify: width != minColumn}) {
				if l.width > width {
					t.Errorf("%d wide, not %d: %.40q", l.width, width, l)
				}
			}
		}
	}
}

func TestKeptRunsStayOnOneLine(t *testing.T) {
	for n := range 40 {
		text := append(prose(10+n), document.Run{Text: " costs "}, document.Run{Text: "CHF 465,440", Keep: true}, document.Run{Text: " a year."})
		whole := false
		for _, l := range breakText(t, text, measure{size: textSize, width: columnWidth, justify: true}) {
			whole = whole || strings.Contains(l.String(), "CHF 465,440")
		}
		if !whole {
			t.Errorf("%d: the sum is broken", n)
		}
	}
}

func TestWhereWordsBreak(t *testing.T) {
	for text, want := range map[string]string{
		"cost-effective": "cost-|effective", "4-6": "4-6", "4–6": "4–6", "-5": "-5",
		"and/or": "and/|or", "https://a.b/c": "https://a.b/|c", "one — two": "one — |two", "GE.17-09131": "GE.17-09131",
	} {
		fs, err := newFaces()
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		atoms := fs.atoms(document.Plain(text), 0, 10)
		for i, a := range atoms {
			got += a.text
			if a.space > 0 {
				got += " "
			}
			if a.open && i < len(atoms)-1 {
				got += "|"
			}
		}
		if got != want {
			t.Errorf("%q breaks as %q, want %q", text, got, want)
		}
	}
}

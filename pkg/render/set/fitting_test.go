package set_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// wideTable makes a table of codes, labels and columns of figures, with one row.
func wideTable(figures int, figure, note string) *document.Table {
	t := &document.Table{Columns: []document.Column{{Head: document.Plain("Code"), Width: 10}, {Head: document.Plain("Cost"), Width: 24, Label: true}}}
	cells := []document.Text{document.Plain("1101"), document.Plain("Salaries")}
	for i := range figures {
		t.Columns = append(t.Columns, document.Column{Head: document.Plain(fmt.Sprint(2000 + i)), Width: 20, Numeric: true})
		cells = append(cells, document.Plain(figure))
	}
	t.Columns = append(t.Columns, document.Column{Head: document.Plain("Notes"), Width: 56})
	t.Rows = []document.Row{{Cells: append(cells, document.Plain(note))}}
	return t
}

// TestFit: each step is taken when the one before does not do.
func TestFit(t *testing.T) {
	for _, test := range []struct {
		name          string
		table         *document.Table
		room          set.Room
		size          int
		portions      int
		crampedColumn int
	}{
		{"few columns", wideTable(2, "1,280,309", "Three posts."), set.InColumn, 0, 1, -1},
		{"more columns", wideTable(6, "1,280,309", "Three posts of the Unit."), set.FullWidth, 0, 1, -1},
		{"smaller type", wideTable(9, "1,280,309", "Three posts."), set.FullWidth, 1, 1, -1},
		{"on its side", wideTable(13, "1,280,309", "Three posts."), set.Landscape, 0, 1, -1},
		{"on its side, smaller", wideTable(16, "1,280,309", "Three posts."), set.Landscape, 1, 1, -1},
		{"beside", wideTable(40, "1,280,309", "Three posts."), set.Landscape, 0, 3, -1},
		{"15 digits with cents", wideTable(12, "123,456,789,012,345.00", "Three posts."), set.Landscape, 0, 2, -1},
		{"a long word", wideTable(2, "1,280", strings.Repeat("Donau", 20)), set.FullWidth, 2, 1, -1},
		{"no page holds it", wideTable(2, "1,280", strings.Repeat("Donau", 60)), set.Landscape, 2, 2, 4},
		{"an address", wideTable(2, "1,280", "https://example.org/"+strings.Repeat("donau/", 60)), set.InColumn, 0, 1, -1},
	} {
		f := newSetter(t).Fit(test.table, set.RoomsIn(0))
		cramped := -1
		if len(f.Cramped) > 0 {
			cramped = f.Cramped[0]
		}
		if f.Room != test.room || f.Size != test.size || len(f.Portions) != test.portions || cramped != test.crampedColumn || len(f.Cramped) > 1 {
			t.Errorf("%s: %+v", test.name, f)
		}
	}
}

// TestEmptyColumnsGiveWay: a column without anything in its rows takes what its head needs.
func TestEmptyColumnsGiveWay(t *testing.T) {
	for _, figures := range []int{1, 3} {
		full, empty := wideTable(figures, "1,280", "Three posts of the Unit, at the rates of the host State."), wideTable(figures, "1,280", "Three posts of the Unit, at the rates of the host State.")
		empty.Rows[0].Cells[0] = nil
		a, b := newSetter(t).Fit(full, set.RoomsIn(0)), newSetter(t).Fit(empty, set.RoomsIn(0))
		if a, b := a.Portions[0].Widths[0], b.Portions[0].Widths[0]; b >= a || b < 20*set.Point {
			t.Errorf("%d columns of figures: a column of codes is %d wide, and %d where there are none", figures, a, b)
		}
	}
}

// TestHeadsStayTogether: the columns below one head go on beside together where they can,
// and a head has room for its words.
func TestHeadsStayTogether(t *testing.T) {
	table := wideTable(24, "1,280,309,000", "")
	for i := range 6 {
		table.Heads = append(table.Heads, document.Head{Text: document.Plain("Fund"), From: 2 + 4*i, To: 6 + 4*i})
	}
	f := newSetter(t).Fit(table, set.RoomsIn(0))
	if len(f.Portions) < 2 {
		t.Fatalf("%+v", f)
	}
	for _, p := range f.Portions {
		if n := len(p.Columns) - 2; n%4 > 1 { // the notes stand behind the last
			t.Errorf("a portion has %v", p.Columns)
		}
	}
	long := wideTable(2, "1", "")
	long.Heads = []document.Head{{Text: document.Plain(strings.Repeat("Donau", 12)), From: 2, To: 4}}
	grids := func() []*set.Grid { _, g := newSetter(t).Grids(long, set.RoomsIn(0)); return g }()
	for _, c := range grids[0].Heads(long.HeadRows()).Cells {
		if len(c.Lines) > 1 {
			t.Errorf("a head is broken into %d lines", len(c.Lines))
		}
	}
}

// TestAPortionUsesItsRoom: the names of the rows are not as narrow in a portion of few columns as in
// one that is full.
func TestAPortionUsesItsRoom(t *testing.T) {
	table := wideTable(27, "1,280,309", "")
	table.Columns = table.Columns[:29]
	table.Rows[0].Cells = table.Rows[0].Cells[:29]
	table.Rows[0].Cells[1] = document.Plain("1.3.4 Office maintenance and information and communication technology of the Secretariat")
	for i := range 3 {
		table.Heads = append(table.Heads, document.Head{Text: document.Plain("Year"), From: 2 + 9*i, To: 11 + 9*i})
	}
	f := newSetter(t).Fit(table, set.RoomsIn(0))
	if len(f.Portions) != 2 || len(f.Portions[1].Columns) >= len(f.Portions[0].Columns) {
		t.Fatalf("%+v", f)
	}
	if full, free := f.Portions[0].Widths[1], f.Portions[1].Widths[1]; free < 2*full {
		t.Errorf("the names of the rows are %d wide where there is room, %d where there is none", free, full)
	}
	if f.Portions[1].Width() > f.Portions[0].Width()+set.Point {
		t.Errorf("a portion is wider than the page: %+v", f.Portions[1])
	}
}

// TestFiguresStandEven: where one column of words has room to spare, columns of figures have the same
// width, however wide their heads are.
func TestFiguresStandEven(t *testing.T) {
	table := &document.Table{Columns: []document.Column{{Head: document.Plain("Grade"), Width: 30, Label: true}}}
	cells := []document.Text{document.Plain("P-4")}
	for _, head := range []string{"Approved", "2026", "2027"} {
		table.Columns = append(table.Columns, document.Column{Head: document.Plain(head), Width: 20, Numeric: true})
		cells = append(cells, document.Plain("0.50"))
	}
	table.Rows = []document.Row{{Cells: cells}}
	f := newSetter(t).Fit(table, set.RoomsIn(0))
	widths := f.Portions[0].Widths
	if f.Room != set.InColumn || widths[1] != widths[2] || widths[2] != widths[3] || widths[1] < 60*set.Point || widths[0] < widths[1] {
		t.Errorf("%+v", f)
	}
}

// TestNothingIsBroken: whatever the table, no column is narrower than its longest word or
// figure unless it is said to be cramped; every column stands somewhere, and those that
// name the rows in every portion; nothing is wider than its room.
func TestNothingIsBroken(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, err := set.New()
		if err != nil {
			t.Fatal(err)
		}
		table := tables().Draw(t, "table")
		for i := range rapid.IntRange(0, 30).Draw(t, "figures") {
			table.Columns = append(table.Columns, document.Column{Head: document.Plain(fmt.Sprint("Year ", i)), Width: 2, Numeric: true})
			for r := range table.Rows {
				for len(table.Rows[r].Cells) < len(table.Columns) {
					table.Rows[r].Cells = append(table.Rows[r].Cells, document.Plain("1,280,309"))
				}
			}
		}
		table.Heads = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) document.Head {
			from := rapid.IntRange(0, 20).Draw(t, "from")
			return document.Head{Text: document.Plain("Fund of the Convention"), From: from, To: from + rapid.IntRange(1, 5).Draw(t, "columns")}
		}), 0, 3).Draw(t, "heads")
		rooms := set.RoomsIn(rapid.IntRange(0, 2).Draw(t, "boxes"))
		f, grids := s.Grids(&table, rooms)
		seen := map[int]bool{}
		for _, g := range grids {
			for _, c := range g.At {
				seen[c] = true
			}
			if most := []set.Length{rooms.Column, rooms.Full, rooms.Landscape}[f.Room]; g.Room > most || g.X[len(g.X)-1]+g.Width[len(g.X)-1] > most {
				t.Fatalf("a portion is %d wide in a room of %d", g.Room, most)
			}
			if len(f.Cramped) == 0 {
				unbroken(t, g, &table)
			}
		}
		if len(seen) != len(table.AllColumns()) {
			t.Fatalf("%d of %d columns stand somewhere", len(seen), len(table.AllColumns()))
		}
	})
}

// unbroken holds that lines end where words may be broken, and figures nowhere.
func unbroken(t *rapid.T, g *set.Grid, table *document.Table) {
	for i := range table.Rows {
		r := &table.Rows[i]
		cells := g.Cells(r)
		for n := range cells {
			lines := g.Lines(cells, g.Row(r), n)
			if g.IsRight(g.Row(r), n) && len(lines) > 1 && len(cells[n].String()) <= 24 {
				t.Fatalf("the figure %q is broken", cells[n])
			}
			for _, l := range lines[:max(0, len(lines)-1)] {
				last := l.Atoms[len(l.Atoms)-1]
				if end := last.Text; last.Space == 0 && last.Hyphen == 0 && end != "" && !slices.Contains([]string{"-", "–", "—", "/", ".", "@"}, string([]rune(end)[len([]rune(end))-1])) {
					t.Fatalf("%q is broken behind %q", cells[n], end)
				}
			}
		}
	}
}

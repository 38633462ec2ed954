package merge

import (
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/proof"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
	"github.com/isuplan/isuplan/pkg/render/typography"
)

// unit is what is compared as one: a paragraph, or a row of a table. Of either side.
type unit struct {
	cells []cell
	isRow bool
	key   string         // its text, the same as typed and as pages have it
	bag   map[string]int // its words, made when they are needed
	size  int            // how many these are
	row   *xlsx.Row      // of a workbook, nil elsewhere
}

// cell is a paragraph, or a cell of a row.
type cell struct {
	number string // that stands before the text
	text   string // with single blanks
	typed  string // of the file's side: the text with a number or a bullet that was typed; "" for none
	column int

	passage *proof.Passage // of the plan's side
	form    *readback.Form // of the file's side, nil for as usual
}

// unitsOf makes units of the passages of a document.
func unitsOf(list []proof.Passage) []*unit {
	var out []*unit
	at := 0
	for i := range list {
		p := &list[i]
		row, column := p.Cell()
		c := cell{number: p.Number, text: squeeze(p.Said().String()), column: column, passage: p}
		if row > 0 && row == at {
			last := out[len(out)-1]
			last.cells = append(last.cells, c)
			continue
		}
		at = row
		out = append(out, &unit{cells: []cell{c}, isRow: row > 0})
	}
	for _, u := range out {
		u.finish()
	}
	return out
}

func (u *unit) finish() { u.key = typography.Alike(u.joined("\x1f")) }

// first is the cell that the unit goes by.
func (u *unit) first() *cell { return &u.cells[0] }

// text is what the unit says.
func (u *unit) text() string { return u.joined(" | ") }

// joined returns the texts of the cells with something between them.
func (u *unit) joined(between string) string {
	texts := make([]string, len(u.cells))
	for i := range u.cells {
		texts[i] = u.cells[i].text
	}
	return strings.Join(texts, between)
}

// in returns the cell of a column, nil for none.
func (u *unit) in(column int) *cell {
	for i := range u.cells {
		if u.cells[i].column == column {
			return &u.cells[i]
		}
	}
	return nil
}

// squeeze writes a text with single blanks of one kind, without what cannot be seen.
func squeeze(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := true
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
		case isUnseen(r):
		default:
			b.WriteRune(r)
			blank = false
		}
	}
	return strings.TrimSuffix(b.String(), " ")
}

// isSqueezed reports a character that squeeze leaves out or makes a blank of.
func isSqueezed(r rune) bool { return unicode.IsSpace(r) || isUnseen(r) }

// isUnseen reports a character that shows nothing, and may hide something: but for those that
// join letters or keep them from it.
func isUnseen(r rune) bool {
	const nonJoiner, joiner = '\u200C', '\u200D'
	return r == '\u00AD' || unicode.Is(unicode.Cf, r) && r != nonJoiner && r != joiner
}

// against returns what a cell of the file says where a cell of the plan stands: without a number
// or a bullet that was typed, if the plan's is numbered or listed.
func (c *cell) against(b *cell) string {
	if c.typed == "" || b.passage == nil {
		return c.text
	}
	_, isItem := b.passage.Of.(*document.Item)
	if (b.number != "" || isItem) && c.typed != b.text {
		return c.text
	}
	return c.typed
}

// isResult reports a line of the results chain.
func (c *cell) isResult() bool {
	if c.passage == nil {
		return false
	}
	_, is := c.passage.Of.(*document.Result)
	return is
}

package importer

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// bookCells finds the cells of a workbook by their names.
type bookCells struct {
	grids  []grid
	sheets map[string]int // by name, in lower case
	at     map[cellRef]*cell
	known  map[cellRef]*formula // what was parsed; nil for what cannot be
	values map[cellRef]value    // what was worked out
	busy   map[cellRef]bool
	steps  int
}

// cellRef is where a cell stands: its sheet from 0, row and column from 1.
type cellRef struct{ sheet, row, column int }

func newCells(book []grid) *bookCells {
	b := &bookCells{grids: book, sheets: map[string]int{}, at: map[cellRef]*cell{}, known: map[cellRef]*formula{}, values: map[cellRef]value{}, busy: map[cellRef]bool{}}
	for i, g := range book {
		b.sheets[strings.ToLower(sheetName(g.name))] = i
		for _, r := range g.rows {
			for c := range r.cells {
				cell := &r.cells[c]
				if row, column, ok := xlsx.Position(cell.ref); ok {
					b.at[cellRef{i, row, column}] = cell
				}
			}
		}
	}
	return b
}

// cell returns a cell; nil for an empty one.
func (b *bookCells) cell(r cellRef) *cell { return b.at[r] }

// name is how people call a cell.
func (b *bookCells) name(r cellRef) string {
	return sheetName(b.grids[r.sheet].name) + "!" + xlsx.ColumnName(r.column) + strconv.Itoa(r.row)
}

// complete works out formulas that were stored without their values, as programs write them
// that do not compute.
func (b *bookCells) complete() {
	for i := range b.grids {
		for r := range b.grids[i].rows {
			for c := range b.grids[i].rows[r].cells {
				cell := &b.grids[i].rows[r].cells[c]
				if cell.formula == "" || cell.isNum || cell.text != "" {
					continue
				}
				row, column, _ := xlsx.Position(cell.ref)
				v := b.value(cellRef{i, row, column})
				switch v.kind {
				case numberValue:
					cell.number, cell.isNum, cell.text = xlsx.AsShown(v.number), true, xlsx.Show(v.number, cell.format)
				case textValue:
					cell.text = v.text
				}
			}
		}
	}
}

// valueKind says what a cell has.
type valueKind int

const (
	noValue valueKind = iota // it cannot be worked out
	blankValue
	numberValue
	textValue
)

// value is what a cell has or a formula gives.
type value struct {
	kind   valueKind
	number money.Decimal
	text   string
}

// value returns what a cell has, worked out where only its formula is stored.
func (b *bookCells) value(r cellRef) value {
	if v, ok := b.values[r]; ok {
		return v
	}
	c := b.cell(r)
	switch {
	case c == nil || c.text == "" && c.formula == "" && !c.isNum:
		return value{kind: blankValue}
	case c.isNum:
		return value{kind: numberValue, number: c.number}
	case c.text != "":
		return value{kind: textValue, text: c.text}
	case b.busy[r] || len(b.busy) > mostDeep:
		return value{}
	}
	b.busy[r] = true
	v := value{}
	if f := b.formula(r); f != nil {
		v = b.eval(f)
	}
	delete(b.busy, r)
	b.values[r] = v
	return v
}

// Bounds on working out formulas.
const (
	mostDeep  = 200       // cells that depend one on the other
	mostSteps = 2_000_000 // of all formulas
	mostRange = 10_000    // cells of a range
)

// formula returns the formula of a cell; nil where it has none that is understood.
func (b *bookCells) formula(r cellRef) *formula {
	if f, ok := b.known[r]; ok {
		return f
	}
	var f *formula
	if c := b.cell(r); c != nil && c.formula != "" {
		f = b.parse(c.formula, r.sheet)
	}
	b.known[r] = f
	return f
}

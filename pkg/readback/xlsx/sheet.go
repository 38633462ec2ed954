package xlsx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
)

// sheetReader reads a sheet.
type sheetReader struct {
	*parts
	sheet   *Sheet
	hidden  [MaxColumns + 1]bool // columns that are hidden, from 1
	row     Row
	cell    Cell
	kind    string // of the cell's value
	in      string // the element whose text is being read
	value   strings.Builder
	formula strings.Builder
	shared  map[string]master
	share   string // the shared formula that the cell has
	refers  bool   // the cell has a formula
	valued  bool   // the cell has a value, be it empty
	at      position
	further bool // cells beyond the columns that are read
}

type position struct{ row, column int }

// sheet reads a sheet.
func (p *parts) sheet(l listed) error {
	p.out.Sheets = append(p.out.Sheets, Sheet{Name: p.kept(l.name), Hidden: l.hidden})
	r := &sheetReader{parts: p, sheet: &p.out.Sheets[len(p.out.Sheets)-1], shared: map[string]master{}}
	if err := p.walk(l.part, r.start, r.end, r.text); err != nil {
		return err
	}
	if r.further {
		p.say("of the sheet %s only the first %d columns were read", l.name, MaxColumns)
	}
	return p.comments(l.part, r.sheet)
}

func (r *sheetReader) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "col":
		if isTrue(attribute(e, "hidden")) {
			for c := max(1, number(attribute(e, "min"))); c <= min(number(attribute(e, "max")), MaxColumns); c++ {
				r.hidden[c] = true
			}
		}
	case "row":
		r.at.row++
		if n := number(attribute(e, "r")); n > 0 {
			r.at.row = n
		}
		r.at.column = 0
		r.row = Row{Number: r.at.row, Hidden: isTrue(attribute(e, "hidden"))}
	case "c":
		r.at.column++
		if _, column, ok := Position(attribute(e, "r")); ok {
			r.at.column = column
		}
		s := r.styles.of(attribute(e, "s"))
		r.cell = Cell{Column: r.at.column, Format: s.format, Bold: s.bold, Hidden: r.at.column <= MaxColumns && r.hidden[r.at.column]}
		r.kind, r.refers, r.valued, r.share = attribute(e, "t"), false, false, ""
		r.value.Reset()
		r.formula.Reset()
	case "f":
		r.in, r.refers = "f", true
		if attribute(e, "t") == "shared" {
			r.share = "s" + attribute(e, "si")
		}
	case "v", "t":
		r.in, r.valued = e.Name.Local, true
	case "rPh":
		r.in = ""
	case "mergeCell":
		if len(r.sheet.Merged) < mostStyles {
			if m, ok := rangeOf(attribute(e, "ref")); ok {
				r.sheet.Merged = append(r.sheet.Merged, m)
			}
		}
	}
	return nil
}

func (r *sheetReader) text(text []byte) {
	switch {
	case r.in == "f" && r.formula.Len() < mostText:
		r.formula.Write(text)
	case (r.in == "v" || r.in == "t") && r.value.Len() < mostText:
		r.value.Write(text)
	}
}

func (r *sheetReader) end(name string) error {
	switch name {
	case "f", "v", "t":
		r.in = ""
	case "c":
		return r.endCell()
	case "row":
		if len(r.row.Cells) > 0 {
			r.sheet.Rows = append(r.sheet.Rows, r.row)
		}
		if len(r.sheet.Rows) >= MaxRows {
			r.say("of the sheet %s only the first %d rows were read", r.sheet.Name, MaxRows)
			return errDone
		}
	}
	return nil
}

// endCell keeps a cell that has something.
func (r *sheetReader) endCell() error {
	value := r.value.String()
	if value == "" && !r.refers {
		return nil
	}
	if r.cell.Column > MaxColumns || r.cell.Column < 1 {
		r.further = true
		return nil
	}
	if n := len(r.row.Cells); n > 0 && r.row.Cells[n-1].Column >= r.cell.Column {
		return ErrBroken
	}
	r.cell.Formula = r.formulaOf()
	r.cell.Open = r.refers && value == "" && (r.kind != "str" || !r.valued)
	switch r.kind {
	case "s":
		if i, err := strconv.Atoi(value); err == nil && i >= 0 && i < len(r.parts.shared) {
			r.cell.Text = r.parts.shared[i]
		}
	case "str", "inlineStr", "e", "d":
		r.cell.Text = r.kept(value)
	case "b":
		r.cell.Text = map[bool]string{true: "TRUE", false: "FALSE"}[value == "1"]
	default:
		r.number(value)
	}
	if strings.TrimSpace(r.cell.Text) == "" && r.cell.Formula == "" && !r.cell.Open {
		return nil
	}
	if r.cells++; r.cells > MaxCells || r.words > mostWords {
		return ErrTooLarge
	}
	r.row.Cells = append(r.row.Cells, r.cell)
	return nil
}

// number reads a number that is stored, and shows it.
func (r *sheetReader) number(value string) {
	d, ok := stored(value)
	if !ok {
		r.cell.Text = r.kept(value)
		return
	}
	if date, more := isDate(r.cell.Format); date {
		if text, ok := r.styles.day(d, more); ok {
			r.cell.Text = text
			return
		}
	}
	r.cell.Number, r.cell.IsNumber, r.cell.Text = d, true, Show(d, r.cell.Format)
}

// stored reads a number as workbooks store it.
func stored(value string) (money.Decimal, bool) {
	digits, exponent, _ := strings.Cut(strings.ToUpper(strings.TrimSpace(value)), "E")
	d, fault := money.Parse(strings.TrimPrefix(digits, "+"))
	if fault != nil {
		return money.Zero, false
	}
	if exponent == "" {
		return d, true
	}
	const far = 30
	n, err := strconv.Atoi(exponent)
	switch {
	case err != nil || n > far:
		return money.Zero, false
	case n < -far:
		return money.Zero, true
	}
	return d.Shift(int32(n)), true //nolint:gosec // at most 30
}

package sheet

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

// titled is what a table is called: its label, or else its id.
func (s Sheet) titled(t *budget.Table) string {
	if t.Plan.Label.IsSet() {
		return s.worded(t.Plan.Label)
	}
	return t.Plan.ID.Value
}

// headOf words a key of the columns of a table.
func (s Sheet) headOf(k budget.Key) string {
	if k.Dimension == plan.Years && k.Value >= 0 {
		return s.Head(k.Value)
	}
	return s.called(s.Budget.HeadOf(k))
}

// labelOf says what a row of a table is of.
func (s Sheet) labelOf(t *budget.Table, r *budget.TableRow) string {
	return s.called(s.Budget.LabelOf(t, r))
}

// tableWords stand for words of the language where no document is at hand.
var tableWords = map[string]string{"total": "Total", "subtotal": "Subtotal", "not_shared": "Not shared out"}

// called words a label.
func (s Sheet) called(l budget.Label) string {
	switch {
	case l.Word != "":
		return s.word(l.Word, tableWords[l.Word])
	case l.Verbatim:
		return l.Text.Value
	case !l.Text.IsSet():
		return l.Number
	}
	return strings.TrimSpace(l.Number + " " + s.worded(l.Text))
}

// Where the figures of a table begin on its sheet.
const (
	tableHead   = 4 // the row of the columns' own heads; upper heads stand above it
	tableLabels = 1
	tableFirst  = 2
)

// tables writes a sheet for each table that the plan asks for.
func (b *book) tables() {
	for i := range b.Tables {
		t := tableSheet{book: b, table: &b.Tables[i], home: fmt.Sprintf("Table %d", i+1)}
		_, err := b.file.NewSheet(t.home)
		b.keep(err)
		t.write()
	}
}

// tableSheet writes one table.
type tableSheet struct {
	*book
	table *budget.Table
	home  string
}

func (t *tableSheet) write() {
	t.text(cell{t.home, 1, 1}, t.titled(t.table)+" ("+t.unit()+")", look{bold: true})
	t.text(cell{t.home, 1, 2}, t.whatIf(), look{bold: true})
	if over, ok := t.table.Over(); ok && !t.table.Columns[0].HasInner() {
		t.text(cell{t.home, tableFirst, tableHead - 1}, t.headOf(over), look{bold: true})
	}
	for i := range t.table.Columns {
		c := &t.table.Columns[i]
		key := c.Outer
		if c.HasInner() {
			key = c.Inner
			if i == 0 || t.table.Columns[i-1].Outer != c.Outer {
				t.text(cell{t.home, tableFirst + i, tableHead - 1}, t.headOf(c.Outer), look{bold: true})
			}
		}
		t.text(cell{t.home, tableFirst + i, tableHead}, t.headOf(key), look{bold: true, right: true, wrap: true})
	}
	for r := range t.table.Rows {
		t.row(r)
	}
	last := tableFirst + len(t.table.Columns) - 1
	t.frame(t.home, 1, tableHead)
	t.wide(t.home, tableLabels, broad)
	t.widths(t.home, tableFirst, last)
	t.extent(t.home, last, tableHead+len(t.table.Rows))
}

func (t *tableSheet) row(r int) {
	row := &t.table.Rows[r]
	l := look{bold: row.Kind != budget.ValueRow, ruled: row.Kind == budget.TotalRow}
	at := tableHead + 1 + r
	label := l
	label.indent, label.wrap = row.Depth, true
	text := t.labelOf(t.table, row)
	t.text(cell{t.home, tableLabels, at}, text, label)
	t.tall(t.home, at, text, row.Depth)
	for c := range row.Figures {
		f := &row.Figures[c]
		t.amount(t.at(r, c), t.table.Columns[c].Column, f.Printed, f.Mark, t.formula(r, c), l)
	}
}

func (t *tableSheet) at(r, c int) cell { return cell{t.home, tableFirst + c, tableHead + 1 + r} }

// formula writes how a figure follows: from others of the table, or from the lines of the budget.
// Where neither says all of it there is none.
func (t *tableSheet) formula(r, c int) string {
	if t.table.Rows[r].Kind != budget.ValueRow {
		return t.down(r, c)
	}
	if of := t.table.AddsUp(c); of != nil && t.adds(r, c, of) {
		return t.names(r, of)
	}
	over, ok := t.Budget.ScopeOf(t.table.Columns[c].Column)
	if !ok {
		return ""
	}
	var years []string
	for _, year := range over.Columns {
		from, ok := t.table.Sources(r, c, year)
		if ok && len(from) == 0 {
			continue
		}
		text := t.fromLines(from, year)
		if !ok || text == "" {
			return ""
		}
		years = append(years, text)
	}
	if text := strings.Join(years, "+"); len(text) < longest {
		return text
	}
	return ""
}

// adds reports whether the figures of a row in some columns add up to that of another.
func (t *tableSheet) adds(r, c int, of []int) bool {
	sum := money.Zero
	for _, i := range of {
		sum = sum.Add(t.table.Rows[r].Figures[i].Printed)
	}
	return sum.Equal(t.table.Rows[r].Figures[c].Printed)
}

// mostTerms is how much one formula adds up: spreadsheets read no more than 8,192 characters.
const mostTerms = 100

func (t *tableSheet) names(r int, columns []int) string {
	if len(columns) > mostTerms {
		return ""
	}
	terms := make([]string, len(columns))
	for i, c := range columns {
		terms[i] = t.at(r, c).name()
	}
	return strings.Join(terms, "+")
}

// down adds up the rows below a subtotal's head, or all of them for the total. What a change in
// per cent is of a sum no sum says.
func (t *tableSheet) down(r, c int) string {
	row := &t.table.Rows[r]
	if row.Kind == budget.HeadRow || t.Budget.Columns[t.table.Columns[c].Column].Kind.IsPercent() {
		return ""
	}
	var ranges []string
	sum := money.Zero
	for at := r - 1; at >= 0; at-- {
		if row.Kind == budget.SubtotalRow && t.table.Rows[at].Kind == budget.HeadRow && t.table.Rows[at].Depth == row.Depth {
			break
		}
		if t.table.Rows[at].Kind != budget.ValueRow {
			continue
		}
		to := at
		for at > 0 && t.table.Rows[at-1].Kind == budget.ValueRow {
			at--
		}
		for i := at; i <= to; i++ {
			sum = sum.Add(t.table.Rows[i].Figures[c].Printed)
		}
		ranges = append([]string{t.at(at, c).name() + ":" + t.at(to, c).name()}, ranges...)
	}
	if len(ranges) == 0 || len(ranges) > mostTerms || !sum.Equal(row.Figures[c].Printed) {
		return ""
	}
	return "SUM(" + strings.Join(ranges, ",") + ")"
}

// fromLines takes each line's part of it from the sheet of the budget: all of the line, or the
// share of it that is booked here.
func (b *book) fromLines(from []budget.Source, column int) string {
	if len(from) == 0 || len(from) > mostTerms || b.Budget.Once {
		return ""
	}
	terms := make([]string, 0, len(from))
	for _, s := range from {
		if s.Line == budget.Rest {
			return ""
		}
		l := &b.Budget.Lines[s.Line]
		row, ok := b.lines[l.ID.Value]
		printed := l.Figures[column].Printed
		if !ok || printed.IsZero() && !s.Amount.IsZero() {
			return ""
		}
		at := b.printed(row, column)
		term := at.sheet + "!" + at.name()
		if cells := b.shares.on(s.Line, column, s.At); cells != nil {
			term = b.added(cells)
		} else if !s.Amount.Equal(printed) {
			rounding := b.Budget.RoundingOf(&l.Figures[column], column)
			places, _ := power(rounding.To)
			term = fmt.Sprintf("ROUND(%s*%s/%s,%d)", term, s.Amount, printed, max(places, money.OwnPlaces(s.Amount)))
		}
		terms = append(terms, term)
	}
	return strings.Join(terms, "+")
}

package importer

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// Bounds on what is looked at: far above any budget.
const (
	mostHeads   = 60  // rows before the head of a table
	mostColumns = 100 // columns of a table
)

// budgetTable is a table that may be a budget.
type budgetTable struct {
	name     string
	grids    []int // which of the tables it is made of
	book     bool  // it is the sheet of a workbook
	rows     []gridRow
	head     int            // the first row of its head; -1 for none
	first    int            // the first row below its head
	heads    []string       // of each column
	named    map[int]string // heads that the file has where a person named the column
	roles    []role
	spelled  spellings
	used     map[[2]int]bool // row and column of what has a place in the plan
	repeated map[int]bool    // rows that only say the head again
	further  int             // rows beyond those that are read
}

// newTable looks for the head and the columns of a table.
func newTable(g grid, at int, book bool, o budgetOptions) *budgetTable {
	t := &budgetTable{name: g.name, grids: []int{at}, book: book, rows: g.rows, head: -1, used: map[[2]int]bool{}, repeated: map[int]bool{}}
	t.lookAgain(o)
	return t
}

// lookAgain finds head and columns.
func (t *budgetTable) lookAgain(o budgetOptions) {
	var texts []string
	for _, r := range t.rows {
		for _, c := range r.cells {
			if !c.isNum {
				texts = append(texts, c.text)
			}
		}
	}
	t.spelled = spellingsOf(texts)
	t.findHead()
	t.findRoles(o)
}

// width is how many columns the table has.
func (t *budgetTable) width() (n int) {
	for _, r := range t.rows {
		n = max(n, len(r.cells))
	}
	return min(n, mostColumns)
}

// cell returns a cell, an empty one where there is none.
func (t *budgetTable) cell(row, column int) cell {
	if row < 0 || row >= len(t.rows) || column < 0 || column >= len(t.rows[row].cells) {
		return cell{}
	}
	return t.rows[row].cells[column]
}

// amount reads a cell of figures.
func (t *budgetTable) amount(row, column int) amount {
	c := t.cell(row, column)
	if !c.isNum && c.text == "" && c.formula != "" {
		return amount{text: "=" + c.formula} // a value that is not stored and cannot be worked out
	}
	if !c.isNum {
		return t.spelled.readAmount(c.text)
	}
	a := t.spelled.readAmount(c.text)
	if strings.HasSuffix(strings.TrimSpace(c.text), "%") {
		return amount{kind: isPercent, value: xlsx.AsShown(c.number.Shift(2)), shown: shownPlaces(c.text), text: c.text}
	}
	a.kind, a.value, a.text, a.readings = isNumber, xlsx.AsShown(c.number), c.text, nil
	a.shown = shownPlaces(c.text)
	return a
}

// shownPlaces counts the decimals that a text shows, which comes from a number.
func shownPlaces(text string) int32 {
	at := strings.LastIndexByte(text, '.')
	if at < 0 {
		return 0
	}
	n := int32(0)
	for _, r := range text[at+1:] {
		if r < '0' || r > '9' {
			break
		}
		n++
	}
	return n
}

// findHead finds the row of heads: the first of those that have the most words of heads.
func (t *budgetTable) findHead() {
	best := 1
	t.head, t.first = -1, 0
	for i := range min(len(t.rows), mostHeads) {
		if t.figures(i) > 0 {
			continue
		}
		if n := t.headScore(i); n > best {
			best, t.head = n, i
		}
	}
	t.heads = make([]string, t.width())
	if t.head < 0 {
		t.head = t.otherHead()
	}
	if t.head < 0 {
		return
	}
	t.first = t.head + 1
	for t.head > 0 && t.isUpperHead(t.head-1) {
		t.head--
	}
	for t.first < len(t.rows) && t.isLowerHead(t.first) {
		t.first++
	}
	for c := range t.heads {
		var said []string
		for i := t.head; i < t.first; i++ {
			if text := strings.TrimSpace(t.cell(i, c).text); text != "" && !slices.Contains(said, text) {
				said = append(said, text)
			}
		}
		t.heads[c] = strings.Join(said, " ")
	}
	t.findRepeated()
}

// otherHead finds a head of words that are not known: the row of several words right above
// the first one with amounts; -1 for none.
func (t *budgetTable) otherHead() int {
	for i := 1; i < min(len(t.rows), mostHeads); i++ {
		if t.figures(i) == 0 {
			continue
		}
		cells, above := 0, false
		for c, cell := range t.rows[i-1].cells {
			if cell.text == "" || cell.over {
				continue
			}
			if cells++; len(cell.text) > mostHead || t.figures(i-1) > 0 {
				return -1
			}
			k := t.amount(i, c).kind
			above = above || k == isNumber || k == isTwofold
		}
		if cells > 1 && above {
			return i - 1
		}
		return -1
	}
	return -1
}

// findRepeated finds rows that say the head again, as on a new page.
func (t *budgetTable) findRepeated() {
	for i := t.first; i < len(t.rows); i++ {
		same, cells := true, 0
		for c, head := range t.heads {
			text := strings.TrimSpace(t.cell(i, c).text)
			same = same && plainHead(text) == plainHead(head)
			if text != "" {
				cells++
			}
		}
		if same && cells > 1 {
			t.repeated[i] = true
		}
	}
}

// figures counts the amounts of a row; years are none.
func (t *budgetTable) figures(row int) (n int) {
	for c := range t.rows[row].cells {
		bare, _ := withoutCurrency(strings.TrimSpace(t.cell(row, c).text))
		if a := t.amount(row, c); a.kind == isNumber && !isYear(bare) || a.kind == isPercent || a.kind == isTwofold {
			n++
		}
	}
	return n
}

// isYear reports a text that is a year, or two.
func isYear(text string) bool {
	text = strings.TrimSpace(text)
	return text != "" && yearWords().FindString(text) == text
}

// headScore counts the columns of which a row says what they hold.
func (t *budgetTable) headScore(row int) (n int) {
	cells := 0
	for c, cell := range t.rows[row].cells {
		if cell.text == "" || cell.over && c > 0 && t.cell(row, c-1).text == cell.text {
			continue
		}
		cells++
		if len(cell.text) < mostHead && (headRole(cell.text) != otherRole || currencyIn(cell.text) != "") {
			n++
		}
	}
	if cells < 2 {
		return 0
	}
	return n
}

// mostHead is how long the head of a column is.
const mostHead = 60

// isUpperHead reports a row that says more of the columns above their heads, such as one of
// years above approved and revised.
func (t *budgetTable) isUpperHead(row int) bool {
	cells, over := 0, false
	for c, cell := range t.rows[row].cells {
		switch {
		case cell.text == "":
		case len(cell.text) > mostHead, headRole(cell.text) == otherRole && currencyIn(cell.text) == "":
			return false
		default:
			cells++
			over = over || c > 0
		}
	}
	return cells > 0 && over && t.figures(row) == 0 && t.margin(row) > t.margin(row+1)
}

// margin is the first column in which a row has something.
func (t *budgetTable) margin(row int) int {
	for c := range t.rows[row].cells {
		if t.cell(row, c).text != "" {
			return c
		}
	}
	return len(t.rows[row].cells)
}

// isLowerHead reports a row below the head that goes on with it, such as one of currencies.
func (t *budgetTable) isLowerHead(row int) bool {
	cells := 0
	if t.isGroupAt(row) {
		return false
	}
	for c, cell := range t.rows[row].cells {
		switch {
		case cell.text == "" || cell.over && cell.text == t.cell(row-1, c).text:
		case len(cell.text) > mostHead, t.amount(row, c).kind == isNumber && !isYear(cell.text):
			return false
		case headRole(cell.text) == otherRole && currencyIn(cell.text) == "":
			return false
		case c == 0:
			return false
		default:
			cells++
		}
	}
	return cells > 0
}

// isGroupAt reports the head of a group right below the head of the table: the only words of
// their row, below the head of the labels, as in "Direct costs" below "Cost".
func (t *budgetTable) isGroupAt(row int) bool {
	at := -1
	for c, cell := range t.rows[row].cells {
		if cell.text == "" {
			continue
		}
		if at >= 0 {
			return false
		}
		at = c
	}
	return at >= 0 && headRole(t.cell(row-1, at).text) == labelRole && currencyIn(t.cell(row, at).text) == "" && !yearWords().MatchString(t.cell(row, at).text)
}

package importer

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
)

var (
	gradeForm  = words(`^(?:USG|ASG|SG|(?:D|P|L|G|GS|FS|NO|NPO|SC|SB|S|ICS|LICA|IICA)[- ]?(?:\d{1,2}|[A-E])|P/L[- ]?\d|UNV|JPO|GS|G)\b(?:\s*/\s*[A-Z]*-?\d)?`)
	staffWords = words(`\bgrades?\b|\bstaffing\b|\bposts?\b|\bfull[- ]time\b|\bfte\b|\b(?:work|person|staff)[- ]months\b`)
	moneyWords = words(`\b(?:costs?|salar(?:y|ies)|amounts?|thousands?|millions?)\b`)
	monthWords = words(`\b(?:work|person|staff)[- ]months\b`)
	fullWords  = words(`\bfull[- ]time\b|\bfte\b`)
)

// postsTable is a table that counts posts, by grade: it holds no money.
type postsTable struct {
	grid    // the names of the rows in the first column, figures in the others; one row of heads
	caption string
	at      int // which of the tables, or of the sheets
	book    bool
}

// postsOf finds a table of posts in a table: most of its rows of figures are grades, or it says
// that it counts posts, and no figure is too large to be a number of posts. It is nil for another.
func postsOf(g *grid, caption string) *postsTable {
	label, grades := -1, 0
	if len(g.rows) > mostRows {
		return nil
	}
	width := g.width()
	for c := range min(width, mostColumns) {
		n := 0
		for i := range g.rows {
			if gradeForm().MatchString(g.text(i, c)) {
				n++
			}
		}
		if n > grades {
			label, grades = c, n
		}
	}
	if label < 0 {
		return nil
	}
	first := slices.IndexFunc(g.rows, func(r gridRow) bool { return gradeForm().MatchString(textAt(r, label)) })
	head := first - 1
	for head >= 0 && !g.isHeadOfFigures(head, label) {
		head--
	}
	if head < 0 {
		return nil
	}
	p := &postsTable{grid: grid{name: g.name, hidden: g.hidden}, caption: caption}
	for i := range head {
		p.caption = strings.TrimSpace(p.caption + " " + g.rows[i].inWords())
	}
	columns := g.columnsOfFigures(head, label)
	for i := head; i < len(g.rows); i++ {
		r := g.rows[i]
		r.cells = nil
		for _, c := range append([]int{label}, columns...) {
			r.cells = append(r.cells, cellAt(g.rows[i], c))
		}
		if r.inOneLine() != "" {
			p.rows = append(p.rows, r)
		}
	}
	if len(columns) == 0 || !p.counts(grades) {
		return nil
	}
	return p
}

// counts reports a table that counts posts.
func (p *postsTable) counts(grades int) bool {
	said := p.caption
	for _, c := range p.rows[0].cells {
		said += " " + c.text
	}
	if currencyIn(said) != "" || moneyWords().MatchString(said) {
		return false
	}
	most := money.New(200)
	if monthWords().MatchString(said) {
		most = money.New(5000)
	}
	rows := 0
	for _, r := range p.rows[1:] {
		figures := false
		for _, c := range r.cells[1:] {
			if c.text == "" || nothing(c.text) {
				continue
			}
			v, fault := money.Parse(strings.TrimSpace(c.text))
			if c.isNum {
				v, fault = c.number, nil
			}
			if fault != nil || v.IsNegative() || v.GreaterThan(most) {
				return false
			}
			figures = true
		}
		if figures && !isTotal(r.cells[0].text) {
			rows++
		}
	}
	return rows > 0 && (2*grades > rows || staffWords().MatchString(said))
}

// nothing reports a sign for no figure.
func nothing(text string) bool { return strings.Trim(text, "–—- ") == "" }

// isHeadOfFigures reports a row above the grades that heads their columns.
func (g *grid) isHeadOfFigures(row, label int) bool {
	for c := range g.rows[row].cells {
		if c > label && g.text(row, c) != "" && (!hasDigits(g.text(row, c)) || yearWords().MatchString(g.text(row, c))) {
			return true
		}
	}
	return false
}

// columnsOfFigures are the columns right of the names that have a head and figures.
func (g *grid) columnsOfFigures(head, label int) (columns []int) {
	for c := label + 1; c < min(g.width(), mostColumns); c++ {
		figures := false
		for i := head + 1; i < len(g.rows); i++ {
			figures = figures || hasDigits(g.text(i, c))
		}
		if figures && g.text(head, c) != "" {
			columns = append(columns, c)
		}
	}
	return columns
}

func (g *grid) text(row, column int) string { return textAt(g.rows[row], column) }

func textAt(r gridRow, column int) string { return strings.TrimSpace(cellAt(r, column).text) }

func cellAt(r gridRow, column int) cell {
	if column >= len(r.cells) {
		return cell{}
	}
	return r.cells[column]
}

// inWords is what a row says, its cells behind one another.
func (r *gridRow) inWords() string {
	var said []string
	for _, c := range r.cells {
		if c.text != "" && !c.over {
			said = append(said, c.text)
		}
	}
	return strings.Join(said, " ")
}

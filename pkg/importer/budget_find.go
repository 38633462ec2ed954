package importer

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// readTables reads the budget of the tables of a document; nil where none has one.
func readTables(tables []grid, o budgetOptions) *budgetDraft {
	var best *budgetTable
	most := 0
	for _, group := range joinable(tables, o) {
		t := joined(group, o)
		if n := t.score(); n > most && (best == nil || !t.tellsAgain(best)) {
			best, most = t, n
		}
	}
	if best == nil {
		return nil
	}
	if d := best.settled(nil, o); len(d.lines) > 0 {
		return d
	}
	return nil
}

// settled reads a table; where amounts read in two ways, in the one in which its lines come
// to its total, if only one does.
func (t *budgetTable) settled(book *bookCells, o budgetOptions) *budgetDraft {
	d := t.draft(book, o)
	if !d.twofold() {
		return d
	}
	var right []*budgetDraft
	var said []string
	for _, s := range []struct {
		spelled spellings
		says    string
	}{{spellings{points: true, commas: true}, "points are taken to stand between thousands"}, {spellings{decimals: true}, "points are taken to stand before decimals"}} {
		again := *t
		again.spelled, again.used = s.spelled, map[[2]int]bool{}
		if try := again.draft(book, o); try.total != nil && !try.twofold() && try.wrong() == 0 {
			right, said = append(right, try), append(said, s.says)
		}
	}
	if len(right) != 1 {
		return d
	}
	right[0].say(unsure, t.name, said[0]+": only so the lines come to the total")
	return right[0]
}

// twofold reports amounts that read in two ways.
func (d *budgetDraft) twofold() (found bool) {
	look := func(l *draftLine) {
		for _, a := range l.amounts {
			found = found || a.kind == isTwofold
		}
	}
	each(d.lines, look)
	if d.total != nil {
		look(d.total)
	}
	return found
}

// readSheets reads the budget of a workbook; where no sheet has one, the remark says so.
func readSheets(book []grid, o budgetOptions) (*budgetDraft, remark) {
	cells := newCells(book)
	var best *budgetTable
	most, uses := 0, cells.uses()
	for i, g := range book {
		t := newTable(g, i, true, o)
		n := t.score()
		switch {
		case n == 0, o.skip[i], g.isInputs():
			continue
		case strings.EqualFold(sheetName(t.name), strings.TrimSpace(o.sheet)) && o.sheet != "":
			n += 1000
		case o.sheet != "":
			continue
		case g.hidden:
			n /= 4
		}
		if n -= 10 * uses[i]; n > most {
			best, most = t, n
		}
	}
	if best == nil {
		return nil, noSheet(book, o)
	}
	d := best.settled(cells, o)
	if len(d.lines) == 0 {
		return nil, noSheet(book, o)
	}
	d.otherSheets(book, best.grids[0], cells.named(best.grids[0]), o.skip)
	return d, remark{}
}

// noSheet says why no sheet was taken.
func noSheet(book []grid, o budgetOptions) remark {
	var names []string
	found := false
	for _, g := range book {
		name := sheetName(g.name)
		names = append(names, name)
		found = found || strings.EqualFold(name, strings.TrimSpace(o.sheet))
	}
	switch {
	case o.sheet != "" && !found:
		return remark{unsure, "the workbook", "there is no sheet " + o.sheet + "; there are " + abridged(strings.Join(names, ", "))}
	case o.sheet != "":
		return remark{unsure, "sheet " + o.sheet, "no labels and amounts were found here; --columns says which columns have them, such as label=A,amount=C"}
	}
	return remark{unsure, "the workbook", "no sheet has labels and amounts that could be read as a budget; --sheet and --columns say where they are"}
}

// uses says of each sheet how many others take figures from it, as from a list; a sheet that
// takes figures from others, as a budget does, has -1.
func (b *bookCells) uses() []int {
	uses := make([]int, len(b.grids))
	for i, g := range b.grids {
		named := map[int]bool{}
		for _, r := range g.rows {
			for _, c := range r.cells {
				for _, m := range sheetNames().FindAllStringSubmatch(c.formula, -1) {
					if at, ok := b.sheets[strings.ToLower(m[1]+m[2])]; ok && at != i {
						named[at] = true
					}
				}
			}
		}
		for at := range named {
			uses[at]++
		}
		if len(named) > 0 {
			uses[i] -= 1000
		}
	}
	for i := range uses {
		if uses[i] < 0 {
			uses[i] = -1
		}
	}
	return uses
}

var sheetNames = pattern.Lazy(`(?:'([^']+)'|([\pL\pN_.]+))!`)

// joinable puts tables together that are one, cut in parts: each has the head of the first,
// or goes on without one, with as many columns, where no total was met.
func joinable(tables []grid, o budgetOptions) (groups [][]*budgetTable) {
	for i, g := range tables {
		t := newTable(g, i, false, o)
		if len(groups) > 0 {
			last := groups[len(groups)-1]
			if first := last[0]; first.head >= 0 && (t.hasHeadOf(first) || last[len(last)-1].grids[0] == i-1 && t.goesOn(last)) {
				groups[len(groups)-1] = append(last, t)
				continue
			}
		}
		groups = append(groups, []*budgetTable{t})
	}
	return groups
}

// hasHeadOf reports a table with the same head as another.
func (t *budgetTable) hasHeadOf(first *budgetTable) bool {
	return t.head >= 0 && slices.EqualFunc(t.heads, first.heads, func(a, b string) bool { return plainHead(a) == plainHead(b) })
}

// goesOn reports a table without a head that goes on with the ones before.
func (t *budgetTable) goesOn(before []*budgetTable) bool {
	if t.head >= 0 || t.width() != before[0].width() || before[0].score() == 0 {
		return false
	}
	for _, b := range before {
		if b.hasTotal() {
			return false
		}
	}
	figures := 0
	for i := range t.rows {
		figures += t.figures(i)
	}
	return figures > 0
}

func (t *budgetTable) hasTotal() bool {
	for i := t.first; i < len(t.rows); i++ {
		for c, r := range t.roles {
			if (r == labelRole || r == groupRole || r == codeRole) && grandWords().MatchString(strings.TrimSpace(t.cell(i, c).text)) {
				return true
			}
		}
	}
	return false
}

// joined makes one table of its parts.
func joined(parts []*budgetTable, o budgetOptions) *budgetTable {
	first := parts[0]
	if len(parts) == 1 {
		return first
	}
	rows, again := slices.Clone(first.rows), map[int]bool{}
	for _, p := range parts[1:] {
		for i := max(p.head, 0); i < p.first; i++ {
			again[len(rows)+i] = true
		}
		rows = append(rows, p.rows...)
		first.grids = append(first.grids, p.grids...)
	}
	first.rows, first.repeated = rows, again
	first.lookAgain(o)
	return first
}

// tellsAgain reports a table that comes to the same total as one before it: it has the same money
// in another order, such as by activity.
func (t *budgetTable) tellsAgain(before *budgetTable) bool {
	total := t.totalShown()
	return total != "" && total == before.totalShown()
}

// totalShown is the last amount of the last row that is called a total, as it stands there.
func (t *budgetTable) totalShown() (shown string) {
	label := t.has(labelRole)
	for i := t.first; i < len(t.rows) && label >= 0; i++ {
		if !isTotal(t.cell(i, label).text) {
			continue
		}
		for c, r := range t.roles {
			if r == amountRole && t.amount(i, c).kind == isNumber {
				shown = strings.TrimSpace(t.cell(i, c).text)
			}
		}
	}
	return shown
}

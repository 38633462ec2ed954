package merge

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// gained is what a plan has got since a workbook was built of it, as far as the workbook shows that:
// its formulas are whole, and what it has was written elsewhere then, or the line is not there either.
type gained struct {
	inputs   map[string]bool   // by what they go by
	lines    map[string]bool   // the labels and codes of those that the workbook has not
	old, now map[string]string // what inputs go by, by their rows
}

// gainedSince finds what a plan has got.
func gainedSince(built, edited *xlsx.Book) gained {
	was, is := sheetOf(built, inputsSheet), sheetOf(edited, inputsSheet)
	g := gained{inputs: map[string]bool{}, lines: map[string]bool{}, old: namesByRow(was), now: namesByRow(is)}
	table := sheetOf(edited, BudgetSheet)
	labels := map[string]bool{}
	for _, u := range bookUnits(table) {
		labels[u.cells[1].text] = true
	}
	for _, u := range bookUnits(sheetOf(built, BudgetSheet)) {
		if code, label := u.cells[0].text, u.cells[1].text; !labels[label] {
			g.lines[label] = true
			if code != "" {
				g.lines[code] = true
			}
		}
	}
	if hasBroken(table) {
		return g // somebody took out what a formula names
	}
	old, now := inputsOf(was), inputsOf(is)
	wentOn := false
	for name, list := range old {
		if other := now[name]; len(list) == 1 && len(other) == 1 {
			wentOn = wentOn || placeIn(list[0]) != placeIn(other[0])
		}
	}
	for name, list := range old {
		if len(now[name]) == 0 && (wentOn || !labels[squeeze(at(list[0], 2).Text)]) {
			g.inputs[name] = true
		}
	}
	return g
}

// placeIn is where a value was written, without the name of the file, which may be another.
func placeIn(r *xlsx.Row) string {
	parts := strings.Split(at(r, writtenIn).Text, ":")
	return strings.Join(parts[max(0, len(parts)-2):], ":")
}

func namesByRow(s *xlsx.Sheet) map[string]string {
	names := map[string]string{}
	for i := range s.Rows {
		if r := &s.Rows[i]; r.Number >= firstRow {
			names[strconv.Itoa(r.Number)] = named(r)
		}
	}
	return names
}

// hasBroken reports a formula that names a cell that is gone.
func hasBroken(s *xlsx.Sheet) bool {
	for i := range s.Rows {
		for k := range s.Rows[i].Cells {
			if strings.Contains(s.Rows[i].Cells[k].Formula, "#REF!") {
				return true
			}
		}
	}
	return false
}

var inputAt = pattern.Lazy(inputsSheet + `!\$D\$([0-9]+)`)

// sameFormula reports formulas that come to the same from the same inputs, which may stand in other rows,
// and such as name an input that the plan has got since.
func (g *gained) sameFormula(old, now string) bool {
	if old == now {
		return true
	}
	since := false
	byName := func(formula string, names map[string]string) string {
		return inputAt().ReplaceAllStringFunc(formula, func(ref string) string {
			name := names[inputAt().FindStringSubmatch(ref)[1]]
			since = since || g.inputs[name]
			return "[" + name + "]"
		})
	}
	return byName(old, g.old) == byName(now, g.now) || since
}

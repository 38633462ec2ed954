package importer

import (
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// scraps are what cells of random tables are made of.
var scraps = []string{"", "", "Cost", "Item", "2018", "2019", "Total", "Subtotal", "Sub-total staff", "Grand total", "Change", "%", "Notes", "Code", "1100", "1.1", "Quantity",
	"Unit cost", "Salaries", "Salaries", "Travel: \"far\"", "A. Staff", "in kind", "in-kind (GICHD)", "CHF 345'054.-", "1,234", "180.000", "(33,661)", "–", "nil", "n/a", "10%", "-3.5%",
	"12", "100", "100", "200", "300", "0", "-5", "0.5", "1e5", "*a* [b](c) <d> ${e} _f_ # g: h", "{", "- x", "\u0007\u2028", "é", "Amount (USD)", "Annual salary", "FTE", "Grade", "P-5",
	"=A1+B1", "=SUM(B1:B9)", "=SUM(C2:C3)", "=0.2*C3", "=C3*20%", "=B3*1.02", "=3*8000+500", "=Other!B2", "=SUM(Other!B2:B4)", "=Sheet!C2*Sheet!D2", "=C5-B5", "=B2*C2*D2", "=ROUND(B4/0,2)",
	"=IF(B2=0,\"\",C2/B2)", "=B4+B5+B6", "=-B2", "=((((", "=A1:A9", "=SUM(A1:XFD1048576)", "=#REF!", strings.Repeat("x", 6000)}

func randomGrid(t *rapid.T, name string, book bool) grid {
	g := grid{name: "sheet " + name, hidden: rapid.IntRange(0, 9).Draw(t, "hidden") == 0}
	width := rapid.IntRange(1, 7).Draw(t, "columns")
	for i := range rapid.IntRange(0, 12).Draw(t, "rows") {
		r := gridRow{where: "row " + strconv.Itoa(i+1), hidden: rapid.IntRange(0, 9).Draw(t, "hidden") == 0, bold: rapid.Bool().Draw(t, "bold")}
		for c := range width {
			var x cell
			text := rapid.SampledFrom(scraps).Draw(t, "cell")
			if book && text != "" {
				x.ref = xlsx.ColumnName(c+1) + strconv.Itoa(i+1)
			}
			if formula, ok := strings.CutPrefix(text, "="); ok && book {
				x.formula = formula
			} else {
				x.text = text
				if d, fault := money.Parse(text); fault == nil && book {
					x.number, x.isNum = d, true
				}
			}
			if rapid.IntRange(0, 20).Draw(t, "comment") == 0 {
				x.comment = "why?"
			}
			x.over = c > 0 && rapid.IntRange(0, 20).Draw(t, "over") == 0
			r.cells = append(r.cells, x)
		}
		g.rows = append(g.rows, r)
	}
	return g
}

// TestAnyTableGivesAPlan: whatever the tables are, there is a plan that can be read, with all
// that it holds written as the language has it.
func TestAnyTableGivesAPlan(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var tables, book []grid
		for range rapid.IntRange(0, 2).Draw(r, "tables") {
			tables = append(tables, randomGrid(r, "Word", false))
		}
		if rapid.Bool().Draw(r, "book") {
			book = []grid{randomGrid(r, "Sheet", true), randomGrid(r, "Other", true)}
		}
		newCells(book).complete()
		d, said := readBudget(tables, book, budgetOptions{year: "2018"})
		if d == nil {
			return
		}
		text := planOf(t, d)
		unit, _ := compiled(t, text)
		for _, f := range unit.Findings {
			if strings.HasPrefix(f.Rule.Code, "F") || strings.HasPrefix(f.Rule.Code, "P") {
				r.Fatalf("%s %s: %s\n%s\n%v", f.Rule.Code, f.Rule.Name, f.Message, text, said)
			}
		}
	})
}

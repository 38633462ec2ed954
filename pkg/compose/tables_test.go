package compose

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const shownTables = `isuplan: 1
document: {convention: Convention on Example Matters, short: CEM, unit: Secretariat, date: 2025-06-03}
period: {from: 2026-01-01, to: 2027-12-31}
outcomes: [{id: o1, text: One., outputs: [{id: p1, text: First., activities: [{id: a1, text: Act.}, {id: a2, text: Act again.}]}]}]
budget:
  currency: EUR
  rounding: {to: 0.01, mode: half-up}
  columns: [{id: year1, label: Year 1}, {id: year2, label: Year 2}, {id: all, label: All years, sum: [year1, year2], main: true}]
  funds: [{id: fa, code: "30000", label: Fund A}, {id: fb, code: "04000", label: Fund B}]
  parties: [{id: me, code: "001981", label: Ministry}, {id: un, label: United Nations}]
  calendar: [{id: q1, label: Q1}, {id: q2, label: Q2}]
  lines:
    - {id: coord, label: Coordinator, units: [{item: month, quantity: {year1: 12, year2: 12}, cost: 1875.5}], fund: {fa: 50%, fb: 50%}, by: me, when: q1, for: a1}
    - {id: study, label: Study, units: [{item: study, quantity: {year1: 0, year2: 1}, cost: 7500}], fund: fa, by: un, when: q2, for: a2}
    - {id: staff, label: Staff, units: [{item: month, id: leader, label: Team leader, quantity: 12, cost: 100}, {item: week, quantity: 3, times: 2, cost: 10.5}], fund: fb, by: me, when: q1, for: a1}
    - id: travel
      label: Travel
      parts:
        - {fund: fa, by: me, when: q1, for: a1, fixed: {year1: 5, year2: nil}}
        - {fund: fb, by: un, when: q2, for: a2, units: [{item: trip, quantity: {year1: 0, year2: 2}, cost: 50}]}
  tables:
    - `

// shownTable builds one table and returns its rows and its notes.
func shownTable(t *testing.T, table string) (rows, notes string) {
	t.Helper()
	doc := second(built(t, shownTables+table+"\n"))
	for _, b := range tables(doc) {
		if strings.HasPrefix(b.ID, "budget.tables.") {
			var list []string
			for _, n := range b.Notes {
				list = append(list, n.String())
			}
			return cells(b), strings.Join(list, "\n")
		}
	}
	t.Fatal("no table")
	return "", ""
}

// TestWhatRowsShow: what a row shows of funds, parties, times and activities is true of what it holds.
func TestWhatRowsShow(t *testing.T) {
	for name, c := range map[string]struct{ table, rows, notes string }{
		"of its own part": {"{id: t, rows: [activities, lines], show: [fund, by, when, for], years: [all]}", `1.1.1 Act.
Coordinator|30000 50%, 04000 50%|001981|Q1|1.1.1|45,012.00
Staff|04000|001981|Q1|1.1.1|2,526.00
Travel|30000|001981|Q1|1.1.1|5.00
Subtotal|||||47,543.00
1.1.2 Act again.
Study|30000|United Nations|Q2|1.1.2|7,500.00
Travel|04000|United Nations|Q2|1.1.2|100.00
Subtotal|||||7,600.00
Total|||||55,143.00`, "30000: Fund A\n04000: Fund B\n001981: Ministry"},
		"of its years": {"{id: t, rows: [lines], show: [fund], years: [year1]}", `Coordinator|30000 50%, 04000 50%|22,506.00
Study|30000|0.00
Staff|04000|1,263.00
Travel|30000|5.00
Total||23,774.00`, "30000: Fund A\n04000: Fund B"},
		"of activities": {"{id: t, rows: [activities], show: [by, fund], years: [year2]}", `1.1.1 Act.|001981|30000, 04000|23,769.00
1.1.2 Act again.|United Nations|30000, 04000|7,600.00
Total|||31,369.00`, "001981: Ministry\n30000: Fund A\n04000: Fund B"},
		"of what it is about": {"{id: t, rows: [lines], show: [fund, when], only: {fund: [fb]}, years: [all]}", `Coordinator|04000|Q1|22,506.00
Staff|04000|Q1|2,526.00
Travel|04000|Q2|100.00
Total|||25,132.00`, "04000: Fund B"},
	} {
		rows, notes := shownTable(t, c.table)
		if diff := cmp.Diff(c.rows, rows); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if notes != c.notes {
			t.Errorf("%s: the notes say %q", name, notes)
		}
	}
}

// TestUnitsOfTables: numbers of units are those of the columns that a table has, and items of one
// line have names and amounts; a row of a part of a line says no number.
func TestUnitsOfTables(t *testing.T) {
	for name, c := range map[string]struct{ table, rows string }{
		"one year": {"{id: t, rows: [lines], show: [unit, quantity, unit_cost], years: [year1]}", `Coordinator|month|12|1,875.50|22,506.00
Study|study|0|7,500.00|0.00
Staff
Team leader|month|12|100.00|1,200.00
week|week|6|10.50|63.00
Subtotal||||1,263.00
Travel||||5.00
Total||||23,774.00`},
		"the sum of all": {"{id: t, rows: [lines], show: [unit, quantity], years: [all]}", `Coordinator|month|24|45,012.00
Study|study|1|7,500.00
Staff
Team leader|month|24|2,400.00
week|week|12|126.00
Subtotal|||2,526.00
Travel|||105.00
Total|||55,143.00`},
		"one fund": {"{id: t, rows: [lines], show: [unit, quantity, unit_cost], only: {fund: [fb]}, years: [all]}", `Coordinator|month||1,875.50|22,506.00
Staff
Team leader|month|24|100.00|2,400.00
week|week|12|10.50|126.00
Subtotal||||2,526.00
Travel|trip|2|50.00|100.00
Total||||25,132.00`},
	} {
		rows, _ := shownTable(t, c.table)
		if diff := cmp.Diff(c.rows, rows); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestNothingIsADash: parts of which none has anything print a dash.
func TestNothingIsADash(t *testing.T) {
	rows, _ := shownTable(t, "{id: t, rows: [lines], columns: [years], only: {by: [me], fund: [fa]}}")
	if !strings.Contains(rows, "Travel|5.00|–|5.00") {
		t.Error(rows)
	}
	doc := second(built(t, strings.Split(shownTables, "  calendar:")[0]+`  lines:
    - {id: a, label: Nothing, parts: [{fund: fa, fixed: {year1: 5, year2: nil}}, {fund: fb, fixed: {year1: 6, year2: nil}}]}
    - {id: b, label: Some, fixed: 7}
`))
	if rows := cells(tables(doc)[0]); !strings.Contains(rows, "Nothing||11.00|–|11.00") && !strings.Contains(rows, "Nothing|11.00|–|11.00") {
		t.Error(rows)
	}
}

// TestASumOfAllIsTheTotal: a sum that has all of a table's money is not printed beside the total.
func TestASumOfAllIsTheTotal(t *testing.T) {
	text := strings.Replace(shownTables, `{id: fb, code: "04000", label: Fund B}`, `{id: fb, code: "04000", label: Fund B}, {id: fc, label: Other}, {id: ab, label: A and B, sum: [fa, fb]}`, 1)
	heads := func(table string) string {
		doc := second(built(t, text+table+"\n"))
		list := tables(doc)
		var heads []string
		for _, c := range list[len(list)-1].Columns {
			heads = append(heads, c.Head.String())
		}
		return strings.Join(heads, "|")
	}
	if got := heads("{id: t, rows: [lines], columns: [funds]}"); got != "Cost|30000|04000|Total" {
		t.Error(got)
	}
	text = strings.Replace(text, "{id: study,", "{id: more, label: More, fixed: 1, fund: fc}\n    - {id: study,", 1)
	if got := heads("{id: t, rows: [lines], columns: [funds]}"); got != "Cost|30000|04000|Other|A and B|Total" {
		t.Error(got)
	}
}

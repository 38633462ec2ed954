package importer_test

import "strings"

// some writes a key, or leaves it out.
func (v *inventor) some(indent int, key string, values ...string) {
	if v.work && v.IntN(2) == 0 {
		v.line(indent, "%s: %s", key, values[v.IntN(len(values))])
	}
}

// cell is what a cell of a table says.
func (v *inventor) cell() string {
	return strings.TrimRight(v.words(2, 9), ".;:")
}

// indicators writes how a result is measured.
func (v *inventor) indicators(indent int) {
	if !v.work || v.IntN(2) == 0 {
		return
	}
	v.line(indent, "indicators:")
	for range 1 + v.IntN(3) {
		v.id++
		v.line(indent+2, "- id: i%d\n%stext: %q", v.id, strings.Repeat(" ", indent+4), v.cell())
		v.some(indent+4, "unit", "States Parties", "per cent of those due")
		v.some(indent+4, "baseline", "41", "3.50", "{value: 1234, as_at: 2030-04-30}", "{value: few of them, as_at: 2029-12-01}", "drafted", "-5")
		v.some(indent+4, "targets", "50", "{2031: 50, 2032: 60.5}", "adopted", "{2030: 12000, 2031: all of them}")
		v.some(indent+4, "actual", "{2030: 44}", "{2030: none yet}")
		v.some(indent+4, "verification", "The list of reports on the website", "Reports; the register")
	}
}

// activity writes an activity.
func (v *inventor) activity(indent int) {
	v.id++
	v.line(indent, "- id: x%d\n%stext: %q", v.id, strings.Repeat(" ", indent+2), v.words(4, 30))
	v.some(indent+2, "responsible", "isu", "[isu, host]", "other")
	v.some(indent+2, "partners", "host", "[other, host]")
	v.some(indent+2, "when", "Q1", "[Q1, Q3 to Q4]", "March", "April to June", "2031-02-03 to 2031-05-06", "2031-07-08", "2031", "[January, 2031-03-01 to 2031-03-20]")
	v.some(indent+2, "milestones", `[{text: The draft is out, date: 2031-03-03}]`, `[{text: "Agreed; printed", date: 2031-01-31}, {text: All (or most) are sent, date: 2031-12-01}]`)
}

// risks writes what may go wrong.
func (v *inventor) risks() {
	if !v.work || v.IntN(3) == 0 {
		return
	}
	v.line(0, "risks:")
	for i := range 1 + v.IntN(4) {
		v.line(2, "- id: r%d\n    text: %q", i, v.cell())
		v.some(4, "likelihood", "very low", "low", "medium")
		v.some(4, "impact", "high", "very high")
		v.some(4, "response", "Ask early.", "Ask; wait")
		v.some(4, "owner", "isu", "[isu, other]")
	}
}

// textTables writes tables below the paragraph that was written last.
func (v *inventor) textTables(indent int) {
	if v.IntN(2) == 0 {
		return
	}
	v.line(indent, "tables:")
	for range 1 + v.IntN(2) {
		v.id++
		v.line(indent+2, "- id: t%d\n%slabel: %q", v.id, strings.Repeat(" ", indent+4), v.cell())
		v.line(indent+4, "head: Region")
		v.line(indent+4, "columns: [{id: visits, label: Visits}, {id: days, label: Days}, {id: where, label: Where}]")
		v.line(indent+4, "rows:")
		v.line(indent+6, "- {id: a, label: Africa, values: {visits: %d, days: %d.5}, texts: {where: %q}}", v.IntN(9), v.IntN(9000), v.cell())
		v.line(indent+6, "- {id: b, label: Asia, values: {visits: %d, days: %d}}", v.IntN(9), v.IntN(90))
		v.line(indent+6, "- {id: c, label: Europe, values: {visits: nil, days: -3}}")
		if v.IntN(2) == 0 {
			v.line(indent+6, "- {id: all, label: Total, sum: [a, b, c]}")
		}
		if v.IntN(2) == 0 {
			v.line(indent+4, "notes: [%q]", v.cell())
		}
	}
}

package importer

import (
	"slices"
	"strings"
)

// workTable is a table that says how results are measured, who does what by when, or what may go
// wrong, as its heads say.
type workTable struct {
	columns []workColumn
	rows    []gridRow // below the head
	title   string    // what rows above the head say
	risks   bool      // it is a register of risks
	name    string    // for reports
	path    []*draftResult
	near    string

	scaleBelow int // how high levels of risks go, as a note below says; 0 where none does
}

// mostAboveHead is how many rows may stand above the head of such a table.
const mostAboveHead = 8

// workOf finds such a table in a table; nil for another. One that has money too is another: it may be
// the budget.
func workOf(g *grid, in map[string]bool) *workTable {
	if len(g.rows) < 2 || len(g.rows) > mostRows || g.width() > mostColumns {
		return nil
	}
	title := ""
	for i := range min(len(g.rows)-1, mostAboveHead) {
		t := &workTable{columns: headsOf(g.rows[i]), rows: g.rows[i+1:], title: title, name: g.name}
		if t.under(g.rows[i], g.rows[i+1]) {
			t.rows = g.rows[i+2:]
		}
		if t.isOf(in) {
			return t
		}
		title = strings.TrimSpace(title + " " + g.rows[i].inWords())
	}
	return nil
}

func headsOf(r gridRow) (columns []workColumn) {
	for i := range r.cells {
		columns = append(columns, workColumnOf(r.cells[i].text))
	}
	return initialsOfMonths(columns)
}

// initialsOfMonths reads twelve heads that are the first letters of the months.
func initialsOfMonths(columns []workColumn) []workColumn {
	const months = "JFMAMJJASOND"
	for from := 0; from+len(months) <= len(columns); from++ {
		said := ""
		for _, c := range columns[from : from+len(months)] {
			if len(c.head) == 1 {
				said += c.head
			}
		}
		if said != months {
			continue
		}
		for i, month := range monthsInFull {
			columns[from+i].role, columns[from+i].time = timeWork, month
		}
		return columns
	}
	return columns
}

// under takes a second row of heads, which says the quarters or months of the years above them, or
// the years of the targets.
func (t *workTable) under(above, r gridRow) bool {
	heads, times, years := headsOf(r), 0, 0
	over := headsOver(above, len(heads))
	for i, c := range heads {
		switch {
		case c.head == "" || i < len(t.columns) && c.head == t.columns[i].head:
		case c.role == timeWork:
			times++
		case isYear(c.head) && over[i].isValue():
			years++
		default:
			return false
		}
	}
	if times < 2 && years == 0 {
		return false
	}
	for i, c := range heads {
		if isYear(c.head) && over[i].isValue() {
			heads[i] = workColumn{over[i].role, over[i].head + " " + c.head, c.head}
		}
	}
	t.below(heads)
	return true
}

// isValue reports a column of values of indicators whose head says no time.
func (c workColumn) isValue() bool {
	return c.time == "" && (c.role == baselineWork || c.role == targetWork || c.role == actualWork)
}

// headsOver are the heads that stand over columns: an empty one belongs to the one left of it.
func headsOver(r gridRow, columns int) []workColumn {
	out := make([]workColumn, columns)
	for i := range out {
		switch {
		case textAt(r, i) != "":
			out[i] = workColumnOf(r.cells[i].text)
		case i > 0:
			out[i] = out[i-1]
		}
	}
	return out
}

// below takes the second row of heads.
func (t *workTable) below(heads []workColumn) {
	year := ""
	for i, c := range heads {
		for len(t.columns) <= i {
			t.columns = append(t.columns, workColumn{})
		}
		if isYear(t.columns[i].head) {
			year = strings.TrimSpace(t.columns[i].head)
		} else if t.columns[i].head != "" && c.role != timeWork {
			year = ""
		}
		if c.isTimed() {
			t.columns[i] = c
		}
		if c.role != timeWork {
			continue
		}
		if year != "" && yearInHead().FindString(c.time) == "" {
			c.time += " " + year
		}
		t.columns[i] = c
	}
}

// isTimed reports a column of values of indicators whose head says a time.
func (c workColumn) isTimed() bool {
	return c.time != "" && (c.role == baselineWork || c.role == targetWork || c.role == actualWork)
}

func (t *workTable) has(roles ...workRole) (n int) {
	for _, r := range roles {
		if slices.ContainsFunc(t.columns, func(c workColumn) bool { return c.role == r }) {
			n++
		}
	}
	return n
}

// isOf reports whether the heads are those of such a table, and of what the template prints.
func (t *workTable) isOf(in map[string]bool) bool {
	t.risks = t.has(riskWork) > 0 && t.has(indicatorWork, activityWork) == 0
	switch {
	case t.hasMoney():
		return false
	case t.risks:
		t.ownedBy()
		return in["risks"] && t.has(likelihoodWork, impactWork, responseWork, ownerWork) > 0
	case t.has(indicatorWork) > 0:
		return in["indicators"] && (t.has(baselineWork, targetWork, verificationWork, actualWork, unitWork) > 0 || len(t.columns) == 1 && resultAt().MatchString(textAt(t.rows[0], 0)))
	case t.has(activityWork, milestoneWork) > 0:
		return in["work"] && t.has(responsibleWork, partnersWork, whenWork, timeWork, milestoneWork) > 0 && t.has(activityWork, dateWork) > 0
	}
	return false
}

// ownedBy takes who is responsible for who owns a risk.
func (t *workTable) ownedBy() {
	for i := range t.columns {
		if t.columns[i].role == responsibleWork && t.has(ownerWork) == 0 {
			t.columns[i].role = ownerWork
		}
	}
}

// hasMoney reports a column of money.
func (t *workTable) hasMoney() bool {
	for i, c := range t.columns {
		if c.role != unknownWork || c.head == "" {
			continue
		}
		if !moneyHead().MatchString(c.head) && currencyIn(c.head) == "" {
			continue
		}
		for _, r := range t.rows {
			if hasDigits(textAt(r, i)) {
				return true
			}
		}
	}
	return false
}

var moneyHead = words(`\b(?:costs?|budgets?|amounts?|expenditures?|expenses?|prices?|salar(?:y|ies)|fees?|contributions?|fund(?:s|ing)?|financing|income|revenue|paid|payments?|pledge[ds]?|assessed|assessments?|appropriations?|money|totals?|resources)\b`)

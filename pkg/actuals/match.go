package actuals

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// matcher finds the line of the budget that a row of the accounts is on.
type matcher struct {
	byID, byCode map[string][]line
	byLabel      map[string][]string // the ids of the lines that have it
	funds        map[string]string   // by id and by code; "" where several have the code
	above        map[string]string   // the group that a line stands in
	isGroup      map[string]bool
}

// line is a line of the budget, and the funds that pay it; nil where the plan says nothing of
// them.
type line struct {
	id    string
	funds []string
}

func newMatcher(b *plan.Budget) *matcher {
	m := &matcher{byID: map[string][]line{}, byCode: map[string][]line{}, byLabel: map[string][]string{}, funds: map[string]string{}, above: map[string]string{}, isGroup: map[string]bool{}}
	m.lines(b.Lines, "", nil)
	for i := range b.Funds {
		if len(b.Funds[i].Sum) > 0 {
			continue // no money is booked on a sum
		}
		if code := key(b.Funds[i].Code.Value); code != "" {
			if _, twice := m.funds[code]; twice {
				m.funds[code] = ""
				continue
			}
			m.funds[code] = b.Funds[i].ID.Value
		}
	}
	for i := range b.Funds {
		if len(b.Funds[i].Sum) == 0 {
			m.funds[key(b.Funds[i].ID.Value)] = b.Funds[i].ID.Value
		}
	}
	return m
}

// fund returns the id of the fund that a text names; "" where it names none.
func (m *matcher) fund(text string) string { return m.funds[key(text)] }

// key is a code as it is compared.
func key(code string) string { return strings.ToLower(strings.Join(strings.Fields(code), " ")) }

func (m *matcher) lines(list []cost.Line, group string, above []string) {
	for i := range list {
		l := &list[i]
		of := line{l.ID.Value, above}
		m.above[l.ID.Value], m.isGroup[l.ID.Value] = group, len(l.Lines) > 0
		if l.Splits != nil && l.Splits[cost.Fund].IsWritten() {
			of.funds = nil
			for _, s := range l.Splits[cost.Fund].Shares {
				of.funds = append(of.funds, s.Key.Value)
			}
		}
		if l.Wrote("parts") {
			of.funds = nil // each part may have its own
		}
		if label := key(l.Label.Value); label != "" {
			m.byLabel[label] = append(m.byLabel[label], l.ID.Value)
		}
		m.byID[key(l.ID.Value)] = append(m.byID[key(l.ID.Value)], of)
		if code := key(l.Code.Value); code != "" {
			m.byCode[code] = append(m.byCode[code], of)
		}
		m.lines(l.Lines, l.ID.Value, of.funds)
	}
}

// noFund is said of the fund of a row, whose line may be as it should be.
const noFund = " is the code or id of no fund of the budget"

// match returns the id of the line that a text and a fund name, and the id of the fund. Why says
// what keeps it from a line; "" where nothing does.
func (m *matcher) match(text, fund string) (id, fundID, why string) {
	if fund != "" {
		fundID = m.fund(fund)
		if fundID == "" {
			return "", "", tabular.Quoted(fund) + noFund
		}
	}
	if text == "" {
		return "", fundID, "no line is named"
	}
	found := m.find(text).lines
	if len(found) == 0 {
		return "", fundID, tabular.Quoted(text) + " is the code or id of no line of the budget"
	}
	var paid []line
	for _, l := range found {
		if l.pays(fundID) {
			paid = append(paid, l)
		}
	}
	switch {
	case len(paid) == 1:
		return paid[0].id, fundID, ""
	case len(paid) == 0:
		return "", fundID, fmt.Sprintf("%s is not paid by the fund %s", tabular.Quoted(found[0].id), tabular.Quoted(fundID))
	}
	var ids []string
	for _, l := range paid {
		ids = append(ids, l.id)
	}
	return "", fundID, fmt.Sprintf("%s is the code of several lines: %s", tabular.Quoted(text), tabular.Quoted(ids...))
}

// knows reports a text that is the code or id of a line.
func (m *matcher) knows(text string) bool {
	return len(m.byCode[key(text)]) > 0 || len(m.byID[key(text)]) > 0
}

// pays reports whether a fund may pay a line.
func (l *line) pays(fund string) bool {
	if fund == "" || len(l.funds) == 0 {
		return true
	}
	for _, f := range l.funds {
		if f == fund {
			return true
		}
	}
	return false
}

package importer

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
)

// bodyRow is a row below the head of a table.
type bodyRow struct {
	at                int // in the table
	where             string
	code, label, note string
	footnotes         []string // on the row
	group             string   // that begins with the row
	amounts           map[*draftColumn]amount
	bold, hidden      bool
	said              bool  // its label says that it is a sum
	inKind            bool  // it says that it is given, not paid
	sum               []int // the rows that its formula adds up; nil where none says so
}

// hasFigures reports a row with an amount that is a number.
func (r *bodyRow) hasFigures() bool {
	for _, a := range r.amounts {
		if a.kind == isNumber || a.kind == isTwofold {
			return true
		}
	}
	return false
}

// saysNothing reports a row whose columns of figures are all empty.
func (r *bodyRow) saysNothing() bool {
	for _, a := range r.amounts {
		if a.kind != isBlank || a.text != "" {
			return false
		}
	}
	return true
}

// mostRows is how many rows of a budget are read: far more than any has.
const mostRows = 1000

// body reads the rows below the head; rows without any text are left out.
func (t *budgetTable) body(columns []*draftColumn) (body []*bodyRow) {
	last := ""
	t.further = 0 // a table may be read more than once
	for i := t.first; i < len(t.rows); i++ {
		if t.repeated[i] || t.isEmpty(i) {
			continue
		}
		if len(body) == mostRows {
			t.further++
			t.useRow(i)
			continue
		}
		r := &bodyRow{at: i, where: t.place(i), hidden: t.rows[i].hidden, bold: t.rows[i].bold, amounts: map[*draftColumn]amount{}}
		for _, c := range columns {
			r.amounts[c] = t.amount(i, c.at)
		}
		for c, role := range t.roles {
			text := strings.TrimSpace(t.cell(i, c).text)
			if over := t.cell(i, c).over; text == "" || over && role != labelRole && role != groupRole {
				continue
			}
			switch role {
			case labelRole:
				r.label, r.footnotes = text, t.cell(i, c).notes
			case codeRole:
				r.code = text
			case shareRole:
			case groupRole:
				if text != last && oneLine(text) != "" {
					r.group, last = text, text
				}
			case noteRole:
				if ticks().MatchString(text) && c < len(t.heads) && t.heads[c] != "" { // which quarter, which partner
					text = t.heads[c] + ": " + text
				}
				r.note = strings.TrimSpace(r.note + " " + text)
			default:
				continue
			}
			t.used[[2]int{i, c}] = true
		}
		if r.label == "" || isTotal(r.group) {
			r.label, r.group, last = strings.TrimSpace(r.group+" "+r.label), "", ""
		}
		t.complete(r)
		body = append(body, r)
	}
	return body
}

// complete fills a row's label and looks what its words say.
func (t *budgetTable) complete(r *bodyRow) {
	if r.code == "" && t.has(codeRole) < 0 {
		r.code, r.label = codeOf(r.label)
	}
	const longCode = 60
	if r.label == "" || len(r.code) > longCode {
		r.label, r.code = strings.TrimSpace(r.code+" "+r.label), ""
	}
	if r.label == "" { // the words may stand in another column, as those of a total
		for c := range t.roles {
			text := strings.TrimSpace(t.cell(r.at, c).text)
			if t.roles[c] != noteRole && isTotal(text) {
				r.label = text
				t.used[[2]int{r.at, c}] = true
				break
			}
		}
	}
	if r.label == "" && r.note != "" && !r.hasFigures() {
		r.label, r.note = r.note, ""
	}
	r.said = isTotal(strings.Trim(r.label, " :"))
	r.inKind = inKindWords().MatchString(r.label) && !r.hasFigures()
	for _, a := range r.amounts {
		r.inKind = r.inKind || inKindWords().MatchString(a.text) && a.kind != isNumber
	}
	if !r.hasFigures() && r.saysNothing() && inKindWords().MatchString(r.note) {
		r.inKind = true
	}
}

var frontCode = pattern.Lazy(`^(\d{3,8}|\d{1,3}(?:\.\d{1,3})+\.?|[A-Z]{1,3}[-.]?\d{1,6}(?:[-.]\d+)*)(?:\s*[-–—:]\s+|\s+)(\S.*)$`)

// codeOf splits the code off a label that begins with one. A year is none.
func codeOf(label string) (code, rest string) {
	if m := frontCode().FindStringSubmatch(label); m != nil && !isYear(m[1]) {
		return m[1], m[2]
	}
	return "", label
}

// isEmpty reports a row without any text.
func (t *budgetTable) isEmpty(row int) bool {
	for _, c := range t.rows[row].cells {
		if strings.TrimSpace(c.text) != "" {
			return false
		}
	}
	return true
}

// place says where a row stands.
func (t *budgetTable) place(row int) string {
	if where := t.rows[row].where; where != "" {
		return strings.TrimSpace(t.name + " " + where)
	}
	return t.name
}

// tally adds up lines, one after the other.
type tally struct {
	sums  map[*draftColumn]amount
	lines int
	wrong bool // an amount cannot be added
}

func (s *tally) add(l *draftLine) {
	if s.sums == nil {
		s.sums = map[*draftColumn]amount{}
	}
	s.lines++
	for c, a := range l.amounts {
		sum := s.sums[c]
		sum.value, sum.shown = sum.value.Add(a.value), max(sum.shown, a.shown)
		s.sums[c], s.wrong = sum, s.wrong || a.kind == isTwofold && c.kind == ofAmounts
	}
}

// addsUp reports whether the lines come to the amounts of a row, in each column of amounts
// that has numbers, as far as rounding allows. Nothing comes to nothing only by chance.
func addsUp(lines []*draftLine, to map[*draftColumn]amount) bool {
	var s tally
	for _, l := range lines {
		s.add(l)
	}
	return s.comesTo(to)
}

func (s *tally) comesTo(to map[*draftColumn]amount) bool {
	some := false
	if s.wrong {
		return false
	}
	for c, want := range to {
		if want.kind != isNumber || c.kind != ofAmounts {
			continue
		}
		sum := s.sums[c]
		slack := money.Zero // halves of a unit, where figures are shown rounded
		if exact := max(money.OwnPlaces(sum.value), money.OwnPlaces(want.value)); exact > want.shown {
			slack = money.New(int64(s.lines + 1)).Shift(-want.shown)
		}
		if sum.value.Sub(want.value).Abs().GreaterThan(slack) {
			return false
		}
		some = some || !want.value.IsZero()
	}
	return some
}

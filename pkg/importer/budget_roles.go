package importer

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// columnLook is what the cells of a column look like.
type columnLook struct{ figures, percents, words, codes, letters int }

var codeForm = pattern.Lazy(`^(?:[A-Z]{0,3}[-. ]?\d+(?:[-./ ]\d+)*\.?|[A-Z]\.?|[IVX]+\.)$`)

func (t *budgetTable) look(column int) (l columnLook) {
	for i := t.first; i < len(t.rows); i++ {
		text := strings.TrimSpace(t.cell(i, column).text)
		if text == "" {
			continue
		}
		a := t.amount(i, column)
		switch a.kind {
		case isPercent:
			l.percents++
		case isNumber, isNil, isTwofold:
			l.figures++
		case noAmount:
			l.words++
			l.letters += len(text)
		}
		if codeForm().MatchString(text) {
			l.codes++
		}
	}
	return l
}

// findRoles finds what each column holds: by what a person said, by its head, by its cells.
func (t *budgetTable) findRoles(o budgetOptions) {
	t.roles = make([]role, len(t.heads))
	given := t.givenRoles(o)
	looks := make([]columnLook, len(t.heads))
	for c := range t.heads {
		looks[c] = t.look(c)
		if r, ok := given[c]; ok {
			t.roles[c] = r
			continue
		}
		if t.isHidden(c) {
			looks[c] = columnLook{} // what it has is kept in comments
			continue
		}
		t.roles[c] = looks[c].role(t.heads[c], len(given) > 0)
	}
	t.findCodes(looks)
	t.findLabels(looks, given)
	t.findAmounts(looks, given)
	t.findGroups(looks, given)
	t.findShares()
	t.findDerived(looks, given)
}

// isHidden reports a column that the file hides.
func (t *budgetTable) isHidden(column int) bool {
	hidden := false
	for i := range t.rows {
		if c := t.cell(i, column); c.text != "" && !c.over {
			if !c.hidden {
				return false
			}
			hidden = true
		}
	}
	return hidden
}

// findGroups finds a column of groups left of the labels: one that says less than a row
// each, beside one that says something in nearly each.
func (t *budgetTable) findGroups(looks []columnLook, given map[int]role) {
	if len(given) > 0 {
		return
	}
	left, right := -1, -1
	for c, r := range t.roles {
		if r == amountRole {
			break
		}
		if words := looks[c].words > looks[c].figures; !words || r == codeRole || r == unitRole || postRole(t.heads[c]) == gradeRole {
			continue
		}
		if left < 0 {
			left = c
		} else if right < 0 {
			right = c
		}
	}
	if left < 0 || right < 0 {
		return
	}
	rows, groups, labels, last := 0, 0, 0, ""
	for i := t.first; i < len(t.rows); i++ {
		group, label := t.cell(i, left), t.cell(i, right)
		if t.figures(i) == 0 || isTotal(group.text) || isTotal(label.text) {
			continue
		}
		rows++
		if group.text != "" && !group.over && group.text != last {
			groups, last = groups+1, group.text
		}
		if label.text != "" && label.text != group.text {
			labels++
		}
	}
	if groups > 1 && 3*groups <= 2*rows && 10*labels >= 9*rows {
		for c, r := range t.roles {
			if r == labelRole {
				t.roles[c] = noteRole
			}
		}
		t.roles[left], t.roles[right] = groupRole, labelRole
	}
}

// role says what a column holds by its head, as far as its cells agree.
func (l columnLook) role(head string, told bool) role {
	r := headRole(head)
	if plainHead(yearWords().ReplaceAllString(head, "")) == "%" {
		r = percentRole // below the year of another column
	}
	switch post := postRole(head); {
	case post == gradeRole && l.words > 0:
		return otherRole
	case r == amountRole && (post == annualRole || post == monthlyRole) && salaryWords().MatchString(head):
		return otherRole
	}
	figures := l.figures + l.percents
	switch r {
	case amountRole, costRole, quantityRole, timesRole, changeRole:
		if l.words > figures {
			r = otherRole
			if headRole(head) == amountRole && figures == 0 && l.words > 0 {
				r = labelRole // "Expenditure" above words
			}
		} else if l.percents > l.figures {
			r = otherRole
			if headRole(head) == changeRole {
				r = percentRole
			}
		}
	case percentRole:
		if l.words > figures {
			r = otherRole
		}
	case labelRole, noteRole:
		if figures > l.words {
			r = otherRole
			if headRole(head) == labelRole && strings.Contains(strings.ToLower(head), "cost") {
				r = amountRole
			}
		}
	case unitRole:
		if figures > l.words {
			r = quantityRole
		}
	}
	if told && r == amountRole {
		return otherRole // whoever names columns of amounts names all of them
	}
	return r
}

// salaryWords say that a column has the cost of one post.
var salaryWords = words(`\bsalary\b|\b(?:annual|monthly) (?:cost|rate)\b|\bper (?:month|annum|post)\b`)

// givenRoles are what a person said of the columns.
func (t *budgetTable) givenRoles(o budgetOptions) map[int]role {
	given := map[int]role{}
	t.named = map[int]string{}
	for _, name := range slices.Sorted(maps.Keys(o.columns)) {
		c := columnNumber(o.columns[name])
		if c < 0 || c >= len(t.heads) {
			continue
		}
		if given[c] = amountRole; roleNames[name] != otherRole {
			given[c] = roleNames[name]
		} else {
			t.named[c], t.heads[c] = t.heads[c], name
		}
	}
	return given
}

// roleNames are the words for kinds of column that a person can say.
var roleNames = map[string]role{"label": labelRole, "cost": labelRole, "item": labelRole, "code": codeRole, "account": codeRole, "note": noteRole, "notes": noteRole,
	"remarks": noteRole, "amount": amountRole, "change": changeRole, "percent": percentRole, "quantity": quantityRole, "times": timesRole, "price": costRole, "unit": unitRole}

// columnNumber reads the letter or the number of a column, from 0; -1 for neither.
func columnNumber(letter string) int {
	letter = strings.ToUpper(strings.TrimSpace(letter))
	if n, err := strconv.Atoi(letter); err == nil {
		return n - 1
	}
	n := 0
	for _, r := range letter {
		if r < 'A' || r > 'Z' || n > mostColumns*mostColumns {
			return -1
		}
		n = n*26 + int(r-'A') + 1
	}
	return n - 1
}

// findCodes finds a column of codes without a head: short numbers left of the words.
func (t *budgetTable) findCodes(looks []columnLook) {
	for c, l := range looks {
		if l.words+l.figures+l.percents == 0 {
			continue
		}
		if t.roles[c] == otherRole && t.heads[c] == "" && l.codes > 1 && l.codes >= l.words+l.figures && c+1 < len(looks) && looks[c+1].words > looks[c+1].figures {
			t.roles[c] = codeRole
		}
		return // the first column that has anything
	}
}

// findLabels leaves one column of labels, and notes right of it.
func (t *budgetTable) findLabels(looks []columnLook, given map[int]role) {
	label := -1
	for c, r := range t.roles {
		if r == labelRole && given[c] == labelRole {
			label = c
		}
	}
	for c, r := range t.roles {
		if r == labelRole && label < 0 && looks[c].words > 0 {
			label = c
		}
	}
	if label < 0 { // the first column of words, of codes at the worst
		label = t.firstOf(looks, otherRole)
	}
	if label < 0 {
		label = t.firstOf(looks, noteRole)
	}
	if label < 0 {
		label = t.firstOf(looks, codeRole)
	}
	for c, r := range t.roles {
		switch {
		case c == label:
			t.roles[c] = labelRole
		case r == labelRole, r == otherRole && c > label && t.has(noteRole) < 0 && looks[c].words > 0 && looks[c].letters >= 8*looks[c].words && postRole(t.heads[c]) == otherRole:
			t.roles[c] = otherRole
			if c > label && looks[c].words > looks[c].figures {
				t.roles[c] = noteRole
			}
		}
	}
}

func (t *budgetTable) firstOf(looks []columnLook, r role) int {
	for c := range t.roles {
		if t.roles[c] == r && looks[c].words > 0 {
			return c
		}
	}
	return -1
}

// has returns the first column of a kind, -1 for none.
func (t *budgetTable) has(r role) int {
	for c := range t.roles {
		if t.roles[c] == r {
			return c
		}
	}
	return -1
}

// findAmounts takes columns of figures for amounts where no head says which are.
func (t *budgetTable) findAmounts(looks []columnLook, given map[int]role) {
	if t.has(amountRole) >= 0 {
		return
	}
	for _, r := range []role{otherRole, costRole, quantityRole} {
		for c, l := range looks {
			if _, ok := given[c]; !ok && t.roles[c] == r && l.figures > 0 && l.figures >= l.words && l.percents == 0 {
				t.roles[c] = amountRole
			}
		}
		if t.has(amountRole) >= 0 {
			return
		}
	}
}

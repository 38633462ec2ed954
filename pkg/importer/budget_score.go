package importer

import "strings"

// score says how likely a table is to be the budget; 0 for none.
func (t *budgetTable) score() (n int) {
	label, amounts := t.has(labelRole), 0
	if label < 0 || t.has(amountRole) < 0 {
		return 0
	}
	for i := t.first; i < len(t.rows); i++ {
		if strings.TrimSpace(t.cell(i, label).text) == "" {
			continue
		}
		for c, r := range t.roles {
			if a := t.amount(i, c); r == amountRole && (a.kind == isNumber || a.kind == isTwofold) {
				amounts++
				break
			}
		}
	}
	if amounts < 1 {
		return 0
	}
	n = min(amounts, 50)
	if t.hasTotal() {
		n += 40
	}
	said := strings.ToLower(t.name + " " + strings.Join(t.heads, " "))
	for i := range max(t.head, 0) {
		said += " " + strings.ToLower(t.rowText(i))
	}
	if strings.Contains(said, "budget") {
		n += 20
	}
	if t.head >= 0 {
		n += 10
	}
	list := 0
	for c := range t.heads {
		switch postRole(t.heads[c]) {
		case gradeRole, fteRole, annualRole:
			if t.roles[c] != percentRole && t.roles[c] != amountRole {
				list = min(list+15, 20)
			}
		}
	}
	n -= list // it may be one of posts
	if len(t.heads) > label && fundHeads().MatchString(t.heads[label]) {
		n /= 3 // it may be one of who pays
	}
	if t.head < 0 && !t.hasTotal() && currencyInRows(t) == "" {
		return 0 // rows of words and numbers are not yet a budget
	}
	return max(n, 0)
}

// currencyInRows finds the currency of a table's figures, heads and titles.
func currencyInRows(t *budgetTable) string {
	count := map[string]int{}
	best := ""
	take := func(code string) {
		if code != "" {
			if count[code]++; count[code] > count[best] {
				best = code
			}
		}
	}
	for i := range t.rows {
		for c, cell := range t.rows[i].cells {
			switch {
			case cell.text == "":
			case i < t.first:
				take(currencyIn(cell.text))
			case c < len(t.roles) && t.roles[c] == amountRole:
				take(t.spelled.readAmount(cell.text).currency)
			}
		}
	}
	if best == "" {
		for i := t.first; i < len(t.rows); i++ {
			if label := t.has(labelRole); label >= 0 && isTotal(t.cell(i, label).text) {
				take(currencyIn(t.cell(i, label).text))
			}
		}
	}
	if best == "" {
		best = currencyIn(t.name)
	}
	return best
}

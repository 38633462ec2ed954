package importer

import "github.com/isuplan/isuplan/pkg/money"

// findShares tells a column of shares of the total from one of changes, where there is one
// column of amounts only: the shares follow from it.
func (t *budgetTable) findShares() {
	amounts, percent := -1, -1
	for c, r := range t.roles {
		switch {
		case r == amountRole && amounts >= 0, r == percentRole && percent >= 0:
			return
		case r == amountRole:
			amounts = c
		case r == percentRole:
			percent = c
		}
	}
	if amounts >= 0 && percent >= 0 && t.areShares(amounts, percent) {
		t.roles[percent] = shareRole
	}
}

// areShares reports a column that says of each amount how much of the total it is, to one per
// cent.
func (t *budgetTable) areShares(amounts, percent int) bool {
	hundred, told := money.New(100), 0
	var total money.Decimal
	for i := t.first; i < len(t.rows); i++ {
		if p, a := t.amount(i, percent), t.amount(i, amounts); p.kind == isPercent && p.value.Equal(hundred) && a.kind == isNumber {
			total = a.value
		}
	}
	for i := t.first; i < len(t.rows); i++ {
		p, a := t.amount(i, percent), t.amount(i, amounts)
		switch {
		case p.kind != isPercent && p.text == "":
			continue
		case p.kind != isPercent || a.kind != isNumber:
			return false
		}
		if off := a.value.Mul(hundred).Sub(p.value.Mul(total)); off.Abs().GreaterThan(total.Abs()) {
			return false
		}
		told++
	}
	return told > 2 && !total.IsZero()
}

package actuals

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/tabular"
)

var (
	// inBrackets is a unit that stands in brackets in a head, and inWords one behind the word.
	inBrackets = pattern.Lazy(`[(\[]([^()\[\]]{1,4})[)\]]`)
	inWords    = pattern.Lazy(`(?:^|[^\pL])(?:[Ii][Nn]|[Ee][Nn])[ \x{a0}]+(\pL{3}|\p{Sc}|US\$)\.?$`)
	// aboveIn is what rows above the heads say of all amounts.
	aboveIn = pattern.Lazy(`(?i)\b(?:amounts|figures|values)\b[^.;:()]{0,30}?\bin[ \x{a0}]+((?-i:[A-Z]{3}))(?:$|[.;)\]])`)
	// currencyIs is a row above the heads of the currency alone.
	currencyIs = pattern.Lazy(`^(?i:currency|report currency|reporting currency|währung|devise|monnaie|moneda|валюта)[ ]*[:=]?[ ]*([A-Z]{3})$`)
	// currencyHead is what a column of currencies is called.
	currencyHead = pattern.Lazy(`(?i)^(?:curr?|crcy|crncy|ccy|currency(?: code| key)?|waers|währung|währg|devise|code devise|monnaie|moneda|divisa|валюта)\.?$`)
	// ownAmount is of a head of amounts that are in the currency of the accounts, whatever currency stands beside them.
	ownAmount = pattern.Lazy(`(?i)\b(?:local|loc|lc|company|group|base|functional|reporting|report|hauswährung|hw)\b|convert|equivalent`)
	// anyAmount is of a head of amounts.
	anyAmount = pattern.Lazy(`(?i)amount|betrag|montant|importe|monto|сумма|^values?(?: in |$)`)
)

// alsoWords are codes that heads have as words: a conference or a meeting of Parties, all, top and try.
var alsoWords = []string{"ALL", "COP", "MOP", "TOP", "TRY"}

// unitOf returns the currency that a head names for certain: in brackets, behind "in", or as the whole head.
func unitOf(head string) string {
	if money.Currency(head).IsValid() {
		return unlessWord(head)
	}
	for _, form := range []func() [][]string{
		func() [][]string { return inBrackets().FindAllStringSubmatch(head, -1) },
		func() [][]string { return inWords().FindAllStringSubmatch(head, -1) },
	} {
		for _, m := range form() {
			unit := strings.TrimSpace(m[1])
			if money.Currency(unit).IsValid() {
				return unlessWord(unit)
			}
			if len(signs[unit]) > 0 && strings.ContainsAny(unit, "€£$¥₹₺₽₩₦₵₴฿₱") {
				return unit
			}
		}
	}
	return ""
}

func unlessWord(code string) string {
	if slices.Contains(alsoWords, code) {
		return ""
	}
	return code
}

// inOurs reports amounts that the file says are in another currency than the budget's: in the head of their column,
// in a column of currencies, or above the heads.
func (r *reader) inOurs(above, rows []tabular.Row) {
	own := false
	for _, of := range r.columns.amounts() {
		if *of.at < 0 {
			continue
		}
		head := r.heads.Cell(*of.at)
		unit := unitOf(head.Text)
		if own = own || unit != "" && r.isOurs(unit); unit == "" || r.isOurs(unit) {
			continue
		}
		at := r.named(of.key).Span()
		if !r.named(of.key).IsSet() {
			at = r.table.Node(head).Span()
		}
		r.fail(at, fmt.Sprintf("by its head, %s, the column of `%s` is in %s, and the budget is in %s", tabular.Quoted(head.Text), of.key, unit, r.currency),
			"name the column that is in "+r.currency+" under `heads`, or export the accounts in "+r.currency)
	}
	if r.columns.currency < 0 && !own {
		r.columns.currency = r.currencyColumn(rows)
	}
	if r.columns.currency < 0 && !own && !r.failed {
		r.currencyAbove(above)
	}
}

// currencyColumn returns a column that nobody names and that has the currencies of the amounts: by its head, and
// because it has nothing but codes; -1 where there is none, or where the amounts may be in another one.
func (r *reader) currencyColumn(rows []tabular.Row) int {
	found := -1
	for at, c := range r.heads.Cells {
		isAmount := slices.ContainsFunc(r.columns.amounts(), func(of keyed) bool { return *of.at == at })
		switch {
		case isAmount && r.isInOwn(c.Text), !isAmount && anyAmount().MatchString(c.Text):
			return -1 // which amounts the currency is that of, nobody can tell
		case !isAmount && currencyHead().MatchString(c.Text) && isOfCodes(rows, at):
			if found >= 0 {
				return -1
			}
			found = at
		}
	}
	return found
}

// isInOwn reports a head of amounts that are in the budget's currency or in that of the accounts.
func (r *reader) isInOwn(head string) bool {
	return ownAmount().MatchString(head) || slices.ContainsFunc(strings.FieldsFunc(head, func(x rune) bool { return strings.ContainsRune(" ()[]/,.:-", x) }), r.isOurs)
}

// isOfCodes reports a column that has codes of currencies, and nothing else.
func isOfCodes(rows []tabular.Row, at int) bool {
	has := false
	for _, row := range rows {
		text := row.Cell(at).Text
		if text == "" {
			continue
		}
		if !money.Currency(strings.ToUpper(text)).IsValid() {
			return false
		}
		has = true
	}
	return has
}

// currencyAbove reports a row above the heads by which all amounts are in another currency.
func (r *reader) currencyAbove(above []tabular.Row) {
	for _, row := range above {
		for i, c := range row.Cells {
			m := aboveIn().FindStringSubmatch(c.Text)
			if m == nil {
				m = currencyIs().FindStringSubmatch(strings.TrimSpace(c.Text + " " + row.Cell(i+1).Text))
			}
			if m == nil {
				m = currencyIs().FindStringSubmatch(c.Text)
			}
			if m == nil || !money.Currency(m[1]).IsValid() || strings.EqualFold(m[1], r.currency) {
				continue
			}
			r.fail(r.table.Node(c).Span(), fmt.Sprintf("by this row the amounts are in %s, and the budget is in %s", m[1], r.currency),
				"export the accounts in the budget's currency; or name the column of currencies: \"heads: {currency: …}\"")
			return
		}
	}
}

package actuals

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// sumWord begins the name of a row that adds others up.
var sumWord = pattern.Lazy(`(?i)^(?:grand[ -]?|sub[ -]?|sous[ -]?)?(?:totals?|totaux|totales|sum|sums|summe|zwischensumme|gesamt|gesamtsumme|somme|suma|saldo|solde|balance|(?:opening|closing|beginning|ending) balance|(?:balance )?(?:carried|brought) forward|übertrag|saldovortrag|result|overall result|ergebnis|gesamtergebnis|résultat|resultado|(?:общий )?итого?|всего|результат)(?:$|[^\pL\pN])`)

// summed is what stands in front of an account in the name of its sum: Total 6200, Sum of account 6200.
var summed = pattern.Lazy(`(?i)^[^\pL\pN]*(?:grand|sub|sous)?[ -]?\pL+[^\pL\pN]+(?:(?:of|for|du|de la|de|del|der|des|für)[^\pL\pN]+)?(?:(?:account|compte|cuenta|konto)[^\pL\pN]+)?`)

// lastWord is what stands behind the account in the name of its sum, as spreadsheet programs write subtotals: 6100 Total,
// 6100 Result.
var lastWord = pattern.Lazy(`(?i)^(?:(?:grand|sub|sous)?(?:totals?|totaux)|sum|summe|somme|suma|result|ergebnis|teilergebnis|zwischensumme|résultat|resultado|итого?|всего|сумма|результат)$`)

// betweenWords are the gaps between words of the name of a sum.
const betweenWords = " \u00a0:·|–—-"

// sumBehind takes the name of a sum apart whose word stands behind the account. It looks at the end alone, since every
// text of a file comes here.
func sumBehind(name string) (account, word string, is bool) {
	name = strings.TrimSuffix(name, ":")
	at := strings.LastIndexAny(name, betweenWords)
	if at <= 0 {
		return "", "", false
	}
	word = strings.TrimLeft(name[at:], betweenWords)
	if !lastWord().MatchString(word) {
		return "", "", false
	}
	account = strings.TrimRight(name[:at], betweenWords)
	for _, of := range []string{"grand", "sub", "sous"} { // Sub Total, Sub-Total
		if before := len(account) - len(of); before > 0 && strings.EqualFold(account[before:], of) && strings.ContainsRune(betweenWords, rune(account[before-1])) {
			return strings.TrimRight(account[:before], betweenWords), word, true
		}
	}
	return account, word, account != ""
}

// sumFirst are the words of a sum in front of its account, or alone as with sumAlone. A balance is none: that of an
// account may be paid.
var (
	sumAlone = pattern.Lazy(`(?i)^` + sumWords + `:?$`)
	sumFirst = pattern.Lazy(`(?i)^` + sumWords + `(?:$|[^\pL\pN])`)
)

const sumWords = `(?:(?:grand|sub|sous)?[ -]?(?:totals?|totaux)|sum|summe|somme|suma|result|overall result|ergebnis|résultat|resultado|итого?|всего)`

// stars mark the sums of some programs, one for each level: *, **.
var stars = pattern.Lazy(`^(\*+)[ \x{a0}]*([^*]*)$`)

// isWorded is an account with a name.
var isWorded = pattern.Lazy(`\pL`)

package schema

import "github.com/isuplan/isuplan/pkg/money"

// Patterns of values whose reader needs no regular expression, or a looser one.
const (
	// beyond is the first whole number with more digits than money.MaxDigits.
	beyond = "1000000000000000000000000000000"

	// A number as money.Parse takes it, except for its length.
	percentPattern = `^(0|[1-9][0-9]*)(\.[0-9]+)? *%$`
	// The same with a sign.
	signedPercentPattern = `^-?(0|[1-9][0-9]*)(\.[0-9]+)? *%$`

	leapYear    = `([0-9][0-9](0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)`
	datePattern = `^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|` + leapYear + `-02-29)$`
)

// currencies returns every code that Currency reads, those no longer in use included.
func currencies() []string {
	var codes []string
	letters := "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	for _, a := range letters {
		for _, b := range letters {
			for _, c := range letters {
				if code := string([]rune{a, b, c}); money.Currency(code).IsValid() {
					codes = append(codes, code)
				}
			}
		}
	}
	return codes
}

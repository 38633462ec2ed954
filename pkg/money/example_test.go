package money_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/money"
)

// Amounts are decimal from the text to the page, and rounded once.
func Example() {
	salaries, fault := money.Parse("345054")
	if fault != nil {
		fmt.Println(fault.Message)
		return
	}
	rate := money.New(20)
	charges := money.Div(salaries.Mul(rate), money.Hundred)
	francs := money.Rounding{To: money.New(1), Mode: money.HalfUp}

	fmt.Println("exact:", charges)
	fmt.Println("rounded:", francs.Round(charges))
	fmt.Println("printed:", money.Number(money.Sum(salaries, francs.Round(charges)), francs.Places(), ",", "."))
	// Output:
	// exact: 69010.8
	// rounded: 69011
	// printed: 414,065
}

// What is no plain number is refused, with a remedy, and never guessed at.
func ExampleParse() {
	for _, text := range []string{"12500.50", "12,500", "1e4", "012"} {
		amount, fault := money.Parse(text)
		if fault != nil {
			fmt.Printf("%s: %s\n", fault.Message, fault.Hint)
			continue
		}
		fmt.Println(amount)
	}
	// Output:
	// 12500.5
	// "12,500" has a comma: thousands to some readers, a decimal point to others: write 12500, or 12.5 if the comma is a decimal point
	// "1e4" is written with an exponent: write all its digits out: 10000
	// "012" begins with a zero; some programs read that as octal: write 12 without the zero
}

// Swiss cash is rounded to five centimes.
func ExampleRounding_Round() {
	amount, fault := money.Parse("1234.525")
	if fault != nil {
		fmt.Println(fault.Message)
		return
	}
	fiveCentimes := money.New(5).Shift(-2)
	for _, mode := range []money.Mode{money.HalfUp, money.HalfEven} {
		r := money.Rounding{To: fiveCentimes, Mode: mode}
		fmt.Println(mode, money.Number(r.Round(amount), r.Places(), ",", "."))
	}
	// Output:
	// half-up 1,234.55
	// half-even 1,234.50
}

// An amount is shared out so that the parts add up to it.
func ExampleApportion() {
	thirds := []money.Decimal{money.New(1), money.New(1), money.New(1)}
	for _, part := range money.Apportion(money.New(100000), thirds, money.New(1)) {
		fmt.Println(part)
	}
	// Output:
	// 33334
	// 33333
	// 33333
}

package pattern_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// symbols finds the symbols of documents. It is compiled when it is first called.
var symbols = pattern.Lazy(`\b[A-Z]{3}/MSP/\d{4}/\d+\b`)

// An expression that most runs never need costs them nothing.
func Example() {
	fmt.Println(symbols().FindAllString("The documents CCM/MSP/2017/9 and CCM/MSP/2017/12 were adopted.", -1))
	// Output:
	// [CCM/MSP/2017/9 CCM/MSP/2017/12]
}

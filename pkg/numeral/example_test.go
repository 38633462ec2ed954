package numeral_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/numeral"
)

// Sections of a document bear Roman numerals.
func Example() {
	for n, heading := range []string{"Introduction", "Mandate", "Priorities", "Budget"} {
		fmt.Printf("%s. %s\n", numeral.Roman(n+1), heading)
	}
	// Output:
	// I. Introduction
	// II. Mandate
	// III. Priorities
	// IV. Budget
}

package ordinal_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/ordinal"
)

// The meeting of next year bears the next ordinal, in words, figures and short forms.
func Example() {
	for _, name := range []string{"Eighth Meeting of States Parties", "8MSP", "the 21st session", "Second Review Conference"} {
		fmt.Println(ordinal.Advance(name, 1))
	}
	fmt.Println(ordinal.Of("twenty-first"), ordinal.Word(8), "8"+ordinal.Ending(8))
	// Output:
	// Ninth Meeting of States Parties
	// 9MSP
	// the 22nd session
	// Third Review Conference
	// 21 eighth 8th
}

package spell_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/spell"
)

// A word is known, or its right form is found.
//
//nolint:misspell // the slips are what is tested
func Example() {
	fmt.Println(spell.Known("convention"), spell.Known("conventoin"), spell.IsName("Geneva"))
	likely := func(word string) int { return len(word) }
	fmt.Println(spell.Near("conventoin", likely))
	right, _ := spell.Misspelt("recieve")
	british, _ := spell.British("organise")
	fmt.Println(right, british)
	// Output:
	// true false true
	// [convention]
	// receive organize
}

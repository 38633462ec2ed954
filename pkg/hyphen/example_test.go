package hyphen_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/hyphen"
)

// A word is divided behind each of its points.
func ExamplePatterns_Points() {
	const word = "Convention,"
	for _, at := range hyphen.For("en").Points(word) {
		fmt.Println(word[:at] + "-")
	}
	// Output:
	// Con-
	// Conven-
}

package readback_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/isuplan/isuplan/pkg/readback"
)

// A finished file is read as a stranger would read it: its text, line by line.
func Example() {
	text, err := readback.Read([]byte("# Work plan\n\n1. The budget is **CHF 414,065**.\n\n| Cost | 2025 |\n|---|---:|\n| Salaries | 345,054 |\n"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(text.Format)
	for _, line := range text.Lines {
		if line.Row > 0 {
			fmt.Printf("row %d, column %d: ", line.Row, line.Column)
		}
		fmt.Println(strings.TrimSpace(line.Text))
	}
	// Output:
	// md
	// Work plan
	// 1. The budget is CHF 414,065.
	// row 1, column 1: Cost
	// row 1, column 2: 2025
	// row 3, column 1: Salaries
	// row 3, column 2: 345,054
}

package xlsx_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// What is no workbook is told from one that cannot be read.
func ExampleRead() {
	_, err := xlsx.Read([]byte("Cost;2025\nSalaries;120000\n"))
	fmt.Println(err)
	// Output: it is no workbook of Excel: open it in a spreadsheet program and save it as .xlsx
}

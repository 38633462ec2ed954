package manual_test

import (
	"fmt"
	"os"

	"github.com/isuplan/isuplan/pkg/manual"
)

// A page as a terminal shows it.
func ExamplePage_Text() {
	page := manual.Read("first", "# A first page\n\nThe command `build` makes a **document** of a plan.\n\n| key | means |\n|---|---|\n| `id` | a name |\n")
	if err := page.Text(os.Stdout, manual.Screen{Width: 30}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// A first page
	// ============
	//
	// The command `build` makes a
	// document of a plan.
	//
	// key   means
	// ----  ------
	// `id`  a name
}

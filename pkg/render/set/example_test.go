package set_test

import (
	"context"
	"fmt"
	"log"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// A ruler says how a text stands in the PDF, in twentieths of a point: for formats whose
// lines another program breaks.
func ExampleRuler() {
	ruler, err := set.NewRuler(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	text := document.Plain("The Unit supports States Parties in meeting their obligations under the Convention, on request and within its means.")
	const column = 13 * 567 // centimetres
	fmt.Println("wide:", ruler.Width("465,440", 10), "twentieths of a point")
	fmt.Println("lines:", ruler.Lines(text, column))
	fmt.Println("in half a column:", ruler.Lines(text, column/2))
	// Output:
	// wide: 651 twentieths of a point
	// lines: 2
	// in half a column: 3
}

package typography_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/typography"
)

// A text is set by the rules of its language, and the same again as it is typed.
func ExampleString() {
	english := &document.Typography{Quotes: document.Quotation{Open: "“", Close: "”"}, Apostrophe: "’"}
	const plain = `The Unit's "work plan"`
	page := typography.String(plain, english)
	fmt.Println(page)
	fmt.Println(typography.Typed(page, plain, english))
	fmt.Println(typography.Alike(page) == typography.Alike(plain))
	// Output:
	// The Unit’s “work plan”
	// The Unit's "work plan"
	// true
}

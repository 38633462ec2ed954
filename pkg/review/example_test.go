package review_test

import (
	"context"
	"fmt"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/review"
	"github.com/isuplan/isuplan/pkg/source"
)

// A comment waits for a person, who says that it is done.
func Example() {
	file := source.NewFile("plan.yaml", []byte(`isuplan: 1
document: {convention: Example Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
assumptions:
  # review: is this still so?
  - That contributions arrive in time.
budget: {currency: EUR, lines: [{id: travel, label: Travel, fixed: 1}]}
`))
	u, err := compile.New(compile.Options{}).Compile(context.Background(), compile.Input{File: file})
	if err != nil {
		fmt.Println(err)
		return
	}
	findings, err := u.Judge(context.Background())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, it := range review.Of(u, findings, diag.Error) {
		fmt.Println(it.Place+":", it.Printed)
		text, err := edit.Apply(file, review.Done(&it))
		fmt.Println(len(file.Bytes)-len(text), "bytes taken out,", err)
	}
	// Output:
	// paragraph 1: 1. That contributions arrive in time.
	// 30 bytes taken out, <nil>
}

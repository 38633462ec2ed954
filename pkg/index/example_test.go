package index_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/index"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// An id is renamed wherever it is named.
func Example() {
	root, _ := source.Parse(source.NewFile("plan.yaml", []byte(`facts: {states: {value: 101}}
assumptions: ["That ${facts.states} States take part."]
`)))
	edits, err := index.New(root, plan.Shape()).Rename("facts/states", "parties")
	if err != nil {
		fmt.Println(err)
	}
	for _, e := range edits {
		fmt.Printf("%d:%d %s -> %s\n", e.Span.Start.Line, e.Span.Start.Col, e.Span.Text(), e.Text)
	}
	// Output:
	// 1:9 states -> parties
	// 2:29 states -> parties
}

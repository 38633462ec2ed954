package importer_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/importer"
	"github.com/isuplan/isuplan/pkg/readback"
)

// A plan of a document in Markdown.
func Example() {
	text, err := readback.Read([]byte(`# Implementation Support Unit 2025 Work Plan and Budget

Submitted by the Implementation Support Unit (3 June 2024)

## I. Activities

**Outcome 1.** States Parties report in time.

## II. Budget

| Cost | 2025 |
|---|---|
| Salaries | 120,000 |
| Travel | 30,000 |
| Total | 150,000 |
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	made, err := importer.Import(context.Background(), compile.New(compile.Options{}), importer.Input{Document: text})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(made.Placed.Outcomes, "outcome,", made.Placed.Lines, "lines")
	for _, line := range strings.Split(string(made.Plan), "\n") {
		if strings.Contains(line, "fixed") {
			fmt.Println(strings.TrimSpace(line))
		}
	}
	// Output:
	// 1 outcome, 2 lines
	// fixed: 120000
	// fixed: 30000
}

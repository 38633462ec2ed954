package schema_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// pledge is what a State promised to pay.
type pledge struct {
	schema.Origin
	State  source.At[string]
	Amount source.At[money.Decimal]
}

var pledges = schema.List(schema.Group("a pledge", "what a State promised to pay", []schema.Field[pledge]{
	schema.Must("state", schema.Text, func(p *pledge) *source.At[string] { return &p.State }, "the State"),
	schema.Must("amount", schema.Amount, func(p *pledge) *source.At[money.Decimal] { return &p.Amount }, "in francs"),
}))

// A declaration of keys reads a file, and reports each mistake with its span.
func Example() {
	file := source.NewFile("pledges.yaml", []byte("- {state: Norway, amount: 45000}\n- {state: Croatia, amout: 5000}\n"))
	list, findings, ok := schema.Read(file, "a list of pledges", pledges)
	fmt.Println(list[0].State.Value, list[0].Amount.Value, ok)
	for _, f := range findings {
		fmt.Printf("line %d: %s (%s)\n", f.Span.Start.Line, f.Message, f.Hint)
	}
	// Output:
	// Norway 45000 false
	// line 2: `amout` is not a key of a pledge (did you mean `amount`?)
}

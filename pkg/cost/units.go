package cost

import (
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Kind{
	Name: "units", Key: "units", Doc: "quantity × unit cost, of one item or several, such as long and short trips",
	keys: []schema.Field[Line]{
		schema.Key("units", schema.List(itemType), func(l *Line) *[]Item { return &of[Units](l).Items },
			"the items, each with its quantity and unit cost"),
	},
})

var itemType = schema.Group("a unit item", "so many of one thing at one price",
	[]schema.Field[Item]{
		schema.Key("id", schema.ID, func(i *Item) *source.At[string] { return &i.ID }, "the item's name in references; made from the item where it is not given"),
		schema.Must("item", schema.Text, func(i *Item) *source.At[string] { return &i.Name }, "what is counted, in the singular, such as long trip"),
		schema.Must("quantity", schema.Amount, func(i *Item) *source.At[money.Decimal] { return &i.Quantity }, "how many"),
		schema.Key("cost", schema.Amount, func(i *Item) *source.At[money.Decimal] { return &i.Cost }, "the cost of one"),
	},
	func(_ *schema.Reader, i *Item) {
		if !i.ID.IsSet() && i.Name.IsSet() {
			i.ID.Value = schema.Slug(i.Name.Value)
		}
	})

// Units is a cost of counted things.
type Units struct {
	Items []Item
}

// Item is so many of one thing at one price.
type Item struct {
	schema.Origin
	ID, Name       source.At[string]
	Quantity, Cost source.At[money.Decimal]
}

// Bases returns nothing: units depend on no other line.
func (u *Units) Bases() []source.At[string] { return nil }

// Compute adds up quantity × unit cost. It is false where an item has no unit cost.
func (u *Units) Compute(func(string) (Step, bool)) (Step, bool) {
	var parts []Step
	for _, item := range u.Items {
		if !item.Cost.IsSet() {
			return Step{}, false
		}
		parts = append(parts, Step{Op: Product, Label: item.Name.Value, Node: item.Node,
			Value: item.Quantity.Value.Mul(item.Cost.Value),
			Of:    []Step{given("quantity", Count, item.Quantity), given("unit cost", Money, item.Cost)}})
	}
	return sum("units", parts), len(parts) > 0
}

// Quantity returns the number of units of all items together.
func (u *Units) Quantity() money.Decimal {
	total := money.Zero
	for _, item := range u.Items {
		total = total.Add(item.Quantity.Value)
	}
	return total
}

// Figures returns the quantity of each item and of all together.
func (u *Units) Figures() []Quotable {
	figures := []Quotable{{Name: "quantity", Value: u.Quantity()}}
	for _, item := range u.Items {
		figures = append(figures, Quotable{Name: item.ID.Value + ".quantity", Value: item.Quantity.Value, Node: item.Quantity.Node})
	}
	return figures
}

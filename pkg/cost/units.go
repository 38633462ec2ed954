package cost

import (
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Kind{
	Name: "units", Key: "units", Doc: "quantity × unit cost, of one item or several, such as long and short trips",
	keys: []schema.Field[Line]{
		schema.Key("units", schema.With(schema.ListUpTo(mostParts, itemType), schema.Inner), func(l *Line) *[]Item { return &of[Units](l).Items },
			"the items, each with its quantity and unit cost"),
	},
})

var itemType = schema.With(schema.Group("a unit item", "so many of one thing at one price",
	[]schema.Field[Item]{
		schema.Key("id", schema.ID, func(i *Item) *source.At[string] { return &i.ID }, "the item's name in references; made from the item where it is not given"),
		schema.Must("item", schema.With(schema.Label, schema.Identifying), func(i *Item) *source.At[string] { return &i.Name }, "what is counted, in the singular, such as long trip"),
		schema.Key("label", schema.Label, func(i *Item) *source.At[string] { return &i.Label }, "what tables call it, such as Team leader; the item where it is not given"),
		schema.Must("quantity", numbersType, func(i *Item) *numbers { return &i.Quantity }, "how many"),
		schema.Key("times", numbersType, func(i *Item) *numbers { return &i.Times }, "a further number that multiplies, such as days or persons"),
		schema.Key("cost", moneyType, func(i *Item) *numbers { return &i.Cost }, "the cost of one"),
	},
	func(_ *schema.Reader, i *Item) {
		if !i.ID.IsSet() && i.Name.IsSet() {
			i.ID.Value = schema.Slug(i.Name.Value)
		}
	}), schema.Part)

// Units is a cost of counted things.
type Units struct {
	Items []Item
}

// Item is a number of equal things at one price: quantity × times × cost.
type Item struct {
	schema.Origin
	ID, Name, Label       source.At[string]
	Quantity, Times, Cost numbers
}

// Bases returns nothing: units depend on no other line.
func (u *Units) Bases() []source.At[string] { return nil }

// Parts returns how many parts the cost is made of.
func (u *Units) Parts() int { return len(u.Items) }

// Names returns what is bought, which the table may print.
func (u *Units) Names() []source.At[string] {
	var names []source.At[string]
	for i := range u.Items {
		names = append(names, u.Items[i].Name)
	}
	return names
}

// Compute adds up quantity × unit cost. It is false where an item has no unit cost.
func (u *Units) Compute(c *Context) (Step, bool) {
	var parts []Step
	for i := range u.Items {
		part, ok := u.Items[i].step(c)
		if !ok {
			return Step{}, false
		}
		parts = append(parts, part)
	}
	return Sums("units", parts), len(parts) > 0
}

func (i *Item) step(c *Context) (Step, bool) {
	quantity, counted := i.Quantity.In(c.Column)
	cost, priced := i.Cost.In(c.Column)
	if !counted || !priced || c.lacks(i.Times, "times", quoted(i.Name.Value, i.ID.Value)) {
		return Step{}, false
	}
	s := Step{Op: Product, Label: i.Called().Value, Node: i.Node, Value: quantity.Value.Mul(cost.Value),
		Of: []Step{given("quantity", Count, quantity)}}
	if times, ok := i.Times.In(c.Column); ok {
		s.Value = s.Value.Mul(times.Value)
		s.Of = append(s.Of, given("times", Count, times))
	}
	s.Of = append(s.Of, given("unit cost", Money, cost))
	return s, true
}

// Called returns what tables call the item: its label, or else what is counted.
func (i *Item) Called() source.At[string] {
	if i.Label.IsSet() {
		return i.Label
	}
	return i.Name
}

// Units returns how many units of an item are paid for in a column: its number, as often as `times` says.
func (i *Item) Units(column string) (money.Decimal, bool) {
	quantity, ok := i.Quantity.In(column)
	if times, multiplied := i.Times.In(column); multiplied {
		return quantity.Value.Mul(times.Value), ok
	}
	return quantity.Value, ok
}

// Amount returns what the item costs in a column; nothing where it has no number or no price there.
func (i *Item) Amount(column string) money.Decimal {
	step, _ := i.step(&Context{Column: column})
	return step.Value
}

// Lacking says that an item has no price.
func (u *Units) Lacking() string { return "not every item has its quantity and its unit cost" }

// Quantity returns the number of units of all items together in a column.
func (u *Units) Quantity(column string) money.Decimal {
	total := money.Zero
	for i := range u.Items {
		if q, ok := u.Items[i].Quantity.In(column); ok {
			total = total.Add(q.Value)
		}
	}
	return total
}

// Figures returns the quantity of each item and of all together.
func (u *Units) Figures(column string) []Quotable {
	figures := []Quotable{{Name: "quantity", Value: u.Quantity(column), Adds: true}}
	for i := range u.Items {
		item := &u.Items[i]
		for _, f := range []struct {
			name   string
			series numbers
			adds   bool
		}{{"quantity", item.Quantity, true}, {"times", item.Times, false}, {"cost", item.Cost, false}} {
			if v, ok := f.series.In(column); ok {
				figures = append(figures, Quotable{Name: item.ID.Value + "." + f.name, Value: v.Value, Adds: f.adds, Node: v.Node})
			}
		}
	}
	return figures
}

func (u *Units) columns() (keys [][]source.At[string]) {
	for _, i := range u.Items {
		keys = append(keys, i.Quantity.Keys(), i.Times.Keys(), i.Cost.Keys())
	}
	return keys
}

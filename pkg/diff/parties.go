package diff

import (
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
)

// listed adds the Parties of a file to the contributions that name it, as if they stood in the
// plan: two lists are compared by what they say, wherever they stand.
func (r *treeReader) listed(e *Element, shape *schema.Shape) {
	if e.Kind != "budget/contributions" || e.Value("list") == "" {
		return
	}
	for i := range r.plan.Budget.Contributions {
		c := &r.plan.Budget.Contributions[i]
		if c.Node != e.node || len(c.Parties) == 0 {
			continue
		}
		of := uses(shape)
		l := List{Key: "parties"}
		for k := range c.Parties {
			l.Items = append(l.Items, r.party(e, &c.Parties[k], k, of))
		}
		e.Lists = append(e.Lists, l)
	}
}

func (r *treeReader) party(parent *Element, p *plan.Party, index int, use map[string]schema.Use) *Element {
	e := &Element{Kind: partyKind, Name: clean(p.Name.Value), parent: parent, list: "parties", index: index, order: r.count, node: p.Name.Node, text: clean(p.Name.Value), inner: true}
	r.count++
	e.Fields = append(e.Fields, Field{Key: "party", Value: e.Name, Node: p.Name.Node, use: use["party"], identifies: true})
	add := func(f Field) {
		f.use = use[f.Key]
		if f.series != "" {
			f.use = use[f.series]
		}
		e.Fields = append(e.Fields, f)
	}
	series(add, "scale", p.Scale, money.Decimal.String)
	series(add, "share", p.Share, func(d money.Decimal) string { return d.String() + "%" })
	series(add, "weight", p.Weight, money.Decimal.String)
	if p.LDC.Value {
		add(Field{Key: "ldc", Value: "true", Node: p.LDC.Node})
	}
	series(add, "paid", p.Paid, money.Decimal.String)
	if p.Arrears.IsSet() {
		add(Field{Key: "arrears", Value: p.Arrears.Value.String(), Node: p.Arrears.Node})
	}
	series(add, "stated", p.Stated, func(c cost.Cell) string {
		return map[cost.Mark]string{cost.Number: c.Value.String(), cost.Nil: "nil", cost.Blank: "blank"}[c.Mark]
	})
	return e
}

// series makes fields of a value for all columns, or for each.
func series[T any](add func(Field), key string, s cost.Series[T], text func(T) string) {
	for column, at := range s.Each() {
		f := Field{Key: key, Value: text(at.Value), Node: at.Node, series: key, column: column}
		if column != "" {
			f.Key += "." + column
		}
		add(f)
	}
}

// uses returns what the values of a Party are to the reader, as they are declared.
func uses(contributions *schema.Shape) map[string]schema.Use {
	use := map[string]schema.Use{}
	for _, k := range contributions.Keys {
		if k.Key != "parties" {
			continue
		}
		for _, key := range k.Shape.Itself().Of.Itself().Keys {
			of := key.Shape.Itself()
			if of.Of != nil {
				of = of.Of.Itself()
			}
			use[key.Key] = of.Scalar().Use
		}
	}
	return use
}

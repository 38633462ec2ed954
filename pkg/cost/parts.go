package cost

import (
	"strconv"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Kind{
	Name: "parts", Key: "parts", Doc: "the sum of parts that differ in fund, activity, party or time; the table prints their sum",
	keys: []schema.Field[Line]{
		schema.Key("parts", schema.With(schema.ListUpTo(mostParts, schema.Lazy("a part of a line", "a part of a line's cost", partType)), schema.NotEmpty, schema.Inner),
			func(l *Line) *[]Part { return &of[Parts](l).List }, "for a line that several funds, activities or parties share: what each has of it"),
	},
})

// Parts is a cost made of parts, each of one kind of cost and rounded by itself.
type Parts struct {
	List []Part
}

// Part is what one fund, activity or party has of a line.
type Part struct{ Line }

// Name returns what the part is called below its line: its id, or else its place, from 1.
func (p *Parts) Name(i int) string {
	if id := p.List[i].ID; id.IsSet() {
		return id.Value
	}
	return strconv.Itoa(i + 1)
}

func (p *Parts) complete(r *schema.Reader, l *Line) {
	if p.List != nil && len(p.List) == 0 {
		r.Add(diag.Finding{Rule: NoAmount, Span: lineSpan(l), Message: "this line has no parts", Hint: "add them below `parts`, or give the line a cost of its own"})
	}
}

// partType reads a part of a line: one kind of cost, and where it belongs.
func partType() schema.Type[Part] {
	fields := []schema.Field[Line]{
		schema.Key("id", schema.ID, func(l *Line) *source.At[string] { return &l.ID }, "the part's name below its line; its place in the list where it is not given"),
	}
	fields = append(fields, axisFields()...)
	for _, k := range partKinds() {
		fields = append(append(fields, k.keys...), k.more...)
	}
	line := schema.With(schema.Group("a part of a line", "a part of a line's cost, with the fund, activity, party or time that it has to itself", fields, checkPart),
		schema.Together(kindRules(partKinds())...), schema.Together(schema.Rule{Need: partKeys()}), schema.Part)
	return schema.Convert(line, func(_ source.Node, l Line) Part { return Part{l} })
}

// partKinds are the kinds of cost that a part may be of: growth is of a line as a whole, and parts
// have no parts.
func partKinds() (list []Kind) {
	for _, k := range Kinds() {
		if k.Key != "growth" && k.Key != "parts" {
			list = append(list, k)
		}
	}
	return list
}

func partKeys() (keys []string) {
	for _, k := range partKinds() {
		keys = append(keys, k.Key)
	}
	return keys
}

// checkPart checks that a part has one kind of cost, and all of it.
func checkPart(r *schema.Reader, l *Line) {
	switch {
	case len(l.Costs) == 0 && !l.Wrote(partKeys()...):
		r.Add(diag.Finding{Rule: NoAmount, Span: l.Span(), Message: "this part of a line has no amount", Hint: "give it one of " + keyList(partKinds())})
	case len(l.Costs) > 1:
		r.Add(diag.Finding{Rule: TwoKinds, Span: l.Span(), Message: "this part of a line is of two kinds at once", Hint: "keep one of " + keyList(partKinds())})
	}
	l.complete(r)
}

// Bases returns the lines that parts are percentages of.
func (p *Parts) Bases() (ids []source.At[string]) {
	for i := range p.List {
		for _, c := range p.List[i].Costs {
			ids = append(ids, c.Bases()...)
		}
	}
	return ids
}

// Parts returns how many parts the cost is made of, with theirs.
func (p *Parts) Parts() int {
	n := len(p.List)
	for i := range p.List {
		for _, k := range p.List[i].Costs {
			n += k.Parts()
		}
	}
	return n
}

// Compute adds up the parts; the line is rounded as others are. It is false where one of them cannot be computed.
func (p *Parts) Compute(c *Context) (Step, bool) {
	sum := Step{Op: Sum, Label: "parts", Value: money.Zero}
	mark := Blank
	for i := range p.List {
		step, ok := p.List[i].compute(c)
		if !ok {
			return Step{}, false
		}
		mark = min(mark, step.Mark)
		sum.Value = sum.Value.Add(step.Value)
		sum.Of = append(sum.Of, step)
	}
	if len(p.List) > 0 {
		sum.Mark = mark // where there is nothing but dashes or blanks, so is their sum
	}
	return sum, len(p.List) > 0
}

func (l *Line) compute(c *Context) (Step, bool) {
	for _, k := range l.Costs {
		return k.Compute(c)
	}
	return Step{}, false
}

// Lacking says that a part has no amount.
func (p *Parts) Lacking() string { return "not every part has its amount" }

// Figures returns the values inside the parts, behind the names of these.
func (p *Parts) Figures(column string) (list []Quotable) {
	for i := range p.List {
		for _, k := range p.List[i].Costs {
			for _, q := range k.Figures(column) {
				q.Name = p.Name(i) + "." + q.Name
				list = append(list, q)
			}
		}
	}
	return list
}

func (p *Parts) columns() (keys [][]source.At[string]) {
	for i := range p.List {
		for _, k := range p.List[i].Costs {
			keys = append(keys, k.columns()...)
		}
	}
	return keys
}

package cost

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Kind{
	Name: "posts", Key: "posts", Doc: "staff by post: annual cost × full-time equivalent × months / 12",
	keys: []schema.Field[Line]{
		schema.Key("posts", schema.With(schema.ListUpTo(mostParts, postType), schema.Inner), func(l *Line) *[]Post { return &of[Posts](l).Posts },
			"the posts, each with its title, share of full time and cost"),
	},
})

var postType = schema.With(schema.Group("a post", "a member of staff, or several of one grade",
	[]schema.Field[Post]{
		schema.Key("id", schema.ID, func(p *Post) *source.At[string] { return &p.ID }, "the post's name in references; made from the title where it is not given"),
		schema.Must("title", schema.With(schema.Label, schema.Identifying), func(p *Post) *source.At[string] { return &p.Title }, "the post's title, such as Director"),
		schema.Key("grade", schema.Term, func(p *Post) *source.At[string] { return &p.Grade }, "the grade, such as P-4; `standard_costs` may have its cost"),
		schema.Key("count", numbersType, func(p *Post) *numbers { return &p.Count }, "how many such posts; 1 where it is not given"),
		schema.Key("fte", percentsType, func(p *Post) *numbers { return &p.FTE }, "the share of full time, such as 50%; 100% where it is not given"),
		schema.Key("months", numbersType, func(p *Post) *numbers { return &p.Months }, "work-months in the column; 12 where it is not given, which a column of another length does not allow"),
		schema.Key("annual", moneyType, func(p *Post) *numbers { return &p.Annual }, "the cost of a full year at full time"),
		schema.Key("monthly", moneyType, func(p *Post) *numbers { return &p.Monthly }, "the cost of a month at full time, in place of annual"),
		schema.Key("share", percentsType, func(p *Post) *numbers { return &p.Share }, "the share that this budget pays of a post shared with another budget, such as 50%"),
		schema.Key("paid_by", schema.Label, func(p *Post) *source.At[string] { return &p.PaidBy }, "who pays the post at no cost to this budget"),
	}, completePost), schema.Together(onePriceRules...), schema.Part)

// onePriceRules say for editors what onePrice checks.
var onePriceRules = schema.Exclusive(true, []string{"annual"}, []string{"monthly"})

var twelve = money.New(12)

// Posts is the cost of staff.
type Posts struct {
	Posts []Post
}

// Post is one post, or several of one kind:
// annual × count × fte / 100 × share / 100 × months / 12, or monthly × … × months.
type Post struct {
	schema.Origin
	ID, Title, Grade, PaidBy                   source.At[string]
	Count, FTE, Months, Annual, Monthly, Share numbers
}

// StandardCost is what a post of a grade costs, by the plan's own table.
type StandardCost struct {
	schema.Origin
	Grade           source.At[string]
	Annual, Monthly numbers
}

// StandardCostType reads a row of the table of standard costs.
func StandardCostType() schema.Type[StandardCost] {
	return schema.With(schema.Group("a standard cost", "what a post of a grade costs",
		[]schema.Field[StandardCost]{
			schema.Must("grade", schema.With(schema.Term, schema.Identifying), func(s *StandardCost) *source.At[string] { return &s.Grade }, "the grade, as posts name it"),
			schema.Key("annual", moneyType, func(s *StandardCost) *numbers { return &s.Annual }, "the cost of a full year at full time"),
			schema.Key("monthly", moneyType, func(s *StandardCost) *numbers { return &s.Monthly }, "the cost of a month at full time"),
		}, func(r *schema.Reader, s *StandardCost) {
			onePrice(r, s.Origin, s.Annual, s.Monthly, true)
		}), schema.Together(append(onePriceRules, schema.Rule{Need: []string{"annual", "monthly"}})...), schema.OneFor("grade"))
}

func completePost(r *schema.Reader, p *Post) {
	onePrice(r, p.Origin, p.Annual, p.Monthly, false)
	if !p.ID.IsSet() && p.Title.IsSet() {
		p.ID.Value = schema.Slug(p.Title.Value)
	}
}

// onePrice reports a cost given both by the year and by the month, or, where one
// is needed, neither.
func onePrice(r *schema.Reader, o schema.Origin, annual, monthly numbers, needed bool) {
	switch {
	case annual.IsSet() && monthly.IsSet():
		r.Report(TwoKinds, o.Node, "the cost is given by the year and by the month", "keep one of `annual` and `monthly`")
	case needed && !annual.IsWritten() && !monthly.IsWritten():
		r.Report(MissingPart, o.Node, "this standard cost has no cost", "add `annual` or `monthly`")
	}
}

func (p *Posts) complete(r *schema.Reader, _ *Line) {
	seen := map[string]Post{}
	for _, post := range p.Posts {
		first, twice := seen[post.ID.Value]
		if twice && post.ID.Value != "" {
			r.Add(diag.Finding{Rule: schema.BadID, Span: post.Span(), Message: "two posts of this line have the id " + post.ID.Value,
				Hint: "give one of them an `id` of its own", Related: []diag.Related{{Span: first.Span(), Note: "the first"}}})
		}
		seen[post.ID.Value] = post
	}
}

// Bases returns nothing: posts depend on no other line.
func (p *Posts) Bases() []source.At[string] { return nil }

// Parts returns how many parts the cost is made of.
func (p *Posts) Parts() int { return len(p.Posts) }

// Names returns the titles of the posts, which the table may print.
func (p *Posts) Names() []source.At[string] {
	var names []source.At[string]
	for i := range p.Posts {
		names = append(names, p.Posts[i].Title)
	}
	return names
}

// Compute adds up the posts. It is false where a post has no cost.
func (p *Posts) Compute(c *Context) (Step, bool) {
	var parts []Step
	twelfths := money.Zero // of all posts together, so that the line is divided once
	for i := range p.Posts {
		part, of12, ok := p.Posts[i].step(c)
		if !ok {
			return Step{}, false
		}
		parts = append(parts, part)
		twelfths = twelfths.Add(of12)
	}
	total := Sums("posts", parts)
	total.Value = money.Div(twelfths, twelve)
	return total, len(parts) > 0
}

// step computes the post's cost, and twelve times that, which is exact: months of a
// yearly cost seldom come out even.
func (p *Post) step(c *Context) (s Step, twelfths money.Decimal, ok bool) {
	s = Step{Op: Product, Label: p.label(), Node: p.Node}
	if p.lacksAny(c) {
		return s, money.Zero, false
	}
	if p.PaidBy.IsSet() {
		s.Op, s.Label = Given, s.Label+", paid by "+strings.Join(strings.Fields(p.PaidBy.Value), " ")
		return s, money.Zero, true
	}
	price, monthly, ok := p.price(c)
	if !ok {
		return Step{}, money.Zero, false
	}
	s.Value = price.Value
	s.Of = []Step{price}
	for _, f := range []struct {
		label  string
		unit   Unit
		series numbers
	}{{"posts", Count, p.Count}, {"full-time equivalent", PerCent, p.FTE}, {"share of this budget", PerCent, p.Share}} {
		if v, ok := f.series.In(c.Column); ok {
			s.Value = s.Value.Mul(v.Value)
			if f.unit == PerCent {
				s.Value = s.Value.Shift(-2)
			}
			s.Of = append(s.Of, given(f.label, f.unit, v))
		}
	}
	months, written := p.Months.In(c.Column)
	if !written {
		months.Value = twelve
	}
	twelfths = s.Value.Mul(months.Value)
	switch {
	case monthly:
		s.Value = twelfths
		s.Of = append(s.Of, given("months", Count, months))
		return s, twelfths.Mul(twelve), true
	case !months.Value.Equal(twelve):
		s.Value = money.Div(twelfths, twelve)
		s.Of = append(s.Of, given("months", Twelfths, months))
	}
	return s, twelfths, true
}

// Costs reports whether the post costs something in the context's column, by itself or by
// its grade; it is false where nothing is known of it.
func (p *Post) Costs(c *Context) bool {
	_, twelfths, ok := p.step(c)
	return ok && !twelfths.IsZero()
}

// price returns the post's cost by the year or by the month: its own, or else that
// of its grade.
func (p *Post) price(c *Context) (s Step, monthly, ok bool) {
	if v, ok := p.Annual.In(c.Column); ok {
		return given("annual cost", Money, v), false, true
	}
	if v, ok := p.Monthly.In(c.Column); ok {
		return given("monthly cost", Money, v), true, true
	}
	standard, known := c.Standard(p.Grade.Value)
	if !known {
		return Step{}, false, false
	}
	if v, ok := standard.Annual.In(c.Column); ok {
		return given("annual standard cost of "+standard.Grade.Value, Money, v), false, true
	}
	v, ok := standard.Monthly.In(c.Column)
	return given("monthly standard cost of "+standard.Grade.Value, Money, v), true, ok
}

func (p *Post) label() string {
	label := strings.Join(strings.Fields(p.Title.Value), " ")
	if p.Grade.IsSet() {
		label += " (" + p.Grade.Value + ")"
	}
	return label
}

// Lacking says that a post has no cost.
func (p *Posts) Lacking() string {
	return "not every post has its cost (`annual` or `monthly`, or its grade in `standard_costs`)"
}

// Figures returns each post's share of full time, months and cost.
func (p *Posts) Figures(column string) []Quotable {
	var figures []Quotable
	for i := range p.Posts {
		post := &p.Posts[i]
		for _, f := range []struct {
			name    string
			series  numbers
			percent bool
			or      money.Decimal
		}{
			{"fte", post.FTE, true, money.Hundred}, {"months", post.Months, false, twelve}, {"count", post.Count, false, money.New(1)},
			{"share", post.Share, true, money.Hundred}, {"annual", post.Annual, false, money.Zero}, {"monthly", post.Monthly, false, money.Zero},
		} {
			v, ok := f.series.In(column)
			if !ok {
				v.Value = f.or
			}
			if ok || !f.or.IsZero() {
				figures = append(figures, Quotable{Name: post.ID.Value + "." + f.name, Value: v.Value, Percent: f.percent, Node: v.Node})
			}
		}
	}
	return append(figures, Quotable{Name: "posts", Value: money.New(int64(len(p.Posts)))})
}

func (p *Posts) columns() (keys [][]source.At[string]) {
	for i := range p.Posts {
		post := &p.Posts[i]
		for _, s := range []numbers{post.Count, post.FTE, post.Months, post.Annual, post.Monthly, post.Share} {
			keys = append(keys, s.Keys())
		}
	}
	return keys
}

package cost

import (
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Kind{
	Name: "posts", Key: "posts", Doc: "staff by post: annual cost × full-time equivalent × months / 12",
	keys: []schema.Field[Line]{
		schema.Key("posts", schema.List(postType), func(l *Line) *[]Post { return &of[Posts](l).Posts },
			"the posts, each with its title, share of full time and annual cost"),
	},
})

var postType = schema.Group("a post", "a member of staff, or several of one grade",
	[]schema.Field[Post]{
		schema.Key("id", schema.ID, func(p *Post) *source.At[string] { return &p.ID }, "the post's name in references; made from the title where it is not given"),
		schema.Must("title", schema.Text, func(p *Post) *source.At[string] { return &p.Title }, "the post's title, such as Director"),
		schema.Key("grade", schema.Text, func(p *Post) *source.At[string] { return &p.Grade }, "the grade, such as P-4"),
		schema.Key("fte", schema.Percent, func(p *Post) *source.At[money.Decimal] { return &p.FTE }, "the share of full time, such as 50%; 100% where it is not given"),
		schema.Key("months", schema.Amount, func(p *Post) *source.At[money.Decimal] { return &p.Months }, "months of the year; 12 where it is not given"),
		schema.Key("annual", schema.Amount, func(p *Post) *source.At[money.Decimal] { return &p.Annual }, "the cost of a full year at full time"),
	},
	func(r *schema.Reader, p *Post) {
		if p.Months.IsSet() && p.Months.Value.GreaterThan(twelve) {
			r.Report(schema.BadNumber, p.Months.Node, "a year has 12 months, not "+p.Months.Value.String(),
				"write the months of this budget's year")
		}
		if !p.ID.IsSet() && p.Title.IsSet() {
			p.ID.Value = schema.Slug(p.Title.Value)
		}
	})

var twelve = money.New(12)

// Posts is the cost of staff.
type Posts struct {
	Posts []Post
}

// Post is one post.
type Post struct {
	schema.Origin
	ID, Title, Grade    source.At[string]
	FTE, Months, Annual source.At[money.Decimal] // per cent; 0 to 12; a year at full time
}

func (p *Posts) complete(r *schema.Reader, l *Line) {
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

// Compute adds up the posts. It is false where a post has no annual cost.
func (p *Posts) Compute(func(string) (Step, bool)) (Step, bool) {
	var parts []Step
	for _, post := range p.Posts {
		if !post.Annual.IsSet() {
			return Step{}, false
		}
		parts = append(parts, post.step())
	}
	return sum("posts", parts), len(parts) > 0
}

// step computes annual × fte / 100 × months / 12, dividing last so that full years
// and simple shares stay exact.
func (p Post) step() Step {
	value := p.Annual.Value
	of := []Step{given("annual cost", Money, p.Annual)}
	if p.FTE.IsSet() {
		value = value.Mul(p.FTE.Value).Shift(-2)
		of = append(of, given("full-time equivalent", PerCent, p.FTE))
	}
	if p.Months.IsSet() && !p.Months.Value.Equal(twelve) {
		value = money.Div(value.Mul(p.Months.Value), twelve)
		of = append(of, given("months", Twelfths, p.Months))
	}
	label := p.Title.Value
	if p.Grade.IsSet() {
		label += " (" + p.Grade.Value + ")"
	}
	return Step{Op: Product, Label: label, Value: value, Of: of, Node: p.Node}
}

// Figures returns each post's share of full time and months.
func (p *Posts) Figures() []Quotable {
	var figures []Quotable
	for _, post := range p.Posts {
		fte, months := post.FTE, post.Months
		if !fte.IsSet() {
			fte.Value = money.Hundred
		}
		if !months.IsSet() {
			months.Value = twelve
		}
		figures = append(figures,
			Quotable{Name: post.ID.Value + ".fte", Value: fte.Value, Percent: true, Node: fte.Node},
			Quotable{Name: post.ID.Value + ".months", Value: months.Value, Node: months.Node})
	}
	return append(figures, Quotable{Name: "posts", Value: money.New(int64(len(p.Posts)))})
}

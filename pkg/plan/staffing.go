package plan

import (
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// The keys of the table of posts.

// staffSpace is the space of names that the categories of posts share.
const staffSpace = "staffing"

// postsType reads numbers of posts as a document prints them.
var postsType = cost.SeriesType(schema.OrWord(schema.Signed, func(d money.Decimal) cost.Cell { return cost.Cell{Value: d} },
	map[string]cost.Cell{"nil": {Mark: cost.Nil}, "blank": {Mark: cost.Blank}}))

var staffingType = schema.Group("the table of posts", "the posts of the lines and others, by grade and column",
	[]schema.Field[Staffing]{
		schema.Key("count", schema.Choice("what is counted", cost.HeadsOnly, cost.FullTime, cost.WorkMonths), func(s *Staffing) *text { return &s.Count }, "posts: how many there are, whatever their hours (where it is not given); fte: full-time equivalents; months: work-months of full time"),
		schema.Key("before", schema.Flag, func(s *Staffing) *source.At[bool] { return &s.Before }, "true where the table stands before that of the budget"),
		schema.Key("label", schema.Heading, func(s *Staffing) *text { return &s.Label }, "its heading, where the template's own does not fit"),
		schema.Key("places", schema.WholeUpTo(4), func(s *Staffing) *whole { return &s.Places }, "how many decimals all figures of the table have; 2 where one of them is no whole number, and else none, where it is not given"),
		schema.Key("categories", schema.ListUpTo(mostNames, staffCategoryType), func(s *Staffing) *[]StaffCategory { return &s.Categories }, "groups of grades with subtotals; by the letters of the grades where the key is not there"),
		schema.Key("posts", schema.ListUpTo(mostNamed, cost.StaffType()), func(s *Staffing) *[]cost.Staff { return &s.Posts }, "posts of no cost line"),
		schema.Key("total", schema.Label, func(s *Staffing) *text { return &s.Total }, "the label of the total, where the template's own does not fit"),
		schema.Key("stated_total", postsType, func(s *Staffing) *cost.Series[cost.Cell] { return &s.StatedTotal }, "the total that the submitted document prints"),
		schema.Key("footnote", cost.FootnoteType(), func(s *Staffing) *cost.Footnotes { return &s.Footnote }, "notes on the total"),
	})

var staffCategoryType = schema.With(schema.Group("a category of posts", "a group of grades, with a subtotal",
	[]schema.Field[StaffCategory]{
		schema.Must("id", schema.ID, func(c *StaffCategory) *ID { return &c.ID }, "its name, the same every year; professional and general-service need no `grades`"),
		schema.Must("label", schema.Label, func(c *StaffCategory) *text { return &c.Label }, "what the table prints above its grades"),
		schema.Key("subtotal", schema.Label, func(c *StaffCategory) *text { return &c.Subtotal }, "the label of its subtotal; its own label where it is not given"),
		schema.Key("grades", schema.ListUpTo(mostNames, staffGradeType), func(c *StaffCategory) *[]StaffGrade { return &c.Grades }, "the grades that it has, in their order, such as [P-5, P-4]"),
		schema.Key("stated", postsType, func(c *StaffCategory) *cost.Series[cost.Cell] { return &c.Stated }, "the posts of the category that the submitted document prints"),
		schema.Key("footnote", cost.FootnoteType(), func(c *StaffCategory) *cost.Footnotes { return &c.Footnote }, "notes on the category"),
	}), schema.Space(staffSpace))

var staffGradeType = schema.With(schema.Short(schema.Group("a grade", "a row of the table of posts",
	[]schema.Field[StaffGrade]{
		schema.Must("grade", schema.With(schema.Term, schema.Identifying), func(g *StaffGrade) *text { return &g.Grade }, "the grade, as posts name it"),
		schema.Key("label", schema.Label, func(g *StaffGrade) *text { return &g.Label }, "what the table calls it; the grade where it is not given"),
		schema.Key("stated", postsType, func(g *StaffGrade) *cost.Series[cost.Cell] { return &g.Stated }, "the posts of the grade that the submitted document prints"),
		schema.Key("footnote", cost.FootnoteType(), func(g *StaffGrade) *cost.Footnotes { return &g.Footnote }, "notes on the grade"),
	}), "grade", schema.Term, func(t text) StaffGrade { return StaffGrade{Origin: schema.Origin{Node: t.Node}, Grade: t} }), schema.OneFor("grade"))

// HasStaffing reports whether the plan asks for a table of posts.
func (b *Budget) HasStaffing() bool { return b.Wrote("staffing") }

// moneyRules say for editors what checkMoney checks.
var moneyRules = schema.Together(schema.Rule{Need: []string{"lines", "staffing"}},
	schema.Rule{If: []string{"lines"}, Need: []string{"currency"}}, schema.Rule{If: []string{"financing"}, Need: []string{"currency"}},
	schema.Rule{If: []string{"outside"}, Need: []string{"currency"}})

// checkMoney reports a budget without lines, which only one may have that is a table of posts
// alone, and money without its currency.
func checkMoney(r *schema.Reader, b *Budget) {
	if !b.Wrote("lines", "staffing") {
		r.Report(schema.MissingKey, b.Node, "the budget has no `lines`", "add \"lines: …\": the cost lines and groups of lines")
	}
	if !b.Wrote("currency") && (!b.Wrote("staffing") || b.Wrote("lines", "financing", "outside")) {
		r.Report(schema.MissingKey, b.Node, "the budget has no `currency`", "add \"currency: …\": the currency, by its ISO 4217 code")
	}
}

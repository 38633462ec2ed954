package cost

import (
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Staff are posts that no cost line pays: the table of posts counts them, and the budget does
// not know what they cost.
type Staff struct {
	Post
	Category source.At[string] // of posts without a grade
}

// StaffType reads posts of no cost line.
func StaffType() schema.Type[Staff] {
	return schema.With(schema.Group("posts of no cost line", "posts of one grade, or of a category, whose cost stands nowhere in this budget",
		[]schema.Field[Staff]{
			schema.Key("id", schema.ID, func(s *Staff) *source.At[string] { return &s.ID }, "the name of these posts, the same every year"),
			schema.Key("title", schema.With(schema.Label, schema.Identifying), func(s *Staff) *source.At[string] { return &s.Title }, "the title of the posts; the row of posts without a grade and a category prints it"),
			schema.Key("grade", schema.With(schema.Term, schema.Identifying), func(s *Staff) *source.At[string] { return &s.Grade }, "the grade, such as P-4"),
			schema.Key("category", schema.With(schema.Reference, schema.Identifying, schema.To("staffing")), func(s *Staff) *source.At[string] { return &s.Category }, "for posts without a grade: the category that they are counted in"),
			schema.Key("count", numbersType, func(s *Staff) *numbers { return &s.Count }, "how many such posts; 1 where it is not given"),
			schema.Key("fte", percentsType, func(s *Staff) *numbers { return &s.FTE }, "the share of full time, such as 50%; 100% where it is not given"),
			schema.Key("months", numbersType, func(s *Staff) *numbers { return &s.Months }, "work-months in the column; those that the column has where it is not given"),
			schema.Key("share", percentsType, func(s *Staff) *numbers { return &s.Share }, "the share that this budget pays of posts shared with another budget, such as 50%"),
			schema.Key("paid_by", schema.Label, func(s *Staff) *source.At[string] { return &s.PaidBy }, "who pays the posts at no cost to this budget"),
		}, completeStaff), schema.Together(schema.Rule{Need: []string{"grade", "category", "title"}}, schema.Rule{If: []string{"grade"}, Bar: []string{"category"}}))
}

func completeStaff(r *schema.Reader, s *Staff) {
	switch {
	case !s.Wrote("grade", "category", "title"):
		r.Report(MissingPart, s.Node, "these posts have no `grade`", "add the grade, the `category` that they are counted in, or a `title` for their row")
	case s.Wrote("grade") && s.Wrote("category"):
		r.Report(TwoKinds, s.Category.Node, "posts of a grade are counted in the category that has the grade", "keep one of `grade` and `category`")
	}
	if !s.ID.IsSet() && s.Title.IsSet() {
		s.ID.Value = schema.Slug(s.Title.Value)
	}
}

// EachSeries shows the columns that each value of a post names.
func (p *Post) EachSeries(see func(keys []source.At[string])) {
	for _, s := range []numbers{p.Count, p.FTE, p.Months, p.Annual, p.Monthly, p.Share} {
		see(s.Keys())
	}
}

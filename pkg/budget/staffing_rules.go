package budget

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

// NoCategory is reported for posts of a category that does not exist.
var NoCategory = diag.Rule{Code: "F321", Name: "no-category", Severity: diag.Error, Title: "posts of a category that does not exist",
	Why:   "The posts would be counted nowhere.",
	Since: "0.3",
	Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  staffing:
    categories: [{id: general, label: General Service}]
    posts: [{category: «generl», count: 2}]
`,
	Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  staffing:
    categories: [{id: general, label: General Service}]
    posts: [{category: general, count: 2}]
`}

// unknownCategories reports posts that are counted in a category which is not there.
func unknownCategories(s *plan.Staffing) (findings []diag.Finding) {
	var known []string
	for i := range s.Categories {
		known = append(known, s.Categories[i].ID.Value)
	}
	if !s.Wrote("categories") {
		known = []string{professional, general}
	}
	for i := range s.Posts {
		in := s.Posts[i].Category
		if in.IsSet() && !hasCategory(s, in.Value) {
			findings = append(findings, diag.Finding{Rule: NoCategory, Span: in.Span(), Subject: "budget/staffing",
				Message: fmt.Sprintf("the table of posts has no category `%s`", in.Value), Hint: diag.DidYouMean(in.Value, known)})
		}
	}
	return findings
}

func hasCategory(s *plan.Staffing, id string) bool {
	for i := range s.Categories {
		if s.Categories[i].ID.Value == id {
			return true
		}
	}
	return !s.Wrote("categories") && (id == professional || id == general)
}

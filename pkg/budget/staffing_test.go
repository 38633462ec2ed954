package budget_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

const postsHead = `isuplan: 1
document: {convention: Convention on Example Matters, unit: Secretariat, date: 2024-06-03}
period: {from: 2025-01-01, to: 2026-12-31}
outcomes: []
`

// posts computes the table of posts of a budget and writes it, a row each.
func posts(t *testing.T, text string) (*budget.Staffing, []string) {
	t.Helper()
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(postsHead+text)))
	if !ok {
		t.Fatal(findings[0].Message)
	}
	b, findings := budget.Compute(p, budget.Options{})
	for _, f := range findings {
		t.Error(f.Message)
	}
	s := b.Staffing
	var rows []string
	add := func(id string, row []budget.Figure) {
		for i := range row {
			if row[i].Mark == cost.Nil {
				id += " nil"
				continue
			}
			id += " " + row[i].Printed.StringFixed(s.Columns[i].Places)
		}
		rows = append(rows, id)
	}
	for _, list := range [][]budget.Line{s.Lines, s.Financing} {
		for i := range list {
			add(strings.Repeat("-", list[i].Depth)+list[i].ID.Value, list[i].Figures)
		}
	}
	add("total", s.Total)
	if s.All != nil {
		add("all", s.All)
	}
	return s, rows
}

const staff = `budget:
  currency: CHF
  columns: [{id: 2025}, {id: 2026}, {id: both, label: Both, sum: [2025, 2026]}, {id: change, label: Change, change: [2025, 2026]}]
  lines:
    - id: salaries
      label: Salaries
      posts:
        - {title: Assistant, grade: G-5, fte: 50%, annual: 60000}
        - {title: Officer, grade: P3, count: {2025: 1, 2026: 3}, months: {2025: 4, 2026: 12}, annual: 120000}
        - {title: Director, grade: D-1, annual: 200000}
        - {title: Legal Officer, grade: P-3, share: 60%, annual: 120000}
        - {title: Junior Officer, grade: P-2, paid_by: Ruritania}
        - {title: Intern, months: {2025: 8, 2026: 0}, monthly: 1000}
  staffing: {count: COUNT}
`

// TestPostsAreCounted in posts, full-time equivalents and work-months: twelfths of a row are
// divided once, other people's posts are not this budget's, and posts of years do not add up.
func TestPostsAreCounted(t *testing.T) {
	for count, want := range map[string][]string{
		"posts": {
			"professional 2.60 4.60 2.00", "-d-1 1.00 1.00 nil", "-p-3 1.60 3.60 2.00", "general-service 1.00 1.00 nil", "-g-5 1.00 1.00 nil", "intern 1.00 1.00 nil",
			"others-1 0.40 0.40 nil", "others-2 1.00 1.00 nil", "total 4.60 6.60 2.00", "all 6.00 8.00 2.00",
		},
		"fte": {
			"professional 1.93 4.60 2.67", "-d-1 1.00 1.00 nil", "-p-3 0.93 3.60 2.67", "general-service 0.50 0.50 nil", "-g-5 0.50 0.50 nil", "intern 0.67 nil -0.67",
			"others-1 0.40 0.40 nil", "others-2 1.00 1.00 nil", "total 3.10 5.10 2.00", "all 4.50 6.50 2.00",
		},
		"months": {
			"professional 23.20 55.20 78.40 32.00", "-d-1 12.00 12.00 24.00 nil", "-p-3 11.20 43.20 54.40 32.00", "general-service 6.00 6.00 12.00 nil", "-g-5 6.00 6.00 12.00 nil", "intern 8.00 nil 8.00 -8.00",
			"others-1 4.80 4.80 9.60 nil", "others-2 12.00 12.00 24.00 nil", "total 37.20 61.20 98.40 24.00", "all 54.00 78.00 132.00 24.00",
		},
	} {
		s, rows := posts(t, strings.Replace(staff, "COUNT", count, 1))
		if diff := cmp.Diff(want, rows); diff != "" {
			t.Errorf("%s: %s", count, diff)
		}
		for name, want := range map[string]int{"P-3": 1, "p-3": 1, "total": 1, "others": 1, "all": 1, "P-4": 0} {
			if _, ok := s.Row(name); ok != (want == 1) {
				t.Errorf("%s is found: %v", name, ok)
			}
		}
	}
}

// TestCategoriesOfPosts: grades in the order of their category, posts of a category without
// grades, a grade of none, and whole numbers without decimals.
func TestCategoriesOfPosts(t *testing.T) {
	_, rows := posts(t, `budget:
  staffing:
    categories:
      - {id: senior, label: Senior, grades: [{grade: P-5, label: Chief}, D-1]}
      - {id: general-service, label: General}
      - {id: local, label: Local}
    posts:
      - {grade: D-1, count: 2}
      - {grade: P-5}
      - {grade: G-4}
      - {grade: G-6, count: 3}
      - {category: general-service, count: 2}
      - {category: local, count: 4}
      - {grade: X}
`)
	if diff := cmp.Diff([]string{"senior 3", "-p-5 1", "-d-1 2", "general-service 6", "-g-6 3", "-g-4 1", "-general-service-other 2", "local 4", "x 1", "total 14"}, rows); diff != "" {
		t.Error(diff)
	}
}

// TestPostsThatCannotBeCounted are reported where they stand.
func TestPostsThatCannotBeCounted(t *testing.T) {
	for text, want := range map[string]string{
		"columns: [{id: a}, {id: b}], staffing: {posts: [{grade: P-3, count: {a: 1}}]}":                       `no-figure at staffing/p-3: the amount of "P-3" for b cannot be computed`,
		"columns: [{id: q1, label: First quarter}], staffing: {count: months, posts: [{grade: P-3}]}":         `no-figure at staffing/p-3: the amount of "P-3" cannot be computed`,
		"columns: [{id: q1, label: First quarter}], staffing: {count: fte, posts: [{grade: P-3, months: 2}]}": `no-figure at staffing/p-3: the amount of "P-3" cannot be computed`,
		"columns: [{id: q1, label: First quarter}], staffing: {count: fte, posts: [{grade: P-3}]}":            "",
		"staffing: {categories: [{id: a, label: A}], posts: [{category: b}]}":                                 "no-category at budget/staffing: the table of posts has no category `b`",
		"staffing: {posts: [{category: general-service}]}":                                                    "",
	} {
		p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(postsHead+"budget: {"+text+"}\n")))
		if !ok {
			t.Fatal(findings[0].Message)
		}
		_, findings = budget.Compute(p, budget.Options{})
		got := ""
		for _, f := range findings {
			got += f.Rule.Name + " at " + f.Subject + ": " + f.Message
		}
		if !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

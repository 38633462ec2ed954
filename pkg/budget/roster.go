package budget

import (
	"cmp"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// roster sorts the posts of a plan into the rows of the table of posts.
type roster struct {
	plan   *plan.Plan
	at     source.Node
	months map[string]int            // that each column has
	rows   []string                  // ids of the rows of this budget, in the order of the plan
	posts  map[string][]cost.Counted // by row
	labels map[string]source.At[string]
	others []string // the same of posts that others pay: a grade and who pays
	used   map[string]bool
}

// ungraded is put before the id of a category for posts that have none of its grades.
const ungraded = "\x00"

// count takes all posts in: those of the lines, and those of no line.
func (r *roster) count() {
	var lines func([]cost.Line)
	lines = func(list []cost.Line) {
		for i := range list {
			for c := range list[i].AllCosts() {
				if posts, ok := c.(*cost.Posts); ok {
					for k := range posts.Posts {
						r.take(cost.Counted{Post: &posts.Posts[k]}, "")
					}
				}
			}
			lines(list[i].Lines)
		}
	}
	lines(r.plan.Budget.Lines)
	for i := range r.plan.Budget.Staffing.Posts {
		s := &r.plan.Budget.Staffing.Posts[i]
		name := ""
		if s.ID.Value != "" {
			name = s.ID.Value + "."
		}
		r.take(cost.Counted{Post: &s.Post, Own: true, Name: name}, s.Category.Value)
	}
}

// take puts a post into the row of its grade and, so far as others pay it, into theirs.
func (r *roster) take(p cost.Counted, category string) {
	id, label := r.rowOf(p.Post, category)
	shared := p.Share.IsSet() && !p.PaidBy.IsSet()
	if !p.PaidBy.IsSet() {
		r.put(&r.rows, id, label, p)
	}
	if !shared && !p.PaidBy.IsSet() {
		return
	}
	payer := "${words.staffing_shared}"
	if p.PaidBy.IsSet() {
		payer = strings.Join(strings.Fields(p.PaidBy.Value), " ")
	}
	called := label.Value
	if strings.HasPrefix(id, ungraded) {
		called = r.categoryLabel(category).Value
	}
	p.Others = true
	node := p.PaidBy.Node
	if node.IsZero() {
		node = p.Share.Node
	}
	r.put(&r.others, id+"\x00"+payer, source.At[string]{Value: called + " (" + payer + ")", Node: node}, p)
}

func (r *roster) put(rows *[]string, id string, label source.At[string], p cost.Counted) {
	if r.posts[id] == nil {
		*rows = append(*rows, id)
		r.labels[id] = label
	}
	r.posts[id] = append(r.posts[id], p)
}

// rowOf returns the row of a post: its grade's, its category's, or one of its own title.
func (r *roster) rowOf(p *cost.Post, category string) (string, source.At[string]) {
	if p.Grade.IsSet() {
		return cmp.Or(plan.StaffName(p.Grade.Value), p.Grade.Value), p.Grade
	}
	if category != "" && !hasCategory(&r.plan.Budget.Staffing, category) {
		return category, source.At[string]{Value: category, Node: p.Node}
	}
	if category != "" {
		return ungraded + category, source.At[string]{Value: "${words.staffing_ungraded}", Node: p.Node}
	}
	return cmp.Or(schema.Slug(p.Title.Value), p.Title.Value), p.Title
}

// categories returns those that the plan declares, or else those of the United Nations.
func (r *roster) categories() []plan.StaffCategory {
	list := slices.Clone(r.plan.Budget.Staffing.Categories)
	if !r.plan.Budget.Staffing.Wrote("categories") {
		for _, id := range []string{professional, general} {
			at := source.At[string]{Value: id, Node: r.at}
			list = append(list, plan.StaffCategory{ID: at, Label: source.At[string]{Value: words[id], Node: r.at}})
		}
	}
	return list
}

func (r *roster) categoryLabel(id string) source.At[string] {
	for _, c := range r.plan.Budget.Staffing.Categories {
		if c.ID.Value == id {
			return c.Label
		}
	}
	return source.At[string]{Value: cmp.Or(words[id], id), Node: r.at}
}

// The categories that are known by the letters of their grades, as the United Nations have
// them, and the words for them.
const (
	professional = "professional"
	general      = "general-service"
)

var words = map[string]string{professional: "${words.staffing_professional}", general: "${words.staffing_general}"}

// letters returns the letters of a grade's id, and its number.
func letters(id string) (string, int) {
	name, rest, _ := strings.Cut(id, "-")
	number := 0
	for _, d := range rest {
		if d < '0' || d > '9' || number > 99 {
			return "", 0
		}
		number = number*10 + int(d-'0')
	}
	return name, number
}

// ranks are the letters of grades by their category, the highest first.
var ranks = []struct{ letters, category string }{{"usg", professional}, {"asg", professional}, {"d", professional}, {"p", professional}, {"g", general}, {"gs", general}}

// known returns the category that a grade's letters tell; "" where they tell none.
func known(id string) string {
	name, _ := letters(id)
	for _, r := range ranks {
		if r.letters == name {
			return r.category
		}
	}
	return ""
}

// byRank sorts grades: D-1 above P-5 above P-4.
func byRank(a, b string) int {
	rank := func(id string) (int, int) {
		name, number := letters(id)
		return slices.IndexFunc(ranks, func(r struct{ letters, category string }) bool { return r.letters == name }), -number
	}
	first, one := rank(a)
	second, two := rank(b)
	return cmp.Or(cmp.Compare(first, second), cmp.Compare(one, two))
}

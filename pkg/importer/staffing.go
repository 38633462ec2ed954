package importer

import (
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
)

// staffing is a table of posts, read as what it is like: a budget whose amounts are posts.
type staffing struct {
	*budgetDraft
	of     *postsTable
	count  string // posts, fte or months
	others []*draftLine
	before bool // it stands before the table of the budget
}

// paidForm is a post that others pay, as documents print it.
var paidForm = pattern.Lazy(`^(.{1,40}?) \((.+)\)$`)

// staffingOf reads a table of posts; the reason says what is not understood of it.
func (f *frame) staffingOf(p *postsTable) (*staffing, string) {
	o := budgetOptions{columns: map[string]string{"label": "1"}}
	rest := grid{name: p.name, rows: slices.Clone(p.rows)}
	for c, head := range p.rows[0].cells[1:] {
		if o.columns[head.text] != "" || roleNames[head.text] != otherRole {
			return nil, "two of its columns have the same head, or one that says nothing"
		}
		o.columns[head.text] = strconv.Itoa(c + 2)
	}
	d, why := postsDraft(p.asTable(rest, o))
	if why != "" {
		return nil, why
	}
	s := &staffing{budgetDraft: d, of: p, count: cost.HeadsOnly}
	switch said := p.caption + " " + p.rows[0].inWords(); {
	case monthWords().MatchString(said):
		s.count = cost.WorkMonths
	case fullWords().MatchString(said):
		s.count = cost.FullTime
	}
	return s, s.paidByOthers(f)
}

// asTable is the table with its first row as its head.
func (p *postsTable) asTable(g grid, o budgetOptions) *budgetTable {
	t := newTable(g, 0, p.book, o)
	t.head, t.first, t.heads, t.repeated = 0, 1, make([]string, t.width()), map[int]bool{}
	for c := range t.heads {
		t.heads[c] = textAt(g.rows[0], c)
	}
	t.findRepeated()
	t.findRoles(o)
	return t
}

// paidByOthers reads the rows behind the total: posts that others pay, and the sum of all.
func (s *staffing) paidByOthers(f *frame) string {
	word := func(id string) string { return language.Entry(f.language.Words, id) }
	for i, r := range s.rest {
		switch {
		case same(r.label, word("staffing_others")):
		case i == len(s.rest)-1 && len(s.others) > 0 && isTotal(r.label):
			if !addsUp(append(slices.Clone(s.others), s.total), r.amounts) {
				return "its last sum is not what the rows above it come to"
			}
		case paidForm().MatchString(label(r)) && r.hasFigures() && !isTotal(r.label):
			s.others = append(s.others, &draftLine{label: label(r), amounts: r.amounts})
		default:
			return "a row stands behind its total: " + label(r)
		}
	}
	return ""
}

// label is a label with what was taken for its code, which is a grade.
func label(r *bodyRow) string { return strings.TrimSpace(r.code + " " + r.label) }

// figure is a number of posts as the plan has it. Work-months are twelfths of a post.
func (s *staffing) figure(a amount) (money.Decimal, bool) {
	if s.count != cost.WorkMonths {
		return a.value, true
	}
	posts := money.Div(a.value, money.New(12))
	const places = 6
	return posts, money.OwnPlaces(posts) <= places
}

// fit makes the columns those of the budget. It says what stands in the way.
func (s *staffing) fit(d *budgetDraft) string {
	if d != nil {
		own, of := ofKind(s.columns, ofAmounts), ofKind(d.columns, ofAmounts)
		if len(own) != len(of) {
			return "its columns are not those of the budget"
		}
		for i, c := range own {
			if same(c.label, of[i].label) || len(own) == 1 && (c.year == of[i].year || c.year == "" || of[i].year == "") {
				c.id = of[i].id
				continue
			}
			return "its columns are not those of the budget"
		}
	}
	exact := ""
	each(append(slices.Clone(s.lines), s.others...), func(l *draftLine) {
		for _, c := range ofKind(s.columns, ofAmounts) {
			if _, ok := s.figure(l.amounts[c]); !ok {
				exact = "its months are no whole twelfths of a post"
			}
		}
	})
	return exact
}

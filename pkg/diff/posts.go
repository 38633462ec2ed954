package diff

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// PostsTotal is the id of the total of the posts.
const PostsTotal = plan.StaffTotal

// Posts is how the table of posts changed.
type Posts struct {
	// Counts says what is counted: posts, fte or months.
	Counts string
	// Cells are the grades and their categories, the total, posts that others
	// pay, and all together.
	Cells []CellChange
}

// posts compares the tables of posts. Both plans must have one and count the same in it: a table
// that is new does not say that posts are.
func (t *tables) posts() (p Posts) {
	old, now := t.old.Budget.Staffing, t.now.Budget.Staffing
	if old == nil || now == nil || old.Counts != now.Counts {
		return p
	}
	p.Counts = now.Counts
	if with := t.withSum(); hasShown(t.old) && hasShown(t.now) {
		t = &with // of funds or payers; posts of several years are not added up
	}
	before, after := postRows(t.old), postRows(t.now)
	partner := map[string]string{}
	for i := range after {
		partner[after[i].parent] = after[i].parent
	}
	p.Cells = changed(t.rows(before, after, partner, nil))
	return p
}

// hasShown reports whether the table of posts has the column that the budget is counted over.
func hasShown(s *Side) bool {
	at, ok := s.Budget.Scope().Shown()
	if ok {
		_, ok = s.Budget.Staffing.Column(s.Budget.Columns[at].ID)
	}
	return ok
}

// IsOfPosts reports budgets without money: both plans have a table of posts alone.
func (b *Bridge) IsOfPosts() bool { return b.Currency == "" && len(b.Lines) == 0 }

// postRows are the rows of a plan's table of posts, with figures by column of the budget of money.
func postRows(s *Side) (rows []row) {
	staff := s.Budget.Staffing
	if staff == nil {
		return nil
	}
	add := func(r row, figures []budget.Figure) {
		r.figures = spread(s.Budget, staff.Budget, figures)
		rows = append(rows, r)
	}
	category := ""
	var ends []int // of categories that are begun
	var open []row
	var sums [][]budget.Figure
	closing := func(at int) {
		for n := len(ends); n > 0 && ends[n-1] <= at; n = len(ends) {
			add(open[n-1], sums[n-1])
			ends, open, sums, category = ends[:n-1], open[:n-1], sums[:n-1], ""
		}
	}
	for i := range staff.Lines {
		l := &staff.Lines[i]
		closing(i)
		r := row{parent: l.ID.Value, label: s.label(l.Label)}
		if l.IsGroup() {
			r.isSum, category = true, r.label
			ends, open, sums = append(ends, l.End), append(open, r), append(sums, l.Figures)
			continue
		}
		if strings.Contains(l.Label.Value, "words.staffing_ungraded") {
			r.of = category
		}
		add(r, l.Figures)
	}
	closing(len(staff.Lines))
	add(row{parent: PostsTotal, label: s.label(staff.TotalLabel), isSum: true}, staff.Total)
	for i := range staff.Financing {
		l := &staff.Financing[i]
		add(row{parent: othersID(l), label: s.label(l.Label), of: s.label(source.At[string]{Value: "${words.staffing_others}"})}, l.Figures)
	}
	if staff.All != nil {
		add(row{parent: plan.StaffAll, label: s.label(source.At[string]{Value: "${words.staffing_all}"}), isSum: true}, staff.All)
	}
	return rows
}

// othersID is what a row of posts that others pay is known by: its grade and who pays, since their
// ids are numbers.
func othersID(l *budget.Line) string { return "others/" + clean(l.Label.Value) }

// spread returns figures of a table of posts by the columns of the budget; those that the
// table does not have are empty.
func spread(b, staff *budget.Budget, figures []budget.Figure) []budget.Figure {
	all := make([]budget.Figure, len(b.Columns))
	for i := range staff.Columns {
		if at, ok := b.Column(staff.Columns[i].ID); ok {
			all[at] = figures[i]
		}
	}
	return all
}

package importer

import (
	"context"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
)

// TestTablesOfPosts: a table that counts posts is known by its grades, and one of money is not
// taken for it.
func TestTablesOfPosts(t *testing.T) {
	for _, c := range []struct {
		caption, table string
		want           bool
	}{
		{"", "Grade | 2026 | 2027\nP-4 | 1 | 2\nG-6 | 0.5 | 0.5\nTotal | 1.5 | 2.5\n", true},
		{"Posts of the core budget", "Category | 2026\nProfessional |\nP-4 | 1\nP-3 | 2\nSubtotal | 3\nTotal | 3\n", true},
		{"Work-months", "Grade | 2026\nP-4 | 240\nTotal | 240\n", true},
		{"", "Post | 2026\nP-4 | 210,000\nG-6 | 98,000\nTotal | 308,000\n", false},
		{"Costs in thousands", "Post | 2026\nP-4 | 110\nG-6 | 98\nTotal | 208\n", false},
		{"", "Post | CHF\nP-4 | 110\nG-6 | 98\nTotal | 208\n", false},
		{"", "Cost | 2026\nTravel | 110\nP-4 post | 98\nRent | 10\nTotal | 218\n", false},
		{"", "Cost | 2026\nTravel | 1\nRent | 2\nTotal | 3\n", false},
		{"", "Grade | 2026\nP-4 | −1\nTotal | −1\n", false},
	} {
		g := gridOf("the table", c.table, false)
		if got := postsOf(&g, c.caption) != nil; got != c.want {
			t.Errorf("%s %s: %v", c.caption, c.table, got)
		}
	}
}

// TestStaffing: what the table of posts says is the plan's staffing; what is not understood is said,
// and left.
func TestStaffing(t *testing.T) {
	f, err := frameOf(context.Background(), compile.New(compile.Options{}), placeholder(), someYear())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ caption, table, want string }{
		{"Staffing table (posts)", "Grade | 2026 | 2027\nP-4 | 1 | 2\nG-6 | 1 | 1\nTotal | 2 | 3\n",
			"posts: - grade: P-4 count: 2026: 1 2027: 2 - grade: G-6 count: 1"},
		{"Our staff", "Grade | 2026\nProfessional |\nP-4 | 1\nSubtotal | 1\nGeneral Service | 2.5\nTOTAL | 3.5\n",
			"label: Our staff categories: - id: professional label: Professional subtotal: Subtotal grades: - P-4 - id: general-service label: General Service posts: - grade: P-4 count: 1 - category: general-service count: 2.5"},
		{"Posts in work-months", "Grade | 2026\nP-4 | 18\nTotal | 18\n", "count: months label: Posts in work-months posts: - grade: P-4 count: 1.5"},
		{"", "Grade | 2026\nP-4 | 1\nTotal | 1\nP-2 (Ruritania) | 2\nTotal of all | 3\n", "- grade: P-2 count: 2 paid_by: Ruritania"},
		{"", "Grade | 2026\nP-4 | 1\nTotal | 2\n", "its sums are not what its rows come to"},
		{"", "Grade | 2026\nP-4 | 1\nG-6 | 2\n", "it has no total"},
		{"", "Grade | 2026\nP-4 | 1\nTotal | 1\nVacant | 1\n", "a row stands behind its total: Vacant"},
		{"Work-months", "Grade | 2026\nP-4 | 7\nTotal | 7\n", "its months are no whole twelfths of a post"},
	} {
		g := gridOf("the table", c.table, false)
		p := postsOf(&g, c.caption)
		if p == nil {
			t.Errorf("%s is no table of posts", c.table)
			continue
		}
		s, got := f.staffingOf(p)
		if got == "" {
			got = s.fit(nil)
		}
		if got == "" {
			got = strings.ReplaceAll(strings.Join(strings.Fields(s.tree(f).write()), " "), `"`, "")
		}
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: got %s, want %s", c.table, got, c.want)
		}
	}
}

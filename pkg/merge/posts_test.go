package merge_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/merge"
)

// TestPostsComeHome: a number of posts that one count of the plan makes is written there; one
// that is counted from the posts of lines is left, with the reason.
func TestPostsComeHome(t *testing.T) {
	written := `isuplan: 1
document: {convention: Convention on Example Matters, short: CEM, unit: Secretariat, date: 2024-06-03}
period: {from: 2025-01-01, to: 2026-12-31}
outcomes: []
budget:
  currency: CHF
  columns: [{id: 2025}, {id: 2026}]
  lines: [{id: salaries, label: Salaries, posts: [{title: Director, grade: D-1, count: 17, annual: 100}]}]
  staffing:
    posts:
      - {grade: P-3, count: {2025: 11, 2026: 12}}
      - {grade: P-2, count: 13}
`
	u := unit(t, "plan.yaml", []byte(written))
	m := merged(t, u, changed(t, u, both(replace("12", "14"), replace("13", "15"))))
	want := `-      - {grade: P-3, count: {2025: 11, 2026: 12}}
-      - {grade: P-2, count: 13}
+      - {grade: P-3, count: {2025: 11, 2026: 14}}
+      - {grade: P-2, count: {2025: 15, 2026: 13}}`
	if got := patch(written, string(m.Text)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	found := changed(t, u, replace("17", "18"))
	c := merge.Compare(u, text(t, found))
	if len(c.Changes) != 1 || !strings.Contains(c.Changes[0].Left, "counts it from its posts") {
		t.Errorf("%+v", c.Changes)
	}
}

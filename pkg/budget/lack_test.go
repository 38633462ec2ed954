package budget_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
)

// What may be left out as a whole is no guess where it is written by column and one is missing.
func TestValuesByColumnLackNone(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"posts: [{title: Head, annual: 12, count: {2026: 1}}]", "`count` of \"Head\""},
		{"posts: [{title: Head, annual: 12, count: {}}]", "`count` of \"Head\""},
		{"posts: [{title: Head, annual: 12, fte: {2026: 50%}}]", "`fte` of \"Head\""},
		{"posts: [{title: Head, annual: 12, share: {2026: 50%}}]", "`share` of \"Head\""},
		{"posts: [{title: Head, annual: 12, months: {2026: 6}}]", "`months` of \"Head\""},
		{"posts: [{title: Head, paid_by: them, count: {2026: 2}}]", "`count` of \"Head\""},
		{"posts: [{title: The *Head*, annual: 12, count: {2026: 2}}]", "`count` of `the-head`"},
		{"posts: [{title: Head, annual: 12, count: 2}]", ""},
		{"posts: [{title: Head, annual: 12, count: {2026: 2, 2027: 0}}]", ""},
		{"units: [{item: trip, quantity: 1, cost: 5, times: {2026: 3}}]", "`times` of \"trip\""},
		{"fixed: 100, share: {2026: 50%}", "`share` has"},
		{"fixed: {2026: 100, 2027: nil}, share: {2026: 50%}", ""},
		{"parts: [{fixed: 100, share: {2026: 50%}}]", "`share` has"},
		{"base: {2025: 100}, growth: {2026: 3%}", "`growth` has no rate for 2027"},
		{"base: {2025: 100}, growth: {2027: 3%}", "`growth` has no rate for 2026"},
	} {
		_, _, findings := compute(t, "  columns: [{id: 2026}, {id: 2027}]\n  staffing: {}\n  lines: [{id: x, label: X, "+c.line+"}]", budget.Options{})
		switch {
		case c.want == "" && len(findings) > 0:
			t.Errorf("%s: %s", c.line, findings[0].Message)
		case c.want != "" && (len(findings) == 0 || !strings.Contains(findings[0].Message, c.want)):
			t.Errorf("%s: %v, want %s", c.line, findings, c.want)
		case strings.Contains(c.line, "{}"): // one for each column
		case len(findings) > 1:
			t.Errorf("%s: said twice, also: %s", c.line, findings[1].Message)
		}
	}
}

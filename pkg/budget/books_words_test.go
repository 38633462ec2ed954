package budget_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
)

// What is booked on a sum, or said of nothing, is told in the words of what was meant.
func TestWordsOfBookings(t *testing.T) {
	const funds = "  funds: [{id: fa}, {id: fb}, {id: s, sum: [fa, fb]}]\n"
	const line = "  lines: [{id: x, label: X, fixed: 1000, fund: fa}]\n"
	for _, c := range []struct{ text, want string }{
		{funds + "  lines: [{id: x, label: X, fixed: 1000, fund: s}]", "`s` is a sum of others in `funds`, and no line is booked on it / write which of them it is, or their shares: fa, fb"},
		{funds + "  lines: [{id: x, label: X, fixed: 1000, fund: fa}, {id: y, label: Y, percent: 8%, of: [x], of_fund: s}]", "`s` is a sum of funds, and a percentage is of one fund or of all / write a line, or a part of one, for each of its funds: fa, fb"},
		{"  funds: [{id: fa}, {id: s, sum: []}]\n" + line, "`s` is a sum of nothing"},
		{"  lines: [{id: x, label: X, fixed: 10, for: {one: 50%, outcomes/one: 50%}}]", "`one` and `outcomes/one` are one and the same"},
		{"  lines: [{id: x, label: X, fixed: 10, for: {one: 50%, outcomes/two: 50%}}]", ""},
		{funds + line + "  tables: [{id: t, rows: [lines], years: []}]", "`years` says nothing here"},
		{funds + line + "  tables: [{id: t, rows: [lines], only: {}}]", "`only` says nothing here"},
		{funds + line + "  tables: [{id: t, rows: [lines], only: {fund: []}}]", "`fund` says nothing here"},
		{funds + line + "  tables: [{id: t, rows: [lines], columns: [years, funds], heads: []}]", "`heads` says nothing here"},
		{funds + line + "  tables: [{id: t, rows: [funds], show: [unit]}]", "`unit` is shown of lines, but the rows of this table are funds"},
		{funds + line + "  tables: [{id: t, rows: [funds, lines], show: [unit]}]", ""},
		{funds + line + "  tables: [{id: t, rows: [funds], show: [code]}]", ""},
		{line + "  funds: [{id: fa}]\n  staffing: {posts: [{category: zz, count: 5}]}", "the table of posts has no category `zz` / known here: professional, general-service"},
	} {
		_, _, findings := compute(t, c.text, budget.Options{})
		switch {
		case c.want == "" && len(findings) > 0:
			t.Errorf("%s: %v", c.text, findings)
		case c.want != "" && (len(findings) != 1 || !strings.HasPrefix(findings[0].Message+" / "+findings[0].Hint, c.want)):
			t.Errorf("%s: %v, want %s", c.text, findings, c.want)
		}
	}
}

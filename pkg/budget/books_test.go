package budget_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// divided is a plan of lines that are divided over so many funds and times.
func divided(lines, columns, funds, times int) string {
	list := func(name string, n int, each string) string {
		parts := make([]string, n)
		for i := range parts {
			parts[i] = fmt.Sprintf(each, i)
		}
		return name + strings.Join(parts, ", ")
	}
	share := func(name string, n int) string {
		rest := 100 - (n-1)/2
		return list("{", n-1, name+"%d: 0.5%%") + fmt.Sprintf(", %s%d: %d.%d%%}", name, n-1, rest-(n-1)%2, 5*((n-1)%2))
	}
	var b strings.Builder
	b.WriteString("isuplan: 1\ndocument: {convention: C, unit: U, date: 2024-01-01}\nperiod: {from: 2025-01-01, to: 2025-12-31}\noutcomes: []\nbudget:\n  currency: EUR\n")
	b.WriteString(list("  columns: [", columns, "{id: c%d}") + "]\n" + list("  funds: [", funds, "{id: f%d}") + "]\n" + list("  calendar: [", times, "{id: q%d}") + "]\n")
	b.WriteString("  tables: [{id: t, rows: [funds], columns: [calendar]}]\n  lines:\n")
	for i := range lines {
		fmt.Fprintf(&b, "    - {id: l%d, label: L, fixed: 100000, fund: %s, when: %s}\n", i, share("f", funds), share("q", times))
	}
	return b.String()
}

// TestPlacesAreBounded: what grows with the product of counts is refused, with a finding, and
// the tables are left out.
func TestPlacesAreBounded(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		rows             bool
	}{
		{"what a plan may have", divided(3, 2, 40, 40), "", true},
		{"a line over too many places", divided(1, 1, 60, 60), "this line is divided over 3,600 places; the most is 2,000", true},
		{"all lines over too many places", divided(20, 10, 40, 40), "the lines are divided over 320,000 places, counting each column and table; the most is 250,000", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(c.text)))
			if !ok {
				t.Fatal(findings)
			}
			b, findings := budget.Compute(p, budget.Options{})
			var got []string
			for _, f := range findings {
				got = append(got, f.Message)
			}
			if strings.Join(got, "; ") != c.want {
				t.Errorf("found %q, want %q", got, c.want)
			}
			if rows := len(b.Table(&p.Budget.Tables[0]).Rows) > 0; rows != c.rows {
				t.Errorf("the table has rows: %v", rows)
			}
		})
	}
}

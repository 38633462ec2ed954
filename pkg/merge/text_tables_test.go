package merge_test

import (
	"strings"
	"testing"
)

const tabledPlan = `isuplan: 1
document: {convention: Convention on Example Matters, short: CEM, unit: Secretariat, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
sections:
  - id: basis
    paragraphs:
      - text: "There were ${tables.visits.all.days} days, ${tables.visits.africa.visits} visits to Africa."
        tables:
          - id: visits
            label: Visits
            head: Region
            columns: [{id: visits, label: Visits}, {id: days, label: Days}, {id: when, label: When}]
            rows:
              - {id: africa, label: Africa, values: {visits: 31, days: 1234.5}, texts: {when: May}}
              - {id: asia, label: Asia, values: {visits: 22, days: 7}}
              - {id: all, label: Total, sum: [africa, asia]}
outcomes: []
budget: {currency: CHF, lines: [{id: a, label: A, fixed: 1}]}
`

// TestCellsComeHome: figures and words of a table of the text go where they were written, from the table and from the
// texts that quote them; sums follow, and rows are left to a person.
func TestCellsComeHome(t *testing.T) {
	for name, c := range map[string]struct {
		change change
		want   string
		left   string
	}{
		"a figure in both places": {both(replace("31", "33"), replace("31", "33"), replace("53", "55")), `
-              - {id: africa, label: Africa, values: {visits: 31, days: 1234.5}, texts: {when: May}}
+              - {id: africa, label: Africa, values: {visits: 33, days: 1234.5}, texts: {when: May}}`, ""},
		"a figure, and its sum not": {replace("7.0", "8.5"), `
-              - {id: asia, label: Asia, values: {visits: 22, days: 7}}
+              - {id: asia, label: Asia, values: {visits: 22, days: 8.5}}`, "the file does not say so"},
		"words":    {replace("May", "June"), "\n-              - {id: africa, label: Africa, values: {visits: 31, days: 1234.5}, texts: {when: May}}\n+              - {id: africa, label: Africa, values: {visits: 31, days: 1234.5}, texts: {when: June}}", ""},
		"no words": {replace("May", ""), "\n-              - {id: africa, label: Africa, values: {visits: 31, days: 1234.5}, texts: {when: May}}\n+              - {id: africa, label: Africa, values: {visits: 31, days: 1234.5}}", ""},
		"no figure": {replace("7.0", ""), `
-              - {id: asia, label: Asia, values: {visits: 22, days: 7}}
+              - {id: asia, label: Asia, values: {visits: 22}}`, "the file does not say so"},
		"a sum":           {replace("53", "54"), "", "computes it"},
		"no number":       {replace("22", "some"), "", "it is no number"},
		"a row taken out": {rowOut("Asia"), "", "by hand"},
	} {
		u := unit(t, "plan.yaml", []byte(tabledPlan))
		m := merged(t, u, changed(t, u, c.change))
		if got := patch(tabledPlan, string(m.Text)); got != strings.TrimPrefix(c.want, "\n") {
			t.Errorf("%s: got\n%s", name, got)
		}
		left := ""
		for _, o := range m.Outcomes {
			if !o.Taken {
				left += o.Says + o.Left
			}
		}
		if (left == "") != (c.left == "") || !strings.Contains(left, c.left) {
			t.Errorf("%s: left is %q", name, left)
		}
	}
}

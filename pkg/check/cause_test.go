package check

import (
	"context"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

func TestCauses(t *testing.T) {
	lines := func(stated string) string {
		return `  lines:
    - {id: a, label: Staff, fixed: 938017}
    - {id: b, label: Travel, fixed: 30000}
    - {id: c, label: Meetings, fixed: 195420}
  stated_total: ` + stated
	}
	for name, c := range map[string]struct{ text, want string }{
		"left out":        {lines("968017"), "Meetings, 195,420, seems to be left out"},
		"counted twice":   {lines("1193437"), "Travel, 30,000, seems to be counted twice"},
		"a sign":          {lines("1103437"), "Travel, 30,000, seems to be subtracted"},
		"two digits":      {lines("1163347"), "two digits are swapped"},
		"two of an input": {lines("1208437"), "two digits of Staff, 938,017, seem to be swapped"},
		"one digit":       {lines("1163737"), "one digit is mistyped"},
		"a decimal point": {lines("11634370"), "decimal point"},
		"thousands":       {lines("1163.437"), "the thousands are lost"},
		"thousands of one": {`  lines: [{id: a, label: Staff, fixed: 938}, {id: b, label: Travel, fixed: 30000}]
  stated_total: 968000`, "Staff, 938, seems to have its decimal point or its thousands in the wrong place"},
		"nothing explains it": {lines("1000001"), ""},
		"the parent": {`  lines:
    - {id: g, label: Programme, stated: 1295500, lines: [{id: x, label: X, fixed: 1245000}, {id: h, label: Support, stated: 50000, lines: [{id: y, label: Y, fixed: 35500}, {id: z, label: Z, fixed: 15000}]}]}`,
			"Programme, 1,295,500 as stated, was made with 50,500; so this subtotal is wrong"},
		"one cell": {`  columns: [{id: 2018}, {id: 2019}, {id: all, sum: [2018, 2019]}]
  lines:
    - {id: a, label: Staff, fixed: {2018: 8200, 2019: 8300}, stated: {all: 16600}}
    - {id: b, label: Office, fixed: 10000, stated: {all: 20000}}
  stated_total: {2018: 18200, 2019: 18400, all: 36600}`,
			"Staff, 2019: with 8,400 in place of 8,300 its row and its column agree"},
	} {
		t.Run(name, func(t *testing.T) {
			head := "isuplan: 1\ndocument: {convention: C, unit: U, date: 2024-01-01}\nperiod: {from: 2025-01-01, to: 2025-12-31}\noutcomes: []\nbudget:\n  currency: CHF\n"
			p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(head+c.text+"\n")))
			if !ok {
				t.Fatal(findings)
			}
			b, _ := budget.Compute(p, budget.Options{})
			var said []string
			found, err := Run(context.Background(), Input{Plan: p, Budget: b})
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range found {
				if f.Rule.Name == "stated-differs" {
					said = append(said, f.Message)
				}
			}
			if len(said) == 0 {
				t.Fatal("nothing differs")
			}
			for _, message := range said {
				_, cause, _ := strings.Cut(message, "; likely cause: ")
				if c.want == "" && cause == "" || c.want != "" && strings.Contains(cause, c.want) {
					return
				}
			}
			t.Errorf("got %s, want %q", strings.Join(said, "\n"), c.want)
		})
	}
}

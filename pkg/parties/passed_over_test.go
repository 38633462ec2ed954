package parties_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/parties"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestWhatIsPassedOver: totals are compared, and nothing that was meant is lost without a word.
func TestWhatIsPassedOver(t *testing.T) {
	for text, want := range map[string]string{
		"Party,Scale\nA,1\nB,2\nTotal,3\n":                                "",
		"Party,Scale\nA,1\nB,2\nTotal,4\n":                                "F217 the total of `scale` is 4, but the Parties above it come to 3",
		"Party,Scale\nA,1.25\nB,2.5\nTotal,3.8\n":                         "", // rounded
		"Party,Scale\nA,1.25\nB,2.5\nTotal,3.6\n":                         "F217 the total of `scale` is 3.6, but the Parties above it come to 3.75",
		"Party,Scale\nA,1\nTotal,1\nB,2\nTotal,2\nGrand total,3\n":        "",
		"Party,Scale,Paid 2026\nA,1,5\nB,2,\nTotal,3,5\n":                 "",
		"Party,Scale,Paid 2026\nA,1,5\nB,2,\nTotal,,6\n":                  "F217 the total of `paid 2026` is 6, but the Parties above it come to 5",
		"Party,Scale,Paid 2024\nA,1,5\n":                                  "F218 the column `Paid 2024` is of an earlier year, and is passed over",
		"Party,Scale,Paid 2099\nA,1,5\n":                                  "F213 the column `Paid 2099` is of no column of the budget",
		"Party,Scale,Scale 2024\nA,1,5\n":                                 "", // an earlier scale beside the one that counts
		"Party,Scale,Paid on time\nA,1,yes\n":                             "",
		"Party,Scale,Payd\nA,1,5\n":                                       "F218 the column `Payd` is passed over",
		"Party,Scale,Number,Region,Name\nA,1,5,Europe,A\n":                "",
		"Party,Country,Scale,Date of ratification\nA,A,1,2001\nTotal,,1,": "",
	} {
		p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(`isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2026-01-01, to: 2027-12-31}
outcomes: []
budget:
  currency: USD
  columns: [{id: 2026}, {id: 2027}]
  lines: [{id: work, label: Work, fixed: 1000}]
  contributions: [{id: fund, label: Contributions, of: total, list: scale.csv, heads: {party: Party}}]
`)))
		if !ok {
			t.Fatal(findings)
		}
		var got []string
		for _, f := range parties.Fill(p, func(string) (parties.File, error) { return parties.File{Name: "scale.csv", Text: []byte(text)}, nil }) {
			got = append(got, fmt.Sprintf("%s %s", f.Rule.Code, f.Message))
		}
		if all := strings.Join(got, "; "); all != want {
			t.Errorf("%q: %s, want %s", text, all, want)
		}
		if read := len(p.Budget.Contributions[0].Parties) > 0; read == strings.HasPrefix(want, "F213") {
			t.Errorf("%q: Parties are read: %v", text, read)
		}
	}
}

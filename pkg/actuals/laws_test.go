package actuals_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/actuals"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// FuzzExport reads any bytes: they are read, or refused with findings that have words, a remedy and a
// place; and what was read comes to something only where nothing was refused.
func FuzzExport(f *testing.F) {
	f.Add("Code,Amount,Date\n1100,10,2025-03-31\nTotal,10,\n")
	f.Add("Code;Debit;Credit;Fund\n1100 Staff;1 234,50 €;;EU\n1200;;(5,00);CTF\n")
	f.Add("Line,Amount,Kind\n1100 Staff,,\n,5.00 CR,Commitment\nSum of account,(5.-),\n")
	f.Add(";Code;Text;Date;Kind;Amount\n;1100;a;20250305;expense;10,5\n;1100;b;5-Mar-25;expense;1.5\n* 1100;Sum of 1100;;15\n**;1100 – Total;P03/2025\n")
	f.Fuzz(func(t *testing.T, text string) {
		p, findings := filled(t, "", "ledger.csv", text)
		for _, f := range findings {
			if f.Message == "" || f.Hint == "" || !f.Span.IsValid() {
				t.Fatalf("%q: %+v", text, f)
			}
			if f.Rule.Severity == diag.Error && len(p.Budget.Actuals.Lines) > 0 {
				t.Fatalf("%q: refused, and read: %s", text, shown(p, findings))
			}
		}
	})
}

// drawn is an export of rows that are all counted, and what they come to.
func drawn(t *rapid.T) (rows []string, all money.Decimal) {
	for range rapid.IntRange(1, 20).Draw(t, "rows") {
		line := rapid.SampledFrom([]string{"1100", "1100 Staff", "staff", "1200", "travel", "nobody"}).Draw(t, "line")
		fund := rapid.SampledFrom([]string{"", "CTF", "eu", "XX"}).Draw(t, "fund")
		month := rapid.IntRange(1, 9).Draw(t, "month")
		d := money.New(rapid.Int64Range(-1_000_000, 1_000_000).Draw(t, "cents")).Shift(-2)
		all = all.Add(d)
		amount := money.Number(d, 2, "", ".") + "," // a debit, or one that is taken back
		if credit := money.New(rapid.Int64Range(1, 1000).Draw(t, "credit")).Shift(-2); rapid.Bool().Draw(t, "has credit") {
			amount = money.Number(d.Add(credit), 2, "", ".") + "," + money.Number(credit, 2, "", ".")
		}
		rows = append(rows, fmt.Sprintf("%s,%s,%s,2025-%02d", line, fund, amount, month))
	}
	return rows, all
}

const drawnHead = "Line,Fund,Debit,Credit,Date\n"

func spentOf(p *plan.Plan) money.Decimal {
	sum := money.Zero
	for i := range p.Budget.Actuals.Lines {
		sum = sum.Add(p.Budget.Actuals.Lines[i].Spent.Value)
	}
	return sum
}

// TestOrderOfRows: the order of the rows changes no sum of a line.
func TestOrderOfRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, all := drawn(t)
		by := func(rows []string) string {
			p, findings := filled(t, "", "ledger.csv", drawnHead+strings.Join(rows, "\n")+"\n")
			if got := spentOf(p); !got.Equal(all) {
				t.Fatalf("%q: %s, want %s: %s", rows, got, all, shown(p, findings))
			}
			sums := map[string]money.Decimal{}
			for i := range p.Budget.Actuals.Lines {
				a := &p.Budget.Actuals.Lines[i]
				key := a.Line.Value + " " + a.Fund.Value
				sums[key] = sums[key].Add(a.Spent.Value)
			}
			var list []string
			for key, sum := range sums {
				list = append(list, key+" "+sum.String())
			}
			slices.Sort(list)
			return strings.Join(list, "; ")
		}
		first := by(rows)
		shuffled := slices.Clone(rows)
		seed := rapid.Uint64().Draw(t, "seed")
		rand.New(rand.NewPCG(seed, seed)).Shuffle(len(shuffled), func(i, k int) { shuffled[i], shuffled[k] = shuffled[k], shuffled[i] })
		if again := by(shuffled); again != first {
			t.Fatalf("%q: %s; in another order %s", rows, first, again)
		}
	})
}

// TestQuartersAddUp: what was spent to the end of a quarter, and what the rows behind it come to, is
// what was spent to the end of the last.
func TestQuartersAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, all := drawn(t)
		sum := money.Zero
		for quarter, last := range []string{"03", "06", "09"} {
			var of []string
			for _, row := range rows {
				if month := row[len(row)-2:]; month <= last && month > fmt.Sprintf("%02d", 3*quarter) {
					of = append(of, row)
				}
			}
			if len(of) > 0 {
				p, _ := filled(t, "", "ledger.csv", drawnHead+strings.Join(of, "\n")+"\n")
				sum = sum.Add(spentOf(p))
			}
		}
		if !sum.Equal(all) {
			t.Fatalf("%q: the quarters come to %s, want %s", rows, sum, all)
		}
	})
}

// TestGroups: a row on a group is on it, unless it is the sum of its lines once more.
func TestGroups(t *testing.T) {
	for text, want := range map[string]string{
		"1000,5\n1100,10\n1200,20\n":                "office 5; staff 10; travel 20",
		"1000 Office,30\n1100,10\n1200,20\n":        "ledger.csv:2: this row of EUR 30 is on the group `office`, and the rows on its lines come to the same: it is their sum, as it seems, and would count twice",
		"Total 1000,30\n1100,10\n1200,20\n":         "staff 10; travel 20",
		"1000,30\n1000,-1\n1100,10\n1200,20\n":      "office 29; staff 10; travel 20",
		"1100,10\n1200,20\n1200,-20\noffice,10\n":   "ledger.csv:5: this row of EUR 10 is on the group `office`, and the rows on its lines come to the same: it is their sum, as it seems, and would count twice",
		"1000 Office:1100 Staff,10\n1000: 1200,2\n": "staff 10; travel 2",
	} {
		p, _, _ := plan.Load(source.NewFile("plan.yaml", []byte(`isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: EUR
  lines:
    - id: office
      code: "1000"
      label: Office
      lines:
        - {id: staff, code: "1100", label: Staff, fixed: 1000}
        - {id: travel, code: "1200", label: Travel, fixed: 100}
  actuals: {as_at: 2025-09-30, list: ledger.csv}
`)))
		findings := actuals.Fill(p, func(name string) (actuals.File, error) {
			return actuals.File{Name: name, Text: []byte("Code,Amount\n" + text)}, nil
		})
		if got := shown(p, findings); got != want {
			t.Errorf("%q\n got %s\nwant %s", text, got, want)
		}
	}
}

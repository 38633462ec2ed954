package budget_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// spentPlan has groups in groups, one without a subtotal, and lines of one fund, of two and of none.
func spentPlan(t rapid.TB) *plan.Plan {
	t.Helper()
	return spentPlanOf(t, spentText)
}

func spentPlanOf(t rapid.TB, text string) *plan.Plan {
	t.Helper()
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(text)))
	if !ok {
		t.Fatal(findings)
	}
	return p
}

const spentText = `isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: EUR
  funds: [{id: core, label: Core}, {id: eu, label: Grant}]
  lines:
    - id: office
      label: Office
      lines:
        - {id: staff, label: Staff, fixed: 1001, fund: {core: 40%, eu: 60%}}
        - id: rooms
          label: Rooms
          lines: [{id: rent, label: Rent, fixed: 100, fund: core}]
    - id: open
      label: Without a subtotal
      subtotal: none
      lines: [{id: travel, label: Travel, fixed: 200, fund: eu}, {id: post, label: Post, fixed: 7}]
  actuals: {as_at: 2025-12-31, list: ledger.csv}
`

// TestSpentAddsUp: sums of groups, the total and the funds come to what the accounts have, whatever the order.
func TestSpentAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, all := spentPlan(t), money.Zero
		for range rapid.IntRange(0, 12).Draw(t, "amounts") {
			a := plan.Actual{Line: plan.ID{Value: rapid.SampledFrom([]string{"staff", "rent", "rooms", "office", "open", "travel", "post", ""}).Draw(t, "line")}}
			a.Fund.Value = rapid.SampledFrom([]string{"", "core", "eu"}).Draw(t, "fund")
			a.Spent.Value = money.New(rapid.Int64Range(-10_000, 10_000).Draw(t, "cents")).Shift(-2)
			all = all.Add(a.Spent.Value)
			p.Budget.Actuals.Lines = append(p.Budget.Actuals.Lines, a)
		}
		b, _ := budget.Compute(p, budget.Options{})
		a := b.Actuals
		if !a.Total().Spent.Equal(all) {
			t.Fatalf("total %s, want %s", a.Total().Spent, all)
		}
		for _, rows := range [][]budget.ActualRow{a.Rows, a.Funds} {
			for i := range rows {
				if !rows[i].IsSum() {
					continue
				}
				spent, planned := money.Zero, money.Zero
				for _, part := range rows[i].Parts {
					spent, planned = spent.Add(rows[part].Spent), planned.Add(rows[part].Planned)
				}
				if !spent.Equal(rows[i].Spent) || !planned.Equal(rows[i].Planned) {
					t.Fatalf("%s: its parts come to %s of %s, and not %s of %s", rows[i].ID(), spent, planned, rows[i].Spent, rows[i].Planned)
				}
			}
		}
	})
}

// TestSpentByFund: an amount is on the fund that is told, or on the only one that pays its line.
func TestSpentByFund(t *testing.T) {
	for amounts, want := range map[string]string{
		"staff core 1, rent  2, travel  4, post  8": "core 500 3; eu 801 4; none 7 8; total 1308 15",
		"rooms  1, office  2,  eu 4, open  8":       "core 500 1; eu 801 4; none 7 10; total 1308 15",
		"staff  1, post  2":                         "",
		"staff eu 5, staff eu -5":                   "core 500 0; eu 801 0; none 7 0; total 1308 0",
	} {
		p := spentPlan(t)
		for _, text := range strings.Split(amounts, ", ") {
			part := strings.Split(text, " ")
			a := plan.Actual{Line: plan.ID{Value: part[0]}, Fund: plan.ID{Value: part[1]}}
			a.Spent.Value, _ = money.Parse(part[2])
			p.Budget.Actuals.Lines = append(p.Budget.Actuals.Lines, a)
		}
		b, _ := budget.Compute(p, budget.Options{})
		var got []string
		for i := range b.Actuals.Funds {
			r := &b.Actuals.Funds[i]
			got = append(got, fmt.Sprintf("%s %s %s", r.ID(), r.Planned, r.Spent))
		}
		if all := strings.Join(got, "; "); all != want {
			t.Errorf("%s\n got %s\nwant %s", amounts, all, want)
		}
	}
}

// TestSpentBySumsOfFunds: what the plan adds up of several funds is a row of its own, and counted once in all.
func TestSpentBySumsOfFunds(t *testing.T) {
	text := strings.Replace(spentText, "label: Grant}", "label: Grant}, {id: both, label: Both, sum: [core, eu]}, {id: ctf, label: CTF}", 1)
	p := spentPlanOf(t, text)
	for _, of := range []struct {
		line, fund string
		spent      int64
	}{{"staff", "core", 1}, {"staff", "eu", 2}, {"post", "both", 4}} {
		a := plan.Actual{Line: plan.ID{Value: of.line}, Fund: plan.ID{Value: of.fund}}
		a.Spent.Value = money.New(of.spent)
		p.Budget.Actuals.Lines = append(p.Budget.Actuals.Lines, a)
	}
	b, _ := budget.Compute(p, budget.Options{})
	var got []string
	for i := range b.Actuals.Funds {
		r := &b.Actuals.Funds[i]
		got = append(got, fmt.Sprintf("%s %s %s", r.ID(), r.Planned, r.Spent))
	}
	if all, want := strings.Join(got, "; "), "core 500 1; eu 801 2; both 1301 3; ctf 0 0; none 7 4; total 1308 7"; all != want {
		t.Errorf("\n got %s\nwant %s", all, want)
	}
}

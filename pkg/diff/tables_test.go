package diff_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/money"
	"pgregory.net/rapid"
)

// treaty is a budget of two years with all that stands beside its total.
const treaty = `isuplan: 1
document: {convention: C, unit: U, date: 2025-06-03}
period: {from: 2026-01-01, to: 2027-12-31}
outcomes: []
budget:
  currency: USD
  columns: [{id: 2026}, {id: 2027}]
  lines:
    - id: staff
      label: Staff
      posts: [{title: Officer, grade: P-4, annual: 100000, count: {2026: 1, 2027: 2}}, {title: Guest, grade: P-2, paid_by: Ruritania}]
      at_most: {percent: 50%, of: [travel]}
    - {id: travel, label: Travel, fixed: {2026: 300000, 2027: 400000}}
  financing:
    - {id: assessed, label: Assessed, rest: true}
  contributions:
    - id: scale
      label: Contributions
      of: assessed
      parties:
        - {party: Austria, scale: 30, paid: {2026: 50000}}
        - {party: Chile, scale: 20}
        - {party: Kenya, scale: 50}
  staffing: {}
  after_total:
    - {id: reserve, label: Reserve, percent: 15%, of: [total]}
    - {id: fund, label: Fund, balance: {opening: 1000, in: [financing], out: [total]}}
    - {id: gap, label: Gap, difference: [total, reserve]}
`

// edited replaces parts of a plan, each of which is there.
func edited(t testing.TB, text string, pairs ...string) string {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			t.Fatalf("the plan has no %q", pairs[i])
		}
		text = strings.Replace(text, pairs[i], pairs[i+1], 1)
	}
	return text
}

// saidCells writes cells that changed.
func saidCells(cells []diff.CellChange) []string {
	var list []string
	for i := range cells {
		c := &cells[i]
		if !c.IsShown() {
			continue
		}
		column := c.Column
		if c.OldColumn != c.Column {
			column = c.OldColumn + ">" + c.Column
		}
		text := fmt.Sprintf("%s %s %s>%s", c.ID, column, c.From, c.To)
		if r := c.Rates; r != nil {
			text += fmt.Sprintf(" (%s%% of %s>%s%% of %s)", r.OldRate, r.OldBase, r.Rate, r.Base)
		}
		for _, p := range c.Parts {
			text += fmt.Sprintf(" %s %s", p.Cause, p.Amount)
		}
		list = append(list, text)
	}
	return list
}

func saidTables(r *diff.Report) string {
	list := saidCells(r.After)
	for i := range r.Bounds {
		for _, s := range saidCells([]diff.CellChange{r.Bounds[i].CellChange}) {
			most := "at least "
			if r.Bounds[i].Most {
				most = "at most "
			}
			list = append(list, fmt.Sprintf("%s%s room %s>%s", most, s, r.Bounds[i].OldRoom, r.Bounds[i].Room))
		}
	}
	for _, s := range saidCells(r.Posts.Cells) {
		list = append(list, r.Posts.Counts+" "+s)
	}
	return strings.Join(list, "; ")
}

// TestTablesBesideTheTotal: rows after the total, bounds and posts are compared year by year.
func TestTablesBesideTheTotal(t *testing.T) {
	for _, c := range []struct {
		name  string
		pairs []string
		want  string
	}{
		{"nothing", nil, ""},
		{"a base", []string{"2026: 300000", "2026: 320000"},
			"reserve 2026 60000>63000 (15% of 400000>15% of 420000) base 3000; fund.in 2026 400000>420000 base 20000; fund.out 2026 -400000>-420000 base -20000; " +
				"gap 2026 340000>357000 base 17000; at most staff 2026 150000>160000 (50% of 300000>50% of 320000) base 10000 room 50000>60000"},
		{"a rate", []string{"percent: 15%", "percent: 20%"},
			"reserve 2026 60000>80000 (15% of 400000>20% of 400000) rate 20000; reserve 2027 90000>120000 (15% of 600000>20% of 600000) rate 30000; gap 2026 340000>320000 base -20000; gap 2027 510000>480000 base -30000"},
		{"an opening", []string{"opening: 1000", "opening: 3000"},
			"fund.opening 2026 1000>3000 amount 2000; fund.opening 2027 1000>3000 base 2000; fund 2026 1000>3000 base 2000; fund 2027 1000>3000 base 2000"},
		{"another rule", []string{"percent: 15%, of: [total]", "fixed: {2026: 60000, 2027: 100000}"}, "reserve 2027 90000>100000 basis 10000; gap 2027 510000>500000 base -10000"},
		{"a row more", []string{"    - {id: gap", "    - {id: spare, label: Spare, fixed: 7}\n    - {id: gap"}, "spare >2026 0>7 new 7; spare >2027 0>7 new 7"},
		{"a row less", []string{"    - {id: gap, label: Gap, difference: [total, reserve]}\n", ""}, "gap 2026> 340000>0 dropped -340000; gap 2027> 510000>0 dropped -510000"},
		{"a bound in money", []string{"{percent: 50%, of: [travel]}", "{amount: {2026: 100000, 2027: 200000}}"}, "at most staff 2026 150000>100000 basis -50000 room 50000>0"},
		{"another bound", []string{"percent: 50%, of", "percent: 60%, of"}, "at most staff 2026 150000>180000 (50% of 300000>60% of 300000) rate 30000 room 50000>80000; at most staff 2027 200000>240000 (50% of 400000>60% of 400000) rate 40000 room 0>40000"},
		{"a bound less", []string{"      at_most: {percent: 50%, of: [travel]}\n", ""}, "at most staff 2026> 150000>0 dropped -150000 room 50000>0; at most staff 2027> 200000>0 dropped -200000 room 0>0"},
		{"a bound of the total", []string{"outcomes: []", "outcomes: []\nlimits: {total: 900000}"}, "at most total >2026 0>900000 new 900000 room 0>500000; at most total >2027 0>900000 new 900000 room 0>300000"},
		{"posts of others", []string{"paid_by: Ruritania", "paid_by: Ruritania, count: 3"}, "posts others/P-2 (Ruritania) 2026 1>3; posts others/P-2 (Ruritania) 2027 1>3; posts all 2026 2>4; posts all 2027 3>5"},
		{"what is counted", []string{"staffing: {}", "staffing: {count: fte}"}, ""},
		{"no table any more", []string{"  staffing: {}\n", ""}, ""},
		{"another currency", []string{"currency: USD", "currency: EUR", "percent: 15%", "percent: 20%", "paid_by: Ruritania", "paid_by: Ruritania, count: 2"},
			"posts others/P-2 (Ruritania) 2026 1>2; posts others/P-2 (Ruritania) 2027 1>2; posts all 2026 2>3; posts all 2027 3>4"},
	} {
		got := saidTables(diff.Compare(side(t, "plan.yaml", treaty), side(t, "plan.yaml", edited(t, treaty, c.pairs...))))
		if got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestTablesOfOtherYears: where the years moved on, columns are matched in their order; where
// there is one more, it is new.
func TestTablesOfOtherYears(t *testing.T) {
	old := side(t, "old.yaml", treaty)
	next := strings.NewReplacer("2027", "2029", "2026", "2028", "2025", "2027").Replace(edited(t, treaty, "count: {2026: 1", "count: {2026: 2"))
	want := "posts p-4 2026>2028 1>2; posts professional 2026>2028 1>2; posts total 2026>2028 1>2; posts all 2026>2028 2>3"
	if got := saidTables(diff.Compare(old, side(t, "new.yaml", next))); !strings.HasSuffix(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	one := strings.NewReplacer("columns: [{id: 2026}, {id: 2027}]", "columns: [{id: 2026}]", "2026-01-01, to: 2027", "2026-01-01, to: 2026", ", 2027: 2}", "}", ", 2027: 400000}", "}").Replace(treaty)
	got := diff.Compare(side(t, "old.yaml", one), old)
	if said := strings.Join(saidCells(got.Posts.Cells), "; "); said != "p-4 >2027 0>2 new 2; professional >2027 0>2 new 2; total >2027 0>2 new 2; others/P-2 (Ruritania) >2027 0>1 new 1; all >2027 0>3 new 3" {
		t.Error(said)
	}
}

func saidParties(r *diff.Report) string {
	var list []string
	for i := range r.Contributions {
		c := &r.Contributions[i]
		list = append(list, fmt.Sprintf("%s %s>%s owed %s>%s", c.ID, c.From, c.To, money0(c.Owed.Old), money0(c.Owed.New)))
		for k := range c.Parties {
			p := &c.Parties[k]
			if !p.IsShown() {
				continue
			}
			text := fmt.Sprintf("%s %s>%s", p.ID, p.From, p.To)
			for _, part := range p.Parts {
				text += fmt.Sprintf(" %s %s", part.Cause, part.Amount)
			}
			for _, in := range slices.Concat(p.Inputs, p.Made) {
				text += fmt.Sprintf(" (%s %s>%s)", in.Label, in.Old, in.New)
			}
			if p.Owed.IsShown() || p.Paid.IsShown() {
				text += fmt.Sprintf(" owes %s>%s", money0(p.Owed.Old), money0(p.Owed.New))
			}
			list = append(list, text)
		}
	}
	return strings.Join(list, "; ")
}

func money0(d *money.Decimal) string {
	if d == nil {
		return "-"
	}
	return d.String()
}

// TestPostsByPayer: columns that are no years add up, and their sum is compared too.
func TestPostsByPayer(t *testing.T) {
	const posts = `isuplan: 1
document: {convention: C, unit: U, date: 2025-06-03}
period: {from: 2026-01-01, to: 2026-12-31}
outcomes: []
budget:
  columns: [{id: fao, label: FAO}, {id: unep, label: UNEP}, {id: both, label: Both, sum: [fao, unep]}]
  staffing: {posts: [{grade: P-4, count: {fao: 1, unep: 2}}, {title: Driver, count: {fao: 1, unep: 1}}]}
`
	r := diff.Compare(side(t, "old.yaml", posts), side(t, "new.yaml", edited(t, posts, "fao: 1, unep: 2", "fao: 3, unep: 2")))
	if got, want := saidTables(r), "posts p-4 FAO 1>3; posts p-4 Both 3>5; posts professional FAO 1>3; posts professional Both 3>5; posts total FAO 2>4; posts total Both 5>7"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestContributions: what a Party pays, why, and what it paid and owes.
func TestContributions(t *testing.T) {
	for _, c := range []struct {
		name  string
		pairs []string
		want  string
	}{
		{"nothing", nil, ""},
		{"the amount", []string{"2026: 300000", "2026: 400000"},
			"scale 1000000>1100000 owed 350000>450000; austria 300000>330000 base 30000 owes 70000>100000; chile 200000>220000 base 20000 owes 80000>100000; kenya 500000>550000 base 50000 owes 200000>250000"},
		{"the scale", []string{"Austria, scale: 30", "Austria, scale: 40", "Kenya, scale: 50", "Kenya, scale: 40"},
			"scale 1000000>1000000 owed 350000>350000; austria 300000>400000 rate 100000 (scale 30>40) owes 70000>110000; kenya 500000>400000 rate -100000 (scale 50>40) owes 200000>160000"},
		{"payments", []string{"2026: 50000", "2026: 60000", "scale: 20", "scale: 20, paid: {2026: 5}"},
			"scale 1000000>1000000 owed 350000>339995; austria 300000>300000 (2026, paid 50000>60000) owes 70000>60000; chile 200000>200000 (2026, paid 0>5) owes 80000>79995"},
		{"arrears", []string{"scale: 20", "scale: 20, arrears: 9"}, "scale 1000000>1000000 owed 350000>350009; chile 200000>200000 (arrears 0>9) owes 80000>80009"},
		{"no payments any more", []string{", paid: {2026: 50000}", ""}, "scale 1000000>1000000 owed 350000>-; austria 300000>300000 (2026, paid 50000>0) owes 70000>-; chile 200000>200000 owes 80000>-; kenya 500000>500000 owes 200000>-"},
		{"one new, one left", []string{"{party: Chile, scale: 20}", "{party: Italy, scale: 20}"},
			"scale 1000000>1000000 owed 350000>350000; italy 0>200000 new 200000 owes ->80000; chile 200000>0 dropped -200000 owes 80000>-"},
		{"another name", []string{"party: Chile", "party: Republic of Chile"},
			"scale 1000000>1000000 owed 350000>350000; republic-of-chile 0>200000 new 200000 owes ->80000; chile 200000>0 dropped -200000 owes 80000>-"},
		{"a name written otherwise", []string{"party: Chile, scale: 20", "party: CHILE, scale: 20", "2026: 300000", "2026: 300010"},
			"scale 1000000>1000010 owed 350000>350010; austria 300000>300003 base 3 owes 70000>70003; chile 200000>200002 base 2 owes 80000>80002; kenya 500000>500005 base 5 owes 200000>200005"},
	} {
		r := diff.Compare(side(t, "plan.yaml", treaty), side(t, "plan.yaml", edited(t, treaty, c.pairs...)))
		if got := saidParties(r); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
		for i := range r.Changes {
			change := &r.Changes[i]
			if c.name != "a name written otherwise" && change.Element().Kind == "budget/contributions/parties" && change.Kind&^(diff.Changed|diff.Added|diff.Removed) == 0 && !change.IsTold() && !change.IsInTable() {
				t.Errorf("%s: %s is listed beside its row", c.name, change.Element().Path())
			}
		}
	}
}

// TestTablesInJSON: programs read all rows, those that did not change too.
func TestTablesInJSON(t *testing.T) {
	r := diff.Compare(side(t, "old.yaml", treaty), side(t, "new.yaml", edited(t, treaty, "percent: 15%", "percent: 20%", "Austria, scale: 30", "Austria, scale: 31", "count: {2026: 1", "count: {2026: 2")))
	var out strings.Builder
	if err := diff.WriteJSON(&out, r, nil, diff.Limits{}); err != nil {
		t.Fatal(err)
	}
	var got struct {
		AfterTotal []map[string]any `json:"after_total"`
		Posts      struct {
			Counts string
			Rows   []map[string]any
		}
		Contributions []struct {
			ID      string
			Parties []map[string]any
		}
		Bounds []map[string]any
	}
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.AfterTotal) != 12 || got.AfterTotal[0]["id"] != "reserve" || got.AfterTotal[0]["percentage"].(map[string]any)["old_rate"] != "15" {
		t.Error(got.AfterTotal)
	}
	if got.Posts.Counts != "posts" || len(got.Posts.Rows) != 10 || got.Posts.Rows[0]["change"] != "1" {
		t.Error(got.Posts)
	}
	if len(got.Contributions) != 1 || len(got.Contributions[0].Parties) != 3 || got.Contributions[0].Parties[0]["paid"].(map[string]any)["new"] != "50000" {
		t.Error(got.Contributions)
	}
	if len(got.Bounds) != 0 {
		t.Error("a bound did not change: ", got.Bounds)
	}
	if n := r.Size(); n < 23 {
		t.Errorf("the report has %d rows and changes", n)
	}
}

// TestTableLaws: of any two such plans the parts of each row add up to its change, the Parties to
// what all of them pay, and the way back is the mirror image.
func TestTableLaws(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		plan := func(name string) diff.Side {
			n := func(most int) string { return fmt.Sprint(rapid.IntRange(1, most).Draw(r, "n")) }
			text := edited(t, treaty, "2026: 300000", "2026: "+n(900000), "percent: 15%", "percent: "+n(90)+"%", "scale: 20", "scale: "+n(50), "scale: 50", "scale: "+n(50)+", paid: {2027: "+n(900)+"}",
				"opening: 1000", "opening: "+n(9000), "count: {2026: 1", "count: {2026: "+n(9), "percent: 50%", "percent: "+n(99)+"%")
			if rapid.Bool().Draw(r, "another Party") {
				text = edited(t, text, "party: Chile", "party: Italy")
			}
			return side(t, name, text)
		}
		a, b := plan("old.yaml"), plan("new.yaml")
		tableLaws(t, diff.Compare(a, b), diff.Compare(b, a))
	})
}

// tableLaws holds the laws of the tables beside the total for both directions of a comparison.
func tableLaws(t *testing.T, there, back *diff.Report) {
	t.Helper()
	for _, r := range []*diff.Report{there, back} {
		cells := slices.Clone(r.After)
		for i := range r.Bounds {
			cells = append(cells, r.Bounds[i].CellChange)
		}
		for i := range cells {
			if sum := partsOf(cells[i].Parts); !sum.Equal(cells[i].Change()) {
				t.Errorf("the parts of %s add up to %s, but it changed by %s", cells[i].ID, sum, cells[i].Change())
			}
		}
		for i := range r.Contributions {
			c := &r.Contributions[i]
			all := money.Zero
			for k := range c.Parties {
				p := &c.Parties[k]
				if sum := partsOf(p.Parts); !sum.Equal(p.Change()) {
					t.Errorf("the parts of %s add up to %s, but it changed by %s", p.ID, sum, p.Change())
				}
				all = all.Add(p.Change())
			}
			if !all.Equal(c.Change()) {
				t.Errorf("the Parties of %s add up to %s, but all of them to %s", c.ID, all, c.Change())
			}
		}
	}
	if got, want := figures(back, true), figures(there, false); !slices.Equal(got, want) {
		t.Errorf("the way back is not the mirror image:\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func partsOf(parts []diff.Part) money.Decimal {
	sum := money.Zero
	for _, p := range parts {
		sum = sum.Add(p.Amount)
	}
	return sum
}

// figures writes the figures of the tables, in either direction.
func figures(r *diff.Report, mirrored bool) (list []string) {
	say := func(id, oldColumn, column string, from, to money.Decimal, old, now bool) {
		if mirrored {
			oldColumn, column, from, to, old, now = column, oldColumn, to, from, now, old
		}
		list = append(list, fmt.Sprintf("%s %s>%s %s>%s %v>%v", id, oldColumn, column, from, to, old, now))
	}
	cells := slices.Concat(r.After, r.Posts.Cells)
	for i := range r.Bounds {
		cells = append(cells, r.Bounds[i].CellChange)
	}
	for _, c := range cells {
		say(c.ID, c.OldColumn, c.Column, c.From, c.To, c.Old, c.New)
	}
	for _, c := range r.Contributions {
		say(c.ID, "", "", c.From, c.To, c.Old, c.New)
		for _, p := range c.Parties {
			say(p.ID, "", "", p.From, p.To, p.Old != nil, p.New != nil)
		}
	}
	slices.Sort(list)
	return list
}

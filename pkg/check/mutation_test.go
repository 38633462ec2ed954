package check_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// transcript is a real table with every figure stated, as somebody who types a
// printed table off writes it.
type transcript struct {
	b     *budget.Budget
	cells [][]money.Decimal // by line, the total last, and column
}

func transcribe(t testing.TB, name string) transcript {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "testdata", "budgets", name))
	if err != nil {
		t.Fatal(err)
	}
	p, findings, ok := plan.Load(source.NewFile(name, text))
	if !ok {
		t.Fatal(findings)
	}
	b, _ := budget.Compute(p, budget.Options{})
	x := transcript{b: b}
	row := func(figures []budget.Figure) (cells []money.Decimal) {
		for i := range figures {
			cells = append(cells, figures[i].Printed)
		}
		return cells
	}
	for i := range b.Lines {
		x.cells = append(x.cells, row(b.Lines[i].Figures))
	}
	x.cells = append(x.cells, row(b.Total))
	return x
}

// yaml writes the table as a plan, with one figure changed.
func (x transcript) yaml(line, column int, value money.Decimal) string {
	var w strings.Builder
	w.WriteString("budget:\n  currency: EUR\n  columns:\n")
	for i := range x.b.Columns {
		c := &x.b.Columns[i]
		fmt.Fprintf(&w, "    - {id: %s, label: %q", c.ID, c.Label.Value)
		if key := []string{"", "sum", "change", "percent_change", "difference", "percent_of"}[c.Kind]; key != "" {
			var of []string
			for _, at := range c.Of {
				of = append(of, x.b.Columns[at].ID)
			}
			fmt.Fprintf(&w, ", %s: [%s]", key, strings.Join(of, ", "))
		}
		w.WriteString("}\n")
	}
	stated := func(at int) string {
		var cells []string
		for i, v := range x.cells[at] {
			if at == line && i == column {
				v = value
			}
			cells = append(cells, x.b.Columns[i].ID+": "+money.Unmistakable(v.String()))
		}
		return "{" + strings.Join(cells, ", ") + "}"
	}
	w.WriteString("  lines:\n")
	for i := range x.b.Lines {
		l := &x.b.Lines[i]
		indent := strings.Repeat("    ", l.Depth+1)
		fmt.Fprintf(&w, "%s- id: %s\n%s  label: %q\n%s  stated: %s\n", indent, l.ID.Value, indent, l.Label.Value, indent, stated(i))
		for _, c := range l.Costs {
			if p, ok := c.(*cost.Percentage); ok {
				fmt.Fprintf(&w, "%s  percent: %s%%\n%s  of: [%s]\n", indent, p.Rate.All.Value, indent, p.Base[0].Value)
			}
		}
		if l.IsGroup() {
			fmt.Fprintf(&w, "%s  lines:\n", indent)
		}
	}
	fmt.Fprintf(&w, "  stated_total: %s\n", stated(len(x.b.Lines)))
	return w.String()
}

func (x transcript) label(line int) string {
	if line == len(x.b.Lines) {
		return "the total"
	}
	return x.b.Lines[line].Label.Value
}

func (x transcript) subject(line int) string {
	if line == len(x.b.Lines) {
		return "budget/total"
	}
	return "budget/" + x.b.Lines[line].ID.Value
}

// addends returns the amounts that a sum row adds up in a column.
func (x transcript) addends(line, column int) (values []money.Decimal) {
	from, to := 0, len(x.b.Lines)
	if line < to {
		if !x.b.Lines[line].IsGroup() {
			return nil
		}
		from, to = line+1, x.b.Lines[line].End
	}
	for at := from; at < to; at = x.b.Lines[at].End {
		values = append(values, x.cells[at][column])
	}
	return values
}

// mistake is one way to get a figure wrong.
type mistake struct {
	name string
	make func(right money.Decimal, addends []money.Decimal, random *rand.Rand) money.Decimal
}

var mistakes = []mistake{
	{"two digits swapped", func(v money.Decimal, _ []money.Decimal, random *rand.Rand) money.Decimal {
		s := []byte(v.Abs().String())
		if len(s) > 1 {
			i := random.IntN(len(s) - 1)
			s[i], s[i+1] = s[i+1], s[i]
		}
		return signed(string(s), v)
	}},
	{"one digit mistyped", func(v money.Decimal, _ []money.Decimal, random *rand.Rand) money.Decimal {
		s := []byte(v.Abs().String())
		i := random.IntN(len(s))
		s[i] = byte('0' + (int(s[i]-'0')+1+random.IntN(8))%10)
		return signed(string(s), v)
	}},
	{"a decimal point", func(v money.Decimal, _ []money.Decimal, random *rand.Rand) money.Decimal {
		return v.Shift([]int32{-2, -1, 1, 2}[random.IntN(4)])
	}},
	{"thousands lost", func(v money.Decimal, _ []money.Decimal, _ *rand.Rand) money.Decimal { return v.Shift(-3) }},
	{"a sign", func(v money.Decimal, _ []money.Decimal, _ *rand.Rand) money.Decimal { return v.Neg() }},
	{"a line left out", func(v money.Decimal, addends []money.Decimal, random *rand.Rand) money.Decimal {
		if len(addends) == 0 {
			return v
		}
		return v.Sub(addends[random.IntN(len(addends))])
	}},
	{"a line counted twice", func(v money.Decimal, addends []money.Decimal, random *rand.Rand) money.Decimal {
		if len(addends) == 0 {
			return v
		}
		return v.Add(addends[random.IntN(len(addends))])
	}},
}

// signed reads digits, with the sign of another amount.
func signed(digits string, like money.Decimal) money.Decimal {
	trimmed := strings.TrimLeft(digits, "0")
	if trimmed == "" {
		trimmed = "0"
	}
	d, _ := money.Parse(trimmed)
	if like.IsNegative() {
		return d.Neg()
	}
	return d
}

// TestMutations breaks one figure of a real table at a time and holds that a finding
// names its line, and that the cause named is the true one in nine cases of ten.
func TestMutations(t *testing.T) {
	random := rand.New(rand.NewPCG(1995, 2018))
	for _, name := range []string{"carpathian-2018.yaml", "vienna-2014.yaml"} {
		x := transcribe(t, name)
		if got := lines(run(t, name, complete(x.yaml(-1, 0, money.Zero))), false); got != "" {
			t.Fatalf("%s as printed:\n%s", name, got)
		}
		var all score
		for _, m := range mistakes {
			var s score
			for line := range x.cells {
				for column := range x.cells[line] {
					right := x.cells[line][column]
					if right.IsZero() || x.b.Columns[column].Kind == budget.PercentColumn {
						continue // of a figure of one digit nothing can be said but that it is wrong
					}
					for range 4 {
						wrong := m.make(right, x.addends(line, column), random)
						if !wrong.Equal(right) {
							s.add(t, x, line, column, wrong)
						}
					}
				}
			}
			t.Logf("%s, %s: %s", name, m.name, s)
			all.merge(s)
		}
		t.Logf("%s: %s", name, all)
		if all.found < all.cases {
			t.Errorf("%s: %d mistakes are not found at their line", name, all.cases-all.found)
		}
		if all.right*10 < all.cases*9 {
			t.Errorf("%s: the cause is right in %d of %d cases only", name, all.right, all.cases)
		}
	}
}

// TestMutationsOfOneColumn does the same where nothing but the column itself adds up.
// There a line's slip can only be guessed; the score is a lower bound.
func TestMutationsOfOneColumn(t *testing.T) {
	random := rand.New(rand.NewPCG(1995, 2018))
	x := transcribe(t, "vienna-2014.yaml")
	wide := *x.b
	wide.Columns = wide.Columns[:1]
	x.b = &wide
	for i := range x.cells {
		x.cells[i] = x.cells[i][:1]
	}
	var all score
	for _, m := range mistakes {
		var s score
		for line := range x.cells {
			for range 8 {
				if wrong := m.make(x.cells[line][0], x.addends(line, 0), random); !wrong.Equal(x.cells[line][0]) {
					s.add(t, x, line, 0, wrong)
				}
			}
		}
		t.Logf("one column, %s: %s", m.name, s)
		all.merge(s)
	}
	t.Logf("one column: %s", all)
	if all.right*2 < all.cases {
		t.Errorf("the cause is right in %d of %d cases only", all.right, all.cases)
	}
}

// score counts mistakes: those made, those whose line a finding names, those whose
// cause is right, and those where some finding blames another figure for certain.
type score struct{ cases, found, right, misled int }

func (s score) String() string {
	return fmt.Sprintf("%d mistakes, %d at their line, %d with the right cause, %d with a wrong one beside it", s.cases, s.found, s.right, s.misled)
}

func (s *score) merge(o score) {
	s.cases, s.found, s.right, s.misled = s.cases+o.cases, s.found+o.found, s.right+o.right, s.misled+o.misled
}

func (s *score) add(t *testing.T, x transcript, line, column int, wrong money.Decimal) {
	findings := run(t, "table", complete(x.yaml(line, column, wrong)))
	cell := x.label(line)
	if len(x.b.Columns) > 1 {
		cell += ", " + x.b.Columns[column].Label.Value
	}
	right := x.cells[line][column]
	found, good, bad := false, false, false
	for _, f := range findings {
		if f.Rule.Name != "stated-differs" {
			continue
		}
		_, cause, _ := strings.Cut(f.Message, "likely cause: ")
		found = found || f.Subject == x.subject(line) || strings.Contains(cause, x.label(line))
		switch names(f, cause, cell, right) {
		case "this":
			good = true
		case "other":
			bad = true
		}
	}
	s.cases++
	s.found += count(found)
	s.right += count(good)
	s.misled += count(bad)
}

// slipName matches a cause that is a slip in the stated figure itself, first named.
var slipName = regexp.MustCompile(`^(?:two digits are swapped|one digit is mistyped|the (?:sign|thousands|decimal point) |a digit is|there is a digit)`)

// names says which figure a finding's cause blames: this one, with its right value,
// another one, or none for certain.
func names(f diag.Finding, cause, cell string, right money.Decimal) string {
	value := money.Number(right, 0, ",", ".")
	own := strings.HasPrefix(f.Message, cell+": ")
	switch {
	case strings.Contains(cause, cell+": with "+value+" in place of"):
		return "this"
	case strings.Contains(cause, "two digits of "+cell+",") && strings.Contains(cause, ": "+value),
		strings.Contains(cause, cell+",") && strings.Contains(cause, "wrong place: "+value),
		strings.Contains(cause, cell+",") && strings.Contains(cause, "should perhaps be "+value),
		strings.Contains(cause, cell+",") && strings.Contains(cause, "subtracted"):
		return "this"
	case own && slipName.MatchString(cause):
		return "this"
	case own && (strings.Contains(cause, "with "+value+" in its place") || strings.Contains(cause, "was made with "+value)):
		return "this"
	case strings.Contains(cause, "in place of"), !own && strings.Contains(cause, "in its place"):
		return "other"
	}
	return ""
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

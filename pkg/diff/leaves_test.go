package diff_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestEveryChangeOfAValueIsTold: whichever value of a plan is another one, the report says
// so where it is read without asking for more: in a list, or in a row of the budget with
// the value before and after. The values are found by the elements of the plan, which
// derive from the language's declarations, so that a new key is changed here too.
func TestEveryChangeOfAValueIsTold(t *testing.T) {
	for _, name := range []string{"testdata/years.yaml", "../../testdata/plans/att-2025.yaml", "../../testdata/plans/trust-funds-2026.yaml"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		old := side(t, name, string(text))
		changed := 0
		diff.Tree(old.Plan).Walk(func(e *diff.Element) {
			for _, f := range e.Fields {
				now, value, ok := with(old, f)
				if !ok {
					continue
				}
				changed++
				r := diff.Compare(old, now)
				if !told(r) {
					t.Errorf("%s: %s %s: %q for %q is not told", name, e.Path(), f.Key, value, f.Value)
				}
			}
		})
		if changed < 60 {
			t.Errorf("%s: only %d values were changed", name, changed)
		}
	}
}

// with changes one value of a plan in a way that leaves it readable.
func with(old diff.Side, f diff.Field) (now diff.Side, value string, ok bool) {
	file := old.Plan.Node.File()
	span := f.Node.Span()
	for _, value = range others(span.Text()) {
		text := string(file.Bytes[:span.Start.Offset]) + value + string(file.Bytes[span.End.Offset:])
		p, _, readable := plan.Load(source.NewFile(file.Name, []byte(text)))
		if !readable {
			continue
		}
		b, findings := budget.Compute(p, budget.Options{})
		if len(findings) == 0 {
			return diff.Side{Name: file.Name, Plan: p, Budget: b}, value, true
		}
	}
	return now, "", false
}

var lastNumber = regexp.MustCompile(`^(.*?)(\d)(\D*)$`)

// others returns values near another one: a number, an amount of another sign, a word.
func others(s string) (list []string) {
	if m := lastNumber.FindStringSubmatch(s); m != nil && !strings.Contains(s, "\n") {
		list = append(list, m[1]+string('0'+(m[2][0]-'0'+1)%10)+m[3], m[1]+string('0'+(m[2][0]-'0'+9)%10)+m[3])
	}
	list = append(list, `"`+strings.Trim(s, `"`)+`x"`, s+"x", "5")
	for _, words := range [][]string{
		{"comma", "space"}, {"minus", "parentheses"}, {"line", "total"}, {"half-up", "half-even"}, {"share", "years"}, {"voluntary", "assessed"},
		{"nil", "blank"}, {"true", "false"}, {".", ":"}, {"CHF", "USD"}, {"USD", "EUR"}, {"en", "fr"},
	} {
		for i, w := range words {
			if s == w || s == `"`+w+`"` {
				list = append([]string{`"` + words[1-i] + `"`, words[1-i]}, list...)
			}
		}
	}
	return list
}

// told reports whether a change is told where a reader does not ask for more.
func told(r *diff.Report) bool {
	if r.Same() || len(r.Changes) == 0 {
		return false
	}
	for i := range r.Changes {
		c := &r.Changes[i]
		if !c.IsTold() && !c.Follows() {
			return true
		}
		for _, f := range c.Fields {
			if f.Shown && (inRows(&r.Money, f) || inRows(&r.Funds, f) || inTables(r, f)) {
				return true
			}
		}
	}
	return false
}

// inRows reports whether a bridge has a value in a row, before and after.
func inRows(b *diff.Bridge, f diff.FieldChange) bool {
	has := func(from, to, old, now string) bool {
		strip := func(s string) string { return strings.TrimSuffix(s, "%") }
		return (old == "" || from == strip(old)) && (now == "" || to == strip(now))
	}
	if has(b.From.String(), b.To.String(), f.Old, f.New) {
		return true
	}
	for i := range b.Lines {
		l := &b.Lines[i]
		if !l.IsShown() {
			continue
		}
		if has(l.From.String(), l.To.String(), f.Old, f.New) {
			return true
		}
		for _, in := range l.Inputs {
			if in.Label != diff.BaseInput && has(in.Old.String(), in.New.String(), f.Old, f.New) {
				return true
			}
		}
	}
	return false
}

// inTables reports whether a row beside the bridges has a value, before and after.
func inTables(r *diff.Report, f diff.FieldChange) bool {
	is := func(written string, d money.Decimal) bool {
		n, fault := money.Parse(strings.TrimSuffix(written, "%"))
		return fault == nil && n.Equal(d)
	}
	has := func(from, to money.Decimal) bool { return is(f.Old, from) && is(f.New, to) }
	cells := slices.Concat(r.After, r.Posts.Cells)
	for i := range r.Bounds {
		cells = append(cells, r.Bounds[i].CellChange)
	}
	for i := range cells {
		c := &cells[i]
		if c.IsShown() && (has(c.From, c.To) || c.Rates != nil && has(c.Rates.OldRate, c.Rates.Rate)) {
			return true
		}
	}
	for i := range r.Contributions {
		for k := range r.Contributions[i].Parties {
			p := &r.Contributions[i].Parties[k]
			for _, in := range slices.Concat(p.Inputs, p.Made) {
				if p.IsShown() && has(in.Old, in.New) {
					return true
				}
			}
		}
	}
	return false
}

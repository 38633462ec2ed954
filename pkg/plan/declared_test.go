package plan_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/rollover"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// scalars shows every type of the language that is written as a single value, with the
// keys that lead to it.
func scalars(s *schema.Shape, path string, seen map[*schema.Shape]bool, see func(string, *schema.Shape)) {
	s = s.Itself()
	if s.Short != nil {
		scalars(s.Short, path, seen, see)
	}
	if s.By != nil {
		scalars(s.By, path+" key", seen, see)
	}
	if s.Of != nil {
		scalars(s.Of, path, seen, see)
	}
	if seen[s] {
		return
	}
	for _, k := range s.Keys {
		seen[s] = true
		scalars(k.Shape, path+"/"+k.Key, seen, see)
	}
	if s.Of == nil && len(s.Keys) == 0 {
		see(path, s)
	}
}

// TestEveryKeyDeclaresItsUse holds that no value of the language is left undeclared: each
// is prose of some form, a name, an id, an amount, a date or a setting.
func TestEveryKeyDeclaresItsUse(t *testing.T) {
	uses := map[schema.Use]int{}
	scalars(plan.Shape(), "", map[*schema.Shape]bool{}, func(path string, s *schema.Shape) {
		uses[s.Use]++
		if s.Use == schema.Undeclared {
			t.Errorf("%s does not say what it is to the reader: declare its use", path)
		}
		if isText := s.Name == "a text" || s.Name == "a text, or none"; s.Use.IsText() && !isText || isText && !s.Use.IsText() && s.Use != schema.AsCode {
			t.Errorf("%s is %s, but its use is %d", path, s.Name, s.Use)
		}
	})
	for use := schema.AsRunning; use <= schema.AsSetting; use++ {
		if uses[use] == 0 {
			t.Errorf("no key has the use %d", use)
		}
	}
}

// TestTheWalkFindsEveryText makes plans up by the shape of the language and holds that
// the walk finds each text in them, once.
func TestTheWalkFindsEveryText(t *testing.T) {
	walker := schema.NewWalker(plan.Shape(), schema.Use.IsText)
	for seed := range uint64(60) {
		in := &inventor{Rand: rand.New(rand.NewPCG(seed, 12))}
		made := in.plan(plan.Shape())
		var want, got []string
		made.walk(func(x *tree) {
			if x.text != "" && x.shape.Use.IsText() {
				want = append(want, strings.Trim(x.text, `"'`))
			}
		})
		root, problems := source.Parse(source.NewFile("made.yaml", []byte(made.String())))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		walker.Walk(root, func(f schema.Found) {
			got = append(got, f.Node.Text())
			if f.Subject == "" || f.Key == "" {
				t.Errorf("%q has the subject %q and the key %q", f.Node.Text(), f.Subject, f.Key)
			}
		})
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Fatalf("seed %d: found %q\nwant %q\nin %s", seed, got, want, made)
		}
	}
}

// TestAnAddedKeyIsKnownToAll adds a key to the language, at the root and in a cost line,
// and holds that whatever asks for texts knows it by its declaration alone.
//
//nolint:misspell // the slips are what is tested
func TestAnAddedKeyIsKnownToAll(t *testing.T) {
	add(t, plan.Shape(), schema.KeyDoc{Key: "foreword", Doc: "a word before", Shape: schema.Running.Shape()})
	add(t, shapeAt(t, "budget", "lines"), schema.KeyDoc{Key: "caveat", Doc: "what is uncertain", Shape: schema.Note.Shape()})
	const text = `isuplan: 1
document: {convention: Convention on Examples, short: CE, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
foreword: The plan of 2025 is made publically known, in words that are many and long and that stand on one line.
outcomes: []
budget:
  currency: CHF
  lines:
    - {id: travel, label: Travel, fixed: 1, caveat: The fares recieve a rise in 2025.}
`
	p, b := loaded(text)

	t.Run("rules", func(t *testing.T) {
		var found []string
		findings, err := check.Run(t.Context(), check.Input{Plan: p, Budget: b})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range findings {
			if f.Rule.Code == "E101" {
				found = append(found, f.Subject+" "+f.Span.Text())
			}
		}
		if want := []string{"foreword publically", "budget/travel recieve"}; !slices.Equal(found, want) {
			t.Errorf("misspelt: %q, want %q", found, want)
		}
	})
	t.Run("new", func(t *testing.T) {
		next, err := rollover.Make(p, b, rollover.Options{Year: 2026})
		if err != nil {
			t.Fatal(err)
		}
		made := string(next.Text)
		const mark = "# review: it names 2025, the year of the old plan\n"
		for _, want := range []string{mark + "foreword:", "    # review: the amount for 2026, which is that of 2025\n    " + mark + "    - {id: travel"} {
			if !strings.Contains(made, want) {
				t.Errorf("not marked: %q in\n%s", want, made)
			}
		}
	})
	t.Run("diff", func(t *testing.T) {
		other, otherBudget := loaded(strings.ReplaceAll(strings.ReplaceAll(text, "publically", "widely"), "recieve", "get"))
		r := diff.Compare(diff.Side{Plan: p, Budget: b}, diff.Side{Plan: other, Budget: otherBudget})
		if len(r.Changes) != 2 || r.Changes[0].Kind != diff.Reworded || r.Changes[1].Kind != diff.Reworded {
			t.Errorf("changes: %+v, want two that are reworded", r.Changes)
		}
	})
	t.Run("fmt", func(t *testing.T) {
		out, err := format.Plan(p.Node, plan.Shape())
		if err != nil || !bytes.Contains(out, []byte("foreword: >-\n  The plan")) {
			t.Errorf("not folded: %v\n%s", err, out)
		}
	})
	t.Run("schema", func(t *testing.T) {
		out, err := plan.JSONSchema()
		if err != nil || !bytes.Contains(out, []byte(`"foreword": {`)) || !bytes.Contains(out, []byte(`"caveat": {`)) {
			t.Errorf("the JSON Schema does not have the keys: %v", err)
		}
	})
}

// add declares a key for the time of a test.
func add(t *testing.T, s *schema.Shape, k schema.KeyDoc) {
	before := s.Keys
	s.Keys = append(slices.Clone(before), k)
	t.Cleanup(func() { s.Keys = before })
}

// shapeAt returns what stands in the list under a path of keys.
func shapeAt(t *testing.T, keys ...string) *schema.Shape {
	s := plan.Shape()
	for _, key := range keys {
		i := slices.IndexFunc(s.Keys, func(k schema.KeyDoc) bool { return k.Key == key })
		if i < 0 {
			t.Fatal("no key " + key)
		}
		s = s.Keys[i].Shape.Itself()
	}
	return s.Of.Itself()
}

// loaded reads a plan that may have keys unknown to the reader.
func loaded(text string) (*plan.Plan, *budget.Budget) {
	p, _, _ := plan.Load(source.NewFile("plan.yaml", []byte(text)))
	b, _ := budget.Compute(p, budget.Options{})
	return p, b
}

// TestUnreadIsNotMissing holds that a value that could not be read leads to one finding,
// and to none that concludes from its absence.
func TestUnreadIsNotMissing(t *testing.T) {
	const head = `isuplan: 1
document: {convention: Convention, short: C, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
`
	const budget = "budget: {currency: CHF, lines: [{id: travel, label: Travel, %s}]}\n"
	for _, c := range []struct{ name, text, want string }{
		{"value of a fact", head + "facts: {parties: {value: many}}\n" + fmt.Sprintf(budget, "fixed: 1"), "F204"},
		{"sum of a fact", head + "facts: {parties: {sum: many}}\n" + fmt.Sprintf(budget, "fixed: 1"), "F203"},
		{"text of a fact", head + "facts: {parties: {text: [a]}}\n" + fmt.Sprintf(budget, "fixed: 1"), "F203"},
		{"two of a fact", head + "facts: {parties: {text: [a], value: 1}}\n" + fmt.Sprintf(budget, "fixed: 1"), "F202 F203"},
		{"fact of nothing", head + "facts: {parties: {sum: []}}\n" + fmt.Sprintf(budget, "fixed: 1"), "F202"},
		{"amount", head + fmt.Sprintf(budget, "fixed: many"), "F204"},
		{"amount by column", head + fmt.Sprintf(budget, "fixed: {amount: many}"), "F204"},
		{"rate", head + fmt.Sprintf(budget, "percent: many, of: [x]"), "F204"},
		{"no rate", head + fmt.Sprintf(budget, "of: [x]"), "F303"},
		{"base", head + fmt.Sprintf(budget, "percent: 20%, of: x"), "F203"},
		{"base of bad ids", head + fmt.Sprintf(budget, "percent: 20%, of: [X Y]"), "F206"},
		{"empty base", head + fmt.Sprintf(budget, "percent: 20%, of: []"), "F303"},
		{"no base", head + fmt.Sprintf(budget, "percent: 20%"), "F303"},
		{"growth", head + fmt.Sprintf(budget, "growth: much, base: 1"), "F204"},
		{"base of growth", head + fmt.Sprintf(budget, "growth: 2%, base: much"), "F204"},
		{"no growth", head + fmt.Sprintf(budget, "base: 1"), "F303"},
		{"no base of growth", head + fmt.Sprintf(budget, "growth: 2%"), "F303"},
		{"lines of a group", head + fmt.Sprintf(budget, "lines: none, subtotal: Sum"), "F203"},
		{"items of a group", head + fmt.Sprintf(budget, "lines: [none], subtotal: Sum"), "F203"},
		{"empty group", head + fmt.Sprintf(budget, "lines: []"), "F301"},
		{"no amount", head + fmt.Sprintf(budget, "note: None."), "F301"},
		{"subtotal of a line", head + fmt.Sprintf(budget, "fixed: 1, subtotal: Sum"), "F303"},
		{"stated", head + fmt.Sprintf(budget, "stated: many"), "F204"},
		{"two kinds, one unread", head + fmt.Sprintf(budget, "fixed: many, percent: 20%, of: [x]"), "F302 F204"},
		{"count of posts", head + fmt.Sprintf(budget, "posts: [{title: Officer, count: many, months: 18, annual: 1}]"), "F204"},
		{"no count", head + fmt.Sprintf(budget, "posts: [{title: Officer, months: 18, annual: 1}]"), "F204"},
		{"two prices", head + fmt.Sprintf(budget, "posts: [{title: Officer, annual: 1, monthly: 1}]"), "F302"},
		{"standard cost", head + "budget: {currency: CHF, standard_costs: [{grade: P-4, annual: many}], lines: [{id: a, label: A, fixed: 1}]}\n", "F204"},
		{"no standard cost", head + "budget: {currency: CHF, standard_costs: [{grade: P-4}], lines: [{id: a, label: A, fixed: 1}]}\n", "F303"},
		{"no lines", head + "budget: {currency: CHF, lines: []}\n", "F202"},
		{"lines that cannot be read", head + "budget: {currency: CHF, lines: [none]}\n", "F203"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, findings, _ := plan.Load(source.NewFile("plan.yaml", []byte(c.text)))
			var codes []string
			for _, f := range findings {
				codes = append(codes, f.Rule.Code)
			}
			if got := strings.Join(codes, " "); got != c.want {
				t.Errorf("found %s, want %s: %v", got, c.want, findings)
			}
		})
	}
}

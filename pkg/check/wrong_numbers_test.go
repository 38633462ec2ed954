package check_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/source"
)

var reference = regexp.MustCompile(`\$\{((?:budget|facts|financing)\.[a-z0-9._-]+)\}`)

// TestWrongNumbersInProse types each number that the example plans quote out, wrongly: with
// two digits swapped, or one more or less. Most are found where they stand; and of those
// typed rightly none is taken for a contradiction.
func TestWrongNumbersInProse(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("..", "..", "testdata", "plans", "*.yaml"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no plans", err)
	}
	made, found := 0, 0
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		p, _, _ := plan.Load(source.NewFile(path, text))
		b, _ := budget.Compute(p, budget.Options{})
		names := refs.New(p, b)
		for _, at := range reference.FindAllStringSubmatchIndex(string(text), -1) {
			name := string(text[at[2]:at[3]])
			v, ok := names.Lookup(name)
			if !ok || v.Kind != refs.Amount && v.Kind != refs.Number && v.Kind != refs.Percent {
				continue
			}
			put := func(d money.Decimal) string { return string(text[:at[0]]) + asTyped(v, d) + string(text[at[1]:]) }
			if got := contradictions(run(t, path, put(v.Figure))); got != "" {
				t.Errorf("%s: %s typed rightly:\n%s", path, name, got)
			}
			for _, wrong := range wrongNumbers(v.Figure) {
				made++
				if contradictions(run(t, path, put(wrong))) != "" {
					found++
				} else {
					t.Logf("%s: %s for %s of %s is not found", filepath.Base(path), wrong, v.Figure, name)
				}
			}
		}
	}
	t.Logf("%d of %d wrong numbers are found", found, made)
	if found*10 < made*8 {
		t.Errorf("only %d of %d wrong numbers are found", found, made)
	}
}

// contradictions are the findings that a number in a text is not the plan's.
func contradictions(findings []diag.Finding) string {
	var list []diag.Finding
	for _, f := range findings {
		switch f.Rule.Name {
		case "amount-in-prose", "fact-in-prose", "rate-in-prose", "post-in-prose", "unit-cost-in-prose", "items-in-prose", "quantity-in-prose", "percent-in-note":
			list = append(list, f)
		}
	}
	return lines(list, false)
}

func asTyped(v refs.Value, d money.Decimal) string {
	switch v.Kind {
	case refs.Amount:
		return string(v.Currency) + " " + money.Number(d, v.Places, ",", ".")
	case refs.Percent:
		return d.String() + " per cent"
	}
	return money.Number(d, 0, ",", ".")
}

// wrongNumbers are slips of a number.
func wrongNumbers(d money.Decimal) []money.Decimal {
	list := []money.Decimal{d.Add(money.New(1)), d.Sub(money.New(1))}
	s := []byte(d.String())
	for i := len(s) - 1; i > 0; i-- {
		if s[i] != s[i-1] && !strings.Contains(d.String(), ".") && s[i] != '0' {
			s[i], s[i-1] = s[i-1], s[i]
			swapped, _ := money.Parse(string(s))
			return append(list, swapped)
		}
	}
	return list
}

package sheet_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/sheet"
	"github.com/isuplan/isuplan/pkg/source"
)

// compile returns the sheet of a plan. Its texts stay as they are written.
func compile(t *testing.T, name, text string, recompute bool) sheet.Sheet {
	t.Helper()
	p, findings, ok := plan.Load(source.NewFile(name, []byte(text)))
	if !ok {
		t.Fatalf("%s: %v", name, findings)
	}
	b, findings := budget.Compute(p, budget.Options{Recompute: recompute})
	if len(findings) > 0 {
		t.Fatalf("%s: %v", name, findings)
	}
	return sheet.Sheet{Budget: b, Title: "A Budget", Total: "Total", Recomputed: recompute, Tables: b.Tables(p),
		Words: func(s source.At[string]) string { return strings.Join(strings.Fields(s.Value), " ") }}
}

// written returns a sheet in a format.
func written(t *testing.T, s sheet.Sheet, format string) []byte {
	t.Helper()
	for _, f := range sheet.Formats() {
		if f.Name == format {
			var out strings.Builder
			if err := f.Write(s, &out, false); err != nil {
				t.Fatalf("%s: %v", format, err)
			}
			return []byte(out.String())
		}
	}
	t.Fatalf("there is no format %s", format)
	return nil
}

// cases returns the sheets of all plans that the tests look at, by name: real ones,
// and one of every kind of cost under each way of rounding.
func cases(t *testing.T) map[string]sheet.Sheet {
	t.Helper()
	paths, _ := filepath.Glob("../../testdata/budgets/*.yaml")
	if len(paths) < 4 {
		t.Fatalf("only %d budgets in testdata", len(paths))
	}
	list := map[string]sheet.Sheet{}
	for _, path := range append(paths, "../../plans/2018.yaml") {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".yaml")
		list[name] = compile(t, path, string(text), false)
		list[name+"-recomputed"] = compile(t, path, string(text), true)
	}
	for name, rounding := range roundings {
		list["kinds-"+name] = compile(t, "kinds.yaml", kinds(t, rounding), false)
		list["wholes-"+name] = compile(t, "wholes.yaml", rounded(t, "wholes.yaml", rounding), false)
	}
	return list
}

// roundings are ways of rounding, as a plan writes them.
var roundings = map[string]string{
	"francs":   "{to: 1, mode: half-up}",
	"cents":    "{to: 0.01, mode: half-up}",
	"rappen":   "{to: 0.05, mode: half-up}",
	"even":     "{to: 0.05, mode: half-even}",
	"thousand": "{to: 1000, mode: half-even}",
	"sevens":   "{to: 7, mode: half-up}",
	"once":     "{to: 1, mode: half-up, at: total}",
	"onceeven": "{to: 0.01, mode: half-even, at: total}",
	"up":       "{to: 1, mode: up}",
	"down":     "{to: 0.05, mode: down, growth: exact}",
	"oncekilo": "{to: 1000, mode: half-up, at: total}",
}

// kinds returns a plan that has every kind of cost.
func kinds(t *testing.T, rounding string) string {
	t.Helper()
	return rounded(t, "kinds.yaml", rounding)
}

// rounded returns a plan of the tests with a way of rounding.
func rounded(t *testing.T, name, rounding string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Replace(string(text), "ROUNDING", rounding, 1)
}

// changed returns a plan with other values of the same length, so that all positions stay.
func changed(text string) string {
	return strings.NewReplacer("annual: 151000", "annual: 163000", "fte: 80%", "fte: 65%", "months: 10", "months: 11", "percent: 13%", "percent: 17%",
		"cost: 1234.56", "cost: 4321.65", "growth: 2.5%", "growth: 3.7%", "rate: 0.9432", "rate: 1.0871", "fixed: 5000.5", "fixed: 6000.3").Replace(text)
}

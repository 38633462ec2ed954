package sheet_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/cost"
)

// TestJSONHoldsTheBudget reads back what the format promises.
func TestJSONHoldsTheBudget(t *testing.T) {
	type step struct {
		Op, Value, Unit, Line, Column, At string
		Of                                []step
	}
	type figure struct {
		Column, Mark, How string
		Printed, Computed *string
		Stated            *struct{ Value, Mark, At *string }
		Derivation        *step
	}
	type line struct {
		Kind, ID, Parent, Label string
		Depth                   int
		Figures                 []figure
	}
	for name, s := range cases(t) {
		var got struct {
			Format, Currency string
			Version          int
			Columns          []struct{ ID, Kind string }
			Lines            []line
			Total            []figure
			Financing        struct {
				Lines []line
				Total []figure
			}
			Outside []struct{ ID string }
		}
		if err := json.Unmarshal(written(t, s, "json"), &got); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got.Format != "isuplan-budget" || got.Version != 1 || got.Currency != string(s.Budget.Currency) || len(got.Columns) != len(s.Budget.Columns) ||
			len(got.Lines) != len(s.Budget.Lines) || len(got.Financing.Lines) != len(s.Budget.Financing) || len(got.Outside) != len(s.Budget.Outside) {
			t.Fatalf("%s: %+v", name, got)
		}
		for i, l := range s.Budget.Lines {
			if g := got.Lines[i]; g.ID != l.ID.Value || g.Depth != l.Depth || (g.Parent != "") != (l.Depth > 0) || (g.Kind == "group") != l.IsGroup() {
				t.Errorf("%s: line %+v, want %s", name, g, l.ID.Value)
			}
			for c, f := range l.Figures {
				g := got.Lines[i].Figures[c]
				if (g.Printed != nil) != (f.Mark == cost.Number) || g.Printed != nil && *g.Printed != f.Printed.String() || g.How != f.Step().Op.String() {
					t.Errorf("%s, %s: %+v, want %v", name, l.ID.Value, g, f.Printed)
				}
				if (g.Derivation != nil) != (f.Computed != nil) || g.Derivation != nil && (g.Derivation.Value != f.Exact.Value.String() || len(g.Derivation.Of) != len(f.Exact.Of)) {
					t.Errorf("%s, %s: derivation %+v, want %v", name, l.ID.Value, g.Derivation, f.Exact)
				}
				if (g.Stated != nil) != f.Stated.IsSet() {
					t.Errorf("%s, %s: stated %+v", name, l.ID.Value, g.Stated)
				}
			}
		}
	}
}

// TestJSONSaysWhatAmountsAreHeldTo reads how much is left until a ceiling or a floor is broken.
func TestJSONSaysWhatAmountsAreHeldTo(t *testing.T) {
	s := compile(t, "bounds.yaml", `isuplan: 1
document: {convention: C, unit: U, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: EUR
  lines:
    - {id: a, label: A, fixed: 1000}
    - {id: b, label: B, fixed: 65, at_most: {percent: 7%, of: [a]}, at_least: 5}
  financing: [{id: r, label: R, rest: true}]
`, false)
	text := strings.Join(strings.Fields(string(written(t, s, "json"))), "")
	for _, want := range []string{`{"kind":"at_most","limit":"70","room":"5","rate":"7","of":["a"],"at":"bounds.yaml:9:`, `{"kind":"at_least","limit":"5","room":"60","at":"bounds.yaml:9:`} {
		if !strings.Contains(text, want) {
			t.Errorf("there is no %s in %s", want, text)
		}
	}
	book := open(t, written(t, s, "xlsx"))
	if formula, _ := book.GetCellFormula("Budget", "C7"); formula == "" { // the rest is all
		t.Error("the one source has no formula")
	}
}

// bare is a number that is no string: amounts never are.
var bare = regexp.MustCompile(`: -?[0-9.]+`)

func TestJSONHoldsNoFloats(t *testing.T) {
	for line := range strings.SplitSeq(string(written(t, cases(t)["kinds-cents"], "json")), "\n") {
		if bare.MatchString(line) && !strings.Contains(line, `"version"`) && !strings.Contains(line, `"depth"`) && !strings.Contains(line, `": "`) {
			t.Errorf("a number that is no string: %s", line)
		}
	}
}

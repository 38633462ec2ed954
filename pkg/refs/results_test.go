package refs_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/refs"
)

const measuredPlan = `actors:
  - {id: isu, label: Support Unit, short: SU}
  - {id: host, label: Host State}
outcomes:
  - id: universal
    text: More States.
    indicators:
      - {id: one, text: Parties, unit: States, baseline: {value: 1.50, as_at: 2024-01-31}, targets: 3, actual: {2018: 4, 2019: 5}}
      - {id: two, text: Guide, baseline: none, targets: {2019: "a  first
          draft"}}
      - {id: three, text: Visits}
`

// TestResultNames: actors are quoted by their names, and indicators by their values: of the
// period's year where none is named.
func TestResultNames(t *testing.T) {
	n := names(t, strings.Replace(small, "outcomes: []\n", "", 1)+measuredPlan)
	for name, want := range map[string]string{
		"actors.isu": "Support Unit", "actors.isu.short": "SU", "actors.host": "Host State", "actors.host.short": "Host State",
		"actors.iso": "unknown", "actors.isu.label": "unknown", "actors": "unknown", "actors.isu.short.x": "unknown",
		"indicators.one.unit": "States", "indicators.one.baseline": "1.5", "indicators.one.baseline.as_at": "2024-01-31",
		"indicators.one.target": "3", "indicators.one.target.2018": "3", "indicators.one.target.2019": "nothing", "indicators.one.target.later": "unknown",
		"indicators.one.actual": "4", "indicators.one.actual.2019": "5",
		"indicators.two.baseline": "none", "indicators.two.baseline.as_at": "nothing", "indicators.two.unit": "nothing",
		"indicators.two.target": "nothing", "indicators.two.target.2019": "a first draft", "indicators.two.actual": "nothing",
		"indicators.three.baseline": "nothing", "indicators.three.target": "nothing",
		"indicators.one": "unknown", "indicators.four.unit": "unknown", "indicators.one.targets": "unknown", "indicators.one.baseline.2018": "unknown", "indicators.one.target.2018.x": "unknown",
		"indicators.one.target|words": "3", "indicators.two.baseline|words": "unknown", "indicators.two.target|words": "nothing",
	} {
		v, ok := n.Lookup(name)
		got := v.Prose.Value
		switch {
		case !ok:
			got = "unknown"
		case v.Kind == refs.Nothing:
			got = "nothing"
		case v.Kind == refs.Number:
			got = v.Figure.String()
		case v.Kind == refs.Day:
			got = v.From.Format("2006-01-02")
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
	if v, _ := n.Lookup("indicators.one.baseline"); v.Places != 2 {
		t.Errorf("1.50 has %d decimals", v.Places)
	}
	all := n.All()
	for _, name := range []string{"actors.isu", "actors.isu.short", "actors.host", "indicators.one.target", "indicators.one.actual.2019", "indicators.two.target.2019", "indicators.two.baseline"} {
		if !slices.Contains(all, name) {
			t.Errorf("%s is not among the names", name)
		}
	}
	for _, name := range all {
		if v, ok := n.Lookup(name); strings.HasPrefix(name, "indicators.") && (!ok || v.Kind == refs.Nothing) {
			t.Errorf("%s is among the names and stands for nothing", name)
		}
	}
}

// TestMeasuredOfSeveralYears: in a plan of several years the year has to be named where values differ.
func TestMeasuredOfSeveralYears(t *testing.T) {
	n := names(t, strings.NewReplacer("outcomes: []\n", "", "2018-12-31", "2019-12-31").Replace(small)+measuredPlan)
	v, ok := n.Lookup("indicators.one.actual")
	if !ok || v.Kind != refs.Differing || len(v.Each) != 2 || v.Each[1].Name != "indicators.one.actual.2019" || v.Each[1].Value.Figure.String() != "5" {
		t.Errorf("got %v", v)
	}
	if v, _ := n.Lookup("indicators.two.target"); v.Kind != refs.Verbatim {
		t.Errorf("the only target: %v", v)
	}
	if v, _ := n.Lookup("indicators.one.target"); v.Figure.String() != "3" {
		t.Errorf("the target of all years: %v", v)
	}
	if at, ok := n.Measured("indicators.one.target"); !ok || at.Node.Text() != "3" {
		t.Errorf("got %v", at)
	}
	if _, ok := n.Measured("indicators.one.unit"); ok {
		t.Error("a unit is no value")
	}
}

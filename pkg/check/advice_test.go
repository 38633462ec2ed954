package check_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestAdviceLeadsToAPlan: what is said of a time, an actor, a level or a target that is not written as the language
// has it leads to one, if it is followed to the letter.
func TestAdviceLeadsToAPlan(t *testing.T) {
	const whole = `period: {from: 2018-01-01, to: 2019-12-31}
actors: [{id: isu, label: Support Unit, short: ISU}, {id: host, label: Host}]
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: a, text: Advise States Parties., responsible: RESPONSIBLE, when: WHEN}
    indicators:
      - {id: one, text: One, baseline: BASELINE, targets: TARGETS}
risks:
  - {id: r, text: Money is late, likelihood: LEVEL, impact: high, owner: isu}
`
	right := map[string]string{"RESPONSIBLE": "[isu, host]", "WHEN": "2018", "BASELINE": "{value: 4, as_at: 2016-12-31}", "TARGETS": "{2018: 5, 2019: 6}", "LEVEL": "low"}
	with := func(place, value string) string {
		text := whole
		for name, usual := range right {
			if name == place {
				usual = value
			}
			text = strings.Replace(text, name, usual, 1)
		}
		return complete(text)
	}
	said := func(text string) (hints []string) {
		if _, findings, _ := plan.Load(source.NewFile("plan.yaml", []byte(text))); len(findings) > 0 {
			for _, f := range findings {
				hints = append(hints, f.Message+" / "+f.Hint)
			}
			return hints
		}
		for _, f := range run(t, "plan", text) {
			if f.Rule.Name != "several-years" && f.Rule.Name != "idle-actor" {
				hints = append(hints, f.Rule.Name+": "+f.Message+" / "+f.Hint)
			}
		}
		return hints
	}
	for _, c := range []struct{ place, written, hint, followed string }{
		{"WHEN", "November to February", "November 2018 to February 2019", "November 2018 to February 2019"},
		{"WHEN", "November to February 2018", "November 2018 to February 2019", "November 2018 to February 2019"},
		{"WHEN", "Q1", "write its year too, such as Q1 2018", "Q1 2018"},
		{"WHEN", "Q2/2018", "write Q2 2018", "Q2 2018"},
		{"WHEN", "Q2 2018 - Q3/2018", "write Q2 2018 to Q3 2018", "Q2 2018 to Q3 2018"},
		{"WHEN", "1 March 2018", "write 2018-03-01", "2018-03-01"},
		{"WHEN", "Q1 2018 and Q3 2019", "write them in a list: [Q1 2018, Q3 2019]", "[Q1 2018, Q3 2019]"},
		{"WHEN", "all year", "write ongoing, or all of the period: 2018 to 2019", "2018 to 2019"},
		{"WHEN", "2018-Q5", "is no time that can be read", "2018-Q3"},
		{"RESPONSIBLE", `"isu, host"`, "write several in brackets: [isu, host]", "[isu, host]"},
		{"RESPONSIBLE", "{id: isu}", "write its id alone: isu", "isu"},
		{"RESPONSIBLE", "support-unit", "write its id: isu", "isu"},
		{"RESPONSIBLE", "all", "name each of them, in a list", "[isu, host]"},
		{"LEVEL", "High", "write high", "high"},
		{"LEVEL", "[high]", "write it without the brackets: high", "high"},
		{"LEVEL", "moderate", "write medium", "medium"},
		{"BASELINE", "{2016: 4}", "write {value: 4, as_at: 2016-12-31}", "{value: 4, as_at: 2016-12-31}"},
		{"BASELINE", "{value: 4, year: 2016-12-31}", "did you mean `as_at`?", "{value: 4, as_at: 2016-12-31}"},
		{"TARGETS", "[5, 6]", "write one value, or each behind its year", "{2018: 5, 2019: 6}"},
		{"TARGETS", "{18: 5}", "write 2018", "{2018: 5}"},
		{"TARGETS", "{Q1: 5}", "write each value behind its year", "{2018: 5}"},
	} {
		if got := said(with(c.place, c.written)); len(got) != 1 || !strings.Contains(got[0], c.hint) {
			t.Errorf("%s: %s: said %q", c.place, c.written, got)
		}
		if got := said(with(c.place, c.followed)); len(got) > 0 {
			t.Errorf("%s: %s: followed, said %q", c.place, c.followed, got)
		}
	}
}

package merge_test

import "testing"

const numbering = `isuplan: 1
document: {convention: Convention on Example Matters, short: CEM, unit: Secretariat, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
sections:
  - id: basis
    paragraphs:
      - "See Activity ${activities.second.number}, as it follows."
mandate: [{id: advice, text: Advise.}]
priorities:
  - {id: one, heading: One, text: First., items: [{id: a, text: A.}]}
  - {id: two, heading: Two, text: "Of item ${priorities.one.a.number}.", items: [{id: b, text: B.}]}
outcomes: [{id: o, text: O., outputs: [{id: p, text: P., activities: [{id: first, text: F.}, {id: second, text: S.}, {id: third, text: T.}]}]}]
budget: {currency: CHF, lines: [{id: a, label: A, fixed: 1}]}
`

// TestNumbersComeHome: whoever writes the number of another thing refers to that; what is no number of one thing
// of the same kind is typed.
func TestNumbersComeHome(t *testing.T) {
	const was = "-      - \"See Activity ${activities.second.number}, as it follows.\"\n"
	for name, c := range map[string]struct {
		change change
		want   string
	}{
		"another activity":              {replace("1.1.2", "1.1.3"), was + "+      - \"See Activity ${activities.third.number}, as it follows.\""},
		"another activity, other words": {both(replace("1.1.2", "1.1.1"), replace(", as it", "; so it")), was + "+      - \"See Activity ${activities.first.number}; so it follows.\""},
		"no activity":                   {replace("1.1.2", "1.1"), was + "+      - \"See Activity 1.1, as it follows.\""},
		"nothing":                       {replace("1.1.2", "1.1.4"), was + "+      - \"See Activity 1.1.4, as it follows.\""},
	} {
		u := unit(t, "plan.yaml", []byte(numbering))
		if got := patch(numbering, string(merged(t, u, changed(t, u, c.change)).Text)); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

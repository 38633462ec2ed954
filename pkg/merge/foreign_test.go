package merge_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/merge"
)

// TestTypedAnew: a file that others typed anew, with numbers and bullets by hand, tables that are
// cut and amounts in other writing, says the same: only what differs is found.
func TestTypedAnew(t *testing.T) {
	u := unit(t, "../../plans/2018.yaml", read(t, "../../plans/2018.yaml"))
	for name, want := range map[string][]string{
		"2018-styled": nil,
		"2018-typed":  nil,
		"2018-messy":  {"comment: Please say which year is meant."},
	} {
		c := merge.Compare(u, text(t, read(t, "../importer/testdata/"+name+".docx")))
		var got []string
		for i := range c.Changes {
			got = append(got, string(c.Changes[i].Kind)+": "+c.Changes[i].New)
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

// TestForms: changes come home into plans of other forms: with the line ends of Windows, on one
// line as in JSON, in quotes, without a canonical form. What is not changed stays as it is.
func TestForms(t *testing.T) {
	const small = "isuplan: 1\ndocument: {convention: Convention, unit: Unit, date: 2024-06-03}\nperiod: {from: 2025-01-01, to: 2025-12-31}\noutcomes: []\nbudget: {currency: CHF, lines: [{id: a, label: A, fixed: 1}]}\n"
	for name, c := range map[string]struct {
		plan   string
		change change
		want   string
	}{
		"Windows": {strings.ReplaceAll(small+"assumptions:\n  - That rooms are there.\n  - That it is paid.\n", "\n", "\r\n"), after("rooms", "That there is light."),
			"+  - That there is light."},
		"flow": {small + `assumptions: ["That rooms are there.", "That it is paid."]` + "\n", after("rooms", "That \"light\" is there."),
			`-assumptions: ["That rooms are there.", "That it is paid."]` + "\n" + `+assumptions: ["That rooms are there.", "That \"light\" is there.", "That it is paid."]`},
		"flow, first out": {small + `assumptions: ["That rooms are there.", "That it is paid."]` + "\n", without("rooms"),
			`-assumptions: ["That rooms are there.", "That it is paid."]` + "\n" + `+assumptions: ["That it is paid."]`},
		"double quotes": {small + `assumptions: ["That \"rooms\" are there.", "That it is paid."]` + "\n", replace("are there", "are \"free\""),
			`-assumptions: ["That \"rooms\" are there.", "That it is paid."]` + "\n" + `+assumptions: ["That \"rooms\" are \"free\".", "That it is paid."]`},
		"single quotes": {small + "assumptions:\n  - 'That the Unit''s rooms: are there.'\n", replace("Unit’s", "President’s"),
			"-  - 'That the Unit''s rooms: are there.'\n+  - 'That the President''s rooms: are there.'"},
		"a word beside marks": {small + "assumptions:\n  - That the Unit's \"rooms\" and 'halls' -- are there.\n", replace("are there", "are the President’s"),
			"-  - That the Unit's \"rooms\" and 'halls' -- are there.\n+  - That the Unit's \"rooms\" and 'halls' -- are the President's."},
		"a word in marks": {small + "assumptions:\n  - That the Unit's \"rooms\" -- are there.\n", replace("“rooms”", "“large halls”"),
			"-  - That the Unit's \"rooms\" -- are there.\n+  - That the Unit's \"large halls\" -- are there."},
		"the author's own marks": {small + "assumptions:\n  - That the Unit’s “rooms” are there, and 'it's.\n", replace("are there", "were there"),
			"-  - That the Unit’s “rooms” are there, and 'it's.\n+  - That the Unit’s “rooms” were there, and 'it's."},
		"several lines": {small + "assumptions:\n  - That rooms\n    are there.\n  - That it is paid.\n", replace("are there", "are free"),
			"-    are there.\n+    are free."},
		"a line that is gone": {small + "assumptions:\n  - >-\n    That\n    rooms\n    are there.\n", replace("rooms ", ""),
			"-    rooms"},
		"literal": {small + "assumptions:\n  - |\n    That rooms\n    are there.\n", replace("rooms", "halls"),
			"-    That rooms\n+    That halls"},
		"the last one out": {small + "assumptions:\n  - That it is paid.\nmandate:\n  - {id: a, text: Advise.}\n", without("paid"),
			"-assumptions:\n-  - That it is paid."},
		"the last one moved, no line end at the end": {small + "assumptions:\n  - That it is paid.\n  - That rooms are there.\n  - That doors are open.\n  - That there is light.", moved("light", "paid"),
			"+  - That there is light.\n-  - That there is light."},
		"moved behind the last one, no line end at the end": {small + "assumptions:\n  - That it is paid.\n  - That rooms are there.\n  - That there is light.", moved("paid", "light"),
			"-  - That it is paid.\n-  - That there is light.\n+  - That there is light.\n+  - That it is paid."},
		"no line end at the end": {small + "assumptions:\n  - That it is paid.", after("paid", "That it is free."),
			"-  - That it is paid.\n+  - That it is paid.\n+  - That it is free."},
	} {
		t.Run(name, func(t *testing.T) {
			u := unit(t, "plan.yaml", []byte(c.plan))
			m := merged(t, u, changed(t, u, c.change))
			if got := strings.ReplaceAll(patch(c.plan, string(m.Text)), "\r", ""); strings.ReplaceAll(got, "\\ No newline at end of file\n", "") != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
				for i := range m.Outcomes {
					t.Logf("%v %s: %s", m.Outcomes[i].Taken, m.Outcomes[i].Place, m.Outcomes[i].Says)
				}
			}
			if strings.Contains(c.plan, "\r\n") && strings.Count(string(m.Text), "\n") != strings.Count(string(m.Text), "\r\n") {
				t.Error("line ends are mixed")
			}
		})
	}
}

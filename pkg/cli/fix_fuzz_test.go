package cli

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// FuzzFix holds that mending a text leaves a plan that can be read as well as before,
// that mending it again changes nothing, and that nothing outside the text changes.
func FuzzFix(f *testing.F) {
	for _, s := range []string{"the the 1st August 2010 ; 5 - 6 States parties of 20% publically", "a,b ,c;", "3 workshops' \"organise\"", "It''s: {x}", "# 4-6", "- 3 trips", "the\n\nthe"} {
		f.Add(s, 0)
		f.Add(s, 1)
		f.Add(s, 2)
	}
	c := compile.New(compile.Options{})
	f.Fuzz(func(t *testing.T, prose string, style int) {
		quoted, _ := json.Marshal(prose)
		switch style % 3 {
		case 1:
			quoted = []byte("'" + strings.ReplaceAll(strings.Join(strings.Fields(prose), " "), "'", "''") + "'")
		case 2:
			quoted = []byte(">-\n      " + strings.Join(strings.Fields(prose), "\n      "))
		}
		const before, behind = "names: [{name: States Parties}]\nassumptions:\n  - ", "\n  - That rooms are there.\n"
		text := examplePlan + before + string(quoted) + behind
		plan := compile.Input{File: source.NewFile("plan.yaml", []byte(text))}
		findings, err := c.Check(t.Context(), plan)
		if err != nil {
			t.Fatal(err)
		}
		m, err := c.Mend(t.Context(), plan)
		if err != nil {
			t.Fatal(err)
		}
		if unreadable(m.Left) > unreadable(findings) {
			t.Errorf("mending broke the plan:\n%s", m.After.Bytes)
		}
		if !bytes.HasPrefix(m.After.Bytes, []byte(examplePlan+before)) || !bytes.HasSuffix(m.After.Bytes, []byte("rooms are there.\n")) {
			t.Errorf("mending changed what is outside the text:\n%s", m.After.Bytes)
		}
		again, err := c.Mend(t.Context(), compile.Input{File: m.After})
		if err != nil {
			t.Fatal(err)
		}
		if again.Count > 0 && !bytes.Equal(again.After.Bytes, m.After.Bytes) {
			t.Errorf("mending again changes\n%s\ninto\n%s", m.After.Bytes, again.After.Bytes)
		}
	})
}

// unreadable counts the errors on the form of the file.
func unreadable(findings []diag.Finding) int {
	n := 0
	for _, f := range findings {
		if strings.HasPrefix(f.Rule.Code, "F") && f.Rule.Severity == diag.Error {
			n++
		}
	}
	return n
}

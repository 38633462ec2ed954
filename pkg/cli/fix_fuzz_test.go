package cli

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

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
	c := &checker{compiler: newCompiler(&app{env: func(string) string { return "" }})}
	c.template = defaultTemplate
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
		plan := source.NewFile("plan.yaml", []byte(text))
		findings, err := c.check(plan)
		if err != nil {
			t.Fatal(err)
		}
		m, err := c.mendOne(plan)
		if err != nil {
			t.Fatal(err)
		}
		if countForm(m.left) > countForm(findings) {
			t.Errorf("mending broke the plan:\n%s", m.after.Bytes)
		}
		if !bytes.HasPrefix(m.after.Bytes, []byte(examplePlan+before)) || !bytes.HasSuffix(m.after.Bytes, []byte("rooms are there.\n")) {
			t.Errorf("mending changed what is outside the text:\n%s", m.after.Bytes)
		}
		again, err := c.mendOne(m.after)
		if err != nil {
			t.Fatal(err)
		}
		if again.count > 0 && !bytes.Equal(again.after.Bytes, m.after.Bytes) {
			t.Errorf("mending again changes\n%s\ninto\n%s", m.after.Bytes, again.after.Bytes)
		}
	})
}

package merge_test

import (
	"strings"
	"testing"
)

// TestThreeWay: what was changed in the plan since the file was built is kept, what both changed
// is shown and left, and what both changed alike is done.
func TestThreeWay(t *testing.T) {
	for name, c := range map[string]struct {
		change   change
		old, now string // in the plan
		want     string // of the plan's change and the file's together
		theirs   string // of what is left
	}{
		"elsewhere": {replace("entered", "came"), "place: Vienna", "place: Graz", `
-    place: Vienna
+    place: Graz
-        text: It entered into force on 1 March 2012.
+        text: It came into force on 1 March 2012.`, ""},
		"in the same text": {replace("entered", "came"), "1 March", "2 March", `
-        text: It entered into force on 1 March 2012.
+        text: It came into force on 2 March 2012.`, ""},
		"alike": {replace("entered", "came"), "entered", "came", `
-        text: It entered into force on 1 March 2012.
+        text: It came into force on 1 March 2012.`, ""},
		"the same words": {replace("entered", "came"), "entered", "goes", `
-        text: It entered into force on 1 March 2012.
+        text: It goes into force on 1 March 2012.`, "goes"},
		"words around": {replace("into force", "in force"), "entered into", "enters in", `
-        text: It entered into force on 1 March 2012.
+        text: It enters in force on 1 March 2012.`, "enters in"},
		"an item that was taken out": {replace("formal", "all"), "  - id: records\n    text: Keep records of formal meetings;\n", "", `
-  - id: records
-    text: Keep records of formal meetings;`, ""},
		"an item put in at the same place": {after("Keep records", "Maintain a library;"), "  - id: communication\n", "  - id: more\n    text: And more.\n  - id: communication\n", `
+  - id: maintain-library
+    text: Maintain a library;
+  - id: more
+    text: And more.`, ""},
		"the same item put in": {after("Keep records", "And more."), "  - id: communication\n", "  - id: more\n    text: And more.\n  - id: communication\n", `
+  - id: more
+    text: And more.`, ""},
		"an item out that was changed": {without("Keep records"), "formal", "all", `
-    text: Keep records of formal meetings;
+    text: Keep records of all meetings;`, "text: Keep records of all meetings;"},
		"an amount that was changed": {replace("8,000", "9,000"), "fixed: 8000", "fixed: 7000", `
-    - {id: office, label: Office, fixed: 8000}
+    - {id: office, label: Office, fixed: 7000}`, "7000"},
		"a date": {replace("9–11\u00a0September", "9–12\u00a0September"), "place: Vienna", "place: Graz", `
-    place: Vienna
+    place: Graz
-    to: 2024-09-11
+    to: 2024-09-12`, ""},
		"a heading that both gave": {replace("Assumptions", "Hopes"), "mandate:\n", "  - id: assumptions\n    heading: Fears\nmandate:\n", `
+  - id: assumptions
+    heading: Fears`, "Fears"},
		"a moved item": {moved("Keep records", "Facilitate communication"), "formal", "all", `
-  - id: records
-    text: Keep records of formal meetings;
+  - id: records
+    text: Keep records of all meetings;`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			base := unit(t, "plan.yaml", []byte(plan))
			if !strings.Contains(plan, c.old) {
				t.Fatal("the plan does not have it")
			}
			now := unit(t, "plan.yaml", []byte(strings.Replace(plan, c.old, c.now, 1)))
			m := into(t, base, now, changed(t, base, c.change))
			if got := patch(plan, string(m.Text)); got != strings.TrimPrefix(c.want, "\n") {
				t.Errorf("got\n%s\nwant%s", got, c.want)
			}
			theirs := ""
			for i := range m.Outcomes {
				if o := &m.Outcomes[i]; !o.Taken {
					theirs += o.Theirs
				}
			}
			if !strings.Contains(theirs, c.theirs) || c.theirs == "" && theirs != "" {
				t.Errorf("left with %q, want %q", theirs, c.theirs)
			}
		})
	}
}

package merge_test

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/merge"
)

// patch returns the lines that a merge takes out of the plan and puts in.
func patch(before, after string) string {
	var out []string
	for line := range strings.Lines(string(diff.Diff("a", []byte(before), "b", []byte(after)))) {
		if (line[0] == '-' || line[0] == '+') && !strings.HasPrefix(line, "---") && !strings.HasPrefix(line, "+++") {
			out = append(out, strings.TrimRight(line, "\n"))
		}
	}
	return strings.Join(out, "\n")
}

type change = func(*docxtest.Edited) bool

// changed returns the Word file of a plan after a change.
func changed(t *testing.T, u *compile.Unit, change change) []byte {
	t.Helper()
	return edited(t, word(t, u), func(e *docxtest.Edited) {
		if !change(e) {
			t.Fatal("there is nothing to change")
		}
	})
}

func replace(old, now string) change {
	return func(e *docxtest.Edited) bool { return e.Replace(old, now) }
}

func after(words, text string) change {
	return func(e *docxtest.Edited) bool { return e.After(words, text) }
}

func without(words string) change {
	return func(e *docxtest.Edited) bool { return e.Remove(words) }
}

func both(list ...change) change {
	return func(e *docxtest.Edited) bool {
		for _, c := range list {
			if !c(e) {
				return false
			}
		}
		return true
	}
}

// newRow adds a row behind the one that has some words.
func newRow(words string, cells ...string) change {
	return func(e *docxtest.Edited) bool {
		from, to, ok := e.Row(words)
		if !ok {
			return false
		}
		row := e.XML[from:to]
		one := &docxtest.Edited{XML: row}
		for i, p := range one.Paragraphs() {
			at := strings.Index(row, docxtest.Text(p.Text))
			plain := "<w:t>" + p.Text + "</w:t>"
			if at < 0 {
				row = strings.Replace(row, plain, docxtest.Text(cells[i]), 1)
			} else {
				row = strings.Replace(row, docxtest.Text(p.Text), docxtest.Text(cells[i]), 1)
			}
		}
		e.XML = e.XML[:to] + row + e.XML[to:]
		return true
	}
}

func rowOut(words string) change {
	return func(e *docxtest.Edited) bool {
		from, to, ok := e.Row(words)
		if ok {
			e.XML = e.XML[:from] + e.XML[to:]
		}
		return ok
	}
}

// moved puts the paragraph that has some words behind another.
func moved(words, behind string) change {
	return func(e *docxtest.Edited) bool {
		p, ok := e.Saying(words)
		if !ok {
			return false
		}
		raw := e.XML[p.From:p.To]
		e.XML = e.XML[:p.From] + e.XML[p.To:]
		q, ok := e.Saying(behind)
		if ok {
			e.XML = e.XML[:q.To] + raw + e.XML[q.To:]
		}
		return ok
	}
}

// TestChanges: each change of the file is one of the plan, where it was written, and no other.
func TestChanges(t *testing.T) {
	for name, c := range map[string]struct {
		change change
		want   string
		left   int
	}{
		"a word": {replace("entered", "came"), `
-        text: It entered into force on 1 March 2012.
+        text: It came into force on 1 March 2012.`, 0},
		"a word at the end of a line": {replace("Parties to the", "Parties of the"), `
-          As at ${facts.states_parties.as_at}, there are ${facts.states_parties} States Parties to
+          As at ${facts.states_parties.as_at}, there are ${facts.states_parties} States Parties of`, 0},
		"a word with markup beside it": {replace("inter alia", "among others"), `
-          the Convention, which *inter alia* bans examples.
+          the Convention, which *among others* bans examples.`, 0},
		"words that would be markup": {replace("formal meetings", "*formal* [meetings] of $${x} & <b>"), `
-    text: Keep records of formal meetings;
+    text: Keep records of \*formal\* \[meetings] of $$${x} & \<b>;`, 0},
		"a colon in a plain text": {replace("entered into force", "entered: into # force"), `
-        text: It entered into force on 1 March 2012.
+        text: "It entered: into # force on 1 March 2012."`, 0},
		"a name": {replace("Vienna", "Graz"), `
-    place: Vienna
+    place: Graz`, 0},
		"the days of the meeting": {replace("9–11\u00a0September", "9–12\u00a0September"), `
-    to: 2024-09-11
+    to: 2024-09-12`, 0},
		"other days of the meeting": {replace("9–11\u00a0September", "1–2\u00a0October"), `
-    from: 2024-09-09
-    to: 2024-09-11
+    from: 2024-10-01
+    to: 2024-10-02`, 0},
		"days of the meeting that are none": {replace("9–11\u00a0September\u00a02024", "10–11\u00a0September\u00a024"), "", 1},
		"a fact in both places": {both(replace("54", "55"), replace("54", "55")), `
-  states_parties: {value: 54, as_at: 2024-06-01}
+  states_parties: {value: 55, as_at: 2024-06-01}`, 0},
		"a fact in one place": {replace("54", "55"), `
-          As at ${facts.states_parties.as_at}, there are ${facts.states_parties} States Parties to
-          the Convention, which *inter alia* bans examples.
+          As at ${facts.states_parties.as_at}, there are 55 States Parties to the Convention, which
+          *inter alia* bans examples.`, 0},
		"an item": {after("Keep records", "Maintain a library of examples;"), `
+  - id: maintain-library
+    text: Maintain a library of examples;`, 0},
		"an item that is only a text": {after("host State", "That interpretation is available."), `
+  - That interpretation is available.`, 0},
		"an item out": {without("Keep records"), `
-  - id: records
-    text: Keep records of formal meetings;`, 0},
		"an item moved": {moved("Keep records", "Facilitate communication"), `
-  - id: records
-    text: Keep records of formal meetings;
+  - id: records
+    text: Keep records of formal meetings;`, 0},
		"an item moved and changed": {both(moved("Keep records", "Facilitate communication"), replace("records of formal meetings", "records of all formal meetings")), `
-  - id: records
-    text: Keep records of formal meetings;
+  - id: records
+    text: Keep records of all formal meetings;`, 0},
		"an activity": {after("Write a guide", "Answer questions."), `
+          - id: answer-questions
+            text: Answer questions.`, 0},
		"a heading of the template": {replace("Assumptions", "What is assumed"), `
+  - id: assumptions
+    heading: What is assumed`, 0},
		"several words of a heading of the template": {both(replace("Assumptions", "Many things that are assumed"), replace("Many things", "All things")), `
+  - id: assumptions
+    heading: All things that are assumed`, 0},
		"a heading and a lead-in of the template": {both(replace(" mandate", " tasks"), replace(" as adopted by", " as agreed by")), `
+  - id: mandate
+    heading: The ${document.unit_in_full} tasks
+    paragraphs: ["The mandate of the ${document.unit} as agreed by the States Parties to the ${document.convention_kind} defines the ${document.unit_kind}'s tasks and responsibilities, inter alia, in the following ways:"]`, 0},
		"an amount": {replace("8,000", "9,000"), `
-    - {id: office, label: Office, fixed: 8000}
+    - {id: office, label: Office, fixed: 9000}`, 2},
		"an amount by a rate": {replace("30,000", "33,000"), `
-    - {id: social-charges, label: Social charges, percent: 20%, of: [salaries]}
+    - {id: social-charges, label: Social charges, percent: 22%, of: [salaries]}`, 2},
		"a row": {newRow("Workshops", "Website", "4,000", "A new one."), `
+    - id: website
+      label: Website
+      fixed: 4000
+      note: A new one.`, 2},
		"a row out": {rowOut("Office"), `
-    - {id: office, label: Office, fixed: 8000}`, 2},
		"a comment": {func(e *docxtest.Edited) bool {
			return e.Comment("Keep records", "A. Reviewer", "2024-05-02T10:00:00Z", "Which\nones? # all")
		}, `
+  # review: A. Reviewer, 2024-05-02: Which ones? # all`, 0},
	} {
		t.Run(name, func(t *testing.T) {
			u := unit(t, "plan.yaml", []byte(plan))
			m := merged(t, u, changed(t, u, c.change))
			if got := patch(plan, string(m.Text)); got != strings.TrimPrefix(c.want, "\n") {
				t.Errorf("got\n%s\nwant%s", got, c.want)
			}
			if m.Left() != c.left {
				for i := range m.Outcomes {
					t.Logf("%v %s %s: %q -> %q: %s", m.Outcomes[i].Taken, m.Outcomes[i].Kind, m.Outcomes[i].Place, m.Outcomes[i].Old, m.Outcomes[i].New, m.Outcomes[i].Says)
				}
				t.Errorf("%d left, want %d", m.Left(), c.left)
			}
		})
	}
}

// TestMovedAcross: what goes into another list takes all with it that it has, comments too.
func TestMovedAcross(t *testing.T) {
	other := strings.Replace(plan, "          - id: guides\n", "          # In two languages.\n          - id: guides\n", 1)
	other = strings.Replace(other, "assumptions:\n", `      - id: advice
        text: States Parties receive advice.
        activities:
          - id: answers
            text: Answer questions.
            serves: [mandate/advice]

assumptions:
`, 1)
	u := unit(t, "plan.yaml", []byte(other))
	m := merged(t, u, changed(t, u, moved("Write a guide", "Answer questions")))
	want := `
-          # In two languages.
-          - id: guides
-            text: Write a guide to reporting.
-            serves: [mandate/advice]
+          # In two languages.
+          - id: guides
+            text: Write a guide to reporting.
+            serves: [mandate/advice]`
	if got := patch(other, string(m.Text)); got != strings.TrimPrefix(want, "\n") || m.Left() != 0 {
		t.Errorf("%d left, got\n%s\nwant%s", m.Left(), got, want)
	}
}

// TestTracked: who made a change and when is known where the file says it.
func TestTracked(t *testing.T) {
	u := unit(t, "plan.yaml", []byte(plan))
	file := edited(t, word(t, u), func(e *docxtest.Edited) {
		e.Track("formal", "all", "B. Reviewer", "2024-05-03T09:00:00Z")
		e.Replace("host State", "host Government")
	})
	c := merge.Compare(u, text(t, file))
	if len(c.Changes) != 2 {
		t.Fatalf("%+v", c.Changes)
	}
	first, second := c.Changes[0], c.Changes[1]
	if len(first.By) != 1 || first.By[0] != (merge.Hand{Author: "B. Reviewer", Date: "2024-05-03T09:00:00Z"}) || first.Old != "formal" || first.New != "all" {
		t.Errorf("%+v", first)
	}
	if first.At.Start.Line != 36 || first.Place != "item (b) of paragraph 3" {
		t.Errorf("%s %d", first.Place, first.At.Start.Line)
	}
	if len(second.By) != 0 || second.Old != "State" {
		t.Errorf("%+v", second)
	}
}

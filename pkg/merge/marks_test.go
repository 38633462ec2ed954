package merge_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/merge"
	"github.com/isuplan/isuplan/pkg/render"
)

// TestRemarkedFigures: the mark of a note in front of a figure is no part of it; a mark that
// was taken out is left to a person.
func TestRemarkedFigures(t *testing.T) {
	remarked := strings.Replace(plan, "label: Office, fixed: 8000}", "label: Office, fixed: 8000, footnote: {amount: Rent only.}}", 1)
	if remarked == plan {
		t.Fatal("the plan has no office")
	}
	u := unit(t, "plan.yaml", []byte(remarked))
	m := merged(t, u, changed(t, u, replace("8,000", "9,000")))
	want := `-    - {id: office, label: Office, fixed: 8000, footnote: {amount: Rent only.}}
+    - {id: office, label: Office, fixed: 9000, footnote: {amount: Rent only.}}`
	if got := patch(remarked, string(m.Text)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var md string
	for _, f := range render.Formats() {
		if r, err := u.Render(t.Context(), f, document.Seal{}); f.Ext == ".md" && err == nil {
			md = strings.Replace(string(r.Bytes), "a/ 8,000", "8,000", 1)
		}
	}
	c := merge.Compare(u, text(t, []byte(md)))
	if len(c.Changes) != 1 || !strings.Contains(c.Changes[0].Left, "marks of its notes") {
		t.Errorf("%+v", c.Changes)
	}
}

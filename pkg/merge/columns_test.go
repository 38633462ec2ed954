package merge_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/merge"
	"github.com/isuplan/isuplan/pkg/render"
)

// markdown renders the Markdown of a plan.
func markdown(t testing.TB, u *compile.Unit) string {
	t.Helper()
	for _, f := range render.Formats() {
		if f.Ext == ".md" {
			r, err := u.Render(context.Background(), f, document.Seal{})
			if err != nil {
				t.Fatal(err)
			}
			return string(r.Bytes)
		}
	}
	t.Fatal("there is no Markdown")
	return ""
}

// column changes the cells of the column that a head stands over.
func column(md, head string, change func(cells []string, at int) []string) string {
	at := -1
	var out []string
	for line := range strings.Lines(md) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "|")
		if len(cells) < 3 {
			at = -1
		} else if n := slices.IndexFunc(cells, func(c string) bool { return strings.TrimSpace(c) == head }); n > 0 {
			at = n
		}
		if at > 0 {
			line = strings.Join(change(cells, at), "|") + "\n"
		}
		out = append(out, line)
	}
	return strings.Join(out, "")
}

// TestColumnsThatAreGone: a column that was taken out of a table, or put into it, moves no cell to
// another column.
func TestColumnsThatAreGone(t *testing.T) {
	u := unit(t, "plan.yaml", []byte(workPlan))
	md := markdown(t, u)
	out := column(md, "Responsible", func(cells []string, at int) []string { return slices.Delete(cells, at, at+1) })
	want := `-            responsible: isu
-            responsible: isu`
	m := merged(t, u, []byte(out))
	if got := patch(workPlan, string(m.Text)); got != want || m.Left() != 0 {
		t.Errorf("taken out: got\n%s\n%+v", got, m.Outcomes)
	}
	in := column(md, "Responsible", func(cells []string, at int) []string { return slices.Insert(cells, at, " Remarks ") })
	in = strings.Replace(in, " Remarks ", " --- ", 2)
	in = strings.Replace(in, " --- ", " Remarks ", 1)
	c := merge.Compare(u, text(t, []byte(in)))
	for _, change := range c.Changes {
		if change.Old != "" || change.New != "Remarks" || len(change.Offers) > 0 {
			t.Errorf("put in: %+v", change)
		}
	}
	if len(c.Changes) == 0 {
		t.Error("put in: nothing is said")
	}
}

package plan_test

import "testing"

// TestColumnsFollowFromSomething holds that a column which says that it follows from others names some.
func TestColumnsFollowFromSomething(t *testing.T) {
	for column, want := range map[string]string{
		"{id: b, sum: [a]}":             "",
		"{id: b, sum: []}":              "this column follows from no other",
		"{id: b, change: []}":           "this column follows from no other",
		"{id: b, percent_of: []}":       "this column follows from no other",
		"{id: b, difference: [a]}":      "a difference needs two columns or more",
		"{id: b, percent_change: [a]}":  "a change is from one column to another: it needs two",
		"{id: b, sum: [a], change: []}": "this column follows from no other",
	} {
		_, findings, _ := load(sane("columns: []", "columns: [{id: a}, "+column+"]"))
		got := ""
		for _, f := range findings {
			got += f.Message
		}
		if got != want {
			t.Errorf("%s: %q, want %q", column, got, want)
		}
	}
}

package cost_test

import (
	"testing"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// What people write before they know the form is answered with the form.
func TestFormsThatPeopleTryFirst(t *testing.T) {
	for _, c := range []struct{ written, want string }{
		{"fund: [fa, fb]", "write the shares, such as {fa: 50%, fb: 50%}"},
		{"when: [q1, q2, q3]", "write the shares, such as {q1: …%, q2: …%, q3: …%}"},
		{"by: [a]", "write the shares, such as {a: 100%}"},
		{"for: []", "write the shares, such as {a: 50%, b: 50%}"},
		{"fund: {fa: {2026: 50%}, fb: {2026: 50%}}", "where they differ, write the line as `parts`, each with its `fund` and its `fixed` by column"},
		{"fund: {fa: 50%, fb: 50%}", ""},
		{"at_most: 7%", "write {percent: 7%, of: [direct]}, with the ids of the lines"},
		{"at_most: {2026: 1500}", "write {amount: {2026: 1500}}"},
		{"at_least: {s: 5%}", "write {percent: {s: 5%}}"},
		{"at_least: {amuont: 5}", "did you mean `amount`?"},
		{"at_most: {amount: {s: 1500}}", ""},
	} {
		_, findings, _ := schema.Read(source.NewFile("line.yaml", []byte("{id: x, label: X, fixed: 5, "+c.written+"}")), "line", cost.LineType())
		got := ""
		if len(findings) > 0 {
			got = findings[0].Hint
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.written, got, c.want)
		}
	}
}

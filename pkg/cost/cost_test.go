package cost_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// read reads YAML as a type of the plan language.
func read[T any](text string, as schema.Type[T]) (T, []diag.Finding) {
	value, findings, _ := schema.Read(source.NewFile("plan.yaml", []byte(text)), "plan", as)
	return value, findings
}

// line reads the keys of a cost line that is in order.
func line(t rapid.TB, keys string) *cost.Line {
	t.Helper()
	l, findings := read("{id: it, label: It, "+keys+"}", cost.LineType())
	if len(findings) > 0 || len(l.Costs) != 1 {
		t.Fatalf("%s: %d costs, %s", keys, len(l.Costs), found(findings))
	}
	return &l
}

// found writes findings: each rule, what it points at and what it says.
func found(findings []diag.Finding) string {
	var list []string
	for _, f := range findings {
		text := fmt.Sprintf("%s «%s» %s", f.Rule.Name, f.Span.Text(), f.Message)
		for _, r := range f.Related {
			text += fmt.Sprintf(" (%s: «%s» in column %d)", r.Note, r.Span.Text(), r.Span.Start.Col)
		}
		list = append(list, text)
	}
	return strings.Join(list, "\n")
}

func number(t rapid.TB, s string) money.Decimal {
	t.Helper()
	d, fault := money.Parse(s)
	if fault != nil {
		t.Fatalf("%s: %s", s, fault.Message)
	}
	return d
}

// around is what a line can ask of the budget around it: the other lines' amounts, its
// own amount in the column before ("" in the first column) and the table of standard costs.
type around struct {
	column, before, grades string
	lines                  map[string]string
}

func (a around) context(t rapid.TB) *cost.Context {
	t.Helper()
	standard := map[string]cost.StandardCost{}
	if a.grades != "" {
		rows, findings := read(a.grades, schema.List(cost.StandardCostType()))
		if len(findings) > 0 {
			t.Fatal(found(findings))
		}
		for _, row := range rows {
			standard[row.Grade.Value] = row
		}
	}
	return &cost.Context{
		Column: a.column,
		Base: func(id, _ string) (cost.Step, bool) {
			amount, ok := a.lines[id]
			if !ok {
				return cost.Step{}, false
			}
			return cost.Step{Op: cost.Stated, Line: id, Label: id, Value: number(t, amount)}, true
		},
		Previous: func() (cost.Step, []string, bool) {
			if a.before == "" {
				return cost.Step{}, nil, false
			}
			return cost.Step{Op: cost.Stated, Label: "before", Value: number(t, a.before)}, nil, true
		},
		Standard: func(grade string) (cost.StandardCost, bool) { s, ok := standard[grade]; return s, ok },
	}
}

// derived computes a line and writes how the amount came about; where there is none,
// what is lacking.
func derived(t rapid.TB, l *cost.Line, a around) string {
	t.Helper()
	step, ok := l.Costs[0].Compute(a.context(t))
	if !ok {
		return "lacking: " + l.Costs[0].Lacking()
	}
	return derivation(t, step)
}

// derivation writes a step as "label = value by operation (its parts)", and holds that
// each given figure remembers where in the file it stands.
func derivation(t rapid.TB, s cost.Step) string {
	t.Helper()
	value := money.Number(s.Value, 0, "", ".") + map[cost.Unit]string{cost.PerCent: "%", cost.Count: " times", cost.Twelfths: "/12"}[s.Unit]
	switch s.Mark {
	case cost.Nil:
		value = "nil"
	case cost.Blank:
		value = "blank"
	}
	if s.Op == cost.Given && s.Node.Kind() == source.Scalar && s.Mark == cost.Number {
		if written := number(t, strings.TrimSuffix(s.Node.Text(), "%")); !written.Equal(s.Value) {
			t.Errorf("%s is %s, but where it was written stands %s", s.Label, s.Value, s.Node.Text())
		}
	}
	text := value + " by " + s.Op.String()
	if s.Label != "" {
		text = s.Label + " = " + text
	}
	var parts []string
	for _, part := range s.Of {
		parts = append(parts, derivation(t, part))
	}
	if len(parts) > 0 {
		text += " (" + strings.Join(parts, "; ") + ")"
	}
	return text
}

// quotable writes what prose may quote of a line.
func quotable(t rapid.TB, l *cost.Line, column string) string {
	t.Helper()
	var list []string
	for _, q := range l.Costs[0].Figures(column) {
		text := q.Name + " " + money.Number(q.Value, 0, "", ".")
		if q.Percent {
			text += "%"
		}
		if !q.Node.IsZero() {
			text += " as written"
			if written := number(t, strings.TrimSuffix(q.Node.Text(), "%")); !written.Equal(q.Value) {
				t.Errorf("%s is %s, but where it was written stands %s", q.Name, q.Value, q.Node.Text())
			}
		}
		list = append(list, text)
	}
	return strings.Join(list, ", ")
}

func TestKindsOfCostByName(t *testing.T) {
	var list []string
	for _, k := range cost.Kinds() {
		list = append(list, k.Name+" by "+k.Key)
		if k.Doc == "" {
			t.Errorf("the kind %s is not documented", k.Name)
		}
	}
	if got := strings.Join(list, ", "); got != "fixed by fixed, growth by growth, parts by parts, percentage by percent, posts by posts, units by units" {
		t.Errorf("the kinds are %s", got)
	}
}

// TestALineRemembersWhatWasWritten holds for every key that all lines have.
func TestALineRemembersWhatWasWritten(t *testing.T) {
	l, findings := read(`
id: travel
code: 1101
label: Travel of staff
fixed: 12000
shares: {one: 40%, outcomes/two: 60%}
in: USD
stated: 11000
note: To two meetings.
footnote: By rail.`, cost.LineType())
	if len(findings) > 0 {
		t.Fatal(found(findings))
	}
	for name, c := range map[string]struct{ got, want string }{
		"id": {l.ID.Value, "travel"}, "code": {l.Code.Value, "1101"}, "label": {l.Label.Value, "Travel of staff"},
		"in": {string(l.In.Value), "USD"}, "note": {l.Note.Value, "To two meetings."}, "footnote": {l.Footnote.String(), "By rail."},
		"stated": {l.Stated.All.Value.Value.String(), "11000"},
	} {
		if c.got != c.want {
			t.Errorf("%s is %q, want %q", name, c.got, c.want)
		}
	}
	if len(l.Shares) != 2 || l.Shares[1].Key.Value != "outcomes/two" || l.Shares[1].Value.Value.String() != "60" {
		t.Errorf("the shares are %v", l.Shares)
	}
	if l.IsGroup() || l.Span().Start.Line != 2 {
		t.Errorf("a line in line %d is a group: %v", l.Span().Start.Line, l.IsGroup())
	}
}

func TestAGroupHasLines(t *testing.T) {
	l, findings := read(`{id: staff, label: Staff, subtotal: All staff, lines: [{id: a, label: A, fixed: 1}, {id: b, label: B, lines: [{id: c, label: C, fixed: 2}]}]}`, cost.LineType())
	if len(findings) > 0 || !l.IsGroup() || len(l.Costs) > 0 || l.Subtotal.Value != "All staff" {
		t.Fatalf("%s %v", found(findings), l.Subtotal)
	}
	if len(l.Lines) != 2 || l.Lines[0].IsGroup() || !l.Lines[1].IsGroup() || l.Lines[1].Lines[0].Label.Value != "C" {
		t.Errorf("its lines are %v", l.Lines)
	}
}

// TestEverySeriesOfALineIsSeen holds that no value by column escapes the check whether
// the budget has that column: what is stated may be for any, all else for amounts.
func TestEverySeriesOfALineIsSeen(t *testing.T) {
	for keys, want := range map[string]string{
		"fixed: {a: 1, b: 2}": "stated: any; amounts: a b; amounts:",
		"stated: {a: 1}":      "stated: a any",
		"fixed: 1":            "stated: any; amounts:; amounts:",
		"units: [{item: x, quantity: {a: 1}, times: {b: 1}, cost: {c: 1}}, {item: y, quantity: {d: 1}, cost: 2}]": "stated: any; amounts: a; amounts: b; amounts: c; amounts: d; amounts:; amounts:",
		"percent: {a: 1%}, of: [x]":     "stated: any; amounts: a",
		"growth: {b: 1%}, base: {a: 1}": "stated: any; amounts: a; amounts: b",
		"stated: {s: 1}, fixed: {a: 1}": "stated: s any; amounts: a; amounts:",
		"posts: [{title: X, count: {a: 1}, fte: {b: 1%}, months: {c: 1}, annual: {d: 1}, share: {f: 1%}}, {title: Y, monthly: {e: 1}}]": "stated: any; " +
			"amounts: a; amounts: b; amounts: c; amounts: d; amounts:; amounts: f; amounts:; amounts:; amounts:; amounts:; amounts: e; amounts:",
	} {
		l, findings := read("{id: it, label: It, "+keys+"}", cost.LineType())
		if len(findings) > 0 {
			t.Fatal(found(findings))
		}
		var seen []string
		l.EachSeries([]string{"amounts:"}, []string{"any"}, nil, func(keys []source.At[string], known []string) {
			var ids []string
			for _, k := range keys {
				ids = append(ids, k.Value)
			}
			if known[0] == "any" {
				seen = append(seen, strings.Join(append([]string{"stated:"}, append(ids, known...)...), " "))
			} else {
				seen = append(seen, strings.Join(append(known, ids...), " "))
			}
		})
		if got := strings.Join(seen, "; "); got != want {
			t.Errorf("%s:\n%s, want\n%s", keys, got, want)
		}
	}
}

package diff_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

func side(t testing.TB, name, text string) diff.Side {
	t.Helper()
	p, findings, ok := plan.Load(source.NewFile(name, []byte(text)))
	if !ok {
		for _, f := range findings {
			t.Errorf("%s:%d: %s", name, f.Span.Start.Line, f.Message)
		}
		t.Fatal(text)
	}
	b, _ := budget.Compute(p, budget.Options{})
	return diff.Side{Name: name, Plan: p, Budget: b}
}

// model is a plan that can be edited and written out.
type model struct {
	outcomes []*outcome
	lines    []*line
}

type outcome struct {
	id, text string
	outputs  []*output
}

type output struct {
	id, text   string
	activities []*activity
}

type activity struct{ id, text string }

type line struct {
	id, label                   string
	fixed                       int
	price, fte, months, persons int // a line of posts where price is set
}

func (m *model) yaml() string {
	var b strings.Builder
	b.WriteString(`isuplan: 1
document: {convention: Convention on Matters, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
`)
	for _, o := range m.outcomes {
		fmt.Fprintf(&b, "  - id: %s\n    text: %q\n    outputs:\n", o.id, o.text)
		for _, out := range o.outputs {
			fmt.Fprintf(&b, "      - id: %s\n        text: %q\n        activities:\n", out.id, out.text)
			for _, a := range out.activities {
				fmt.Fprintf(&b, "          - {id: %s, text: %q}\n", a.id, a.text)
			}
		}
	}
	b.WriteString("budget:\n  currency: CHF\n  lines:\n")
	for _, l := range m.lines {
		if l.price == 0 {
			fmt.Fprintf(&b, "    - {id: %s, label: %s, fixed: %d}\n", l.id, l.label, l.fixed)
			continue
		}
		fmt.Fprintf(&b, "    - id: %s\n      label: %s\n      posts: [{title: Officer, annual: %d, fte: %d%%, months: %d, count: %d}]\n", l.id, l.label, l.price, l.fte, l.months, l.persons)
	}
	return b.String()
}

var vocabulary = strings.Fields(`advise support prepare convene report publish review collect train assist organize
	parties states president committees coordinators experts survivors donors capitals delegations
	meetings workshops requests deadlines records guidelines databases seminars obligations measures
	clearance stockpiles transparency universalization victims cooperation legislation education annually regionally`)

// sentence makes a text that is like no other of its plan.
func sentence(r *rand.Rand, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = vocabulary[r.IntN(len(vocabulary))] + fmt.Sprint(r.IntN(90))
	}
	return strings.ToUpper(words[0][:1]) + strings.Join(words, " ")[1:] + "."
}

func newModel(r *rand.Rand) *model {
	m := &model{}
	n := 0
	id := func(what string) string { n++; return fmt.Sprintf("%s-%d", what, n) }
	for range 3 {
		o := &outcome{id: id("outcome"), text: sentence(r, 9)}
		for range 3 {
			out := &output{id: id("output"), text: sentence(r, 9)}
			for range 5 {
				out.activities = append(out.activities, &activity{id("activity"), sentence(r, 14)})
			}
			o.outputs = append(o.outputs, out)
		}
		m.outcomes = append(m.outcomes, o)
	}
	for i := range 8 {
		l := &line{id: id("line"), label: "Line " + fmt.Sprint(i), fixed: 1000 * (1 + r.IntN(90))}
		if i%2 == 0 {
			l.price, l.fte, l.months, l.persons = 60000+100*r.IntN(900), 50+r.IntN(50), 6+r.IntN(6), 1+r.IntN(3)
		}
		m.lines = append(m.lines, l)
	}
	return m
}

func (m *model) copy() *model {
	c := &model{}
	for _, o := range m.outcomes {
		oc := *o
		oc.outputs = nil
		for _, out := range o.outputs {
			outc := *out
			outc.activities = nil
			for _, a := range out.activities {
				ac := *a
				outc.activities = append(outc.activities, &ac)
			}
			oc.outputs = append(oc.outputs, &outc)
		}
		c.outcomes = append(c.outcomes, &oc)
	}
	for _, l := range m.lines {
		lc := *l
		c.lines = append(c.lines, &lc)
	}
	return c
}

func (m *model) outputs() (all []*output) {
	for _, o := range m.outcomes {
		all = append(all, o.outputs...)
	}
	return all
}

// edit makes one edit of a kind at an activity or line that was not edited yet, and
// returns what the report should say of it.
func (m *model) edit(r *rand.Rand, kind string, touched map[any]bool) (want []string) {
	out := m.outputs()[r.IntN(9)]
	var a *activity
	i := 0
	for try := 0; a == nil || touched[a]; try++ {
		out = m.outputs()[r.IntN(9)]
		if len(out.activities) == 0 || try > 500 {
			return nil
		}
		i = r.IntN(len(out.activities))
		a = out.activities[i]
	}
	l := m.lines[r.IntN(len(m.lines))]
	switch kind {
	case "reword":
		touched[a] = true
		ws := strings.Fields(a.text)
		ws[3], ws[7] = "thoroughly", "elsewhere"
		a.text = strings.Join(ws, " ")
		return []string{"reworded activities/" + a.id}
	case "rename":
		touched[a] = true
		a.id = "renamed-" + a.id
		return []string{"renamed activities/" + a.id}
	case "rename and reword":
		touched[a] = true
		a.id = "renamed-" + a.id
		ws := strings.Fields(a.text)
		ws[3], ws[7] = "thoroughly", "elsewhere"
		a.text = strings.Join(ws, " ")
		return []string{"renamed reworded activities/" + a.id}
	case "move":
		touched[a] = true
		to := m.outputs()[r.IntN(9)]
		for to == out {
			to = m.outputs()[r.IntN(9)]
		}
		out.activities = slices.Delete(out.activities, i, i+1)
		at := r.IntN(len(to.activities) + 1)
		to.activities = slices.Insert(to.activities, at, a)
		return []string{"moved activities/" + a.id}
	case "remove":
		touched[a] = true
		out.activities = slices.Delete(out.activities, i, i+1)
		return []string{"removed activities/" + a.id}
	case "add":
		n := &activity{"added-" + a.id, sentence(r, 14)}
		touched[n] = true
		out.activities = slices.Insert(out.activities, i, n)
		return []string{"added activities/" + n.id}
	case "split":
		touched[a] = true
		ws := strings.Fields(a.text)
		n := &activity{"part-" + a.id, strings.Join(ws[7:], " ")}
		touched[n] = true
		a.text = strings.Join(ws[:7], " ")
		out.activities = slices.Insert(out.activities, i+1, n)
		return []string{"split reworded activities/" + a.id, "added split activities/" + n.id}
	case "merge":
		if i+1 >= len(out.activities) || touched[out.activities[i+1]] {
			return nil
		}
		touched[a] = true
		gone := out.activities[i+1]
		a.text += " " + gone.text
		out.activities = slices.Delete(out.activities, i+1, i+2)
		return []string{"merged reworded activities/" + a.id, "removed merged activities/" + gone.id}
	case "amount":
		if touched[l] {
			return nil
		}
		touched[l] = true
		if l.price == 0 {
			l.fixed += 500
			return []string{"changed budget/" + l.id}
		}
		l.price += 1200
		return []string{"changed budget/" + l.id + "/officer-or-title"}
	case "reorder":
		if n := len(out.activities); i == 0 && n > 3 && !slices.ContainsFunc(out.activities, func(x *activity) bool { return touched[x] }) {
			for _, x := range out.activities {
				touched[x] = true
			}
			out.activities = append(out.activities[1:], a)
			return []string{"moved activities/" + a.id}
		}
		return nil
	case "move output":
		from, to := m.outcomes[0], m.outcomes[2]
		if touched[from] || len(from.outputs) < 2 {
			return nil
		}
		touched[from] = true
		moved := from.outputs[1]
		from.outputs = slices.Delete(slices.Clone(from.outputs), 1, 2)
		to.outputs = append(to.outputs, moved)
		return []string{"moved outputs/" + moved.id}
	case "reword outcome":
		o := m.outcomes[r.IntN(3)]
		if touched[o.text] {
			return nil
		}
		ws := strings.Fields(o.text)
		ws[2], ws[5] = "thoroughly", "elsewhere"
		o.text = strings.Join(ws, " ")
		touched[o.text] = true
		return []string{"reworded outcomes/" + o.id}
	case "relabel line":
		if touched[l] {
			return nil
		}
		touched[l] = true
		l.label = "Other " + l.label
		return []string{"reworded budget/" + l.id}
	case "rename line":
		if touched[l] {
			return nil
		}
		touched[l] = true
		l.id = "renamed-" + l.id
		return []string{"renamed budget/" + l.id}
	case "drop line":
		if touched[l] || len(m.lines) < 4 {
			return nil
		}
		touched[l] = true
		m.lines = slices.DeleteFunc(m.lines, func(x *line) bool { return x == l })
		want = []string{"removed budget/" + l.id}
		if l.price != 0 {
			want = append(want, "removed budget/"+l.id+"/officer-or-title")
		}
		return want
	}
	return nil
}

var edits = []string{"reword", "rename", "rename and reword", "move", "remove", "add", "split", "merge", "amount", "drop line", "reorder", "move output", "reword outcome", "relabel line", "rename line"}

// said is what a report says, in the words of edit.
func said(r *diff.Report) []string {
	var list []string
	for i := range r.Changes {
		c := &r.Changes[i]
		kind := c.Kind &^ diff.Renumbered
		if kind == 0 {
			continue
		}
		path := c.Element().Path()
		if strings.HasSuffix(path, "/Officer") {
			path = strings.TrimSuffix(path, "Officer") + "officer-or-title"
		}
		list = append(list, strings.Join(kind.Names(), " ")+" "+path)
	}
	slices.Sort(list)
	return list
}

// TestKnownEdits makes fifty pairs of plans with known edits; the report names exactly
// these.
func TestKnownEdits(t *testing.T) {
	for seed := range uint64(50) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 1))
			old := newModel(r)
			now := old.copy()
			touched := map[any]bool{}
			var want []string
			for range 1 + r.IntN(12) {
				want = append(want, now.edit(r, edits[r.IntN(len(edits))], touched)...)
			}
			slices.Sort(want)
			a, b := side(t, "old.yaml", old.yaml()), side(t, "new.yaml", now.yaml())
			report := diff.Compare(a, b)
			if got := said(report); !slices.Equal(got, want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
			}
			laws(t, a, b)
			noChange(t, a)
			noChange(t, b)
		})
	}
}

// laws holds for any two plans: the report applied to the old plan gives the new one,
// the report of the other direction is the mirror image, and money adds up.
func laws(t *testing.T, a, b diff.Side) {
	t.Helper()
	there, back := diff.Compare(a, b), diff.Compare(b, a)
	for _, x := range []struct {
		report   *diff.Report
		old, new diff.Side
	}{{there, a, b}, {back, b, a}} {
		var out bytes.Buffer
		if err := diff.WriteJSON(&out, x.report, nil, diff.Limits{}); err != nil {
			t.Fatal(err)
		}
		made, err := diff.Apply(diff.Tree(x.old.Plan), out.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if got, want := made.Dump(), diff.Tree(x.new.Plan).Dump(); got != want {
			t.Errorf("applying the report of %s and %s gives\n%s\nnot\n%s", x.old.Name, x.new.Name, got, want)
		}
		adds(t, &x.report.Money)
	}
	if got, want := mirrored(back), shown(there); !slices.Equal(got, want) {
		t.Errorf("the way back is not the mirror image:\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	tableLaws(t, there, back)
	if !there.Money.Change().Equal(back.Money.Change().Neg()) {
		t.Errorf("%s there, %s back", there.Money.Change(), back.Money.Change())
	}
}

// noChange holds that a plan does not differ from itself.
func noChange(t *testing.T, s diff.Side) {
	t.Helper()
	if same := diff.Compare(s, s); !same.Same() {
		t.Errorf("%s differs from itself: %v", s.Name, said(same))
	} else if len(same.Booked)+len(same.After)+len(same.Bounds)+len(same.Posts.Cells)+len(same.Contributions) > 0 {
		t.Errorf("%s has other tables than itself", s.Name)
	}
}

// shown writes changes with their fields; mirrored writes them as the other direction
// would.
func shown(r *diff.Report) []string {
	var list []string
	for i := range r.Changes {
		c := &r.Changes[i]
		line := strings.Join(c.Kind.Names(), " ") + " " + path(c.Old) + " → " + path(c.New)
		for _, f := range c.Fields {
			line += fmt.Sprintf("; %s: %s → %s", f.Key, f.Old, f.New)
		}
		list = append(list, line)
	}
	slices.Sort(list)
	return list
}

func mirrored(r *diff.Report) []string {
	other := map[string]string{"added": "removed", "removed": "added", "split": "merged", "merged": "split"}
	var list []string
	for i := range r.Changes {
		c := &r.Changes[i]
		var kinds []string
		for _, want := range []string{"added", "removed", "split", "merged", "moved", "renumbered", "renamed", "reworded", "changed"} {
			for _, name := range c.Kind.Names() {
				if m, ok := other[name]; ok {
					name = m
				}
				if name == want {
					kinds = append(kinds, name)
				}
			}
		}
		line := strings.Join(kinds, " ") + " " + path(c.New) + " → " + path(c.Old)
		for _, f := range c.Fields {
			line += fmt.Sprintf("; %s: %s → %s", f.Key, f.New, f.Old)
		}
		list = append(list, line)
	}
	slices.Sort(list)
	return list
}

func path(e *diff.Element) string {
	if e == nil {
		return "nothing"
	}
	return e.Path()
}

// adds holds that the parts of each line add up to its change, and the lines and the
// rest to that of the total.
func adds(t *testing.T, b *diff.Bridge) {
	t.Helper()
	if b.Other != "" {
		return
	}
	all := b.Rest
	for i := range b.Lines {
		l := &b.Lines[i]
		sum := money.Zero
		for _, p := range l.Parts {
			sum = sum.Add(p.Amount)
		}
		if !sum.Equal(l.Change()) {
			t.Errorf("the parts of %s add up to %s, but it changed by %s: %v", l.ID, sum, l.Change(), l.Parts)
		}
		all = all.Add(sum)
	}
	if !all.Equal(b.Change()) {
		t.Errorf("the lines add up to %s, but the total changed by %s", all, b.Change())
	}
}

// TestRealPairs holds the laws for all pairs of the plans at hand.
func TestRealPairs(t *testing.T) {
	var sides []diff.Side
	for _, pattern := range []string{"../../plans/2018.yaml", "../../testdata/plans", "../../testdata/budgets"} {
		for _, path := range plansAt(t, pattern) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			sides = append(sides, side(t, path, string(text)))
		}
	}
	for i, a := range sides {
		noChange(t, a)
		for _, b := range sides[:i] { // the laws look at both directions
			laws(t, a, b)
		}
	}
}

func plansAt(t *testing.T, path string) []string {
	t.Helper()
	entries, err := os.ReadDir(path)
	if err != nil {
		return []string{path}
	}
	var list []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".yaml") {
			list = append(list, path+"/"+e.Name())
		}
	}
	return list
}

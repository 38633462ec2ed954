package index_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/index"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

const small = `facts:
  states: {value: 3}
  all: {sum: [states]}
mandate:
  - {id: advice, text: Advise.}
priorities:
  - id: clearance
    heading: Clearance
    text: "Of ${facts.states|words} States."
    items: [{id: visits, text: Visits}]
outcomes:
  - id: success
    text: Success
    outputs: [{id: out, text: Out, activities: [{id: act, text: Act, serves: [mandate/advice, priorities/clearance/visits]}]}]
budget:
  columns: [{id: 2018}, {id: 2019, sum: [2018]}]
  lines:
    - id: staff
      label: Staff
      posts: [{id: director, title: Director, annual: {2018: 5}}]
      shares: {outcomes/success: 100%}
      note: "${budget.staff.director.months.2018} months, ${budget.total.2018}, $${budget.staff}"
    - {id: charges, label: Charges, percent: 20%, of: [staff]}
  financing: [{id: parties, label: Parties, source: assessed, percent: 100%, of: [staff]}]
  notes: ["${financing.parties} ${activities.act.number} ${priorities.clearance.visits.number}"]
waivers:
  - {rule: spelling, at: priorities/clearance/visits, reason: r, approved: a}
  - {rule: spelling, at: budget/staff, reason: r, approved: a}
`

func indexed(t *testing.T, text string) *index.Index {
	t.Helper()
	root, problems := source.Parse(source.NewFile("a.yaml", []byte(text)))
	if len(problems) > 0 {
		t.Fatal(problems[0].Message)
	}
	return index.New(root, plan.Shape())
}

// TestOf: what names a thing, wherever it stands.
func TestOf(t *testing.T) {
	x := indexed(t, small)
	for path, want := range map[string]string{
		"facts/states":                "2:3 3:15 9:23",
		"mandate/advice":              "5:10 14:87",
		"activities/act":              "14:54 25:46",
		"priorities/clearance":        "7:9 14:106 25:71 27:37",
		"priorities/clearance/visits": "10:18 14:116 25:81 27:47",
		"outcomes/success":            "12:9 21:25",
		"budget/staff":                "18:11 22:23 23:56 24:83 28:33",
		"budget/staff/director":       "20:20 22:29",
		"budget/columns/2018":         "16:18 16:42 20:56 22:45 22:74",
		"budget/parties":              "24:20 25:24",
		"budget/rent":                 "",
	} {
		var got []string
		for _, m := range x.Of(path) {
			got = append(got, at(m.Span))
			if !strings.HasSuffix(path, "/"+m.Span.Text()) {
				t.Errorf("%s is mentioned as %q", path, m.Span.Text())
			}
			if back, ok := x.MentionAt(m.Span.Start.Offset + 1); !ok || back != m {
				t.Errorf("%v is not found where it stands", m)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %s, want %s", path, strings.Join(got, " "), want)
		}
	}
	if got := x.Thing("budget/staff").Label.Text(); got != "Staff" {
		t.Errorf("the line is called %q", got)
	}
	if got := x.Thing("priorities/clearance").Label.Text(); got != "Clearance" {
		t.Errorf("the priority is called %q", got)
	}
	if len(x.In("mandate", "priorities")) != 3 {
		t.Errorf("activities may serve %v", x.In("mandate", "priorities"))
	}
}

func at(s source.Span) string { return fmt.Sprintf("%d:%d", s.Start.Line, s.Start.Col) }

// TestRename: an id is changed wherever it is named, and what cannot be renamed says why.
func TestRename(t *testing.T) {
	for _, c := range []struct{ path, id, refused string }{
		{"priorities/clearance", "demining", ""},
		{"budget/staff", "salaries", ""},
		{"budget/columns/2018", "2020", ""},
		{"facts/states", "states-parties", ""},
		{"budget/columns/2018", "2019", "something else"},
		{"budget/staff", "charges", "something else"},
		{"budget/staff", "parties", "something else"},
		{"budget/staff", "Staff", "cannot be an id"},
		{"facts/all", "null", "cannot be an id"},
		{"waivers/1", "a", "no id"},
		{"budget/rent", "a", "no id"},
	} {
		x := indexed(t, small)
		edits, err := x.Rename(c.path, c.id)
		var refused index.Refused
		if errors.As(err, &refused); c.refused != "" {
			if !strings.Contains(string(refused), c.refused) {
				t.Errorf("%s to %s: got %v", c.path, c.id, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s to %s: %v", c.path, c.id, err)
			continue
		}
		text, err := edit.Apply(x.File, edits)
		if err != nil {
			t.Fatal(err)
		}
		after := indexed(t, string(text))
		to := c.path[:strings.LastIndexByte(c.path, '/')+1] + c.id
		if len(after.Of(c.path)) > 0 || len(after.Of(to)) != len(x.Of(c.path)) {
			t.Errorf("%s to %s: %d of %d mentions\n%s", c.path, c.id, len(after.Of(to)), len(x.Of(c.path)), text)
		}
		for _, before := range x.Things {
			if now := strings.Replace(before.Path, c.path, to, 1); after.Thing(now) == nil {
				t.Errorf("%s to %s: %s is gone", c.path, c.id, now)
			}
		}
	}
}

// TestRenameAll: every id of the real plan can be renamed, and nothing is then left of it.
func TestRenameAll(t *testing.T) {
	text, err := os.ReadFile("../../plans/2018.yaml")
	if err != nil {
		t.Fatal(err)
	}
	x := indexed(t, string(text))
	for _, thing := range x.Things {
		if thing.ID.IsZero() {
			continue
		}
		edits, err := x.Rename(thing.Path, "renamed-for-a-test")
		if err != nil || len(edits) != len(x.Of(thing.Path)) {
			t.Errorf("%s: %d edits of %d, %v", thing.Path, len(edits), len(x.Of(thing.Path)), err)
		}
	}
}

const booked = `outcomes:
  - {id: one, text: One, outputs: [{id: out, text: Out, activities: [{id: draft, text: Act}, {id: same, text: Same}]}]}
budget:
  funds: [{id: core}, {id: eu}, {id: all, sum: [core, eu]}]
  columns: [{id: 2026}, {id: 2027}]
  lines:
    - {id: a, label: A, fixed: 1, for: draft, fund: core}
    - {id: b, label: B, fixed: 1, for: {out: 50%, activities/draft: 50%}, fund: {core: 50%, eu: 50%}}
    - {id: c, label: C, fixed: 1, for: same}
  tables:
    - {id: t, rows: [lines], columns: [funds, years], only: {for: [draft], fund: [core]}, heads: [{of: core, show: [2026]}, {of: total}]}
`

// renamed renames a thing, and holds that the text then has some others; it returns that text.
func renamed(t *testing.T, x *index.Index, path, id string, want ...string) string {
	t.Helper()
	edits, err := x.Rename(path, id)
	if err != nil {
		t.Errorf("%s to %s: %v", path, id, err)
		return ""
	}
	text, err := edit.Apply(x.File, edits)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range want {
		if !strings.Contains(string(text), part) {
			t.Errorf("%s to %s: no %q in\n%s", path, id, part, text)
		}
	}
	return string(text)
}

// TestRenameWhatMoneyIsBookedOn: activities, outputs and funds are renamed wherever money names them,
// by their ids or their paths; what would then name two things becomes a path.
func TestRenameWhatMoneyIsBookedOn(t *testing.T) {
	for _, c := range []struct {
		path, id string
		want     []string
	}{
		{"activities/draft", "drafting", []string{"{id: drafting,", "for: drafting,", "activities/drafting: 50%", "for: [drafting]"}},
		{"outputs/out", "product", []string{"{id: product,", "{product: 50%"}},
		{"activities/draft", "out", []string{"{id: out, text: Act}", "for: activities/out,", "{outputs/out: 50%, activities/out: 50%}", "for: [activities/out]"}},
		{"outputs/out", "same", []string{"{id: same, text: Out,", "{outputs/same: 50%", "for: activities/same}"}},
		{"budget/funds/core", "trust", []string{"{id: trust}", "sum: [trust, eu]", "fund: trust}", "{trust: 50%", "fund: [trust]", "{of: trust,"}},
		{"funds/core", "trust", []string{"{id: trust}", "sum: [trust, eu]", "fund: trust}", "{trust: 50%", "fund: [trust]", "{of: trust,"}},
		{"budget/columns/2026", "2028", []string{"{id: 2028}", "show: [2028]"}},
	} {
		x := indexed(t, booked)
		if x.Thing(c.path) == nil {
			continue // funds have one of the two paths
		}
		renamed(t, x, c.path, c.id, c.want...)
	}
}

// TestRenameQuotedMoney: a column, a fund and contributions are renamed in prose too, whatever
// money it quotes there.
func TestRenameQuotedMoney(t *testing.T) {
	const plan = `isuplan: 1
facts: {"a2026": {value: 3}}
sections:
  - {id: s, paragraphs: ["${funds.eu.a2026}, ${activities.act.cost.a2026}, ${financing.src.a2026}, ${contributions.tf.norway.a2026}, ${contributions.tf.a2026}, ${staffing.total.a2026}, ${facts.a2026}"]}
outcomes:
  - {id: o, outputs: [{id: p, activities: [{id: act, text: Act}]}]}
budget:
  columns: [{id: a2026}, {id: b}]
  funds: [{id: eu}]
  lines: [{id: x, label: X, fixed: 1, fund: eu, for: act}]
  financing: [{id: src, label: S, rest: true}]
  contributions: [{id: tf, label: T, of: src, parties: [{party: Norway, scale: 1}]}]
`
	for _, c := range []struct {
		path, id string
		want     []string
	}{
		{"budget/columns/a2026", "first", []string{"${funds.eu.first}", "cost.first}", "src.first}", "norway.first}", "tf.first}", "total.first}", "${facts.a2026}"}},
		{"budget/contributions/tf", "fund", []string{"${contributions.fund.norway.a2026}", "${contributions.fund.a2026}", "{id: fund, label: T"}},
	} {
		renamed(t, indexed(t, plan), c.path, c.id, c.want...)
	}
}

// TestSpotAt: the innermost value or key is found.
func TestSpotAt(t *testing.T) {
	x := indexed(t, small)
	for word, want := range map[string]string{"heading": "key heading", "Clearance": "heading", "percent: 20%": "key percent", "20%": "percent", "2018: 5": "key 2018"} {
		s, onKey := x.SpotAt(strings.Index(small, word) + 1)
		got := s.Key.Text()
		if onKey {
			got = "key " + got
		}
		if got != want {
			t.Errorf("%s: got %s", word, got)
		}
	}
	if thing := x.ThingAt(strings.Index(small, "20%")); thing == nil || thing.Path != "budget/charges" {
		t.Errorf("20%% belongs to %v", thing)
	}
	if s, _ := x.SpotAt(-1); s != nil {
		t.Error("something stands before the file")
	}
	if q, ok := x.QuoteAt(strings.Index(small, "staff.director.months")); !ok || q.Name != "budget.staff.director.months.2018" {
		t.Errorf("the reference is %v", q)
	}
}

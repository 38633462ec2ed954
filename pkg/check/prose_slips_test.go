package check_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/ordinal"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// seeded is a true sentence about a plan, and ways to get it wrong, by kind.
type seeded struct {
	activity bool // it stands among the activities, not among the assumptions
	text     string
	slips    map[string][]string
}

// TestProseSlips writes true sentences about the meeting, the deadline, the period and the
// names into real plans, and holds that they raise nothing; then it gets one word of each
// wrong and holds that nearly all of these are found in their line.
func TestProseSlips(t *testing.T) {
	paths, _ := filepath.Glob(filepath.Join("..", "..", "testdata", "plans", "*.yaml"))
	found, made := map[string]int{}, map[string]int{}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		p, _, ok := plan.Load(source.NewFile(path, text))
		if !ok {
			t.Fatal(path)
		}
		for _, s := range sentences(p) {
			if said := saidOf(t, string(text), s, s.text); said != "" {
				t.Errorf("%s: %q is true, and yet: %s", path, s.text, said)
			}
			for kind, slips := range s.slips {
				for _, wrong := range slips {
					made[kind]++
					if saidOf(t, string(text), s, wrong) != "" {
						found[kind]++
					} else {
						t.Logf("%s, %s: nothing is said of %q", filepath.Base(path), kind, wrong)
					}
				}
			}
		}
	}
	for kind, n := range made {
		t.Logf("%s: %d of %d", kind, found[kind], n)
		if found[kind]*10 < n*9 {
			t.Errorf("%s: only %d of %d are found", kind, found[kind], n)
		}
	}
	if len(made) < 9 {
		t.Errorf("there are only %d kinds of slip", len(made))
	}
}

// saidOf returns what the rules say, as a warning, of a sentence put into a plan.
func saidOf(t *testing.T, text string, s seeded, sentence string) string {
	t.Helper()
	before, item := "\nassumptions:\n", fmt.Sprintf("  - %q\n", sentence)
	if s.activity {
		before = "\n        activities:\n"
		item = fmt.Sprintf("          - {id: seeded, text: %q}\n", sentence)
	}
	at := strings.Index(text, before)
	if at < 0 {
		t.Fatalf("the plan has no %q", before)
	}
	at += len(before)
	line := strings.Count(text[:at], "\n") + 1
	for _, f := range unprinted(t, text[:at]+item+text[at:]) {
		if f.Span.Start.Line == line && f.Rule.Severity != diag.Note && f.Rule.Name != "idle-activity" && f.Rule.Name != "text-form" && f.Rule.Name != "acronym-undefined" {
			return f.Rule.Name + ": " + f.Message
		}
	}
	return ""
}

// unprinted checks a plan without composing its document.
func unprinted(t *testing.T, text string) []diag.Finding {
	t.Helper()
	p, _, ok := plan.Load(source.NewFile("seeded.yaml", []byte(text)))
	if !ok {
		t.Fatal("the plan cannot be read")
	}
	b, _ := budget.Compute(p, budget.Options{})
	return judge(check.Input{Plan: p, Budget: b, Headings: headings})
}

// sentences are true ones about a plan, with their slips.
func sentences(p *plan.Plan) (list []seeded) {
	m := p.Document.Meeting
	year := p.Period.From.Value.Year()
	if m.From.IsSet() {
		list = append(list, ofMeeting(m)...)
	}
	if d := p.Document.Submitted.Deadline; d.IsSet() {
		say := func(days int) string {
			return fmt.Sprintf("That the draft budget is sent to all %d days before the annual meeting.", days)
		}
		list = append(list, seeded{text: say(d.Value), slips: map[string][]string{"deadline": {say(d.Value + 30), say(d.Value * 10), say(d.Value - 15)}}})
	}
	hold := func(year int) string { return fmt.Sprintf("Hold two workshops for affected States in %d.", year) }
	list = append(list, seeded{activity: true, text: hold(year), slips: map[string][]string{"period": {hold(year - 1), hold(year - 2), hold(year + 1)}}})
	fund := func(year int) string { return fmt.Sprintf("That the budget for %d is fully funded.", year) }
	list = append(list, seeded{text: fund(year), slips: map[string][]string{"period": {fund(year - 1), fund(year - 10)}}})
	return append(list, ofNames(p)...)
}

// ofMeeting are sentences about the meeting.
func ofMeeting(m plan.Meeting) (list []seeded) {
	type facts struct {
		name, place string
		from, to    time.Time
	}
	right := facts{m.Name.Value, m.Place.Value, m.From.Value, m.To.Value}
	forms := []func(facts) string{
		func(f facts) string {
			return fmt.Sprintf("That the %s, to be held in %s from %d to %d %s, adopts the plan.", f.name, f.place, f.from.Day(), f.to.Day(), f.to.Format("January 2006"))
		},
		func(f facts) string {
			return fmt.Sprintf("That the %s in %s in %s takes note of it.", f.name, f.place, f.to.Format("January 2006"))
		},
		func(f facts) string {
			return fmt.Sprintf("That the %s (%d–%d %s, %s) takes note of it.", f.name, f.from.Day(), f.to.Day(), f.to.Format("January 2006"), f.place)
		},
	}
	for i, form := range forms {
		slips := map[string][]string{}
		add := func(kind string, f facts) {
			if say := form(f); say != form(right) {
				slips[kind] = append(slips[kind], say)
			}
		}
		for _, by := range []int{-2, -1, 1, 2} {
			f := right
			f.name = ordinal.Advance(f.name, by)
			add("ordinal", f)
		}
		for _, place := range []string{"Nairobi", "New York", "The Hague"} {
			f := right
			f.place = place
			add("city", f)
		}
		for _, by := range []int{-3, 1, 2} {
			f := right
			f.from, f.to = f.from.AddDate(0, by, 0), f.to.AddDate(0, by, 0)
			if !strings.HasPrefix(f.name, "Meeting") || f.to.Year() == right.to.Year() { // or else it may be the one of the year after
				add("month", f)
			}
			f = right
			f.from, f.to = f.from.AddDate(by, 0, 0), f.to.AddDate(by, 0, 0)
			if !strings.HasPrefix(f.name, "Meeting") || by > 0 { // of a meeting without an ordinal, another year may be history
				add("year", f)
			}
			if i != 1 {
				f = right
				f.to = f.to.AddDate(0, 0, by%3+1)
				add("day", f)
			}
		}
		list = append(list, seeded{text: form(right), slips: slips})
	}
	return list
}

// ofNames are sentences with the names of a plan, in which a word has lost a letter, or has
// two swapped or one doubled, and with another acronym.
func ofNames(p *plan.Plan) (list []seeded) {
	names := []plan.Name{{Name: p.Document.Convention, Short: p.Document.Short}, {Name: p.Document.Unit, Short: p.Document.UnitShort}}
	for _, n := range append(names, p.Names...) {
		say := func(name string) string { return fmt.Sprintf("That all know the %s well.", name) }
		words := strings.Fields(n.Name.Value)
		s := seeded{text: say(n.Name.Value), slips: map[string][]string{}}
		for i, w := range words {
			if len(w) < 6 || len(words) < 2 || ordinal.Of(w) > 0 {
				continue
			}
			slip := []string{w[:2] + w[3:], w[:2] + w[3:4] + w[2:3] + w[4:], w[:3] + w[2:]}[i%3]
			wrong := append(append(append([]string{}, words[:i]...), slip), words[i+1:]...)
			if slip != w && utf8.ValidString(slip) {
				s.slips["name"] = append(s.slips["name"], say(strings.Join(wrong, " ")))
			}
		}
		if short := n.Short.Value; len(short) > 2 && len(words) > 1 {
			with := func(a string) string {
				return fmt.Sprintf("That all know the %s (%s), and the %s.", n.Name.Value, a, a)
			}
			a := seeded{text: with(short), slips: map[string][]string{}}
			for _, slip := range []string{short[:1] + short[2:3] + short[1:2] + short[3:], short + "S"} {
				if slip != short {
					a.slips["acronym"] = append(a.slips["acronym"], with(slip))
				}
			}
			list = append(list, a)
		}
		list = append(list, s)
	}
	return list
}

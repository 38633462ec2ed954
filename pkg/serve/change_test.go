package serve_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/serve"
	"github.com/isuplan/isuplan/plans"
)

type answer struct {
	OK      bool
	Message string
	Now     string
}

// change asks for a change.
func change(t testing.TB, s *serve.Server, c map[string]any) (a answer) {
	t.Helper()
	body, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	got := ask(s, request(http.MethodPost, "/change", string(body)))
	if got.Code != http.StatusOK {
		t.Fatalf("%d %s", got.Code, got.Body)
	}
	if err := json.Unmarshal(got.Body.Bytes(), &a); err != nil {
		t.Fatal(err)
	}
	return a
}

var pathOf = regexp.MustCompile(`data-path="([^"]*)"`)

// textAt opens the place of a text, and returns what the page would send for another one.
func textAt(t testing.TB, s *serve.Server, plan, text, now string) map[string]any {
	t.Helper()
	page := get(t, s, "/place", url.Values{"plan": {"2018.yaml"}, "at": {spot(t, plan, text)}})
	m := pathOf.FindStringSubmatch(page)
	if m == nil {
		t.Fatalf("no text to edit in\n%s", page)
	}
	was := regexp.MustCompile(`data-was="([^"]*)"`).FindStringSubmatch(page)[1]
	was = strings.NewReplacer("&#34;", `"`, "&#39;", "'", "&amp;", "&", "&#43;", "+", "&lt;", "<").Replace(was)
	return map[string]any{"plan": "2018.yaml", "kind": "text", "path": m[1], "was": was, "text": strings.Replace(was, text, now, 1)}
}

// differing are the lines of two texts that differ.
func differing(a, b string) (old, now []string) {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return x, y
}

// TestATextIsEditedWhereItStands: only its line changes, and it can be taken back.
func TestATextIsEditedWhereItStands(t *testing.T) {
	s, w := newServer(t, nil)
	before := w.text()
	a := change(t, s, textAt(t, s, before, "room rentals", "rent of rooms"))
	old, now := differing(before, w.text())
	if !a.OK || len(old) != 1 || len(now) != 1 || !strings.Contains(now[0], "rent of rooms") {
		t.Fatalf("%+v\n-%q\n+%q", a, old, now)
	}
	if a := change(t, s, map[string]any{"plan": "2018.yaml", "kind": "undo"}); !a.OK || w.text() != before {
		t.Errorf("%+v: it was not taken back", a)
	}
	if a := change(t, s, map[string]any{"plan": "2018.yaml", "kind": "undo"}); a.OK {
		t.Errorf("there is more to take back: %+v", a)
	}
}

// TestAFigureIsEditedWhereItStands: its comment stays.
func TestAFigureIsEditedWhereItStands(t *testing.T) {
	s, w := newServer(t, nil)
	before := w.text()
	a := change(t, s, textAt(t, s, before, "63386", "69011"))
	if _, now := differing(before, w.text()); !a.OK || len(now) != 1 || !strings.Contains(now[0], "stated: 69011 # as issued") {
		t.Errorf("%+v %q", a, now)
	}
}

// TestWhatSomebodyElseWroteStays: a change is made in the file as it is now, wherever its text
// stands there; where that was changed itself, nothing is written.
func TestWhatSomebodyElseWroteStays(t *testing.T) {
	s, w := newServer(t, nil)
	before := w.text()
	c := textAt(t, s, before, "room rentals", "rent of rooms")

	elsewhere := "# written meanwhile\n" + strings.Replace(before, "Website maintenance", "Web site", 1)
	w.save(elsewhere)
	if a := change(t, s, c); !a.OK || w.text() != strings.Replace(elsewhere, "room rentals", "rent of rooms", 1) {
		t.Errorf("what was written elsewhere is lost: %+v", a)
	}
	// The undo takes back its own change alone.
	w.save(strings.Replace(w.text(), "Web site", "Site", 1))
	if a := change(t, s, map[string]any{"plan": "2018.yaml", "kind": "undo"}); !a.OK || w.text() != strings.Replace(elsewhere, "Web site", "Site", 1) {
		t.Errorf("the undo took more back than its change: %+v", a)
	}

	same := strings.Replace(before, "room rentals", "rooms", 1)
	w.save(same)
	a := change(t, s, c)
	if a.OK || w.text() != same || !strings.Contains(a.Now, "Consultancies, rooms") || !strings.Contains(a.Message, "meanwhile") {
		t.Errorf("somebody's words were overwritten: %+v", a)
	}

	w.save(before)
	change(t, s, c)
	w.save(strings.Replace(w.text(), "rent of rooms", "rented rooms", 1))
	now := w.text()
	if a := change(t, s, map[string]any{"plan": "2018.yaml", "kind": "undo"}); a.OK || w.text() != now {
		t.Errorf("the undo overwrote somebody's words: %+v", a)
	}
}

// TestWhatWouldBreakThePlanIsNotWritten, and says why.
func TestWhatWouldBreakThePlanIsNotWritten(t *testing.T) {
	s, w := newServer(t, nil)
	before := w.text()
	for name, c := range map[string]map[string]any{
		"no amount":       textAt(t, s, before, "63386", "a lot"),
		"no text":         textAt(t, s, before, "Website maintenance, CCM promotional material, publications, consultancies, etc.", " "),
		"no change":       textAt(t, s, before, "63386", "63386"),
		"no kind":         {"plan": "2018.yaml", "kind": "run"},
		"no place":        {"plan": "2018.yaml", "kind": "text", "path": "budget/nowhere", "was": "x", "text": "y"},
		"no finding":      {"plan": "2018.yaml", "kind": "fix", "print": "0"},
		"no comment":      {"plan": "2018.yaml", "kind": "done", "print": "0"},
		"no reason":       {"plan": "2018.yaml", "kind": "waive", "print": "0", "approved": "She"},
		"no such value":   {"plan": "2018.yaml", "kind": "set", "set": []string{"communication.price=1"}},
		"a value of none": {"plan": "2018.yaml", "kind": "set", "set": []string{"communication.fixed=a lot"}},
		"a key put in":    {"plan": "2018.yaml", "kind": "set", "set": []string{"communication.fixed=1\n      stated: 5"}},
		"no values":       {"plan": "2018.yaml", "kind": "set", "set": []string{}},
	} {
		a := change(t, s, c)
		if a.OK || a.Message == "" || w.text() != before {
			t.Errorf("%s: %+v", name, a)
		}
	}
}

var item = regexp.MustCompile(`(?s)<li class="finding [a-z]+" data-print="([^"]+)">(.*?)</li>`)

// printOf returns the finding whose message has some words.
func printOf(t testing.TB, page, words string) (id, html string) {
	t.Helper()
	for _, m := range item.FindAllStringSubmatch(page, -1) {
		if strings.Contains(m[2], words) {
			return m[1], m[2]
		}
	}
	t.Fatalf("no finding says %q", words)
	return "", ""
}

// TestFindingsAreAnswered: mended, accepted, ticked off.
func TestFindingsAreAnswered(t *testing.T) {
	plan := strings.Replace(string(plans.Reference), "Website maintenance, CCM", "Website maintainance,  CCM", 1)
	plan = strings.Replace(plan, "      fixed: 10000\n", "      fixed: 10000 # review: is this enough?\n", 1)
	plan = strings.Replace(plan, "stated: 37000", "stated: 370000", 1)
	s, w := newServer(t, map[string]string{"2018.yaml": plan})
	page := func() string { return get(t, s, "/document", url.Values{"plan": {"2018.yaml"}}) }

	id, html := printOf(t, page(), "is this enough?")
	if !strings.Contains(html, "data-done") || strings.Contains(html, "data-waive") {
		t.Errorf("a comment is offered as\n%s", html)
	}
	if a := change(t, s, map[string]any{"plan": "2018.yaml", "kind": "done", "print": id}); !a.OK || strings.Contains(w.text(), "# review") {
		t.Errorf("%+v", a)
	}
	id, html = printOf(t, page(), "maintainance")
	if !strings.Contains(html, "data-fix") {
		t.Errorf("no fix is offered:\n%s", html)
	}
	if a := change(t, s, map[string]any{"plan": "2018.yaml", "kind": "fix", "print": id}); !a.OK || !strings.Contains(w.text(), "Website maintenance") {
		t.Errorf("%+v", a)
	}
	id, _ = printOf(t, page(), "total")
	before := w.text()
	a := change(t, s, map[string]any{"plan": "2018.yaml", "kind": "waive", "print": id, "reason": `It was "issued" so: once.`, "approved": "The President"})
	old, now := differing(before, w.text())
	if !a.OK || len(old) > 1 || !strings.Contains(strings.Join(now, "\n"), "approved: The President") {
		t.Fatalf("%+v\n%s", a, strings.Join(now, "\n"))
	}
	for _, m := range item.FindAllStringSubmatch(page(), -1) {
		if m[1] == id {
			t.Error("the finding is still there")
		}
	}
}

// TestWhatIf: nothing is written until it is asked for.
func TestWhatIf(t *testing.T) {
	s, w := newServer(t, nil)
	before := w.text()
	page := get(t, s, "/budget", url.Values{"plan": {"2018.yaml"}, "v:communication.fixed": {"12500"}})
	for _, want := range []string{"as stated; computed 69,011", "Not in the plan:", "communication.fixed=12500", ">473,565<", ">&#43;8,125<", "CHF &#43;5,625"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if w.text() != before {
		t.Fatal("the plan was written")
	}
	if a := change(t, s, map[string]any{"plan": "2018.yaml", "kind": "set", "set": []string{"communication.fixed=12500"}}); !a.OK {
		t.Fatal(a)
	}
	if got := w.text(); got != strings.Replace(before, "fixed: 10000", "fixed: 12500", 1) {
		t.Error(differing(before, got))
	}
	idle := get(t, s, "/budget", url.Values{"plan": {"2018.yaml"}, "v:salaries.director.fte": {"50%"}})
	if !strings.Contains(idle, "changes nothing") {
		t.Error("a value that changes nothing is passed over")
	}
	if wrong := get(t, s, "/budget", url.Values{"plan": {"2018.yaml"}, "v:communication.fixed": {"a lot"}}); near(wrong, `id="problem"`) == "" || strings.Contains(near(wrong, `id="problem"`), "hidden") {
		t.Error("a value that is none is passed over")
	}
}

// TestAnUndoLeavesWhatItFinds: it takes nothing out that what was written since stands on.
func TestAnUndoLeavesWhatItFinds(t *testing.T) {
	const plan = `isuplan: 1
document: {convention: Example Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
assumptions:
  - That contributions arrive in in time.
budget: {currency: EUR, lines: [{id: rent, label: Rent, fixed: 1}]}
`
	for name, since := range map[string]func(string) string{
		"a waiver behind it": func(text string) string {
			return text + "  - rule: spelling\n    at: assumptions/1\n    says: arrive\n    reason: another\n    approved: she\n"
		},
		"a comment behind it": func(text string) string { return text + "    # why\n" },
	} {
		t.Run(name, func(t *testing.T) {
			s, w := newServer(t, map[string]string{"2018.yaml": plan})
			page := get(t, s, "/document", url.Values{"plan": {"2018.yaml"}})
			for _, m := range regexp.MustCompile(`(?s)data-print="([^"]*)">(.*?)</li>`).FindAllStringSubmatch(page, -1) {
				if strings.Contains(m[2], "data-waive") {
					change(t, s, map[string]any{"plan": "2018.yaml", "kind": "waive", "print": m[1], "reason": "why", "approved": "she"})
				}
			}
			if !strings.Contains(w.text(), "waivers:") {
				t.Fatalf("nothing was waived:\n%s", w.text())
			}
			w.save(since(w.text()))
			before := w.text()
			if a := change(t, s, map[string]any{"plan": "2018.yaml", "kind": "undo"}); a.OK || w.text() != before {
				t.Errorf("%+v\n%s", a, w.text())
			}
		})
	}
}

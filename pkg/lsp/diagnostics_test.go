package lsp_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

const uri = "file:///plans/plan.yaml"

// small is a plan with a mistake of each kind that the tests need: a slip with one right way to
// mend it, and a stated amount that differs.
const small = `isuplan: 1
document: {convention: Example Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
facts:
  states: {value: 101, as_at: 2024-06-01}
  signatories: {value: 18, as_at: 2024-06-01}
  all: {sum: [states, signatories]}
mandate:
  - {id: advice, text: Advise States Parties.}
priorities:
  - id: clearance
    heading: Clearance
    text: Clearance goes on.
    items: [{id: visits, text: Visits}]
outcomes:
  - id: success
    text: Success of ${facts.states} States.
    outputs:
      - id: meetings
        text: Meetings
        activities:
          - {id: meet, text: "Meet, é and 𝒳, in ${period.year}.", serves: [mandate/advice, priorities/clearance/visits]}
assumptions:
  - That the reports are publically available.
  - That contributions arrive.
budget:
  currency: CHF
  lines:
    - id: salaries
      label: Salaries
      posts:
        - {id: director, title: Director, annual: 180000, fte: 50%}
        - {title: Assistant, annual: 90000}
      shares: {outcomes/success: 100%}
    - {id: charges, label: Social charges, percent: 20%, of: [salaries], stated: 40000}
    - {id: rent, label: Rent, fixed: 1000}
`

// TestDiagnostics: what the server shows is what check finds, at the same places in UTF-16.
func TestDiagnostics(t *testing.T) {
	issued := plan2018(t)
	for name, text := range map[string]string{
		"small": small, "2018": issued, "2018 without waivers": issued[:strings.Index(issued, "\nwaivers:")+1],
		"wide":   strings.Replace(small, "é and 𝒳, in ${period.year}.", "é and 𝒳, in ${period.yaer}.", 1),
		"broken": "isuplan: 1\ndocument: {unit: [\n", "odd": "isuplan: 1\nnonsense: 2\n", "empty key": "isuplan:\n",
	} {
		c := start(t, nil)
		c.open(uri, text)
		got := c.diagnostics(uri)
		file := source.NewFile("/plans/plan.yaml", []byte(text))
		found, err := compile.New(compile.Options{}).Check(context.Background(), compile.Input{File: file})
		if err != nil {
			t.Fatal(err)
		}
		found = report.Unwaived(found)
		if len(got) != len(found) {
			t.Errorf("%s: %d diagnostics for %d findings", name, len(got), len(found))
			continue
		}
		for i, f := range found {
			d := got[i]
			from, to := index(text, d.Range.Start), index(text, d.Range.End)
			if f.Span.File == file && text[from:to] != f.Span.Text() || d.Code != f.Rule.ID() || d.Severity != int(f.Rule.Severity) || !strings.HasPrefix(d.Message, f.Message) {
				t.Errorf("%s: %+v is not %s %q", name, d, f.Message, f.Span.Text())
			}
			if want := "https://example.org/isuplan/blob/main/docs/rules.md#" + strings.ToLower(f.Rule.Code+"-"+f.Rule.Name); d.CodeDescription.Href != want {
				t.Errorf("%s: the page is %s", name, d.CodeDescription.Href)
			}
			for _, r := range d.Related {
				if r.Location.URI != uri || r.Message == "" {
					t.Errorf("%s: %+v", name, r)
				}
			}
		}
	}
}

// TestChanges: findings appear and go with what is typed, in one piece or by what changed; a
// document that is closed has none.
func TestChanges(t *testing.T) {
	c := start(t, nil)
	c.open(uri, small)
	if !has(c.diagnostics(uri), "spelling") {
		t.Error("the slip is not found")
	}
	p := of(t, small, "publically", 0)
	c.change(uri, 2, map[string]any{"range": stretch{p, position{p.Line, p.Character + len("publically")}}, "text": "publicly"})
	if has(c.diagnostics(uri), "spelling") {
		t.Error("the slip is still there")
	}
	wide := of(t, small, "in ${period", 0) // behind é and 𝒳
	c.change(uri, 3, map[string]any{"range": stretch{wide, wide}, "text": "publically "},
		map[string]any{"range": stretch{position{0, 0}, position{0, 0}}, "text": "# begin\n"})
	list := c.diagnostics(uri)
	i := slices.IndexFunc(list, func(d diagnostic) bool { return strings.HasSuffix(d.Code, "/spelling") })
	if i < 0 || list[i].Range.Start != (position{wide.Line + 1, wide.Character}) {
		t.Errorf("got %+v", list)
	}
	c.change(uri, 4, full("isuplan: 1\ndocument: {"))
	if list := c.diagnostics(uri); len(list) != 1 || !strings.HasPrefix(list[0].Code, "F") {
		t.Errorf("got %+v", list)
	}
	c.tell("textDocument/didClose", map[string]any{"textDocument": map[string]any{"uri": uri}})
	if list := c.diagnostics(uri); len(list) != 0 {
		t.Errorf("got %+v", list)
	}
}

func has(list []diagnostic, rule string) bool {
	return slices.ContainsFunc(list, func(d diagnostic) bool { return strings.HasSuffix(d.Code, "/"+rule) })
}

// TestOtherFiles: a template and a language file have their own language's findings, and a file
// of somebody else none.
func TestOtherFiles(t *testing.T) {
	c := start(t, nil)
	for name, text := range map[string]string{
		"un.yaml": read(t, "../../templates/un.yaml"), "en.yaml": read(t, "../../templates/languages/en.yaml"),
		"other.yaml": "services: {web: {image: x}}\n", "travis.yml": "language: go\nscript: make\n", "list.yaml": "- a\n", "empty.yaml": "",
	} {
		c.open("file:///plans/"+name, text)
		if list := c.diagnostics("file:///plans/" + name); len(list) != 0 {
			t.Errorf("%s: %+v", name, list)
		}
	}
	c.open("file:///plans/t.yaml", "template: 1\nmasthead: {nam: x}\nnumbering: {}\n")
	if !has(c.diagnostics("file:///plans/t.yaml"), "unknown-key") {
		t.Error("a slip in a template is not found")
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestYearBefore: the plan of the year before is read from the plan's own folder, as it is in
// the editor where it is open there; nothing else is.
func TestYearBefore(t *testing.T) {
	last := strings.NewReplacer("2025", "2024", "2024-06", "2023-06").Replace(small)
	now := small + "previous: last.yaml\n"
	c := start(t, map[string]string{"last.yaml": strings.ReplaceAll(last, "id: rent", "id: rental")})
	c.open(uri, now)
	if !has(c.diagnostics(uri), "changed-id") {
		t.Error("the id of the year before is not compared")
	}
	c.open("file:///plans/last.yaml", last)
	if has(c.diagnostics(uri), "changed-id") {
		t.Error("what is open is not taken")
	}
	c.change("file:///plans/last.yaml", 2, full(strings.ReplaceAll(last, "id: rent", "id: rental")))
	if !has(c.diagnostics(uri), "changed-id") {
		t.Error("the change of last year's plan is not seen")
	}
	for _, path := range []string{"../../etc/passwd", "/etc/passwd", `..\x`} {
		c.change(uri, 2, full(small+"previous: '"+path+"'\n"))
		if list := c.diagnostics(uri); !slices.ContainsFunc(list, func(d diagnostic) bool { return strings.Contains(d.Code, "/") && d.Severity == 1 }) {
			t.Errorf("%s: %+v", path, list)
		}
	}
}

// TestFrame: the plan of several years is read as it is in the editor, and what prose may quote of it
// is offered.
func TestFrame(t *testing.T) {
	above := "isuplan: 1\ndocument: {convention: C, unit: U, date: 2024-06-03}\nperiod: {from: 2025-01-01, to: 2028-12-31}\noutcomes: []\nbudget: {currency: EUR, lines: [{id: rent, label: Rent, fixed: 900000}]}\n"
	c := start(t, map[string]string{"2025-2028.yaml": above})
	c.open(uri, small+"frame: 2025-2028.yaml\n")
	if list := c.diagnostics(uri); has(list, "outside-frame") || has(list, "no-frame") {
		t.Errorf("%+v", list)
	}
	c.open("file:///plans/2025-2028.yaml", strings.ReplaceAll(above, "2028-12-31", "2025-06-30"))
	if !has(c.diagnostics(uri), "outside-frame") {
		t.Error("the change of the plan of several years is not seen")
	}
}

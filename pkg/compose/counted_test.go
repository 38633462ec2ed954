package compose

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/refs"
)

const counting = `isuplan: 1
document: {convention: Treaty, unit: Secretariat, date: 2024-06-01}
period: {from: 2025-01-01, to: 2025-12-31}
sections:
  - id: basis
    paragraphs:
      - id: scope
        text: "%s"
      - {id: later, text: Later.}
mandate: [{id: advice, text: Advise.}, {id: help, text: Help.}]
priorities: [{id: clear, heading: Clearance, text: Clear., items: [{id: visits, text: Visit.}]}]
outcomes:
  - {id: one, text: One.}
  - {id: two, text: Two., outputs: [{id: out, text: Out., activities: [{id: first, text: First.}, {id: second, text: Second.}]}]}
assumptions: [{id: peace, text: Peace.}, {id: money, text: Money.}]
budget: {currency: CHF, lines: [{id: a, label: A, fixed: 1}]}
`

// quoting returns the document of a plan in which a paragraph says something, and that paragraph.
func quoting(t *testing.T, text string) (*document.Document, document.Text) {
	t.Helper()
	_, doc := built(t, strings.Replace(counting, "%s", text, 1))
	for p := range document.Each[document.Paragraph](doc.Blocks) {
		if p.ID == "sections/basis/scope" {
			return doc, p.Text
		}
	}
	t.Fatal("the paragraph is not there")
	return nil, nil
}

// TestNumbersQuoted: a text quotes numbers as the document gives them, of what stands behind it as well as
// before; each leads to the one block that has the number.
func TestNumbersQuoted(t *testing.T) {
	for name, want := range map[string]string{
		"outcomes.two.number": "2", "outputs.out.number": "2.1", "activities.second.number": "2.1.2",
		"sections.basis.number": "II", "sections.budget.number": "VII", "sections.basis.later.number": "3", "sections.basis.scope.number": "2",
		"mandate.help.number": "(b)", "priorities.clear.number": "III.A", "priorities.clear.visits.number": "(a)", "assumptions.money.number": "7",
	} {
		doc, text := quoting(t, "See ${"+name+"}.")
		if got := text.String(); got != "See "+want+"." {
			t.Errorf("%s: got %q", name, got)
		}
		path := strings.ReplaceAll(strings.TrimSuffix(name, refs.NumberOf), ".", "/")
		if run := text[1]; run.To != path || run.Name != name || !run.Keep {
			t.Errorf("%s: the run is %+v", name, run)
		}
		if got := document.Anchors(doc.Blocks); len(got) != 1 || got[0] != path {
			t.Errorf("%s: the anchors are %q", name, got)
		}
	}
}

// TestResultsAreLedTo: an outcome is where its results stand, and not in the list of expected outcomes.
func TestResultsAreLedTo(t *testing.T) {
	doc, _ := quoting(t, "See ${outcomes.one.number}.")
	for r := range document.Each[document.Result](doc.Blocks) {
		if (r.Anchor == "outcomes/one") != (r.ID == "outcomes/one") {
			t.Errorf("%s has the anchor %q", r.ID, r.Anchor)
		}
	}
	if doc, _ = quoting(t, "See nothing."); len(document.Anchors(doc.Blocks)) > 0 {
		t.Error("what nothing leads to has an anchor")
	}
}

// TestNumbersFollow: what is put in before moves the numbers that texts quote.
func TestNumbersFollow(t *testing.T) {
	moved := strings.Replace(strings.Replace(counting, "%s", "See ${activities.second.number}.", 1), "{id: first, text: First.}", "{id: zero, text: Zero.}, {id: first, text: First.}", 1)
	_, doc := built(t, moved)
	found := false
	for text := range doc.Texts() {
		found = found || text.String() == "See 2.1.3."
	}
	if !found {
		t.Error("the number has not followed")
	}
}

// TestNumbersOfSingleTexts: a text that is composed outside of a document has the document's numbers.
func TestNumbersOfSingleTexts(t *testing.T) {
	words := NewWords(input(t, strings.Replace(counting, "%s", "See ${sections.budget.number}.", 1)))
	if got := words.Text(text{Value: "${assumptions.money.number}, ${activities.first.number}"}); got != "7, 2.1.1" {
		t.Errorf("got %q", got)
	}
}

// TestNoNumber: what the template does not number, or not print, is no hole in the sentence but a finding.
func TestNoNumber(t *testing.T) {
	in := input(t, strings.Replace(counting, "%s", "See ${activities.first.number}.", 1))
	for i, s := range in.Template.Sections {
		if s.ID.Value == "activities" {
			in.Template.Sections[i].Body = s.Body[:1]
		}
	}
	_, found := Build(in)
	if len(found) != 1 || found[0].Rule.Name != "unnumbered-reference" || found[0].Message != "the document gives `activities.first` no number" || found[0].Span.Text() != "${activities.first.number}" {
		t.Errorf("got %v", found)
	}
	in = input(t, strings.Replace(counting, "%s", "See ${activities.frist.number}.", 1))
	if _, found = Build(in); len(found) != 1 || found[0].Rule.Name != "unknown-reference" || found[0].Hint != "did you mean `${activities.first.number}`?" {
		t.Errorf("got %v", found)
	}
}

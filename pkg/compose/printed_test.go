package compose

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
)

// everyText is a plan in which each key whose value is prose has a word of its own.
const everyText = `isuplan: 1
document:
  convention: Wconvention
  distribution: Wdistribution
  short: Wshort
  unit: Wunit
  unit_short: Wunitshort
  title: Wtitle
  date: 2024-06-03
  meeting: {name: Wmeeting, place: Wplace, from: 2024-09-02, to: 2024-09-04, next: Wnext, next_short: Wnextshort}
  agenda: {item: Witem, path: [Wpath]}
  submitted: {by: Wby, on: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
facts: {quoted: {text: Wfact}}
summary:
  objective: Wobjective
  objectives: [{text: Wobjectives}, Wobjectivesshort]
  outcomes: [{outcome: o, text: Wsummary}, Wsummaryshort]
sections:
  - {id: own, heading: Wheading, after: basis, paragraphs: [{text: Wparagraph, tables: [{id: x, label: Wtable, head: Wtablehead, columns: [{id: c, label: Wtablecolumn}], rows: [{id: r, label: Wtablerow, texts: {c: Wtabletext}}], notes: [Wtablenoteshort, {text: Wtablenote}]}]}, "Wparagraphshort ${facts.quoted} ${document.meeting.next} ${document.meeting.next_short}"]}
mandate: [{id: m, text: Wmandate}]
priorities: [{id: p, heading: Wpriority, text: Wprioritytext, items: [{text: Wpriorityitem}, Wpriorityitemshort]}]
actors: [{id: who, label: Wactor, short: Wactorshort}]
outcomes:
  - id: o
    text: Woutcome
    expected: Wexpected
    indicators: [{id: io, text: Windicatorone, unit: Wunitone, verification: Wverifiedone}]
    outputs:
      - id: u
        text: Woutput
        indicators: [{id: iu, text: Windicatortwo, unit: Wunittwo, verification: Wverifiedtwo}]
        activities:
          - id: a
            text: Wactivity
            responsible: who
            milestones: [{text: Wmilestone, date: 2025-03-01}]
            indicators: [{id: ia, text: Windicatorthree, unit: Wunitthree, verification: Wverifiedthree}]
risks: [{id: r, text: Wrisk, response: Wresponse}]
assumptions: [{text: Wassumption}, Wassumptionshort]
budget:
  currency: CHF
  columns: [{id: 2025, label: Wcolumn}]
  rates: [{currency: USD, rate: 0.9, on: 2024-06-03, source: Wsource}]
  lines:
    - {id: g, label: Wgroup, subtotal: Wsubtotal, lines: [{id: l, label: Wline, fixed: 1, note: Wnote, footnote: Wfootnote, in: USD}]}
    - {id: s, label: Wsalaries, posts: [{title: Wpost, annual: 1, paid_by: Wpaidby}]}
    - {id: t, label: Wtravel, units: [{item: Wunititem, quantity: 1, cost: 1}]}
  total: Wtotal
  outside: [{id: k, kind: in-kind, label: Woutside, provider: Wprovider, note: Woutsidenote}]
  financing: [{id: f, label: Wfinancing, fixed: 3, note: Wfinancingnote, footnote: Wfinancingfootnote}]
  after_total: [{id: w, label: Wafter, note: Wafternote, footnote: Wafterfootnote, balance: {opening: 1, in: [f], out: [total], labels: {opening: Wopening, in: Win, out: Wout, closing: Wclosing}}}]
  notes: [{text: Wbudgetnote}, Wbudgetnoteshort]
`

// unprinted are the texts that the standard template does not print, with the reason.
var unprinted = map[string]string{
	"Wpost": "a post is an input of its line, which prose may quote", "Wpaidby": "so is who pays for it", "Wunititem": "so is a unit cost",
}

// TestTheStandardTemplatePrintsEveryText: what somebody writes is in the document. A key
// that is added to the plan language has to stand in the plan above, and its text in the
// document, or in the table of reasons.
func TestTheStandardTemplatePrintsEveryText(t *testing.T) {
	p, doc := built(t, everyText)
	printed := map[string]bool{}
	for s := range doc.Printed() {
		for _, word := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
			printed[word] = true
		}
	}
	written := map[string]bool{}
	schema.NewWalker(plan.Shape(), schema.Use.IsProse).Walk(p.Node, func(f schema.Found) {
		word, _, _ := strings.Cut(f.Node.Text(), " ")
		written[word] = true
		if reason, known := unprinted[word]; printed[word] == known {
			t.Errorf("%s of %s, %s: printed is %v, and the reason why it is not is %q", f.Key, f.Path, word, !known, reason)
		}
	})
	for word := range unprinted {
		if !written[word] {
			t.Errorf("the reason for %s is not needed", word)
		}
	}
	declared := proseKeys(plan.Shape(), nil)
	for _, key := range declared {
		if !strings.Contains(everyText, key+":") {
			t.Errorf("the plan of this test has no `%s`", key)
		}
	}
}

// proseKeys returns the keys of a shape and below it whose values are prose.
func proseKeys(s *schema.Shape, around []*schema.Shape) (list []string) {
	s = s.Itself()
	if slices.Contains(around, s) { // a type may hold itself
		return nil
	}
	around = append(around, s)
	for _, k := range s.Keys {
		if k.Shape.Itself().Use.IsProse() {
			list = append(list, k.Key)
		}
		list = append(list, proseKeys(k.Shape, around)...)
	}
	if s.Of != nil {
		list = append(list, proseKeys(s.Of, around)...)
	}
	return list
}

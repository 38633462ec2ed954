package lsp_test

import (
	"strings"
	"testing"
)

// worked is a plan that says who does what, how it is measured and what may go wrong.
const worked = `isuplan: 1
document: {convention: Convention on Example Matters, unit: Support Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
actors:
  - {id: unit, label: Support Unit}
  - {id: centre, label: Centre for Example Studies}
sections:
  - id: basis
    paragraphs:
      - "${actors.centre} helps; ${indicators.reports.target} reports; Activity ${activities.workshop.number}."
outcomes:
  - id: reporting
    text: States Parties report.
    indicators: [{id: reports, text: Reports in time, baseline: 10, targets: {2025: 20, 2026: 30}}]
    outputs:
      - id: help
        text: States Parties receive help.
        activities:
          - {id: workshop, text: Hold a workshop., responsible: unit, partners: [centre], when: Q1}
risks:
  - {id: late, text: Money comes late, likelihood: low, impact: 4, owner: unit}
budget: {currency: CHF, lines: [{id: rent, label: Rent, fixed: 1000}]}
`

// TestWork: ids of actors, indicators and risks are completed, followed, told about and renamed as all are.
func TestWork(t *testing.T) {
	for _, c := range []struct{ from, to, has, gives string }{
		{"responsible: unit", "responsible: ‸", "centre", "centre"},
		{"partners: [centre]", "partners: [ce‸]", "centre", "centre"},
		{"owner: unit", "owner: ‸", "unit", "unit"},
		{"likelihood: low", "likelihood: ‸", "very high", "very high"},
		{"${actors.centre}", "${actors.‸}", "actors.unit", "actors.unit"},
		{"${indicators.reports.target}", "${indicators.‸}", "indicators.reports.target.2026", "indicators.reports.target.2026"},
	} {
		s := start(t, nil)
		s.open(uri, worked)
		s.diagnostics(uri)
		text := strings.Replace(worked, c.from, c.to, 1)
		p := of(t, text, "‸", 0)
		s.change(uri, 2, full(strings.Replace(text, "‸", "", 1)))
		var list completions
		s.ask("textDocument/completion", at(p), &list)
		found := false
		for _, item := range list.Items {
			found = found || item.Label == c.has && item.TextEdit.NewText == c.gives
		}
		if !found {
			t.Errorf("%s: %s is not among %+v", c.to, c.has, list.Items)
		}
	}
	s := start(t, nil)
	s.open(uri, worked)
	for from, to := range map[string]string{"responsible: un‸it": "unit, label", "partners: [cen‸tre": "centre, label", "owner: un‸it": "unit, label", "${actors.cen‸tre": "centre, label",
		"${indicators.rep‸orts.target": "reports, text", "${activities.work‸shop.number": "workshop, text"} {
		word, plus := strings.Replace(from, "‸", "", 1), strings.Index(from, "‸")
		var list []location
		s.ask("textDocument/definition", at(of(t, worked, word, plus)), &list)
		if len(list) != 1 || list[0].Range.Start != of(t, worked, to, 0) {
			t.Errorf("%s: %v, want %v", from, list, of(t, worked, to, 0))
		}
	}
	for from, says := range map[string]string{"responsible: un‸it": "Support Unit", "${indicators.rep‸orts.target": "prints **20**", "${actors.cen‸tre": "prints **Centre for Example Studies**", "${activities.work‸shop.num": "prints **1.1.1**", "‸when: Q1": "when it is done"} {
		word, plus := strings.Replace(from, "‸", "", 1), strings.Index(from, "‸")
		var h hover
		if bad := s.ask("textDocument/hover", at(of(t, worked, word, plus)), &h); bad != "" || !strings.Contains(h.Contents.Value, says) {
			t.Errorf("%s: %s%s", from, bad, h.Contents.Value)
		}
	}
	for from, want := range map[string]string{
		"{id: cen‸tre":  strings.NewReplacer("id: centre", "id: new", "[centre]", "[new]", "actors.centre", "actors.new").Replace(worked),
		"{id: rep‸orts": strings.NewReplacer("id: reports", "id: new", "indicators.reports", "indicators.new").Replace(worked),
		"{id: la‸te":    strings.Replace(worked, "id: late", "id: new", 1),
	} {
		params := at(of(t, worked, strings.Replace(from, "‸", "", 1), strings.Index(from, "‸")))
		params["newName"] = "new"
		var edit workspaceEdit
		if bad := s.ask("textDocument/rename", params, &edit); bad != "" || len(edit.DocumentChanges) != 1 {
			t.Errorf("%s: %s %+v", from, bad, edit)
			continue
		}
		if got := applied(t, worked, edit.DocumentChanges[0].Edits); got != want {
			t.Errorf("%s: got\n%s", from, got)
		}
	}
}

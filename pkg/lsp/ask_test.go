package lsp_test

import (
	"slices"
	"strings"
	"testing"
)

type hover struct{ Contents struct{ Value string } }

// TestHover: what is said of what stands under the mark ‸.
func TestHover(t *testing.T) {
	for _, c := range []struct{ at, says, not string }{
		{"‸serves: [", "the mandate items and priorities that it serves", ""},
		{"‸convention: Ex", "required", ""},
		{"Success of ${fa‸cts.states}", "prints **101**", ""},
		{"in ${per‸iod.year}", "prints **2025**", ""},
		{"serves: [man‸date/advice", "Advise States Parties", ""},
		{"priorities/clearance/vis‸its]", "Visits", ""},
		{"priorities/clea‸rance/visits]", "**priorities/clearance**", ""},
		{"percent: 2‸0%", "    36,000  = 20% of 180,000\n      20%  rate  plan.yaml:35:", "/plans"},
		{"of: [sal‸aries]", "Salaries  CHF 180,000", ""},
		{"id: sal‸aries\n", "180,000", ""},
		{"annual: 180‸000", "90,000  Director  = 180,000 × 50%", ""},
		{"outcomes/suc‸cess: 100%", "Success of $\\{facts", ""},
		{"id: ‸rent", "CHF 1,000", ""},
	} {
		word := strings.Replace(c.at, "‸", "", 1)
		s := start(t, nil)
		s.open(uri, small)
		var h hover
		if bad := s.ask("textDocument/hover", at(of(t, small, word, strings.Index(c.at, "‸"))), &h); bad != "" || !strings.Contains(h.Contents.Value, c.says) || c.not != "" && strings.Contains(h.Contents.Value, c.not) {
			t.Errorf("%s: %s%s", c.at, bad, h.Contents.Value)
		}
	}
}

type completions struct {
	Items []struct {
		Label, Detail string
		Documentation *struct{ Value string }
		TextEdit      textEdit
	}
}

// TestComplete: what may be written at the mark ‸, put in the place of the word before it.
func TestComplete(t *testing.T) {
	for _, c := range []struct{ from, to, has, not, detail, gives string }{
		{"", "limi‸", "limits", "budget", "the limits", "limits:"},
		{"    heading: Clearance", "    hea‸", "heading", "text", "required", "heading: "},
		{"serves: [mandate/advice, priorities/clearance/visits]", "serves: [‸]", "priorities/clearance/visits", "facts/all", "", "priorities/clearance/visits"},
		{"serves: [mandate/advice, priorities/clearance/visits]", "serves: [mandate/ad‸]", "mandate/advice", "", "an item", "mandate/advice"},
		{"of: [salaries]", "of: [‸]", "rent", "budget/rent", "a cost line", "rent"},
		{"sum: [states", "sum: [st‸", "states", "facts/states", "a fact", "states"},
		{"Success of ${facts.states}", "Success of ${facts.st‸", "facts.states", "", "101", "facts.states}"},
		{"Success of ${facts.states}", "Success of ${‸}", "budget.total", "", "CHF 221,000", "budget.total"},
		{"shares: {outcomes/success: 100%}", "shares: {‸}", "outcomes/success", "mandate/advice", "", "outcomes/success: "},
		{"currency: CHF", "currency: ‸", "EUR", "", "", "EUR"},
		{"assumptions:", "waivers:\n  - {rule: sp‸}\nassumptions:", "spelling", "", "", "spelling"},
		{"assumptions:", "waivers:\n  - {rule: spelling, at: ‸}\nassumptions:", "assumptions/1", "", "", "assumptions/1"},
		{"assumptions:", "waivers:\n  - rule: spelling\n    at: bud‸\nassumptions:", "budget/rent", "", "", "budget/rent"},
		{"assumptions:", "# ser‸\nassumptions:", "", "serves", "", ""},
		{"currency: CHF", "currency: CHF\n  rounding: {mode: ‸}", "half-even", "", "", "half-even"},
		{"currency: CHF", "currency: CHF\n  columns: [{id: 2025, main: ‸}]", "true", "", "", "true"},
	} {
		s := start(t, nil)
		s.open(uri, small)
		s.diagnostics(uri)
		text := small + c.to
		if c.from != "" {
			text = strings.Replace(small, c.from, c.to, 1)
		}
		p := of(t, text, "‸", 0)
		text = strings.Replace(text, "‸", "", 1)
		s.change(uri, 2, full(text))
		var list completions
		if bad := s.ask("textDocument/completion", at(p), &list); bad != "" {
			t.Errorf("%s: %s", c.to, bad)
		}
		var labels []string
		for _, item := range list.Items {
			labels = append(labels, item.Label)
			if item.Label != c.has {
				continue
			}
			if !strings.Contains(item.Detail, c.detail) || c.gives != "" && item.TextEdit.NewText != c.gives {
				t.Errorf("%s: %+v", c.to, item)
			}
			word := text[index(text, item.TextEdit.Range.Start):index(text, item.TextEdit.Range.End)]
			if !strings.HasSuffix(strings.SplitN(c.to, "‸", 2)[0], word) {
				t.Errorf("%s: %q would be replaced", c.to, word)
			}
		}
		if c.has != "" && !slices.Contains(labels, c.has) || c.not != "" && slices.Contains(labels, c.not) {
			t.Errorf("%s: got %v", c.to, labels)
		}
	}
}

type location struct {
	URI   string
	Range stretch
}

// TestDefine: from what names a thing to where it is.
func TestDefine(t *testing.T) {
	text := small + "waivers:\n  - {rule: spelling, at: assumptions/1, says: publically, reason: As issued., approved: Me}\nprevious: last.yaml\n"
	s := start(t, map[string]string{"last.yaml": small})
	s.open(uri, text)
	for from, to := range map[string]string{
		"serves: [mandate/ad‸vice": "advice, text: Advise", "clearance/vis‸its]": "visits, text", "${facts.sta‸tes}": "states: {value", "of: [sal‸aries]": "salaries\n      label",
		"outcomes/suc‸cess: 100%": "success\n    text", "sum: [sta‸tes": "states: {value", "${per‸iod.year}": "{from: 2025", "at: assumptions/‸1": "That the reports", "rule: spel‸ling": "", "label: Re‸nt": "",
	} {
		word := strings.Replace(from, "‸", "", 1)
		var list []location
		s.ask("textDocument/definition", at(of(t, text, word, strings.Index(from, "‸"))), &list)
		switch {
		case to == "" && len(list) > 0:
			t.Errorf("%s: %v", from, list)
		case to != "" && (len(list) != 1 || list[0].URI != uri || list[0].Range.Start != of(t, text, to, 0)):
			t.Errorf("%s: %v, want %v", from, list, of(t, text, to, 0))
		}
	}
	var list []location
	s.ask("textDocument/definition", at(of(t, text, "previous: last", 11)), &list)
	if len(list) != 1 || list[0].URI != "file:///plans/last.yaml" {
		t.Errorf("the plan of the year before is %v", list)
	}
	text = small + "frame: 2025-2028.yaml\n"
	s.change(uri, 2, full(text))
	s.ask("textDocument/definition", at(of(t, text, "frame: 2025", 8)), &list)
	if len(list) != 1 || list[0].URI != "file:///plans/2025-2028.yaml" {
		t.Errorf("the plan of several years is %v", list)
	}
}

// TestReferences: from a thing to what names it.
func TestReferences(t *testing.T) {
	s := start(t, nil)
	s.open(uri, small)
	for _, with := range []bool{false, true} {
		var list []location
		params := at(of(t, small, "states: {value", 2))
		params["context"] = map[string]bool{"includeDeclaration": with}
		s.ask("textDocument/references", params, &list)
		want := 2
		if with {
			want++
		}
		if len(list) != want {
			t.Errorf("with the declaration: %v: %v", with, list)
		}
	}
}

// TestTemplate: in a template, names print what a plan that is open has; its own words are left
// alone.
func TestTemplate(t *testing.T) {
	text := read(t, "../../templates/un.yaml")
	s := start(t, nil)
	s.open(uri, small)
	s.open("file:///plans/un.yaml", text)
	for word, says := range map[string]string{"${document.convention}": "Example Convention", "${words.original}": ""} {
		var h hover
		params := at(of(t, text, word, 4))
		params["textDocument"] = map[string]any{"uri": "file:///plans/un.yaml"}
		s.ask("textDocument/hover", params, &h)
		if (says == "") != (h.Contents.Value == "") || !strings.Contains(h.Contents.Value, says) {
			t.Errorf("%s: %s", word, h.Contents.Value)
		}
	}
	p := of(t, text, "${document.convention}", 11)
	params := at(p)
	params["textDocument"] = map[string]any{"uri": "file:///plans/un.yaml"}
	var list completions
	if s.ask("textDocument/completion", params, &list); len(list.Items) < 20 {
		t.Errorf("%d names", len(list.Items))
	}
}

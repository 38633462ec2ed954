package lsp_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

type symbol struct {
	Name, Detail          string
	Kind                  int
	Range, SelectionRange stretch
	Children              []symbol
}

func document() map[string]any {
	return map[string]any{"textDocument": map[string]any{"uri": uri}}
}

// TestSymbols: the outline has what has an id or a name, one below the other.
func TestSymbols(t *testing.T) {
	s := start(t, nil)
	s.open(uri, small)
	var list []symbol
	s.ask("textDocument/documentSymbol", document(), &list)
	var names []string
	var walk func(list []symbol, in string)
	walk = func(list []symbol, in string) {
		for _, one := range list {
			names = append(names, in+one.Name)
			if one.SelectionRange.Start.Line < one.Range.Start.Line || one.SelectionRange.End.Line > one.Range.End.Line {
				t.Errorf("%s: the selection is outside", one.Name)
			}
			walk(one.Children, in+one.Name+" > ")
		}
	}
	walk(list, "")
	for _, want := range []string{"isuplan", "document", "facts > states", "priorities > clearance > items > visits", "outcomes > success > outputs > meetings > activities > meet",
		"assumptions > That the reports are publically available.", "budget > lines > salaries > posts > director", "budget > lines > salaries > posts > Assistant"} {
		if !slices.Contains(names, want) {
			t.Errorf("%s is not in\n%s", want, strings.Join(names, "\n"))
		}
	}
}

// TestFolds: what takes several lines can be folded, comments too.
func TestFolds(t *testing.T) {
	text := "# one\n# two\nisuplan: 1\nfacts:\n  a: {value: 1}\n\n  b:\n    value: 2\n\n# alone\nassumptions:\n  - >-\n    That it is\n    so.\n"
	s := start(t, nil)
	s.open(uri, text)
	var list []struct {
		StartLine, EndLine int
		Kind               string
	}
	s.ask("textDocument/foldingRange", document(), &list)
	got := fmt.Sprint(list)
	if got != "[{3 7 } {6 7 } {10 13 } {11 13 } {0 1 comment}]" {
		t.Errorf("got %s", got)
	}
}

type hint struct {
	Position position
	Label    string
	Tooltip  struct{ Value string }
}

// TestHints: the amounts that follow stand beside what they follow from.
func TestHints(t *testing.T) {
	s := start(t, nil)
	s.open(uri, small)
	for all, want := range map[bool]string{
		true:  "6 = 119; 29 CHF 180,000; 31 = 90,000; 32 = 90,000; 34 CHF 36,000",
		false: "32 = 90,000; 34 CHF 36,000",
	} {
		r := stretch{position{32, 0}, position{40, 0}}
		if all {
			r.Start.Line = 0
		}
		var list []hint
		params := document()
		params["range"] = r
		s.ask("textDocument/inlayHint", params, &list)
		var got []string
		for _, h := range list {
			got = append(got, fmt.Sprint(h.Position.Line, " ", h.Label))
		}
		slices.Sort(got)
		if strings.Join(got, "; ") != strings.Join(slices.Sorted(slices.Values(strings.Split(want, "; "))), "; ") {
			t.Errorf("got %s", strings.Join(got, "; "))
		}
	}
}

// TestKnownWhileBroken: a file that cannot be parsed for a moment keeps what was known, at the
// places where it stands now.
func TestKnownWhileBroken(t *testing.T) {
	s := start(t, nil)
	s.open(uri, small)
	broken := strings.Replace(small, "mandate:\n", "# a line more\nmandate: [\n", 1)
	s.change(uri, 2, full(broken))
	if list := s.diagnostics(uri); len(list) != 1 {
		t.Errorf("%d diagnostics", len(list))
	}
	var h hover
	s.ask("textDocument/hover", at(of(t, broken, "percent: 20%", 10)), &h)
	if !strings.Contains(h.Contents.Value, "36,000") {
		t.Errorf("the figure is forgotten: %s", h.Contents.Value)
	}
	var list []location
	s.ask("textDocument/definition", at(of(t, broken, "of: [salaries]", 6)), &list)
	if len(list) != 1 || list[0].Range.Start != of(t, broken, "salaries\n", 0) {
		t.Errorf("the line is at %v", list)
	}
	var symbols []symbol
	if s.ask("textDocument/documentSymbol", document(), &symbols); len(symbols) < 8 {
		t.Errorf("%d symbols", len(symbols))
	}
	p := of(t, broken, "That contributions arrive.", 0)
	s.change(uri, 3, map[string]any{"range": stretch{p, p}, "text": "${facts."})
	var completed completions
	s.ask("textDocument/completion", at(position{p.Line, p.Character + 8}), &completed)
	if !slices.ContainsFunc(completed.Items, func(i struct {
		Label, Detail string
		Documentation *struct{ Value string }
		TextEdit      textEdit
	}) bool {
		return i.Label == "facts.all" && i.Detail == "119"
	}) {
		t.Errorf("%d completions", len(completed.Items))
	}
}

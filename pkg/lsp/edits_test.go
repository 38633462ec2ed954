package lsp_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

type workspaceEdit struct {
	Changes         map[string][]textEdit
	DocumentChanges []struct {
		TextDocument struct {
			URI     string
			Version *int
		}
		Edits []textEdit
	}
	ChangeAnnotations map[string]struct {
		Label             string
		NeedsConfirmation bool
	}
}

// TestRename: everywhere in the plan, and offered for the plan of the year before.
func TestRename(t *testing.T) {
	last := "facts: {states: {value: 1}}\nassumptions: [\"That ${facts.states} States come.\"]\n"
	text := small + "previous: last.yaml\n"
	s := start(t, map[string]string{"last.yaml": last})
	s.open(uri, text)
	params := at(of(t, text, "${facts.states}", 10))
	var prepared struct{ Placeholder string }
	if s.ask("textDocument/prepareRename", params, &prepared); prepared.Placeholder != "states" {
		t.Errorf("prepared is %q", prepared.Placeholder)
	}
	params["newName"] = "parties"
	var edit workspaceEdit
	if bad := s.ask("textDocument/rename", params, &edit); bad != "" || len(edit.DocumentChanges) != 2 {
		t.Fatalf("%s %+v", bad, edit)
	}
	own, before := edit.DocumentChanges[0], edit.DocumentChanges[1]
	want := strings.NewReplacer("  states: {", "  parties: {", "[states,", "[parties,", "${facts.states}", "${facts.parties}").Replace(text)
	if got := applied(t, text, own.Edits); got != want || own.TextDocument.URI != uri || *own.TextDocument.Version != 1 {
		t.Errorf("got\n%s", got)
	}
	if got := applied(t, last, before.Edits); got != strings.ReplaceAll(last, "states", "parties") || before.TextDocument.URI != "file:///plans/last.yaml" || before.TextDocument.Version != nil {
		t.Errorf("got\n%s", got)
	}
	for _, e := range before.Edits {
		if !edit.ChangeAnnotations[e.AnnotationID].NeedsConfirmation {
			t.Error("last year's plan is changed unasked")
		}
	}
	for _, bad := range []string{"Parties", "signatories", ""} {
		params["newName"] = bad
		if why := s.ask("textDocument/rename", params, nil); why == "" {
			t.Errorf("%q is taken", bad)
		}
	}
	if s.ask("textDocument/prepareRename", at(of(t, text, "label: Rent", 8)), &edit) != "" {
		t.Error("a label is no id")
	}
	s.change(uri, 2, full(text+"x: [\n"))
	params["newName"] = "parties"
	if why := s.ask("textDocument/rename", params, nil); !strings.Contains(why, "cannot be read") {
		t.Errorf("a broken file: %q", why)
	}
}

// TestRenameOfAnOldClient: one that knows of no versions gets the plan's own edits alone.
func TestRenameOfAnOldClient(t *testing.T) {
	s := startWith(t, nil, "{}")
	s.open(uri, small)
	params := at(of(t, small, "id: rent", 5))
	params["newName"] = "rental"
	var edit workspaceEdit
	if s.ask("textDocument/rename", params, &edit); len(edit.Changes[uri]) != 1 || len(edit.DocumentChanges) > 0 {
		t.Errorf("got %+v", edit)
	}
}

type action struct {
	Title, Kind string
	Edit        workspaceEdit
	Diagnostics []diagnostic
}

// TestActions: a finding with a fix can be mended, and what a waiver may cover be accepted.
func TestActions(t *testing.T) {
	s := start(t, nil)
	s.open(uri, small)
	s.diagnostics(uri)
	p := of(t, small, "publically", 2)
	params := map[string]any{"textDocument": map[string]any{"uri": uri}, "range": stretch{p, p}, "context": map[string]any{"diagnostics": []any{}}}
	var list []action
	s.ask("textDocument/codeAction", params, &list)
	if len(list) != 2 || list[0].Title != "Write “publicly” in place of “publically”" || !strings.Contains(list[1].Title, "waiver") {
		t.Fatalf("got %+v", list)
	}
	if got := applied(t, small, list[0].Edit.Changes[uri]); got != strings.Replace(small, "publically", "publicly", 1) {
		t.Errorf("%s gives\n%s", list[0].Title, got)
	}
	waived := applied(t, small, list[1].Edit.Changes[uri])
	if !strings.HasSuffix(waived, "\nwaivers:\n  - rule: spelling\n    at: assumptions/1\n    says: publically\n    reason: \"\"\n    approved: \"\"\n") {
		t.Errorf("%s gives\n%s", list[1].Title, waived)
	}
	s.change(uri, 2, full(waived))
	if found := s.diagnostics(uri); !slices.ContainsFunc(found, func(d diagnostic) bool {
		return d.Severity == 1 && strings.Contains(d.Message, "empty") || strings.Contains(d.Message, "text")
	}) {
		t.Errorf("a waiver without a reason passes: %+v", found)
	}
}

// TestFixAll: all that has one right way is mended at once, as check --fix does it.
func TestFixAll(t *testing.T) {
	s := start(t, nil)
	s.open(uri, small)
	params := map[string]any{"textDocument": map[string]any{"uri": uri}, "range": stretch{}, "context": map[string]any{"diagnostics": []any{}, "only": []string{"source.fixAll"}}}
	var list []action
	s.ask("textDocument/codeAction", params, &list)
	mended, err := compile.New(compile.Options{}).Mend(context.Background(), compile.Input{File: source.NewFile("plan.yaml", []byte(small))})
	if err != nil || mended.Count == 0 || len(list) != 1 || applied(t, small, list[0].Edit.Changes[uri]) != string(mended.After.Bytes) {
		t.Errorf("%v, %+v", err, list)
	}
	params["context"] = map[string]any{"only": []string{"refactor"}}
	if s.ask("textDocument/codeAction", params, &list); len(list) != 0 {
		t.Errorf("got %+v", list)
	}
}

// TestFormat: the canonical form, as fmt writes it, and no other change.
func TestFormat(t *testing.T) {
	s := start(t, nil)
	for name, text := range map[string]string{"small": small, "2018": plan2018(t), "windows": strings.ReplaceAll(small, "\n", "\r\n")} {
		doc := "file:///plans/" + name
		s.open(doc, text)
		p, _, ok := plan.Load(source.NewFile(name, []byte(text)))
		if !ok {
			t.Fatal("the plan cannot be read")
		}
		want, err := format.Plan(p.Node, plan.Shape())
		if err != nil {
			t.Fatal(err)
		}
		var edits []textEdit
		bad := s.ask("textDocument/formatting", map[string]any{"textDocument": map[string]any{"uri": doc}, "options": map[string]any{"tabSize": 4}}, &edits)
		if bad != "" || applied(t, text, edits) != string(want) || text == string(want) && len(edits) > 0 {
			t.Errorf("%s: %s\n%s", name, bad, applied(t, text, edits))
		}
	}
	s.open(uri, "isuplan: 1\nnonsense: 1\n")
	if why := s.ask("textDocument/formatting", map[string]any{"textDocument": map[string]any{"uri": uri}}, nil); !strings.Contains(why, "left as it is") {
		t.Errorf("a plan with errors: %q", why)
	}
}

package lsp_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestTalk: a talk in order ends well, and every other one does not.
func TestTalk(t *testing.T) {
	t.Run("in order", func(t *testing.T) {
		s := start(t, nil)
		if bad := s.ask("shutdown", nil, nil); bad != "" {
			t.Error(bad)
		}
		if bad := s.ask("textDocument/hover", at(position{}), nil); bad == "" {
			t.Error("it answers after the shutdown")
		}
		s.tell("exit", nil)
		if <-s.ended; !s.orderly || s.err != nil {
			t.Errorf("got %v, %v", s.orderly, s.err)
		}
	})
	t.Run("without shutdown", func(t *testing.T) {
		s := start(t, nil)
		s.tell("exit", nil)
		if <-s.ended; s.orderly || s.err != nil {
			t.Errorf("got %v, %v", s.orderly, s.err)
		}
	})
	t.Run("a client that dies", func(t *testing.T) {
		s := start(t, nil)
		s.open(uri, plan2018(t))
		_ = s.out.Close()
		go func() {
			for {
				if _, err := s.in.ReadByte(); err != nil {
					return
				}
			}
		}()
		if <-s.ended; s.orderly {
			t.Error("that is no order")
		}
	})
	t.Run("exit at once", func(t *testing.T) {
		s := connect(t, nil)
		s.tell("exit", nil)
		if <-s.ended; s.orderly {
			t.Error("that is no order")
		}
	})
}

// TestErrors: what cannot be answered is said so, by the codes of the protocol, and the talk
// goes on.
func TestErrors(t *testing.T) {
	s := connect(t, nil)
	expect := func(id string, code int, what string) {
		t.Helper()
		for {
			r := s.read()
			if r.Method != "" {
				continue
			}
			if string(r.ID) != id || r.Error == nil || r.Error.Code != code {
				t.Errorf("%s: got %+v", what, r)
			}
			return
		}
	}
	raw := func(body string) { s.raw(fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body)) }
	raw(`{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{}}`)
	expect("1", -32002, "before initialize")
	raw(`{"jsonrpc":"2.0","id":"a","method":"initialize","params":{"capabilities":{}}}`)
	if r := s.read(); string(r.ID) != `"a"` || r.Error != nil {
		t.Fatalf("got %+v", r)
	}
	raw(`{"jsonrpc":"2.0","id":2,"method":"initialize","params":{"capabilities":{}}}`)
	expect("2", -32600, "initialize twice")
	raw(`{"jsonrpc":"2.0","id":3,"method":"textDocument/nonsense","params":{}}`)
	expect("3", -32601, "an unknown method")
	raw(`{"jsonrpc":"2.0","method":"$/nonsense","params":{}}`)
	raw(`{"jsonrpc":"2.0","method":"textDocument/didChange","params":7}`)
	raw(`{"jsonrpc":"2.0","id":4,"method":"textDocument/hover","params":[1]}`)
	expect("4", -32602, "wrong parameters")
	raw(`{"jsonrpc":"2.0","id":5,"method":"textDocument/hover"}`)
	expect("5", -32602, "no parameters")
	raw(`{"jsonrpc"`)
	expect("null", -32700, "no JSON")
	raw(`[]`)
	expect("null", -32600, "a batch")
	raw(`{"id":6,"method":"shutdown"}`)
	expect("null", -32600, "no version")
	raw(`{"jsonrpc":"2.0","id":{},"method":"shutdown"}`)
	expect("null", -32600, "an odd id")
	raw(`{"jsonrpc":"2.0","id":7,"result":null}`) // an answer to what was not asked
	raw(`{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":99}}`)
	raw(`{"jsonrpc":"2.0","id":8,"method":"shutdown"}`)
	for {
		if r := s.read(); r.Method == "" {
			if r.Error != nil || string(r.ID) != "8" {
				t.Errorf("got %+v", r)
			}
			return
		}
	}
}

// TestCancel: a request that is not wanted any more is answered so.
func TestCancel(t *testing.T) {
	s := start(t, nil)
	s.open(uri, plan2018(t))
	// Cancelling comes behind the request, so that it may be answered already: one of many is not.
	cancelled := 0
	for range 40 {
		s.next++
		s.send(map[string]any{"id": s.next, "method": "textDocument/codeAction", "params": map[string]any{"textDocument": map[string]any{"uri": uri}, "range": stretch{}, "context": map[string]any{"only": []string{"source.fixAll"}}}})
		s.tell("$/cancelRequest", map[string]any{"id": s.next})
		if why := s.answer(fmt.Sprint(s.next), nil); strings.Contains(why, "cancelled") {
			cancelled++
		}
	}
	if cancelled == 0 {
		t.Error("none was cancelled")
	}
}

// TestBroken: what is no message ends the talk with a reason.
func TestBroken(t *testing.T) {
	for _, text := range []string{"GET / HTTP/1.1\r\n\r\n", "Content-Length: x\r\n\r\n", "Content-Length: -5\r\n\r\n", "\r\n", strings.Repeat("a", 10000), strings.Repeat("A: b\r\n", 100), "Content-Length: 99999999999999999999\r\n\r\n"} {
		s := connect(t, nil)
		go func() { _, _ = s.out.Write([]byte(text)) }()
		if <-s.ended; s.orderly || s.err == nil {
			t.Errorf("%.20q: %v, %v", text, s.orderly, s.err)
		}
	}
}

// TestHostilePlaces: positions out of range, and documents that nobody opened or that lie nowhere.
func TestHostilePlaces(t *testing.T) {
	for _, doc := range []string{uri, "file:///plans/p%6Can.yaml", "untitled:Untitled-1", "file:///c%3A/plans/a.yaml", "file:///C:/plans/a.yaml", "file://server/share/a.yaml", "http://x/y", "%", "", "file:///plans/%00", "file:///plans/../plans/a.yaml"} {
		s := startWith(t, nil, "{}")
		s.open(doc, small)
		s.diagnostics(doc)
		for _, p := range []map[string]any{{"line": 0, "character": int64(4294967295)}, {"line": int64(4294967295), "character": 0}, {"line": 20, "character": 60}, {"line": int64(5000000000), "character": 0}, {"line": -1, "character": -1}} {
			for _, method := range []string{"completion", "hover", "definition", "references", "prepareRename", "rename", "codeAction", "documentSymbol", "foldingRange", "formatting", "inlayHint"} {
				params := map[string]any{"textDocument": map[string]any{"uri": doc}, "position": p, "range": map[string]any{"start": p, "end": p}, "newName": "x"}
				s.ask("textDocument/"+method, params, nil)
				params["textDocument"] = map[string]any{"uri": doc + "x"}
				s.ask("textDocument/"+method, params, nil)
			}
			s.tell("textDocument/didChange", map[string]any{"textDocument": map[string]any{"uri": doc, "version": 2}, "contentChanges": []any{map[string]any{"range": map[string]any{"start": p, "end": map[string]any{"line": 0, "character": 0}}, "text": ""}}})
		}
		for _, text := range s.logged {
			if strings.Contains(text, "fault") {
				t.Errorf("%s: %s", doc, text)
			}
		}
	}
}

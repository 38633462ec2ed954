package lsp_test

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/lsp"
)

// FuzzMessages: whatever comes in, framed or not, is no reason to panic; a fault would be said in
// an answer.
func FuzzMessages(f *testing.F) {
	const first = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}`
	open := `{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///plans/a.yaml","languageId":"isuplan","version":1,"text":"isuplan: 1\nbudget: {lines: [{id: a, percent: 2%, of: [a]}]}\nassumptions: [\"${budget.a}\"]\n"}}}`
	for _, method := range []string{"completion", "hover", "definition", "rename", "codeAction", "documentSymbol", "foldingRange", "formatting", "inlayHint"} {
		f.Add(open, `{"jsonrpc":"2.0","id":2,"method":"textDocument/`+method+`","params":{"textDocument":{"uri":"file:///plans/a.yaml"},"position":{"line":1,"character":23},"newName":"b","range":{"start":{"line":0,"character":0},"end":{"line":9,"character":0}}}}`)
	}
	f.Add(open, `{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///plans/a.yaml","version":2},"contentChanges":[{"range":{"start":{"line":1,"character":9},"end":{"line":0,"character":0}},"text":"é"}]}}`)
	f.Fuzz(func(t *testing.T, one, two string) {
		var in strings.Builder
		for _, m := range []string{first, open, one, two, two, `{"jsonrpc":"2.0","id":9,"method":"shutdown"}`, `{"jsonrpc":"2.0","method":"exit"}`} {
			fmt.Fprintf(&in, "Content-Length: %d\r\n\r\n%s", len(m), m)
		}
		var out strings.Builder
		folder := func(string) fs.FS { return fstest.MapFS{} }
		timer := time.AfterFunc(20*time.Second, func() { panic("it does not end") })
		defer timer.Stop()
		_, _ = lsp.Serve(context.Background(), io.MultiReader(strings.NewReader(in.String()), strings.NewReader(two)), &out, lsp.Options{Compiler: compile.New(compile.Options{}), Folder: folder})
		if strings.Contains(out.String(), "fault") {
			t.Errorf("%s\n%s\n%s", one, two, out.String())
		}
	})
}

package lsp_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/lsp"
)

// A client asks for nothing and ends the talk in order.
func Example() {
	var in strings.Builder
	for _, m := range []string{
		`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}`,
		`{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a.yaml"},"position":{"line":0,"character":0}}}`,
		`{"jsonrpc":"2.0","id":3,"method":"shutdown"}`,
		`{"jsonrpc":"2.0","method":"exit"}`,
	} {
		fmt.Fprintf(&in, "Content-Length: %d\r\n\r\n%s", len(m), m)
	}
	orderly, err := lsp.Serve(context.Background(), strings.NewReader(in.String()), io.Discard, lsp.Options{Compiler: compile.New(compile.Options{})})
	fmt.Fprintln(os.Stdout, orderly, err)
	// Output: true <nil>
}

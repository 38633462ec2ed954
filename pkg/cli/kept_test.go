package cli_test

import (
	"io"
	"runtime"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
)

// TestMainKeepsNothing: a process that calls the program's main function again and again does
// not grow: cobra keeps each completion function, and the command that it belongs to, for ever,
// so that it is given them only when a shell asks.
func TestMainKeepsNothing(t *testing.T) {
	runs := func(n int) (live uint64) {
		for range n {
			if code := cli.Main([]string{"version"}, nil, io.Discard, io.Discard, func(string) string { return "" }); code != cli.ExitClean {
				t.Fatalf("the exit code is %d", code)
			}
		}
		runtime.GC()
		runtime.GC() // what finalizers and pools let go of
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	const times, most = 200, 2 << 10 // bytes a run
	before := runs(20)
	if grown := int64(runs(times)) - int64(before); grown > times*most {
		t.Errorf("after %d more runs %d bytes more are in use", times, grown)
	}
}

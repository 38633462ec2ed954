// Command isuplan compiles work plans and budgets; see README.md.
package main

import (
	"os"
	"runtime/debug"

	"github.com/isuplan/isuplan/pkg/cli"
)

// lazyCollection is how much garbage a run may gather before it is collected, in per cent
// of what is in use: a run is short and its plan small.
const lazyCollection = 800

func main() {
	debug.SetGCPercent(lazyCollection)
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}

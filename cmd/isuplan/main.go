// Command isuplan compiles work plans and budgets; see README.md.
package main

import (
	"os"

	"github.com/isuplan/isuplan/pkg/cli"
)

func main() {
	cli.OwnProcess()
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}

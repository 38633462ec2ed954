package cli_test

import (
	"flag"
	"os"
	"runtime/debug"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/isuplan/isuplan/pkg/cli"
)

var update = flag.Bool("update", false, "rewrite the expected output in the scripts")

// TestMain lets the tests, which compile thousands of plans in one process, collect
// garbage more seldom.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	testscript.Main(m, map[string]func(){
		"isuplan": func() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv)) },
	})
}

// TestScripts runs the commands as a person types them. Each script holds its
// files, its commands and their exact output.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			plan, err := os.ReadFile("../../plans/2018.yaml")
			if err != nil {
				return err
			}
			return os.WriteFile(env.WorkDir+"/2018.yaml", plan, 0o644)
		},
	})
}

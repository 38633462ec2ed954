package cli_test

import (
	"bytes"
	"errors"
	"flag"
	"image"
	"image/color"
	"image/png"
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

// blockOf returns the block of a page that begins with a text.
func blockOf(page []byte, start string) []byte {
	_, rest, _ := bytes.Cut(page, []byte("```\n"+start))
	block, _, _ := bytes.Cut(rest, []byte("```"))
	return append([]byte(start), block...)
}

// TestScripts runs the commands as a person types them. Each script holds its
// files, its commands and their exact output.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"word": editWord, "picture": drawPicture},
		Setup: func(env *testscript.Env) error {
			plan, err := os.ReadFile("../../plans/2018.yaml")
			if err != nil {
				return err
			}
			page, err := os.ReadFile("../../docs/diff.md")
			if err != nil {
				return err
			}
			// What the page shows of git, as it is printed.
			return errors.Join(os.WriteFile(env.WorkDir+"/2018.yaml", plan, 0o644),
				os.WriteFile(env.WorkDir+"/recipe.sh", blockOf(page, "git config"), 0o644),
				os.WriteFile(env.WorkDir+"/recipe.attributes", blockOf(page, "plans/*.yaml"), 0o644))
		},
	})
}

// drawPicture writes a small picture, of one colour and clear in a half of it.
func drawPicture(ts *testscript.TestScript, _ bool, args []string) {
	const side = 20
	img := image.NewNRGBA(image.Rect(0, 0, side, side))
	for y := range side / 2 {
		for x := range side {
			img.Set(x, y, color.NRGBA{B: 0xA0, A: 0xFF})
		}
	}
	var b bytes.Buffer
	ts.Check(png.Encode(&b, img))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o644))
}

// Package cli is the command line: flags, files, streams and exit codes. It is
// the only package that touches them.
//
// Results go to standard output; all talk goes to standard error. A plan that is
// wrong gives findings and exit code 1; exit code 2 means that the tool could not
// do its work, and says why in one sentence that begins with "isuplan:".
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// The exit codes.
const (
	ExitClean    = 0 // nothing to complain of
	ExitFindings = 1 // the plan has findings that count
	ExitTrouble  = 2 // the tool could not run
)

// app holds what a run may touch of the world.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	env            func(string) string
	code           int
}

// Main runs the program with its arguments and returns its exit code.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer, env func(string) string) int {
	collectLazily()
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr, env: env}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	// A second interrupt ends the program at once.
	context.AfterFunc(ctx, stop)
	root := a.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	if err := root.ExecuteContext(ctx); err != nil {
		a.say("%s", plainError(err))
		return ExitTrouble
	}
	return a.code
}

// say writes talk: a sentence for a person, never a result.
func (a *app) say(format string, args ...any) {
	fmt.Fprintf(a.stderr, "isuplan: "+format+"\n", args...)
}

// failed notes that the plan has findings that count.
func (a *app) failed() { a.code = ExitFindings }

// color reports whether a stream is a terminal that takes colours.
func (a *app) color(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && a.env("NO_COLOR") == "" && a.env("TERM") != "dumb" && term.IsTerminal(int(file.Fd()))
}

// trouble is an error in words that a person is meant to read.
type trouble string

func (t trouble) Error() string { return string(t) }

func troublef(format string, args ...any) error { return trouble(fmt.Sprintf(format, args...)) }

// plainError turns an error into a sentence without the words of Go.
func plainError(err error) string {
	var t trouble
	switch {
	case errors.As(err, &t):
		return string(t)
	case errors.Is(err, context.Canceled):
		return "interrupted; no file was changed"
	}
	text := err.Error()
	text = strings.ReplaceAll(text, "\n\nDid you mean this?\n\t", "; did you mean ")
	return strings.TrimRight(strings.Join(strings.Fields(text), " "), " ")
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "isuplan",
		Short: "Compile the work plan and budget of an implementation support unit",
		Long: `isuplan compiles a plan file into the official work plan and budget that an
implementation support unit submits to its States Parties, and checks on the way
that the figures add up and the text agrees with them.`,
		Example: `  isuplan build                       the reference document, into out/
  isuplan build plans/2018.yaml -o out  out/2018.pdf and out/2018.md
  isuplan check plans/2018.yaml         what is wrong with a plan
  isuplan budget plans/2018.yaml        the budget as a table`,
		SilenceUsage:  true,
		SilenceErrors: true,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.CompletionOptions.HiddenDefaultCmd = false
	root.AddCommand(a.buildCommand(), a.checkCommand(), a.budgetCommand(), a.templateCommand(), a.versionCommand())
	return root
}

// Package cli is the command line: flags, files, streams and exit codes. It is
// the only package that touches them.
//
// Results go to standard output; all talk goes to standard error. A plan that is
// wrong gives findings and exit code 1; exit code 2 means that the tool could not
// do its work, and says why in one sentence that begins with "isuplan:"; exit code
// 130 means that it was interrupted before it changed any file.
package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/report"
)

// The exit codes.
const (
	ExitClean       = 0   // nothing to complain of
	ExitFindings    = 1   // the plan has findings that count
	ExitTrouble     = 2   // the tool could not run
	ExitLimit       = 3   // an amount rose by more than it may
	ExitInterrupted = 130 // a signal ended it, as shells count them; no file was changed
)

// app holds what a run may use of the world outside: streams and the environment.
type app struct {
	stdin  io.Reader
	stdout *outlet
	stderr io.Writer
	env    func(string) string
	code   int
	gate   gate
	disk   disk
	// reading is told of each file before it is opened; nil where nobody asks.
	reading func(path string)
	// lasting says that the command goes on until it is interrupted, and cleans up itself.
	lasting bool
	window  window
	// completing says that a shell asks for completions.
	completing bool
}

// Main runs the program with its arguments and returns its exit code.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer, env func(string) string) int {
	a := &app{stdin: stdin, stdout: &outlet{to: stdout}, stderr: stderr, env: env, completing: completing(args), window: systemWindow}
	ctx, stop := interruptible()
	defer stop()
	root := a.root()
	root.SetArgs(args)
	done := make(chan error, 1)
	go func() {
		err := a.execute(ctx, root)
		a.stdout.flush()
		done <- cmp.Or(err, a.stdout.err)
	}()
	defer a.keepWindow(args)
	return a.exit(a.await(ctx, done))
}

// execute runs a command. A fault of isuplan's own that no stage caught is an error like
// others.
func (a *app) execute(ctx context.Context, root *cobra.Command) (err error) {
	defer compile.Guard("running", "the command", &err)
	return root.ExecuteContext(ctx)
}

// exit says what went wrong, if anything did, and returns the exit code.
func (a *app) exit(err error) int {
	if err == nil {
		return a.code
	}
	a.say("%s", plainError(err))
	if errors.Is(err, context.Canceled) {
		return ExitInterrupted
	}
	return ExitTrouble
}

// say writes talk: a sentence for a person, never a result. Names of files and
// what the user typed come with it, and reach the terminal harmless.
func (a *app) say(format string, args ...any) {
	line := report.Clean(fmt.Sprintf(format, args...))
	fmt.Fprintf(a.stderr, "isuplan: %s\n", disarm([]byte(line), true))
}

// line prints a line for a person on a terminal who is asked.
func (a *app) line(format string, args ...any) {
	fmt.Fprintf(a.stderr, "%s\n", disarm([]byte(report.Clean(fmt.Sprintf(format, args...))), false))
}

// failed notes that the plan has findings that count.
func (a *app) failed() { a.code = max(a.code, ExitFindings) }

// faulty says that isuplan itself failed at one plan of several.
func (a *app) faulty(f *compile.Fault) {
	a.say("%s", f)
	a.code = ExitTrouble
}

// color reports whether a stream is a terminal that takes colours.
func (a *app) color(w io.Writer) bool {
	return a.env("NO_COLOR") == "" && a.env("TERM") != "dumb" && terminalOf(w) != nil
}

// terminalOf returns the terminal that a stream is, nil for none.
func terminalOf(stream any) *os.File {
	if o, ok := stream.(*outlet); ok {
		stream = o.to
	}
	if file, ok := stream.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		return file
	}
	return nil
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
	return strings.Join(strings.Fields(err.Error()), " ")
}

func (a *app) root() *cobra.Command {
	version := false
	root := &cobra.Command{
		Use:   "isuplan",
		Short: "Compile the work plan and budget of an implementation support unit",
		Long: `isuplan compiles a plan file into the official work plan and budget that an
implementation support unit submits to its States Parties, and checks on the way
that the figures add up and the text agrees with them.

Exit code 0: nothing to complain of. 1: the plan has findings that count. 2: the
tool could not run. 3: an amount rises by more than isuplan diff was told to allow.
130: it was interrupted, and no file was changed.`,
		Example: `  isuplan build                         the plan that is here, into out/
  isuplan build plans/2018.yaml -o out  out/2018.pdf, .docx and .md
  isuplan check plans/2018.yaml         what is wrong with a plan
  isuplan budget plans/2018.yaml        the budget as a table
  isuplan plans/2018.yaml               the same, into plans/out/: a file dropped on the program
  isuplan help language                 how a plan is written; isuplan help lists all pages`,
		SilenceUsage:      true,
		SilenceErrors:     true,
		Args:              commandOrDropped,
		PersistentPreRunE: refuseEmpty,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case version:
				return a.printVersion(false)
			case len(args) > 0:
				return a.buildDropped(cmd.Context(), args[0])
			case a.ownsWindow():
				_, err := io.WriteString(a.stdout, doubleClicked)
				return err
			}
			return cmd.Help()
		},
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.Flags().BoolVar(&version, "version", false, "print the version")
	root.SetFlagErrorFunc(flagError)
	root.SetHelpFunc(printHelp)
	root.SetHelpCommand(a.helpCommand())
	root.AddCommand(a.buildCommand(), a.checkCommand(), a.verifyCommand(), a.diffCommand(), a.newCommand(), a.initCommand(), a.importCommand(), a.reviewCommand(), a.mergeCommand(), a.fmtCommand(), a.rulesCommand(), a.budgetCommand(), a.serveCommand(), a.lspCommand(), a.templateCommand(), a.schemaCommand(), a.versionCommand())
	completionCommand(root)
	return root
}

package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// A file that is dropped on the program arrives as its only argument. It is a plan to be
// built, beside which its documents are written: the working folder is the system's.

// planEndings are the endings of files that a plan can be in.
var planEndings = []string{".yaml", ".yml", ".json"}

// commandOrDropped is for the program without a command: nothing, or the file of a plan.
func commandOrDropped(cmd *cobra.Command, args []string) error {
	if isDropped(args) {
		return nil
	}
	if len(args) > 0 && isFolder(args[0]) {
		return misused(cmd, fmt.Sprintf("there is no command %q; build takes the plans of that folder", args[0]))
	}
	return onlyCommands(cmd, args)
}

// isDropped reports one argument that is a file or is written like one, so that it is no
// slip in the name of a command.
func isDropped(args []string) bool {
	if len(args) != 1 {
		return false
	}
	name := args[0]
	if info, err := os.Stat(name); err == nil {
		return !info.IsDir()
	}
	return hasPlanEnding(name) || strings.ContainsAny(name, `/`+string(filepath.Separator))
}

func hasPlanEnding(name string) bool {
	return slices.Contains(planEndings, strings.ToLower(filepath.Ext(name)))
}

// buildDropped builds a plan into the folder out beside it.
func (a *app) buildDropped(ctx context.Context, name string) error {
	if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() && !hasPlanEnding(name) {
		return troublef("%s is no plan, which is a file ending in .yaml; isuplan import makes a plan of a document", name)
	}
	full, err := filepath.Abs(name)
	if err != nil {
		return troublef("cannot say where %s is: %s", name, reason(err))
	}
	build := a.buildCommand()
	build.SetContext(ctx)
	if err := build.Flags().Set("output", filepath.Join(filepath.Dir(full), "out")); err != nil {
		return err
	}
	return build.RunE(build, []string{name})
}

// window is the window in which the program runs.
type window struct {
	// own reports whether it was opened for the program alone, and closes when that ends.
	own func() bool
	// key waits until a key is pressed.
	key func()
}

func (a *app) ownsWindow() bool { return a.window.own != nil && a.window.own() }

// keepWindow lets a person read what was said before the window closes, where the program
// was started by a double click or by a file that was dropped on it.
func (a *app) keepWindow(args []string) {
	if (len(args) == 0 || isDropped(args)) && a.ownsWindow() {
		_, _ = fmt.Fprint(a.stderr, "\nPress a key to close this window.")
		a.window.key()
	}
}

// doubleClicked is what a double click on the program shows.
const doubleClicked = `isuplan has no window of its own.

To build a plan, drop its file, such as 2018.yaml, on isuplan.exe: the documents come
into the folder out beside it.

For all else it is used in a terminal. In the folder with isuplan.exe, click into the
bar at the top that says where you are, type powershell, press Enter, and type:

    .\isuplan build --sample

docs\install.md, or .\isuplan help install, says more.
`

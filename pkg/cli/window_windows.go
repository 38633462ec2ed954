package cli

import (
	"os"
	"syscall"
	"unsafe"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// A double click is answered by keepWindow, not by the library, which waits half a minute and
// knows no dropped files.
func init() { cobra.MousetrapHelpText = "" }

var consoleProcesses = syscall.NewLazyDLL("kernel32.dll").NewProc("GetConsoleProcessList")

// systemWindow is the console. It was opened for this program if no other one is in it.
var systemWindow = window{
	own: func() bool {
		var ids [2]uint32
		if consoleProcesses.Find() != nil {
			return false
		}
		n, _, _ := consoleProcesses.Call(uintptr(unsafe.Pointer(&ids[0])), uintptr(len(ids))) //nolint:gosec // the system writes there
		return n == 1 && term.IsTerminal(int(os.Stdin.Fd()))
	},
	key: func() {
		fd := int(os.Stdin.Fd())
		if state, err := term.MakeRaw(fd); err == nil {
			defer func() { _ = term.Restore(fd, state) }() // the window closes
		}
		_, _ = os.Stdin.Read(make([]byte, 1)) // whatever comes, or nothing
	},
}

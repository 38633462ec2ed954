package cli

import (
	"os/exec"
	"runtime"
)

// browse opens an address in the user's browser. Where that cannot be, the address was
// printed.
func (a *app) browse(address string) {
	program, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		program = "open"
	case "windows":
		program, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	path, err := exec.LookPath(program)
	if err != nil {
		return
	}
	cmd := exec.Command(path, args...) //nolint:gosec // the address is isuplan's own
	if cmd.Start() == nil {
		go func() { _ = cmd.Wait() }() // the browser may end before or after isuplan
	}
}

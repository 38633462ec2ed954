//go:build !windows

package cli

// systemWindow is none: other systems open no window for a program that needs a terminal, or
// keep it.
var systemWindow window

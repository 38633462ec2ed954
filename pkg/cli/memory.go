package cli

import "runtime/debug"

// A run is short and its plan small: collecting garbage less often than usual, as the
// program's main function asks, saves a fifth of the time and costs a few megabytes. A
// plan of many megabytes is read with Go's usual setting, so that its memory stays near
// that of its nodes.
const (
	usualCollection = 100
	largePlan       = 1 << 18
)

// collectFor goes back to the usual setting for a large plan.
func collectFor(size int) {
	if size > largePlan {
		debug.SetGCPercent(usualCollection)
	}
}

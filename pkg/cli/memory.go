package cli

import "runtime/debug"

// A run is short and its plan small: collecting garbage less often than usual
// saves a fifth of the time and costs a few megabytes. A plan of many megabytes is
// read with the usual setting, so that its memory stays near that of its nodes.
const (
	eagerCollection = 100 // Go's own setting
	lazyCollection  = 800
	largePlan       = 1 << 20
)

func collectLazily() { debug.SetGCPercent(lazyCollection) }

// collectFor goes back to the usual setting for a large plan.
func collectFor(size int) {
	if size > largePlan {
		debug.SetGCPercent(eagerCollection)
	}
}

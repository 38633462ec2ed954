package cli

import (
	"math"
	"runtime/debug"
)

// A run is short and its plan small: collecting garbage less often than usual saves a fifth
// of the time and costs a few megabytes. The 2018 document is in all its formats before there is
// anything to collect, at 24 megabytes. A plan of many megabytes is read with Go's usual
// setting, so that its memory stays near that of its nodes, and garbage is collected as
// often as it takes to stay below a bound that grows with what is read.
const (
	lazyCollection  = 600 // per cent of what is in use
	usualCollection = 100
	largePlan       = 1 << 18

	leastMemory   = 160 << 20
	memoryForByte = 100 // of what is read beyond the first two megabytes: two plans to compare
	spared        = 2 << 20
)

// own is what is known of a process that is the program's own.
var own struct {
	process bool
	limit   bool // the user set none
	read    int
}

// OwnProcess says that the process does nothing but run the program, so that the collection
// of garbage may be set. It is called before Main.
func OwnProcess() {
	own.process = true
	debug.SetGCPercent(lazyCollection)
	own.limit = debug.SetMemoryLimit(-1) == math.MaxInt64 // else by GOMEMLIMIT
}

// longLived says that the process serves somebody for long, so that garbage is collected as
// often as usual.
func longLived() {
	if own.process {
		debug.SetGCPercent(usualCollection)
	}
}

// collectFor sets the collection of garbage for a plan that was read.
func collectFor(size int) {
	if !own.process {
		return
	}
	own.read += size
	if size > largePlan {
		debug.SetGCPercent(usualCollection)
	}
	if own.limit {
		debug.SetMemoryLimit(leastMemory + memoryForByte*int64(max(0, own.read-spared)))
	}
}

// goOn sets the collection of garbage for a run without an end, in which what was read
// does not add up.
func goOn() {
	if own.process {
		own.process = false
		debug.SetGCPercent(usualCollection)
	}
}

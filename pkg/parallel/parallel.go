// Package parallel does pieces of work side by side.
package parallel

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

// Panic is a panic that was caught, and where it began: what Do panics with where a job did.
type Panic struct {
	Value any
	Calls []uintptr // of the job's goroutine, the innermost first, as runtime.Callers has them
}

// Error says what the job panicked with.
func (p *Panic) Error() string { return fmt.Sprint(p.Value) }

// Unwrap returns what the job panicked with, where that is an error.
func (p *Panic) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

// Do does the jobs, on as many goroutines as there are processors, and returns when all are
// done. The last ones begin first. A job that panics keeps those from beginning that have
// not begun, and its panic becomes one of the caller, a *Panic.
func Do(jobs []func()) {
	var next atomic.Int64
	var panicked atomic.Pointer[Panic]
	next.Store(int64(len(jobs)))
	var wait sync.WaitGroup
	for range min(len(jobs), runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			defer func() {
				if value := recover(); value != nil {
					panicked.CompareAndSwap(nil, Caught(value))
				}
			}()
			for i := next.Add(-1); i >= 0 && panicked.Load() == nil; i = next.Add(-1) {
				jobs[i]()
			}
		})
	}
	wait.Wait()
	if p := panicked.Load(); p != nil {
		panic(p)
	}
}

// Caught notes where the running panic began. One that came out of a Do within a job began
// where that one says.
func Caught(value any) *Panic {
	var inner *Panic
	if err, ok := value.(error); ok && errors.As(err, &inner) {
		return inner
	}
	const deepest = 64
	calls := make([]uintptr, deepest)
	return &Panic{Value: value, Calls: calls[:runtime.Callers(1, calls)]}
}

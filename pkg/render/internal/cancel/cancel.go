// Package cancel has long work end soon after its context does.
package cancel

import "context"

// Watch asks a context, now and then, whether the work is still wanted. It is for one
// goroutine.
type Watch struct {
	ctx   context.Context
	steps int
	err   error
}

// New returns the watch of a context.
func New(ctx context.Context) *Watch { return &Watch{ctx: ctx} }

// Ended asks whether the context has ended; once it has, nobody is asked again.
func (w *Watch) Ended() bool {
	if w.err == nil {
		w.err = w.ctx.Err()
	}
	return w.err != nil
}

// often is how many small steps are done from one question to the next.
const often = 64

// Step counts a step of which there may be many, such as a row of a table, and asks after
// some of them.
func (w *Watch) Step() (ended bool) {
	if w.steps++; w.steps%often == 0 {
		return w.Ended()
	}
	return w.err != nil
}

// Err asks once more, and returns why the work is not wanted; nil where it is.
func (w *Watch) Err() error {
	w.Ended()
	return w.err
}

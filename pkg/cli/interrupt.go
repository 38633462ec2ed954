package cli

import (
	"context"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
)

// interruptible returns a context that ends when the user, the terminal or the
// system wants the program to end. A signal that the program was started to
// ignore, as nohup does, stays ignored.
func interruptible() (context.Context, context.CancelFunc) {
	var signals []os.Signal
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) {
			signals = append(signals, s)
		}
	}
	if len(signals) == 0 { // to NotifyContext, none would mean all
		return context.WithCancel(context.Background())
	}
	ctx, stop := signal.NotifyContext(context.Background(), signals...)
	// A second interrupt ends the program at once.
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// gate decides whether an interruption may end the program at once. Reading and compiling
// may be broken off; writing files may not. The first to enter passes: the command that
// begins to write, or the interruption.
type gate struct{ taken atomic.Bool }

func (g *gate) pass() bool { return g.taken.CompareAndSwap(false, true) }

// await waits for a command to end. One that has not begun to write is abandoned, since it
// may wait for input that never comes; one that writes looks at the context itself and
// cleans up.
func (a *app) await(ctx context.Context, done <-chan error) error {
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	if a.gate.pass() {
		return ctx.Err()
	}
	return <-done
}

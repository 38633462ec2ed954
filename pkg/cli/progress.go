package cli

import (
	"fmt"
	"io"
	"sync/atomic"
	"time"
)

// progress shows on a terminal how far a long run has come. It writes nothing into
// files and pipes, and nothing when the run is over within a second.
type progress struct {
	to    io.Writer
	total int
	count atomic.Int64
	over  chan struct{}
	ended chan struct{}
}

func (a *app) progress(total int) *progress {
	p := &progress{to: a.stderr, total: total, over: make(chan struct{}), ended: make(chan struct{})}
	if total < 2 || terminalOf(a.stderr) == nil {
		close(p.ended)
		return p
	}
	go p.show(time.Second, time.Second/10)
	return p
}

func (p *progress) done() { p.count.Add(1) }

// stop takes the line away again.
func (p *progress) stop() {
	close(p.over)
	<-p.ended
}

func (p *progress) show(patience, step time.Duration) {
	defer close(p.ended)
	next := time.NewTimer(patience)
	defer next.Stop()
	shown := false
	for {
		select {
		case <-p.over:
			if shown {
				fmt.Fprintf(p.to, "\r\x1b[K")
			}
			return
		case <-next.C:
			fmt.Fprintf(p.to, "\r\x1b[Kisuplan: %d of %d plans", p.count.Load(), p.total)
			shown = true
			next.Reset(step)
		}
	}
}

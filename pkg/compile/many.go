package compile

import (
	"context"
	"runtime"
	"sync"

	"github.com/isuplan/isuplan/pkg/diag"
)

// Checked is what was found of one plan of many.
type Checked struct {
	Name     string
	Findings []diag.Finding
	// Err is why this plan could not be checked, such as a fault of isuplan's; the others
	// are still checked.
	Err error
}

// checkOne checks one plan. Of a thousand plans, only the findings stay.
func (c *Compiler) checkOne(ctx context.Context, in Input) Checked {
	findings, err := c.Check(ctx, in)
	if in.File == nil {
		return Checked{Err: err}
	}
	in.File.Forget()
	return Checked{Name: in.File.Name, Findings: findings, Err: err}
}

// CheckAll checks plans side by side. The results stand in the order of the plans, however
// long each took. Done, if not nil, is called after each plan. If the context ends, its
// error is returned.
func (c *Compiler) CheckAll(ctx context.Context, plans []Input, done func()) ([]Checked, error) {
	checked := make([]Checked, len(plans))
	queue := make(chan int)
	var work sync.WaitGroup
	for range min(len(plans), runtime.GOMAXPROCS(0)) {
		work.Go(func() {
			for i := range queue {
				checked[i] = c.checkOne(ctx, plans[i])
				if done != nil {
					done()
				}
			}
		})
	}
	for i := range plans {
		if ctx.Err() != nil {
			break
		}
		queue <- i
	}
	close(queue)
	work.Wait()
	return checked, ctx.Err()
}

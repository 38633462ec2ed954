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
	Language string // of the plan, "" where it does not say it
	// Err is why this plan could not be checked, such as a fault of isuplan's; the others
	// are still checked.
	Err error
}

// checkOne checks one plan. Of a thousand plans, only the findings stay.
func (c *Compiler) checkOne(ctx context.Context, in Input) Checked {
	var one Checked
	u, err := c.Compile(ctx, in)
	if err == nil {
		if u.Plan != nil {
			one.Language = u.Plan.Document.Language.Value
		}
		one.Findings, err = u.Check(ctx)
	}
	one.Err = err
	if in.File != nil {
		in.File.Forget()
		one.Name = in.File.Name
	}
	return one
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

package cli

import (
	"context"
	"errors"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// all checks plans side by side, and returns what was found in their order. A plan at
// which isuplan itself failed is named at once, and the run fails in the end; the others
// are still checked.
func (c *checker) all(ctx context.Context, compiler *compile.Compiler, files []*source.File) ([]report.Plan, error) {
	progress := c.app.progress(len(files))
	checked, err := compiler.CheckAll(ctx, inputs(files), progress.done)
	progress.stop()
	if err != nil {
		return nil, err
	}
	plans := make([]report.Plan, 0, len(files))
	for _, one := range checked {
		var fault *compile.Fault
		switch {
		case errors.As(one.Err, &fault):
			c.app.faulty(fault)
			continue
		case one.Err != nil:
			return nil, one.Err
		}
		if len(checked) == 1 {
			c.spoken = one.Language
		}
		plans = append(plans, report.Plan{Name: one.Name, Findings: one.Findings})
	}
	return plans, nil
}

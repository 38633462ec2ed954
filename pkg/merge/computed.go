package merge

import (
	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/plan"
)

// computed returns what a figure is after a step.
func (c *comparer) computed(f figure, s step) (budget.Figure, bool) {
	e := &editor{file: c.unit.File, tree: c.tree}
	edits, ok := e.run([]step{s})
	if !ok {
		return budget.Figure{}, false
	}
	file, err := edit.Applied(c.unit.File, edits)
	if err != nil {
		return budget.Figure{}, false
	}
	p, findings, ok := plan.Load(file)
	if !ok || len(findings) > 0 && len(c.unit.Findings) == 0 {
		return budget.Figure{}, false
	}
	b, _ := budget.Compute(p, budget.Options{})
	lines := b.Lines
	if f.funds {
		lines = b.Financing
	}
	for i := range lines {
		if lines[i].ID.Value == f.line.ID.Value {
			return lines[i].Figures[f.column], true
		}
	}
	return budget.Figure{}, false
}

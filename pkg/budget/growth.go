package budget

import "github.com/isuplan/isuplan/pkg/cost"

// previous returns the current line's figure in the last amount column before that says
// something, and the columns since that are left blank.
func (c *computer) previous() (step cost.Step, blank []string, ok bool) {
	i := c.path[len(c.path)-1]
	for col := c.column - 1; col >= 0; col-- {
		column := &c.budget.Columns[col]
		if column.Kind != AmountColumn {
			continue
		}
		f := &c.lines[i].Figures[col]
		if ruled, known := c.ruled[i]; known && (c.byRules || f.Mark == cost.Blank) {
			return ruled, nil, true
		}
		switch {
		case f.Mark != cost.Blank:
			step := c.carried(&c.lines[i], f)
			step.Line, step.Column = c.lines[i].ID.Value, column.ID
			return step, blank, true
		case f.Exact.Op == 0:
			c.silent = !f.Stated.IsSet() // nothing is known of it, as a finding says already
			return cost.Step{}, nil, false
		case f.Exact.Mark != cost.Blank: // it is stated blank
			step := c.asRuled(i, f.Exact)
			step.Line, step.Column = c.lines[i].ID.Value, column.ID
			return step, blank, true
		}
		blank = append([]string{column.ID}, blank...)
	}
	return cost.Step{}, nil, false
}

// carried returns what growth goes on from: a figure as printed or, where rounding is
// done once, its exact amount.
func (c *computer) carried(l *Line, f *Figure) cost.Step {
	if l.GrowsFromExact(f) {
		return f.Exact
	}
	return f.Step()
}

// yearBefore returns the year before a column, where lines may grow from that.
func (c *computer) yearBefore(column int) string {
	if column < len(c.budget.before) {
		return c.budget.before[column]
	}
	return ""
}

// followRule has a stated amount that grows go on from what the rules alone give for the
// columns before it, if it agrees with that: one that is stated wrongly makes the years
// after it wrong only if they follow from it.
func (c *computer) followRule(i int, k cost.Cost) {
	f := &c.lines[i].Figures[c.column]
	if _, known := c.ruled[i]; !known || !f.Differs() {
		return
	}
	if step := c.byRule(k); c.lines[i].Rounding.Round(step.Value).Equal(f.Stated.Value.Value) {
		f.Exact, f.Computed = step, new(f.Stated.Value.Value)
	}
}

// byRule computes the current line as if nothing had been stated for it.
func (c *computer) byRule(k cost.Cost) cost.Step {
	c.byRules = true
	defer func() { c.byRules = false }()
	step, _ := k.Compute(&c.ctx) // what could be computed from what is stated can be so too
	return step
}

// keepRule remembers what the rules alone give for a growing line, for the next column, as
// long as something else is printed.
func (c *computer) keepRule(i int) {
	l := &c.lines[i]
	f := &l.Figures[c.column]
	_, known := c.ruled[i]
	switch {
	case f.Computed == nil || len(l.Costs) != 1 || !isGrowing(l.Costs[0]):
		return
	case !known && (!f.asStated || !f.Differs()):
		return // what is printed is what the rules give
	}
	step, own := f.Exact, true
	if known && f.Exact.Op == cost.Growth {
		step = c.byRule(l.Costs[0])
		own = step.Value.Equal(f.Exact.Value)
	}
	if own && (!f.asStated || !f.Differs()) {
		delete(c.ruled, i) // back on track, or a new base
		return
	}
	step = c.asRuled(i, step)
	if own {
		step.Line, step.Column = l.ID.Value, c.ctx.Column
	} else {
		step.Label = c.ctx.Column + ", by the rules"
	}
	c.ruled[i] = step
}

// asRuled returns what growth goes on from where it is not what is printed.
func (c *computer) asRuled(i int, step cost.Step) cost.Step {
	if value := c.lines[i].Rounding.Round(step.Value); !c.lines[i].GrowsExact && !value.Equal(step.Value) {
		step = cost.Step{Op: cost.Rounded, Value: value, Of: []cost.Step{step}}
	}
	step.Ruled = true
	return step
}

func isGrowing(k cost.Cost) bool {
	_, ok := k.(*cost.Growing)
	return ok
}

package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B143", Name: "same-value", Severity: diag.Warning, Title: "two funds, parties or times with one code or label",
		Why:   "A table has two columns with one head, and nobody can tell which of the two pays what.",
		Since: "0.3",
		Bad: `budget:
  funds: [{id: core, label: Trust fund}, {id: grant, label: «Trust fund»}]
  lines:
    - {id: travel, label: Travel, fixed: 12000, fund: {core: 50%, grant: 50%}}
`,
		Good: `budget:
  funds: [{id: core, label: Trust fund}, {id: grant, label: Grant of the European Union}]
  lines:
    - {id: travel, label: Travel, fixed: 12000, fund: {core: 50%, grant: 50%}}
`},
	Run: func(c *Context) {
		for _, a := range cost.Axes() {
			c.sameValues(a)
		}
	},
})

// sameValues reports values of an axis that a table calls by one code, or by one label where no
// codes tell them apart.
func (c *Context) sameValues(a cost.Axis) {
	seen := map[string]*plan.AxisValue{}
	values := c.Plan.Budget.AxisValues(a)
	for i := range values {
		v := &values[i]
		name, what := v.Code, "code"
		if !name.IsSet() {
			name, what = v.Label, "label"
		}
		key := c.entry(name)
		if key == "" {
			continue
		}
		first := seen[key]
		if first == nil {
			seen[key] = v
			continue
		}
		c.Report("budget/"+a.Values()+"/"+v.ID.Value, name.Span(), fmt.Sprintf("“%s” is the %s of two of the `%s`, `%s` and `%s`", c.label(name), what, a.Values(), first.ID.Value, v.ID.Value),
			"give each a code or label of its own", theFirst(called(first)))
	}
}

// called is what tables call a value.
func called(v *plan.AxisValue) source.At[string] {
	if v.Code.IsSet() {
		return v.Code
	}
	return v.Label
}

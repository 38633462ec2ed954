package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
)

// Words by which heads tell one version of a budget from another.
var versionWord = pattern.Lazy(`\b(?:approved|adopted|proposed|revised|requested|original|initial|current|draft)\b`)

// addedVersions reports sums of columns whose heads tell them apart by their version alone,
// such as 2025 Approved and 2025 Proposed: the same money twice.
func (c *Context) addedVersions() {
	columns := c.Plan.Budget.Columns
	byID := map[string]*plan.Column{}
	for i := range columns {
		x := &columns[i]
		seen := map[string]*plan.Column{} // by what the heads have besides the version
		for _, of := range x.Sum {
			y := byID[of.Value]
			if y == nil || !y.IsAmount() {
				continue
			}
			head := c.entry(y.Label)
			rest := wording(versionWord().ReplaceAllString(head, ""))
			if rest == head {
				continue
			}
			if first := seen[rest]; first != nil && c.entry(first.Label) != head { // one head twice is said already
				c.Report("budget/columns/"+x.ID.Value, of.Span(),
					fmt.Sprintf("the column “%s” adds up “%s” and “%s”, two versions of one budget", c.label(x.Label), c.label(first.Label), c.label(y.Label)),
					"name one of the two, or compare them with `change`", theFirst(first.Label))
			}
			seen[rest] = y
		}
		byID[x.ID.Value] = x
	}
}

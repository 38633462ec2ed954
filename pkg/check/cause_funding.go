package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
)

// fundingCauses guesses why sources are over the budget, or short of it.
func (c *Context) fundingCauses(column int, over money.Decimal) []cause {
	total := &c.Budget.Total[column]
	if total.Differs() && c.Budget.Funds[column].Printed.Equal(*total.Computed) {
		return []cause{{strength: proven, text: "the sources pay for the computed total, " + c.money(*total.Computed)}}
	}
	var leaves []money.Decimal
	var names []string
	for at := 0; at < len(c.Budget.Financing); at = c.Budget.Financing[at].End {
		leaves = append(leaves, c.Budget.Financing[at].Figures[column].Printed)
		names = append(names, oneLine(c.Budget.Financing[at].Label.Value))
	}
	if len(leaves) > mostAddends {
		return nil
	}
	short := over.Neg()
	list := []cause{c.unpaid(column, short)}
	if at := equalTo(leaves, over); len(at) == 1 {
		list = append(list, cause{strength: fitting, text: fmt.Sprintf("without %s (%s) the two agree", names[at[0]], c.money(over))})
	}
	if at := withSign(short, leaves); len(at) == 1 {
		list = append(list, cause{strength: fitting, text: fmt.Sprintf("%s (%s) has the wrong sign", names[at[0]], c.money(leaves[at[0]]))})
	}
	if at, how := misread(short, leaves); how != "" {
		list = append(list, cause{strength: how.weight(), text: fmt.Sprintf("%s (%s) should be %s%s",
			names[at], c.money(leaves[at]), c.money(leaves[at].Add(short)), with(how))})
	}
	return list
}

// unpaid looks for the one line of the budget that the sources are short of.
func (c *Context) unpaid(column int, short money.Decimal) (found cause) {
	if !short.IsPositive() {
		return cause{}
	}
	for i := range c.Budget.Lines {
		line := &c.Budget.Lines[i]
		if !line.Figures[column].Printed.Equal(short) {
			continue
		}
		if found.text != "" {
			return cause{}
		}
		found = cause{strength: fitting, text: fmt.Sprintf("no source pays for %s (%s)", oneLine(line.Label.Value), c.money(short)),
			related: []diag.Related{{Span: line.ID.Span(), Note: oneLine(line.Label.Value) + " " + c.money(short)}}}
	}
	return found
}

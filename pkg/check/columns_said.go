package check

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

var eachYear = pattern.Lazy(`(?i)\b(?:(?:per|a|each|every) year|annually|yearly)\b`)

// columnsSaid returns the columns, of those that the budget is counted over, that a sentence
// speaks of: by their heads, by a year of theirs, or all of them where it speaks of each
// year. Where there is only one column, nothing needs to be said of it.
func (c *Context) columnsSaid(sentence string) (list []int) {
	all := c.Budget.Scope().Columns
	if len(all) < 2 {
		return nil
	}
	if eachYear().MatchString(sentence) {
		return all
	}
	for _, i := range all {
		column := &c.Budget.Columns[i]
		from, to, named := column.Years()
		year := named && from == to && strings.Contains(sentence, strconv.Itoa(from))
		if head := c.head(i); year || head != "" && strings.Contains(strings.ToLower(sentence), strings.ToLower(head)) {
			list = append(list, i)
		}
	}
	return list
}

package whatif

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
)

// Idle says in a sentence each which assignments change nothing in a budget that was computed
// with them: no rule computes the line in the columns that the value is for, so that its stated
// amount stands.
func Idle(b *budget.Budget, assignments []string) (list []string) {
	for _, assignment := range assignments {
		name, _, _ := strings.Cut(assignment, "=")
		id, part, _ := strings.Cut(strings.TrimSpace(name), ".")
		columns := b.Scope().Columns
		part, column, named := CutColumn(b, part)
		if named {
			columns = []int{column}
		}
		l, ok := b.Line(id)
		if !ok {
			continue
		}
		isComputed := func(c int) bool { return l.Figures[c].Computed != nil }
		if part != "stated" && !slices.ContainsFunc(columns, isComputed) {
			list = append(list, fmt.Sprintf("%s changes nothing: the plan does not say enough to compute %s, so its stated amount stands", assignment, id))
		}
	}
	return list
}

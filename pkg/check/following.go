package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
)

// following names the years that grow from a wrong one as it is stated: they are right only
// as long as it stays. One that is stated and right for the computed amount is evidence
// that the wrong year alone is wrong.
func (l *ledger) following(f *figureAt) (text string, related []diag.Related) {
	if f.Line < 0 {
		return "", nil
	}
	var from []string
	row := l.Budget.Lines[f.Line].Figures
	last := l.Budget.Columns[f.Column].ID
	for column := f.Column + 1; column < len(row); column++ {
		next := &row[column]
		if next.Exact.Op != cost.Growth || next.Differs() || next.Exact.Of[0].Column != last {
			continue
		}
		if next.Exact.Of[0].Ruled {
			if len(from) == 0 && next.Stated.IsSet() {
				at := cell{f.Line, column}
				return fmt.Sprintf("; %s, %s, is right for %s", l.head(column), l.amount(column, next.Printed), l.amount(f.Column, *f.Computed)), l.see(at)
			}
			break
		}
		from = append(from, l.head(column))
		related = append(related, l.see(cell{f.Line, column})...)
		last = l.Budget.Columns[column].ID
	}
	switch len(from) {
	case 0:
		return "", nil
	case 1:
		return "; " + from[0] + " follows from it", related
	}
	last = from[len(from)-1]
	return "; " + strings.Join(from[:len(from)-1], ", ") + " and " + last + " follow from it", related
}

package plan

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// stretch is where a line and the lines of its group stand among all lines.
type stretch struct{ from, to int }

// checkBases reports percentages, bounds and flows of a group and of a line in it: the line
// would count twice. The total and the financing, of which sources of money and rows after the
// total may be, are groups of all.
func checkBases(r *schema.Reader, b *Budget) {
	var at map[string]stretch
	list := func(base []source.At[string]) {
		if len(base) > 1 {
			if at == nil {
				at = stretches(b)
			}
			checkBase(r, base, at)
		}
	}
	check := func(l *cost.Line) {
		list(l.AtMost.Of)
		list(l.AtLeast.Of)
		for c := range l.AllCosts() {
			switch c := c.(type) {
			case *cost.Parts: // each part has a base of its own
			case *cost.Less:
				list(c.Of[min(1, len(c.Of)):]) // what is taken from the first
			default:
				list(c.Bases())
			}
		}
	}
	eachLine(b.Lines, check)
	eachLine(b.Financing, check)
	eachLine(b.AfterTotal, check)
}

// stretches numbers the lines in the order of the file, and the sources of money behind them.
func stretches(b *Budget) map[string]stretch {
	at, count := map[string]stretch{}, 0
	var number func([]cost.Line)
	number = func(lines []cost.Line) {
		for i := range lines {
			from := count
			count++
			number(lines[i].Lines)
			if _, twice := at[lines[i].ID.Value]; !twice {
				at[lines[i].ID.Value] = stretch{from, count}
			}
		}
	}
	number(b.Lines)
	lines := count
	number(b.Financing)
	at["total"], at["financing"] = stretch{0, lines}, stretch{lines, count}
	return at
}

func checkBase(r *schema.Reader, base []source.At[string], at map[string]stretch) {
	known := make([]source.At[string], 0, len(base))
	for _, id := range base {
		if _, ok := at[id.Value]; ok {
			known = append(known, id)
		}
	}
	slices.SortStableFunc(known, func(a, b source.At[string]) int {
		x, y := at[a.Value], at[b.Value]
		return cmp.Or(cmp.Compare(x.from, y.from), cmp.Compare(y.to, x.to))
	})
	for i := 1; i < len(known); i++ {
		group, line := known[i-1], known[i]
		switch {
		case group.Value == line.Value: // a list that names a line twice is found where it is read
		case at[line.Value].from >= at[group.Value].to:
			continue
		default:
			whole := fmt.Sprintf("the group `%s`", group.Value)
			switch group.Value {
			case "total":
				whole = "the total"
			case "financing":
				whole = "the financing"
			}
			r.Add(diag.Finding{Rule: cost.TwiceInBase, Span: line.Span(), Message: fmt.Sprintf("`%s` is part of %s and would count twice", line.Value, whole),
				Hint: "take one of the two out", Related: []diag.Related{{Span: group.Span(), Note: whole}}})
		}
		known[i] = group // the lines behind it may be part of the group as well
	}
}

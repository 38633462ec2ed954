package budget

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
)

// asker is the kind of row that names another: not every row may be made of every other.
type asker int

// The kinds of rows that name others.
const (
	costLine asker = iota
	sourceOfMoney
	rowAfter
)

// notTaken says why a row that is named cannot be taken, and what to do: it does not exist, or it
// is of a kind of which the one that names it is not made.
func (b *Budget) notTaken(id string, by asker, known []string) (message, hint string) {
	if by != rowAfter {
		message, hint = b.misplaced(id, by)
	} else {
		message, hint = b.lateRow(id)
	}
	if message == "" {
		return fmt.Sprintf("the budget has no line `%s`", id), diag.DidYouMean(id, known)
	}
	return message, hint
}

// misplaced says that a row exists of which no line, or no source of money, can be a percentage.
func (b *Budget) misplaced(id string, by asker) (message, hint string) {
	who, hint := "a cost line", "name the lines and groups that it is a percentage of, or write the row below `after_total`"
	if by == sourceOfMoney {
		who, hint = "a source of money", "name `total`, or lines of the budget"
	}
	row := ""
	switch _, isAfter := b.AfterRow(id); {
	case isAfter:
		row = "a row after the total"
	case hasLine(b.Financing, id):
		row = "a source of money"
	case id == "total" && by == costLine:
		return "a cost line is part of the total, and cannot be taken of it", hint
	case id == "financing" && len(b.Financing) > 0:
		return who + " cannot be taken of the financing", hint
	default:
		return "", ""
	}
	return fmt.Sprintf("`%s` is %s, and %s cannot be taken of it", id, row, who), hint
}

// lateRow says that a row after the total is not there yet where another names it.
func (b *Budget) lateRow(id string) (message, hint string) {
	switch _, isAfter := b.AfterRow(id); {
	case isAfter:
		return fmt.Sprintf("`%s` does not stand before this row", id), "rows are made of those before them: write this one further down"
	case id == "financing":
		return "the budget has no `financing`", "add the sources of money, or take `financing` out"
	}
	return "", ""
}

func hasLine(lines []Line, id string) bool {
	return slices.ContainsFunc(lines, func(l Line) bool { return l.ID.Value == id })
}

// ofItself reports a balance that is its own income or expenditure.
func (a *afterer) ofItself(at int) bool {
	l := a.lines[at].Line
	name := l.ID.Value
	a.findings.Add(diag.Finding{Rule: Cycle, Span: a.baseSpan(name), Subject: "budget/" + name,
		Message: fmt.Sprintf("`%s` is made of itself", name), Hint: "take it out: a balance closes with what comes in and goes out, and is none of it"})
	return false
}

// rowOf returns the row after the total that a row is, or belongs to as a part of a balance.
func (a *afterer) rowOf(i int) int {
	for at := 0; at < i; at = max(a.lines[at].End, at+1) {
		if i < a.lines[at].End {
			return at
		}
	}
	return i
}

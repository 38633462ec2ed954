package actuals

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// names look for rows whose code is that of one line, and whose name is that of another.
type names struct {
	at    int // the column of the names of accounts, -1 where there is none
	rows  map[misnamed]int
	order []misnamed
	first []source.Node
}

// misnamed is a line, and the name of another that stands beside its code.
type misnamed struct{ line, name string }

// nameHead is what columns are called that name accounts.
var nameHead = pattern.Lazy(`(?i)^(?:(?:account|line|budget line|code)[ -](?:name|title|label)|name of (?:the )?(?:account|line|budget line)|name|label)$`)

// see looks at a row that is on a line.
func (n *names) see(r *reader, row tabular.Row, at source.Node, line string) {
	found := r.lines.find(row.Cell(r.columns.line).Text)
	if line == "" || found.sub != "" || len(found.lines) == 0 {
		return
	}
	for _, name := range []string{found.name, row.Cell(n.at).Text} {
		if name == "" || !r.lines.isOther(name, line, found.lines) {
			continue
		}
		of := misnamed{line, name}
		if n.rows == nil {
			n.rows = map[misnamed]int{}
		}
		if n.rows[of]++; n.rows[of] == 1 {
			n.order, n.first = append(n.order, of), append(n.first, at)
		}
		return
	}
}

func (n *names) report(r *reader) {
	for i, of := range n.order {
		what := "this row is"
		if rows := n.rows[of]; rows > 1 {
			what = diag.Grouped(rows) + " rows from this one on are"
		}
		other := r.lines.byLabel[key(of.name)][0]
		r.findings.Add(diag.Finding{Rule: plan.OtherName, Subject: subject, Span: n.first[i].Span(),
			Message: fmt.Sprintf("%s on the line `%s` by the code, but the name %s is that of the line `%s`", what, of.line, tabular.Quoted(of.name), other),
			Hint:    fmt.Sprintf("correct the code or the name; by the code the amount is counted on `%s`", of.line)})
	}
}

// isOther reports a name that is the label of lines, and of none that has the code, nor of a group in or
// around it.
func (m *matcher) isOther(name, own string, coded []line) bool {
	labelled := m.byLabel[key(name)]
	for _, id := range labelled {
		if m.isWithin(id, own) || m.isWithin(own, id) || slices.ContainsFunc(coded, func(l line) bool { return l.id == id }) {
			return false
		}
	}
	return len(labelled) > 0
}

// isWithin reports a line that is another, or stands in it.
func (m *matcher) isWithin(id, group string) bool {
	for ; id != ""; id = m.above[id] {
		if id == group {
			return true
		}
	}
	return false
}

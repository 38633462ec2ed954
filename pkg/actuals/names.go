package actuals

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// names look for rows whose code is that of one line, and whose name is that of another.
type names struct {
	columns []nameColumn // those that are surely of names first
	rows    map[misnamed]int
	order   []misnamed
	first   []source.Node
}

// nameColumn is a column of names of accounts. One of texts may as well say what was bought: it is one of
// names where most of its texts are labels of lines.
type nameColumn struct {
	at, texts, labels int
	isText            bool
}

// misnamed is a line, and the name of another that stands beside its code, in a column of names or, at -1,
// behind the code.
type misnamed struct {
	line, name string
	column     int
}

// look keeps a column whose head says that it names accounts, or that it has texts.
func (n *names) look(at int, head string) {
	switch {
	case nameHead().MatchString(head):
		texts := slices.IndexFunc(n.columns, func(c nameColumn) bool { return c.isText })
		if texts < 0 {
			texts = len(n.columns)
		}
		n.columns = slices.Insert(n.columns, texts, nameColumn{at: at})
	case textHead().MatchString(head):
		n.columns = append(n.columns, nameColumn{at: at, isText: true})
	}
}

// see looks at a row that is on a line.
func (n *names) see(r *reader, row tabular.Row, at source.Node, line string) {
	found := r.lines.find(row.Cell(r.columns.line).Text)
	if line == "" || found.sub != "" || len(found.lines) == 0 {
		return
	}
	n.count(r, row)
	if n.isOther(r, misnamed{line, found.name, -1}, found.lines, at) {
		return
	}
	for i, c := range n.columns {
		if n.isOther(r, misnamed{line, row.Cell(c.at).Text, i}, found.lines, at) {
			return
		}
	}
}

func (n *names) count(r *reader, row tabular.Row) {
	for i := range n.columns {
		c := &n.columns[i]
		if text := row.Cell(c.at).Text; text != "" {
			c.texts++
			if len(r.lines.byLabel[key(text)]) > 0 {
				c.labels++
			}
		}
	}
}

// isOther keeps a name that is that of another line.
func (n *names) isOther(r *reader, of misnamed, coded []line, at source.Node) bool {
	if of.name == "" || !r.lines.isOther(of.name, of.line, coded) {
		return false
	}
	if n.rows == nil {
		n.rows = map[misnamed]int{}
	}
	if n.rows[of]++; n.rows[of] == 1 {
		n.order, n.first = append(n.order, of), append(n.first, at)
	}
	return true
}

func (n *names) report(r *reader) {
	for i, of := range n.order {
		if of.column >= 0 && n.columns[of.column].isText && 2*n.columns[of.column].labels <= n.columns[of.column].texts {
			continue
		}
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

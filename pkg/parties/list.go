// Package parties reads lists of Parties from files beside a plan: tables in CSV and
// workbooks, from anybody, within bounds. Nothing is guessed: what can be read in two ways is
// a finding that names the row.
package parties

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// File is a file beside a plan: what findings call it, and its bytes.
type File struct {
	Name string
	Text []byte
}

// Fill reads the lists that a plan names, and gives its contributions their Parties. An error
// of open is a sentence that goes on behind a colon. The findings say what cannot be read; a
// list with errors in it has no Parties.
func Fill(p *plan.Plan, open func(name string) (File, error)) []diag.Finding {
	var findings diag.List
	for i := range p.Budget.Contributions {
		c := &p.Budget.Contributions[i]
		if !c.List.IsSet() {
			continue
		}
		r := &reader{of: c, columns: p.Budget.Columns, findings: &findings, isShared: isShared(p, c)}
		file, err := open(c.List.Value)
		if err != nil {
			r.fail(c.List.Span(), "the list of Parties cannot be read: "+err.Error(), "correct its path, which begins in this plan's folder")
			continue
		}
		if r.read(file); !r.failed {
			c.Parties = r.parties
		}
	}
	return findings.Sorted()
}

// reader reads one list.
type reader struct {
	of       *plan.Contribution
	columns  []plan.Column
	findings *diag.List
	marks    tabular.Marks
	exact    bool
	parties  []plan.Party
	failed   bool // a finding says that the list cannot be read
	// isShared says that other contributions have the same list, so that only `heads` can say
	// of which what was paid is.
	isShared bool
}

// isShared reports whether other contributions of a plan have the same list.
func isShared(p *plan.Plan, c *plan.Contribution) bool {
	count := 0
	for i := range p.Budget.Contributions {
		if of := &p.Budget.Contributions[i]; of.List.Value == c.List.Value && strings.EqualFold(of.Sheet.Value, c.Sheet.Value) {
			count++
		}
	}
	return count > 1
}

func (r *reader) fail(at source.Span, message, hint string) {
	r.failed = true
	r.findings.Add(diag.Finding{Rule: plan.BadList, Subject: r.of.Path(), Span: at, Message: message, Hint: hint})
}

// read finds the table in a file, and in it the head and the Parties.
func (r *reader) read(f File) {
	list, err := tabular.Read(f.Name, f.Text, r.of.Sheet.Value)
	if err != nil {
		r.broken(f, err)
		return
	}
	var firsts []string
	for _, t := range list {
		at, ok := r.head(&t)
		if ok {
			r.table(&t, at)
			return
		}
		if len(t.Rows) > 0 && len(t.Rows[0].Cells) >= len(firsts) {
			firsts = t.Rows[0].Texts()
		}
	}
	hint := "name the head of the column of names: \"heads: {party: …}\""
	if len(firsts) > 0 {
		hint += "; the first row has " + tabular.Quoted(firsts...)
	}
	r.fail(r.of.List.Span(), fmt.Sprintf("the list has no column of Parties: none of its first rows has the head %s", tabular.Quoted(partyHeads(r.of)...)), hint)
}

// broken reports a file that is no table.
func (r *reader) broken(f File, err error) {
	at := r.of.List.Span()
	var no *tabular.Fault
	if errors.As(err, &no) && no.Line > 0 {
		at = source.NewFile(f.Name, f.Text).LineSpan(no.Line)
	}
	r.fail(at, "the list of Parties cannot be read: "+err.Error(), "mend the file, or save it anew")
}

// table reads the Parties below a head.
func (r *reader) table(t *tabular.Table, head int) {
	columns, ok := r.find(t.Rows[head].Cells)
	if ok {
		ok = r.passedOver(t, t.Rows[head].Cells, columns)
	}
	if !ok {
		return
	}
	rows := t.Rows[head+1:]
	r.marks, r.exact = r.decimal(t, rows, columns), t.Exact
	seen, totals := 0, newTotals(r, columns)
	for _, row := range rows {
		name := columns[0].of(row)
		switch {
		case tabular.IsSum(name.Text):
			totals.compare(t, row)
			continue // a sum is no Party
		case name.Text == "":
			r.nameless(t, row, columns)
			continue
		}
		if seen++; seen > plan.MostParties {
			r.failed = true
			r.findings.Add(diag.Finding{Rule: schema.TooMuch, Span: source.Cell(t.File, name.At, name.Text).Span(), Subject: r.of.Path(),
				Message: fmt.Sprintf("the list has more than %s Parties, the most that it may have", diag.Grouped(plan.MostParties)), Hint: "leave out what is not needed"})
			return
		}
		r.party(t, row, name, columns)
		totals.add(row)
	}
	if seen == 0 {
		r.fail(r.of.List.Span(), "the list has no Parties below its head", "add them, a row each")
	}
}

// nameless reports figures without a Party.
func (r *reader) nameless(t *tabular.Table, row tabular.Row, columns []column) {
	for _, c := range columns[1:] {
		if x := c.of(row); x.Text != "" {
			r.fail(source.Cell(t.File, x.At, x.Text).Span(), "this row has figures, but no Party", "fill in its name, or take the row out; a row that is a sum is called Total")
			return
		}
	}
}

// party reads a row.
func (r *reader) party(t *tabular.Table, row tabular.Row, name tabular.Cell, columns []column) {
	const longest = 200
	node := source.Cell(t.File, name.At, name.Text)
	if utf8.RuneCountInString(name.Text) > longest || strings.ContainsFunc(name.Text, func(x rune) bool { return unicode.IsControl(x) || source.IsUnseen(x) || x == utf8.RuneError }) {
		r.fail(node.Span(), "this is not the name of a Party", "is a cell of another column stuck, or a character that nobody sees?")
		return
	}
	p := plan.Party{Name: source.At[string]{Value: name.Text, Node: node}}
	p.Node = node
	for _, c := range columns[1:] {
		switch x := c.of(row); {
		case x.IsOpen:
			r.fail(source.Cell(t.File, x.At, x.Text).Span(), fmt.Sprintf("the cell of this row in the column of `%s` has a formula that was never computed, and no value", c.key), tabular.Compute)
		case x.Text != "":
			r.set(&p, c, x, source.Cell(t.File, x.At, x.Text))
		}
	}
	r.parties = append(r.parties, p)
}

// Package actuals reads exports of the accounts from files beside a plan: tables in CSV and
// workbooks, from anybody, within bounds. Nothing is guessed, and nothing is lost: a row that
// belongs to no line of the budget is a finding and keeps its amount, and a row that is passed
// over is counted in a note.
package actuals

import (
	"errors"
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
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

// subject is the path of the actuals in findings.
const subject = "budget/actuals"

// Fill reads the export that a plan names, and gives the plan its actuals. An error of open is a
// sentence that goes on behind a colon. An export with errors in it gives none.
func Fill(p *plan.Plan, open func(name string) (File, error)) []diag.Finding {
	a := &p.Budget.Actuals
	if !a.List.IsSet() || !a.AsAt.IsSet() || !p.Period.From.IsSet() || !p.Period.To.IsSet() {
		return nil
	}
	r := &reader{of: a, currency: string(p.Budget.Currency.Value), findings: &diag.List{}, lines: newMatcher(&p.Budget), groups: map[group]int{}}
	r.from, r.to = p.AccountPeriod()
	r.quarters = quartersOf(p, r.from, r.to)
	file, err := open(a.List.Value)
	if err != nil {
		r.fail(a.List.Span(), "the export of the accounts cannot be read: "+err.Error(), "correct its path, which begins in this plan's folder")
		return r.findings.Sorted()
	}
	r.read(file)
	if !r.failed {
		r.twice()
	}
	if !r.failed {
		a.Lines, a.TellsFunds = r.sums, r.columns.fund >= 0 && r.texts.any(r, r.columns.fund)
		r.passedOver()
		r.doubted()
	}
	return r.findings.Sorted()
}

// reader reads one export.
type reader struct {
	of       *plan.Actuals
	currency string
	findings *diag.List
	lines    *matcher
	days
	table   *tabular.Table
	body    []tabular.Row // below the heads
	texts   texts
	heads   tabular.Row
	columns columns
	marks   marks
	section string // the heading of an account that further rows are below
	totals  totals
	rows    int
	groups  map[group]int // where the sum of each stands in sums
	keys    []group
	sums    []plan.Actual
	passed  [passings]passed
	cut     cut
	gaps    gaps
	twins   twins
	names   names
	alike   alike
	unread  unreadDates
	failed  bool
}

// group is what rows are added up by: the line, or else the text that names none, and the fund.
type group struct{ line, text, fund string }

func (r *reader) fail(at source.Span, message, hint string) {
	r.failed = true
	r.findings.Add(diag.Finding{Rule: plan.BadExport, Subject: subject, Span: at, Message: message, Hint: hint})
}

// read finds the table in a file, and in it the head and the rows.
func (r *reader) read(f File) {
	list, err := tabular.Read(f.Name, f.Text, r.of.Sheet.Value)
	if err != nil {
		at := r.of.List.Span()
		var no *tabular.Fault
		if errors.As(err, &no) && no.Line > 0 {
			at = source.NewFile(f.Name, f.Text).LineSpan(no.Line)
		}
		r.fail(at, "the export of the accounts cannot be read: "+err.Error(), "mend the file, or save it anew")
		return
	}
	var firsts []string
	for i := range list {
		t := &list[i]
		if head, ok := r.head(t); ok {
			r.table = t
			r.below(head)
			return
		}
		if len(t.Rows) > 0 && len(t.Rows[0].Cells) >= len(firsts) {
			firsts = t.Rows[0].Texts()
		}
	}
	hint := "name the head of the column of codes or ids: \"heads: {line: …}\""
	if len(firsts) > 0 {
		hint += "; the first row has " + tabular.Quoted(firsts...)
	}
	r.fail(r.of.List.Span(), "the export has no column of lines: none of its first rows has the head "+tabular.Quoted(r.usual("line")...), hint)
}

// mostAbove is how many rows may stand above the head.
const mostAbove = 30

func (r *reader) head(t *tabular.Table) (int, bool) {
	first, found := 0, false
	for i := range t.Rows[:min(len(t.Rows), mostAbove)] {
		lines, amounts := r.isHead(t.Rows[i])
		if amounts {
			return i, true
		}
		if lines && !found {
			first, found = i, true
		}
	}
	return first, found // without amounts, which is a finding
}

// below reads the rows below a head.
func (r *reader) below(head int) {
	rows := r.table.Rows[head+1:]
	r.heads = r.table.Rows[head]
	if !r.find(r.heads) {
		return
	}
	r.body = rows
	r.inOurs(r.table.Rows[:head], rows)
	r.learn(rows)
	r.look()
	r.unread.begin(r, rows)
	r.totals.begin()
	defer r.reportAlike()
	for _, row := range rows {
		if r.row(row); r.rows > plan.MostActualRows {
			r.failed = true
			r.findings.Add(diag.Finding{Rule: schema.TooMuch, Span: r.of.List.Span(), Subject: subject,
				Message: fmt.Sprintf("the export has more than %s rows, the most that are read", diag.Grouped(plan.MostActualRows)), Hint: "have the accounts add up what is on one line"})
			return
		}
	}
	r.openSums()
	if r.rows == 0 && !r.failed {
		r.fail(r.of.List.Span(), "the export has no rows below its head", "export the accounts again")
	}
}

// add adds an amount to those of its line.
func (r *reader) add(key group, node source.Node, spent, committed money.Decimal) *plan.Actual {
	at, known := r.groups[key]
	if !known {
		if len(r.sums) >= plan.MostActualGroups {
			if !r.failed {
				r.findings.Add(diag.Finding{Rule: schema.TooMuch, Span: node.Span(), Subject: subject,
					Message: fmt.Sprintf("the export has more than %s different codes, the most that are read", diag.Grouped(plan.MostActualGroups)), Hint: "is the column of lines another one?"})
			}
			r.failed = true
			return &plan.Actual{}
		}
		at = len(r.sums)
		r.groups[key], r.keys = at, append(r.keys, key)
		one := plan.Actual{Line: plan.ID{Value: key.line, Node: node}, Fund: plan.ID{Value: r.lines.fund(key.fund)}}
		one.Node = node
		r.sums = append(r.sums, one)
	}
	a := &r.sums[at]
	a.Rows++
	a.Spendings.Add(spent, node)
	a.Commitments.Add(committed, node)
	a.Spent = source.At[money.Decimal]{Value: a.Spent.Value.Add(spent), Node: a.Line.Node}
	a.Committed = source.At[money.Decimal]{Value: a.Committed.Value.Add(committed), Node: a.Line.Node}
	return a
}

package sheet

import (
	"encoding/csv"
	"strconv"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/source"
)

// hasMoney reports a budget that has lines: a plan may be a table of posts alone.
func (s Sheet) hasMoney() bool {
	return len(s.Budget.Lines) > 0 || len(s.Budget.Financing) > 0 || s.Budget.Staffing == nil && len(s.Budget.Outside) == 0 || s.Budget.Counts != ""
}

// posts returns the table of posts as a sheet of its own; it is false where the plan has none.
func (s Sheet) posts() (Sheet, bool) {
	p := s.Budget.Staffing
	if p == nil {
		return Sheet{}, false
	}
	title, total := s.word("staffing_title", "Staffing table"), s.word("total", "Total")
	if p.Title.IsSet() {
		title = s.worded(p.Title)
	}
	if p.TotalLabel.IsSet() {
		total = s.worded(p.TotalLabel)
	}
	out := Sheet{Budget: p.Budget, all: p.All, Title: title, Total: total, Words: s.Words, Number: s.Number, Recomputed: s.Recomputed}
	if !s.hasMoney() {
		out.WhatIf = s.WhatIf // otherwise it is said above the budget
	}
	return out, true
}

// word returns a word of the language, or what stands for it where no document is at hand.
func (s Sheet) word(id, otherwise string) string {
	if s.Words == nil {
		return otherwise
	}
	reference := "${words." + id + "}"
	if text := s.Words(source.At[string]{Value: reference}); text != "" && text != reference {
		return text
	}
	return otherwise // a language file of somebody's own may lack it
}

// units are what tables count in place of money.
var units = map[string]string{cost.HeadsOnly: "posts", cost.FullTime: "full-time equivalents", cost.WorkMonths: "work-months"}

// unit is what the table counts: a currency, or posts.
func (s Sheet) unit() string {
	if s.Budget.Counts != "" {
		return s.word("staffing_"+s.Budget.Counts, units[s.Budget.Counts])
	}
	return string(s.Budget.Currency)
}

// fundsID and fundsLabel are of the sum of the financing, or of the posts that others pay.
func (s Sheet) fundsID() string {
	if s.Budget.Counts != "" {
		return budget.StaffOthers
	}
	return "financing"
}

func (s Sheet) fundsLabel() string {
	if s.Budget.Counts != "" {
		return s.word("staffing_others", "Posts that others pay")
	}
	return s.Total
}

// countsPosts reports a row of the table of posts.
func countsPosts(l *budget.Line) bool {
	for range l.Counted() {
		return true
	}
	return false
}

// csvPosts writes the rows of the table of posts, in the columns of the budget.
func (s Sheet) csvPosts(out *csv.Writer) error {
	posts, ok := s.posts()
	if !ok {
		return nil
	}
	rows := posts.Rows()
	for i := range rows {
		if err := out.Write(s.csvPost(posts, &rows[i])); err != nil {
			return err
		}
	}
	return nil
}

func (s Sheet) csvPost(posts Sheet, r *Row) []string {
	own := posts.csvRow(r) // in its own columns
	n := len(posts.Budget.Columns)
	row := []string{"staffing-" + own[0], harmless("staffing." + r.ID), "", own[3], strconv.Itoa(r.Depth)}
	figures, behind := make([]string, len(s.Budget.Columns)), make([]string, 2*len(s.Budget.Columns))
	for i := range s.Budget.Columns {
		if at, ok := posts.Budget.Column(s.Budget.Columns[i].ID); ok {
			figures[i] = own[len(csvBefore)+at]
			copy(behind[2*i:], own[len(csvBefore)+n+1+2*at:][:2])
		}
	}
	row = append(append(append(row, figures...), ""), behind...)
	row = append(row, make([]string, len(csvBehind))...)
	if s.WhatIf != nil {
		row = append(row, harmless(s.whatIf()))
	}
	return row
}

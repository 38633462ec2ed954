package compare

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/money"
)

// Series makes the table of years of several plans: each line of their budgets, the totals
// and their changes, and how much work the plans promise.
func Series(sides []diff.Side, l *language.Language) *document.Document {
	last := sides[len(sides)-1]
	s := series{newWords(l, last), sides}
	var years []string
	for _, side := range sides {
		years = append(years, s.years(side))
	}
	unit := last.Plan.Document.Unit.Value
	title := language.Fill(s.forms.Years.Value, "unit", unit, "years", strings.Join(years, s.forms.Lists.Separator.Value))
	doc := &document.Document{
		Meta:     document.Meta{Title: title, Subject: title, Language: l.Code.Value, Hyphenation: l.Hyphenation.Value, Typography: l.Setting(), Date: last.Plan.Document.Date.Value, Author: unit},
		Masthead: document.Masthead{Name: document.Plain(last.Plan.Document.Convention.Value), Title: document.Plain(title)},
	}
	doc.Blocks = []document.Block{heading("budget", s.forms.Heads.Budget.Value)}
	if text := s.unlike(); text != "" {
		doc.Blocks = append(doc.Blocks, document.Paragraph{Text: document.Plain(text)})
	}
	doc.Blocks = append(doc.Blocks, s.budget(), heading("work", s.forms.Heads.Work.Value), s.work())
	return doc
}

// series makes the tables of several plans.
type series struct {
	words
	sides []diff.Side
}

// unlike says where the sums are of times of different lengths.
func (s *series) unlike() string {
	sides := make([]*diff.Side, len(s.sides))
	for i := range s.sides {
		sides[i] = &s.sides[i]
	}
	return s.lengths(sides...)
}

func (s *series) columns(head string) []document.Column {
	columns := []document.Column{{Head: document.Plain(head), Width: 30, Label: true}}
	for _, side := range s.sides {
		columns = append(columns, document.Column{Head: document.Plain(s.years(side)), Width: 14, Numeric: true})
	}
	return columns
}

func (s *series) budget() document.Table {
	t := document.Table{ID: "series", Caption: document.Plain(s.forms.Captions.Years.Value), Columns: s.columns(s.forms.Columns.Cost.Value)}
	for _, l := range diff.Series(s.sides) {
		row := document.Row{Cells: []document.Text{document.Plain(l.Label)}}
		for i, amount := range l.Amounts {
			row.Cells = append(row.Cells, s.cell(s.sides[i], amount))
		}
		t.Rows = append(t.Rows, row)
	}
	total := document.Row{Kind: document.TotalRow, Cells: []document.Text{document.Plain(s.forms.Total.Value)}}
	change := document.Row{Cells: []document.Text{document.Plain(s.forms.Columns.PercentChange.Value), nil}}
	for i, side := range s.sides {
		sum := totalOf(side)
		total.Cells = append(total.Cells, s.cell(side, &sum))
		if i > 0 {
			change.Cells = append(change.Cells, s.change(s.sides[i-1], side))
		}
	}
	t.Rows = append(t.Rows, total, change)
	return t
}

// change is by how much the total changed from one plan to the next, or the currency
// where it is another.
func (s *series) change(before, side diff.Side) document.Text {
	if side.Budget.Currency != before.Budget.Currency {
		return document.Plain(string(side.Budget.Currency))
	}
	return s.share(totalOf(side).Sub(totalOf(before)), totalOf(before))
}

func totalOf(s diff.Side) money.Decimal { return s.Budget.Amount(s.Budget.Total).Printed }

func (s *series) cell(side diff.Side, amount *money.Decimal) document.Text {
	if amount == nil {
		return nil
	}
	return document.Plain(s.language.Number(*amount, side.Budget.Rounding.Places()))
}

// work counts what the plans promise.
func (s *series) work() document.Table {
	t := document.Table{ID: "work", Caption: document.Plain(s.forms.Captions.Work.Value), Columns: s.columns(s.forms.Columns.Plan.Value)}
	for _, kind := range []string{"outcomes", "outcomes/outputs", "outcomes/outputs/activities", "mandate", "priorities"} {
		row := document.Row{Cells: []document.Text{document.Plain(language.Entry(s.forms.Counted, diff.Noun(kind)))}}
		for _, side := range s.sides {
			row.Cells = append(row.Cells, document.Plain(strconv.Itoa(diff.Count(side, kind))))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

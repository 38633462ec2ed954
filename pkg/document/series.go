package document

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/money"
)

// Series makes the table of years of several plans: each line of their budgets, the
// totals and their changes, and how much work stands behind them.
func Series(sides []diff.Side) *Document {
	last := sides[len(sides)-1]
	title := fmt.Sprintf("%s: %s", last.Plan.Document.Unit.Value, yearsOf(sides))
	doc := &Document{
		Meta:     Meta{Title: title, Subject: title, Language: "en", Date: last.Plan.Document.Date.Value, Author: last.Plan.Document.Unit.Value},
		Masthead: Masthead{Name: Plain(last.Plan.Document.Convention.Value), Title: Plain(title)},
	}
	doc.Blocks = []Block{heading("budget", "Budget"), seriesBudget(sides), heading("work", "Work"), seriesWork(sides)}
	return doc
}

func yearsOf(sides []diff.Side) string {
	var years []string
	for _, s := range sides {
		years = append(years, Years(s))
	}
	return strings.Join(years, ", ")
}

func seriesColumns(sides []diff.Side, head string) []Column {
	columns := []Column{{Head: Plain(head), Width: 30, Label: true}}
	for _, s := range sides {
		columns = append(columns, Column{Head: Plain(Years(s)), Width: 14, Numeric: true})
	}
	return columns
}

func seriesBudget(sides []diff.Side) Table {
	t := Table{ID: "series", Caption: Plain("The budgets of several plans, line by line"), Columns: seriesColumns(sides, "Cost")}
	for _, l := range diff.Series(sides) {
		row := Row{Cells: []Text{Plain(l.Label)}}
		for i, amount := range l.Amounts {
			row.Cells = append(row.Cells, cell(sides[i], amount))
		}
		t.Rows = append(t.Rows, row)
	}
	total := Row{Kind: TotalRow, Cells: []Text{Plain("Total")}}
	change := Row{Cells: []Text{Plain("Change in per cent"), nil}}
	for i, s := range sides {
		sum := s.Budget.Total[s.Budget.MainAmount()].Printed
		total.Cells = append(total.Cells, cell(s, &sum))
		if i > 0 {
			before := sides[i-1].Budget.Total[sides[i-1].Budget.MainAmount()].Printed
			if s.Budget.Currency == sides[i-1].Budget.Currency {
				change.Cells = append(change.Cells, share(sum.Sub(before), before))
			} else {
				change.Cells = append(change.Cells, Plain(string(s.Budget.Currency)))
			}
		}
	}
	t.Rows = append(t.Rows, total, change)
	return t
}

func cell(s diff.Side, amount *money.Decimal) Text {
	if amount == nil {
		return nil
	}
	return Plain(money.Number(*amount, s.Budget.Rounding.Places(), ",", "."))
}

// seriesWork counts what the plans promise.
func seriesWork(sides []diff.Side) Table {
	t := Table{ID: "work", Caption: Plain("How many outcomes, outputs and activities the plans have"), Columns: seriesColumns(sides, "Plan")}
	for _, kind := range []struct{ kind, head string }{{"outcomes", "Outcomes"}, {"outcomes/outputs", "Outputs"}, {"outcomes/outputs/activities", "Activities"}, {"mandate", "Mandate items"}, {"priorities", "Priorities"}} {
		row := Row{Cells: []Text{Plain(kind.head)}}
		for _, s := range sides {
			row.Cells = append(row.Cells, Plain(fmt.Sprint(diff.Count(s, kind.kind))))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

package actuals

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// twins look for rows that stand twice: the same in every column of a file that tells bookings apart, by the
// number of a document. Without one, two like rows are as likely two payments.
type twins struct {
	numbers []int // the columns of such numbers
	seen    map[string]source.Node
}

// numberHead is what columns are called that number documents.
var numberHead = pattern.Lazy(`(?i)(?:^|[^\pL])(?:voucher|document|doc|invoice|journal|entry|transaction|trans|reference|référence|referencia|ref|receipt|beleg|pièce|facture|comprobante|factura|asiento|документ|счет)(?:no|nr|number|nummer|id)?(?:$|[^\pL])`)

// look finds the columns of a file that the plan does not name and that say more of its rows.
func (r *reader) look() {
	read := map[int]bool{}
	for _, of := range r.columns.all() {
		read[*of.at] = true
	}
	r.twins.seen = map[string]source.Node{}
	for at, c := range r.heads.Cells {
		switch {
		case read[at]:
		case numberHead().MatchString(c.Text):
			r.twins.numbers = append(r.twins.numbers, at)
		default:
			r.names.look(at, c.Text)
		}
	}
}

// see reports a row that is like one above it. It has to have a day, a number and an amount.
func (t *twins) see(r *reader, row tabular.Row, at source.Node, sums [2]money.Decimal) {
	if sums[spent].IsZero() && sums[committed].IsZero() || !t.isNumbered(r, row) {
		return
	}
	texts := make([]string, len(row.Cells))
	for i, c := range row.Cells {
		texts[i] = c.Text
	}
	all := strings.TrimRight(strings.Join(texts, "\x00"), "\x00")
	before, twice := t.seen[all]
	if !twice {
		t.seen[all] = at
		return
	}
	r.findings.Add(diag.Finding{Rule: plan.RowTwice, Subject: subject, Span: at.Span(), Amount: sums[spent].Add(sums[committed]).Abs(),
		Message: r.rowsOf(1, sums[spent].Add(sums[committed]), fmt.Sprintf("is the same in every column as that in row %d: it may stand twice", before.Start().Line), ""),
		Hint:    "take one of them out where it was booked once; nothing has to be done where there were two", Related: []diag.Related{{Span: before.Span(), Note: "the same"}}})
}

// isNumbered reports a row with a day and the number of a document.
func (t *twins) isNumbered(r *reader, row tabular.Row) bool {
	if r.columns.date < 0 || len(t.numbers) == 0 {
		return false
	}
	if first, last, why := r.days.read(row.Cell(r.columns.date).Text); why != "" || !first.Equal(last) {
		return false
	}
	for _, at := range t.numbers {
		text := row.Cell(at).Text
		if _, _, why := r.days.read(text); why != "" && strings.ContainsAny(text, "0123456789") {
			return true
		}
	}
	return false
}

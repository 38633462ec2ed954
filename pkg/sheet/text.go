// Package sheet writes a budget for people who work with figures: as a table for
// the terminal, and as the derivation of every figure.
package sheet

import (
	"fmt"
	"io"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// Sheet is a budget ready to be written.
type Sheet struct {
	Budget *budget.Budget
	Title  string
	Total  string // the label of the total
	// Words composes a text of the plan, such as a label that quotes a figure.
	Words func(source.At[string]) string
	// Recomputed says that rules stand in for stated amounts.
	Recomputed bool
}

// Text writes the table: labels, amounts aligned right, the total ruled off.
func (s Sheet) Text(w io.Writer) error {
	rows := s.rows()
	label, amount := widths(rows)
	out := &printer{w: w}
	out.line("%s (%s)", s.Title, s.Budget.Currency)
	out.line("")
	rule := strings.Repeat("-", label+2+amount)
	for _, r := range rows {
		if r.total {
			out.line("%s", rule)
		}
		out.line("%s", strings.TrimRight(pad(r.label, label)+"  "+padLeft(r.amount, amount)+"  "+r.remark, " "))
		if r.total {
			out.line("%s", rule)
		}
	}
	return out.err
}

// row is a line of the table.
type row struct {
	label, amount, remark string
	total                 bool
}

func (s Sheet) rows() []row {
	var rows []row
	for _, l := range s.Budget.Lines {
		rows = append(rows, row{label: s.Words(l.Label), amount: s.money(l.Printed), remark: s.remark(l.Figure)})
	}
	rows = append(rows, row{label: s.Total, amount: s.money(s.Budget.Total.Printed), remark: s.remark(s.Budget.Total), total: true})
	for i := range s.Budget.Outside {
		k := &s.Budget.Outside[i]
		r := row{label: s.Words(k.Label), amount: "in kind", remark: "not in the total; given by " + s.Words(k.Provider)}
		if k.Value.IsSet() {
			r.remark = "worth " + s.money(k.Value.Value) + ", " + r.remark
		}
		rows = append(rows, r)
	}
	return rows
}

// remark says where an amount is not simply what the plan's rules give.
func (s Sheet) remark(f budget.Figure) string {
	switch {
	case !f.Stated.IsSet():
		return ""
	case f.Computed == nil:
		return "as stated"
	case !f.Differs():
		return ""
	case s.Recomputed:
		return "stated " + s.money(f.Stated.Value)
	}
	return "as stated; computed " + s.money(*f.Computed)
}

// money writes an amount with the plan's decimals, and with two at least where it
// has any.
func (s Sheet) money(d money.Decimal) string {
	places := s.Budget.Rounding.Places()
	if !d.IsInteger() {
		places = max(places, 2)
	}
	return money.Number(d, places, ",", ".")
}

func widths(rows []row) (label, amount int) {
	for _, r := range rows {
		label = max(label, uniseg.StringWidth(r.label))
		amount = max(amount, uniseg.StringWidth(r.amount))
	}
	return label, amount
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-uniseg.StringWidth(s)))
}

func padLeft(s string, width int) string {
	return strings.Repeat(" ", max(0, width-uniseg.StringWidth(s))) + s
}

// printer writes lines and keeps the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

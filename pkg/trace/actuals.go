package trace

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// spentParts are what is known of each line of the accounts.
var spentParts = []string{"planned", "spent", "committed", "used", "balance", "percent"}

// spent returns how figures of the accounts came about, by the name that prose quotes them by: one, or
// all of a line where the name has no part, such as actuals.travel. They end at the rows of the
// export.
func (t Tracer) spent(name string) []Figure {
	a := t.Budget.Actuals
	if a == nil {
		return nil
	}
	keys := strings.Split(strings.TrimPrefix(name, "actuals."), ".")
	row, ok := a.Row(keys[0])
	rows, more := a.Rows, keys[1:]
	isLine := ok && len(keys) == 2 && slices.Contains(spentParts, keys[1]) // a line that is called funds
	if keys[0] == "funds" && len(keys) > 1 && !isLine {
		row, ok = a.Fund(keys[1])
		rows, more = a.Funds, keys[2:]
	}
	if !ok || len(more) > 1 || len(more) == 1 && !slices.Contains(spentParts, more[0]) {
		return nil
	}
	if len(more) == 0 {
		more = []string{"spent", "committed", "balance"}
	}
	var list []Figure
	for _, part := range more {
		s := spentTrace{Tracer: t, of: a, rows: rows}
		s.figure(row, part, 1)
		list = append(list, Figure{ID: name, Label: t.spentLabel(row) + ", " + part, Value: s.shown(row, part), Column: a.Column, Lines: s.lines})
	}
	return list
}

func (t Tracer) spentLabel(r *budget.ActualRow) string {
	switch {
	case r.Kind == budget.ActualRest:
		return t.Worded(r.Label()) + ", on none of its lines"
	case r.Label().IsSet():
		return t.Worded(r.Label())
	case r.Kind == budget.ActualOff:
		return "On no line of the budget"
	case r.Kind == budget.ActualNoFund:
		return "On no fund"
	}
	return t.Total
}

// spentTrace writes how a figure of the accounts came about.
type spentTrace struct {
	Tracer
	of    *budget.Actuals
	rows  []budget.ActualRow
	lines []Line
}

func (s *spentTrace) add(depth int, value, text string, at source.Node) {
	l := Line{Depth: depth, Value: value, Text: text, Column: s.of.Column}
	if !at.IsZero() {
		l.Op, l.Span = cost.Given, at.Span()
	}
	s.lines = append(s.lines, l)
}

func (s *spentTrace) money(d money.Decimal) string { return money.Number(d, s.of.Places, ",", ".") }

func (s *spentTrace) shown(r *budget.ActualRow, part string) string {
	if part == "percent" {
		if percent, ok := r.Percent(); ok {
			return money.Number(percent, budget.UsedPlaces, ",", ".") + "%"
		}
		return "none"
	}
	return strings.TrimSpace(string(s.Budget.Currency) + " " + s.money(amountOf(r, part)))
}

func amountOf(r *budget.ActualRow, part string) money.Decimal {
	switch part {
	case "planned":
		return r.Planned
	case "spent":
		return r.Spent
	case "committed":
		return r.Committed
	case "used":
		return r.Used()
	}
	return r.Balance()
}

// figure writes what a figure was made of.
func (s *spentTrace) figure(r *budget.ActualRow, part string, depth int) {
	parts := map[string][]string{"used": {"spent", "committed"}, "balance": {"planned", "spent", "committed"}, "percent": {"spent", "committed", "planned"}}[part]
	switch {
	case part == "percent":
		s.add(depth, "", "(spent + committed) / planned", source.Node{})
	case part == "balance":
		s.add(depth, "", "planned − spent − committed", source.Node{})
	case part == "used":
		s.add(depth, "", "spent + committed", source.Node{})
	case part == "planned":
		s.planned(r, depth)
	case r.IsSum():
		for _, i := range r.Parts {
			if d := amountOf(&s.rows[i], part); !d.IsZero() {
				s.add(depth, s.money(d), s.spentLabel(&s.rows[i]), source.Node{})
			}
		}
	default:
		s.booked(r, part, depth)
	}
	for _, p := range parts {
		s.add(depth, s.money(amountOf(r, p)), p, source.Node{})
	}
}

// planned refers to the figure of the budget.
func (s *spentTrace) planned(r *budget.ActualRow, depth int) {
	l := Line{Depth: depth, Value: s.money(r.Planned), Text: "of the budget", Op: cost.Sum, Column: s.of.Column}
	switch {
	case r.Line != nil:
		l.Line = r.Line.ID.Value
	case r.Kind == budget.ActualTotal:
		l.Line = "total"
	default:
		l.Op = 0
	}
	s.lines = append(s.lines, l)
}

// booked writes the rows of the export that a figure adds up: the first of them, and what the others
// come to.
func (s *spentTrace) booked(r *budget.ActualRow, part string, depth int) {
	var first []source.At[money.Decimal]
	count := 0
	for _, i := range r.Of {
		a := &s.of.Lines[i]
		rows, own := a.Spendings, a.Spent
		if part == "committed" {
			rows, own = a.Commitments, a.Committed
		}
		if rows.Count == 0 && !own.Value.IsZero() { // the plan's own
			rows.Add(own.Value, own.Node)
		}
		first, count = append(first, rows.First...), count+rows.Count
	}
	slices.SortStableFunc(first, func(a, b source.At[money.Decimal]) int { return a.Node.Start().Offset - b.Node.Start().Offset })
	first = first[:min(len(first), plan.MostShownRows)]
	rest := amountOf(r, part)
	for _, f := range first {
		s.add(depth, s.money(f.Value), Position(f.Node), f.Node)
		rest = rest.Sub(f.Value)
	}
	switch more := count - len(first); {
	case more > 0:
		s.add(depth, s.money(rest), fmt.Sprintf("in %s more of the export's rows", diag.Grouped(more)), source.Node{})
	case count == 0:
		s.add(depth, "", "the accounts have no such row", source.Node{})
	}
}

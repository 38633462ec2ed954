package trace

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
)

// bounds says what the figure of a row is held to, and how much room it has.
func (w *walker) bounds(id string) {
	for _, b := range w.boundsOf(id) {
		limit := "at least "
		if b.Most {
			limit = "at most "
		}
		limit += w.Cell(b.Limit, cost.Number, w.column)
		if b.Rate.IsSet() {
			limit += fmt.Sprintf(", %s%% of %s (%s)", b.Rate.Value, strings.Join(w.named(b.Of), " and "), w.Money(b.Base))
		}
		room := w.Cell(b.Room.Abs(), cost.Number, w.column)
		switch {
		case b.Room.IsNegative() && b.Most:
			room += " above it"
		case b.Room.IsNegative():
			room += " below it"
		case b.Most:
			room += " are left"
		default:
			room += " more than that"
		}
		w.remark(1, "%s: %s", limit, room)
	}
}

// named are the labels of what a bound is a percentage of.
func (w *walker) named(ids []string) []string {
	labels := w.labels(ids)
	for i, id := range ids {
		if id == "total" {
			labels[i] = w.Total
		}
	}
	return labels
}

func (w *walker) boundsOf(id string) []budget.Bound {
	if id == "total" {
		return w.Budget.TotalBounds(w.column)
	}
	if l, ok := w.Budget.Line(id); ok {
		return w.Budget.Bounds(l, w.column)
	}
	if l, ok := w.Budget.AfterRow(id); ok {
		return w.Budget.Bounds(l, w.column)
	}
	for i := range w.Budget.Financing {
		if l := &w.Budget.Financing[i]; l.ID.Value == id {
			return w.Budget.Bounds(l, w.column)
		}
	}
	return nil
}

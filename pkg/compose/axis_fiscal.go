package compose

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
)

// A year from July to June has no quarters of the calendar of its own: Q3 2026 is its first. Several such years
// are parted at their ends; one is parted as the budget's calendar has it, or else in quarters from its begin,
// which are named by their months.

// fiscalAxis parts a period of such years.
func (b *builder) fiscalAxis() (over, axis []document.Stretch) {
	p := &b.in.Plan.Period
	if first, last := p.FiscalYears(); first < last {
		for y := first; y <= last && len(axis) < mostStretches; y++ {
			from := p.From.Value.AddDate(y-first, 0, 0)
			axis = append(axis, document.Stretch{From: along(p, from), To: along(p, from.AddDate(1, 0, 0)), Text: p.YearName(y)})
		}
		thin(axis)
		return nil, axis
	}
	parts, years := b.yearParts(), false
	for _, name := range []func(*yearPart) string{labelled, b.shortMonths, monthNumbers} {
		var fits bool
		if axis, fits, years = named(p, parts, name); fits {
			break
		}
	}
	if years {
		return nil, axis
	}
	over, _ = b.stretches(plan.InYears, true)
	thin(over)
	return over, axis
}

// named returns the stretches of the parts of a year by their names. It reports whether all of these have room,
// and whether all say their year.
func named(p *plan.Period, parts []yearPart, name func(*yearPart) string) (axis []document.Stretch, fits, years bool) {
	fits, years = true, true
	for i := range parts {
		s := document.Stretch{From: along(p, parts[i].from), To: along(p, parts[i].to.AddDate(0, 0, 1)), Text: name(&parts[i])}
		fits = fits && s.Text != "" && hasRoom(&s)
		years = years && strings.Contains(s.Text, strconv.Itoa(parts[i].from.Year()))
		axis = append(axis, s)
	}
	return axis, fits, years
}

// yearPart is a part of a year: whole months, and what the budget's calendar calls them.
type yearPart struct {
	from, to time.Time
	label    string
}

// yearParts returns the parts of the one year: those of the budget's calendar, or else quarters from its begin.
func (b *builder) yearParts() []yearPart {
	if parts := b.calendarParts(); parts != nil {
		return parts
	}
	var parts []yearPart
	for q := range 4 {
		from := b.in.Plan.Period.From.Value.AddDate(0, 3*q, 0)
		parts = append(parts, yearPart{from: from, to: from.AddDate(0, 3, -1)})
	}
	return parts
}

// calendarParts returns the parts of the budget's calendar, in the order of time, where their labels say that
// they are whole months and part the period without a gap; nil elsewhere.
func (b *builder) calendarParts() (parts []yearPart) {
	p := b.in.Plan
	for i := range p.Budget.Calendar {
		v := &p.Budget.Calendar[i]
		t, fault := p.ReadTime(v.ID.Value)
		if fault != plan.TimeIsClear {
			return nil
		}
		parts = append(parts, yearPart{t.From, t.To, b.text(v.Label).String()})
	}
	slices.SortFunc(parts, func(x, y yearPart) int { return x.from.Compare(y.from) })
	next := p.Period.From.Value
	for _, part := range parts {
		if !part.from.Equal(next) || part.from.Day() != 1 {
			return nil
		}
		next = part.to.AddDate(0, 0, 1)
	}
	if len(parts) < 2 || len(parts) > 12 || !next.Equal(p.Period.To.Value.AddDate(0, 0, 1)) {
		return nil
	}
	return parts
}

func labelled(part *yearPart) string { return part.label }

// shortMonths names a part by its first and last month, in a few letters; "" where the language has none.
func (b *builder) shortMonths(part *yearPart) string {
	first, ok := b.language.MonthShort(part.from)
	last, _ := b.language.MonthShort(part.to)
	if !ok || first == last {
		return first
	}
	return first + "–" + last
}

// monthNumbers names it by their numbers.
func monthNumbers(part *yearPart) string {
	first, last := strconv.Itoa(int(part.from.Month())), strconv.Itoa(int(part.to.Month()))
	if first == last {
		return first
	}
	return first + "–" + last
}

package compose

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
)

// What an axis may have, and what surely fits above its stretches: in tenths of a point, as wide as
// the drawing is beside long labels, and as wide as characters are.
const (
	mostStretches = 40
	axisRoom      = 1300
	axisCharacter = 42
	axisGap       = 20
)

// axis parts the period into the finest of months, quarters and years whose names have room. Where the
// period has several years and the names have none with their years, these stand over them.
func (b *builder) axis() (over, axis []document.Stretch) {
	if b.in.Plan.Period.IsFiscal() {
		return b.fiscalAxis()
	}
	years, _ := b.stretches(plan.InYears, true)
	for _, unit := range []plan.TimeUnit{plan.InMonths, plan.InQuarters} {
		named, fits := b.stretches(unit, true)
		if fits {
			thin(named)
			return nil, named
		}
		if all, fits := b.stretches(unit, false); fits && len(years) > 1 {
			thin(years)
			thin(all)
			return years, all
		}
		if named != nil {
			axis = named
		}
	}
	if years != nil {
		axis = years
	}
	thin(axis)
	return nil, axis
}

// thin takes names out of an axis until the others have room.
func thin(axis []document.Stretch) {
	each := 1
	for i := range axis {
		if wide := axis[i].To - axis[i].From; wide > 0 && i > 0 && i < len(axis)-1 {
			each = max(each, (needs(&axis[i])+wide-1)/wide)
		}
	}
	for i := range axis {
		if i%each > 0 || each == 1 && !hasRoom(&axis[i]) {
			axis[i].Text = ""
		}
	}
}

// stretches parts the period at the ends of months, quarters or years, which say their year where that is
// wanted and there are several; it reports whether those that lie in it as a whole have room for their names.
// There are none where they would be too many.
func (b *builder) stretches(unit plan.TimeUnit, year bool) (list []document.Stretch, fits bool) {
	p := &b.in.Plan.Period
	first, end := p.From.Value, p.To.Value.AddDate(0, 0, 1)
	fits = true
	for day := unit.Begin(first); day.Before(end); {
		next := day.AddDate(0, unit.Months(), 0)
		s := document.Stretch{From: along(p, day), To: along(p, next)}
		t := plan.Time{From: day, To: next.AddDate(0, 0, -1), Unit: unit}
		if day.Before(first) {
			t.From = first
		}
		if next.After(end) {
			t.To = p.To.Value
		}
		if s.Text = b.moment(t, false); !year {
			s.Text = b.within(t.From, unit)
		}
		isWhole := !day.Before(first) && !next.After(end)
		fits = fits && (!isWhole || hasRoom(&s))
		if list = append(list, s); len(list) > mostStretches {
			return nil, false
		}
		day = next
	}
	return list, fits
}

// hasRoom reports whether the name of a stretch has room above it.
func hasRoom(s *document.Stretch) bool { return needs(s) <= s.To-s.From }

// needs is how wide the name of a stretch is, in parts of the drawing.
func needs(s *document.Stretch) int {
	return (len([]rune(s.Text))*axisCharacter + axisGap) * document.ChartWidth / axisRoom
}

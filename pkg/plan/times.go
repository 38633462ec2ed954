package plan

import (
	"time"

	"github.com/isuplan/isuplan/pkg/pattern"
)

var isTime = pattern.Lazy(timeForm)

// Time is when something is done: from a first to a last day, and in what it was written.
type Time struct {
	From, To time.Time
	Unit     TimeUnit
}

// TimeUnit is what a time is written in.
type TimeUnit uint8

// The units of times.
const (
	InDays TimeUnit = iota
	InMonths
	InQuarters
	InHalves // of a year
	InYears
	Throughout // the period
)

// Months is how many months the unit has; 0 for days and for all of the period.
func (u TimeUnit) Months() int {
	return map[TimeUnit]int{InMonths: 1, InQuarters: 3, InHalves: 6, InYears: 12}[u]
}

// Begin returns the first day of the month, quarter, half or year in which a day lies.
func (u TimeUnit) Begin(day time.Time) time.Time {
	month := day.Month()
	if length := u.Months(); length > 0 {
		month -= (month - 1) % time.Month(length)
		return time.Date(day.Year(), month, 1, 0, 0, 0, 0, time.UTC)
	}
	return day
}

// TimeFault is why a time cannot be read.
type TimeFault uint8

// The faults of times.
const (
	TimeIsClear  TimeFault = iota
	NoTime                 // it is no time at all
	NoSuchDay              // of the calendar
	WhichYear              // the period has several years
	WhichQuarter           // the period does not begin with a quarter, or a half, of the year
	EndsBefore             // it begins
)

// Has reports whether a time lies in the period, from its first to its last day.
func (p *Period) Has(t Time) bool {
	return !t.From.Before(p.From.Value) && !t.To.After(p.To.Value)
}

// Holds reports whether a time belongs to the period: days lie in it, and months, quarters, halves and years
// at its ends may be in it in part.
func (p *Period) Holds(t Time) bool {
	length := t.Unit.Months()
	if length == 0 {
		return p.Has(t)
	}
	end := t.Unit.Begin(p.To.Value).AddDate(0, length, -1)
	return !t.From.Before(t.Unit.Begin(p.From.Value)) && !t.To.After(end)
}

package merge

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// when offers other times. Those that the file left as they were stay as the plan has them.
func (c *comparer) when(change *Change, w *workCell) {
	were := strings.Split(change.Old, ", ")
	var raw []string
	for _, said := range strings.Split(change.New, ", ") {
		text, ok := "", false
		for i := range were {
			if were[i] == said && len(were) == len(w.activity.When) {
				text, ok = w.activity.When[i].Value, true
			}
		}
		if !ok {
			text, ok = c.timeOf(said)
		}
		if !ok {
			change.Left = fmt.Sprintf("“%s” is no time of the plan's period that can be written so; write it in `when` by hand (line %d)", said, change.At.Start.Line)
			return
		}
		raw = append(raw, c.scalarOf(text))
	}
	if len(raw) == 1 && w.node().Get("when").Kind() != source.Sequence {
		c.offerKey(change, w.node(), "when", raw[0])
		return
	}
	c.offerKey(change, w.node(), "when", "["+strings.Join(raw, ", ")+"]")
}

// sameTimes reports times that are those of an activity, written otherwise.
func (c *comparer) sameTimes(said string, a *plan.Activity) bool {
	list := strings.Split(said, ", ")
	if len(list) != len(a.When) {
		return false
	}
	for i := range list {
		text, ok := c.timeOf(list[i])
		now, unclear := c.unit.Plan.ReadTime(text)
		was, fault := c.unit.Plan.ReadTime(a.When[i].Value)
		if !ok || unclear != plan.TimeIsClear || fault != plan.TimeIsClear || !now.From.Equal(was.From) || !now.To.Equal(was.To) || now.Unit != was.Unit {
			return false
		}
	}
	return true
}

// timeOf writes a time that a document prints as a plan has it.
func (c *comparer) timeOf(said string) (string, bool) {
	if from, to, ok := c.daysOf(said); ok {
		if from.Equal(to) {
			return from.Format(time.DateOnly), true
		}
		return from.Format(time.DateOnly) + " to " + to.Format(time.DateOnly), true
	}
	plainly := squeeze(strings.ReplaceAll(said, "–", "-"))
	if c.isTime(plainly) && isWrittenTime().MatchString(plainly) {
		return plainly, true
	}
	written, ok := c.timesPrinted()[strings.ToLower(squeeze(said))]
	return written, ok
}

// daysOf reads one day, or two as the language writes them or each by itself.
func (c *comparer) daysOf(said string) (from, to time.Time, ok bool) {
	for _, isRange := range []bool{true, false} {
		if from, to, ok = c.days(said, isRange); ok {
			return from, to, true
		}
	}
	for _, sign := range []string{" to ", " – ", " - "} {
		first, last, is := strings.Cut(said, sign)
		if !is {
			continue
		}
		from, _, begins := c.days(first, false)
		if to, _, ok = c.days(last, false); begins && ok && !to.Before(from) {
			return from, to, true
		}
	}
	return from, to, false
}

// isTime reports a time of the plan's period, as plans have it.
func (c *comparer) isTime(written string) bool {
	t, fault := c.unit.Plan.ReadTime(written)
	return fault == plan.TimeIsClear && c.unit.Plan.Period.Holds(t)
}

// timesPrinted are the quarters, halves and months of the plan's period, and what leads from one to
// another, as the document's language prints them, in small letters.
func (c *comparer) timesPrinted() map[string]string {
	const mostYears = 10
	if c.times != nil {
		return c.times
	}
	c.times = map[string]string{}
	add := func(written string) {
		if c.isTime(written) {
			c.times[strings.ToLower(squeeze(c.words.Time(written)))] = written
		}
	}
	add("ongoing")
	p := &c.unit.Plan.Period
	first, last := p.From.Value.Year(), p.To.Value.Year()
	for _, names := range [][]string{{"Q1", "Q2", "Q3", "Q4"}, {"H1", "H2"}, monthNames()} {
		var all []string
		for year := first; year <= min(last, first+mostYears-1); year++ {
			for _, name := range names {
				if first < last {
					name += " " + strconv.Itoa(year)
				}
				all = append(all, name)
			}
		}
		for i, from := range all {
			add(from)
			for _, to := range all[i+1:] {
				add(from + " to " + to)
			}
		}
	}
	return c.times
}

// monthNames are the months as plans have them.
func monthNames() (names []string) {
	for m := time.January; m <= time.December; m++ {
		names = append(names, m.String())
	}
	return names
}

var isWrittenTime = pattern.Lazy(`^[A-Za-z0-9][A-Za-z0-9 -]*$`)

package merge

import (
	"fmt"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/plan"
)

// saidMilestone is a milestone as a table prints it.
type saidMilestone struct {
	text string
	day  time.Time
}

// milestonesIn reads milestones as the table prints them, each with its day behind it; it is false
// where something has no day.
func (c *comparer) milestonesIn(cell string) (list []saidMilestone, ok bool) {
	for cell != "" {
		from, found := 0, false
		for !found {
			open := strings.Index(cell[from:], " (")
			if open < 0 {
				return list, false
			}
			open += from
			end := strings.IndexByte(cell[open:], ')')
			if end < 0 {
				return list, false
			}
			end += open
			day, _, isDay := c.days(cell[open+2:end], false)
			rest := cell[end+1:]
			if isDay && (rest == "" || strings.HasPrefix(rest, ";")) {
				list = append(list, saidMilestone{cell[:open], day})
				cell, found = strings.TrimSpace(strings.TrimPrefix(rest, ";")), true
			}
			from = open + 2
		}
	}
	return list, true
}

// milestones reports the milestones of an activity that differ, one by one.
func (c *comparer) milestones(change *Change, w *workCell) {
	now, ok := c.milestonesIn(change.New)
	were, had := c.milestonesIn(change.Old)
	all := w.activity.Milestones
	if !ok || !had || len(were) != len(all) {
		change.Left = fmt.Sprintf("a milestone is a text with its day behind it, as in “The draft is out (3 March 2025)”; write it in `milestones` by hand (line %d)", w.node().Start().Line)
		c.add(*change)
		return
	}
	switch {
	case len(now) == len(were):
		for i := range now {
			c.milestone(change, &all[i], were[i], now[i])
		}
	case len(now) > len(were):
		c.moreMilestones(change, w, were, now)
	default:
		c.lessMilestones(change, all, were, now)
	}
}

// milestone reports what of a milestone differs.
func (c *comparer) milestone(of *Change, m *plan.Milestone, was, now saidMilestone) {
	if was.text != now.text {
		change := *of
		change.Kind, change.Old, change.New = kindOf(was.text, now.text), was.text, now.text
		if change.At, change.Offers = c.prose(m.Text, was.text, now.text); len(change.Offers) == 0 {
			change.At, change.Left = m.Text.Span(), fmt.Sprintf("write it in the `text` of the milestone by hand (line %d)", m.Text.Node.Start().Line)
		}
		c.add(change)
	}
	if !was.day.Equal(now.day) {
		change := *of
		day := now.day.Format(time.DateOnly)
		change.Kind, change.Old, change.New, change.At = Figure, c.unit.Language.Day(was.day), c.unit.Language.Day(now.day), m.Date.Span()
		change.Offers = []Offer{{Says: fmt.Sprintf("write `date: %s` (line %d)", day, m.Date.Node.Start().Line), steps: []step{revalue{m.Date.Node, day}}, at: change.At}}
		c.add(change)
	}
}

// moreMilestones reports milestones that were added to those that are there.
func (c *comparer) moreMilestones(of *Change, w *workCell, were, now []saidMilestone) {
	list := w.node().Get("milestones")
	at := 0
	var added []Change
	for _, m := range now {
		if at < len(were) && m == were[at] {
			at++
			continue
		}
		change := *of
		day := m.day.Format(time.DateOnly)
		change.Kind, change.Old, change.New = Added, "", m.text+" ("+c.unit.Language.Day(m.day)+")"
		text := c.typed(m.text)
		switch {
		case list.IsZero() || list.Len() == 0:
			c.offerKey(&change, w.node(), "milestones", "[{text: "+c.scalarOf(text)+", date: "+day+"}]")
		default:
			change.At = list.Span()
			change.Offers = []Offer{{Says: fmt.Sprintf("put it into `milestones` (line %d)", list.Start().Line), steps: []step{insert{list, at - 1, []field{{key: "text", text: text}, {key: "date", text: day, raw: true}}}}}}
		}
		added = append(added, change)
	}
	if at < len(were) || (list.IsZero() || list.Len() == 0) && len(added) > 1 {
		of.Left = fmt.Sprintf("milestones were changed and added together; write them in `milestones` by hand (line %d)", w.node().Start().Line)
		c.add(*of)
		return
	}
	for _, change := range added {
		c.add(change)
	}
}

// lessMilestones reports milestones that were taken out.
func (c *comparer) lessMilestones(of *Change, all []plan.Milestone, were, now []saidMilestone) {
	at := 0
	var removed []Change
	for i := range were {
		if at < len(now) && now[at] == were[i] {
			at++
			continue
		}
		change := *of
		change.Kind, change.New, change.At = Removed, "", all[i].Node.Span()
		change.Old = were[i].text + " (" + c.unit.Language.Day(were[i].day) + ")"
		change.Offers = []Offer{{Says: fmt.Sprintf("take it out of `milestones` (line %d)", all[i].Node.Start().Line), steps: []step{remove{all[i].Node}}}}
		removed = append(removed, change)
	}
	if at < len(now) {
		of.Left = fmt.Sprintf("milestones were changed and taken out together; write them in `milestones` by hand (line %d)", all[0].Node.Start().Line)
		c.add(*of)
		return
	}
	for _, change := range removed {
		c.add(change)
	}
}

package merge

import "github.com/isuplan/isuplan/pkg/compile"

// threeWay brings changes into a plan that is another version than the file was built of.
func (m *merger) threeWay(base, plan *compile.Unit, choose Chooser) (*Merged, error) {
	comparison := Compare(base, m.text)
	now := comparison.carried(plan)
	out := &Merged{Same: comparison.Same}
	chosen, err := choose(now)
	if err != nil {
		return nil, err
	}
	for i := range now.Changes {
		out.Outcomes = append(out.Outcomes, now.outcome(i))
	}
	if err := m.asInBase(comparison, now, chosen); err != nil {
		return nil, err
	}
	early, late := now.parted(chosen)
	unit := plan
	for round := 0; round < mostRounds && len(early)+len(late) > 0; round++ {
		if len(early) == 0 {
			early, late = differing(Compare(unit, m.text), now, late), nil
		}
		after, err := m.make(now, early)
		if err != nil {
			return nil, err
		}
		out.note(now, early, after.failed)
		unit = after.unit
		next := comparison.carried(unit)
		progress := len(after.failed) < len(early)
		early = nil
		for _, one := range after.failed {
			if progress && len(next.Changes[one.Change].Offers) > one.Offer {
				early = append(early, one)
			}
		}
		now = next
	}
	out.Text = formed(plan, unit)
	return out, nil
}

// asInBase takes the offers that would be taken if the plan had not changed, so that two files
// give the same plan in either order.
func (m *merger) asInBase(base, now *Comparison, chosen []Choice) error {
	var free []Choice
	for _, one := range chosen {
		if offers := base.Changes[one.Change].Offers; one.Free && len(offers) > 1 && offers[0].elsewhere {
			free = append(free, Choice{Change: one.Change, Offer: now.Changes[one.Change].Offers[one.Offer].n, Free: true})
		}
	}
	if len(free) == 0 {
		return nil
	}
	if _, err := m.best(base, free); err != nil {
		return err
	}
	wanted := map[int]int{}
	for _, one := range free {
		wanted[one.Change] = one.Offer
	}
	for i := range chosen {
		n, other := wanted[chosen[i].Change]
		for at, o := range now.Changes[chosen[i].Change].Offers {
			if other && o.n == n {
				chosen[i].Offer = at
			}
		}
	}
	return nil
}

// outcome says what became of a change before anything is made.
func (c *Comparison) outcome(i int) Outcome {
	o := Outcome{Change: c.Changes[i], Says: c.Changes[i].Left}
	switch {
	case c.done[i]:
		o.Taken, o.Says = true, "the plan has it already"
	case o.Theirs != "":
		o.Says = "the plan was changed there too; look at both"
	case o.Says == "":
		o.Says = o.left()
	}
	return o
}

// left says of a change that was not taken what could be done.
func (c *Change) left() string {
	if len(c.Offers) > 0 && c.Offers[0].states {
		return "the plan computes it; on a terminal merge can " + c.Offers[0].Says
	}
	return "left"
}

// note notes which changes were made.
func (m *Merged) note(c *Comparison, made, failed []Choice) {
	for _, one := range made {
		o := &m.Outcomes[one.Change]
		o.Taken, o.Says = true, c.Changes[one.Change].Offers[one.Offer].Says
	}
	for _, one := range failed {
		o := &m.Outcomes[one.Change]
		o.Taken, o.Says = false, cannot
	}
}

// cannot says that a change could not be made.
const cannot = "it could not be made together with the others; run isuplan merge again, or make it by hand"

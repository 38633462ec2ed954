package merge

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/compile"
)

// mostRounds bounds how often what is left is looked at again: an edit of something that
// moved can be made only when it has.
const mostRounds = 4

// direct brings changes into the plan that the file was built of, and looks at what is left by
// comparing the file with what the plan builds then.
func (m *merger) direct(plan *compile.Unit, choose Chooser) (*Merged, error) {
	comparison := Compare(plan, m.text)
	chosen, err := choose(comparison)
	if err != nil {
		return nil, err
	}
	early, late := comparison.parted(chosen)
	now, err := m.best(comparison, early)
	if err != nil {
		return nil, err
	}
	now.failed = append(now.failed, late...)
	for round := 1; round < mostRounds && len(now.failed) > 0; round++ {
		next, more, err := m.again(comparison, now)
		if err != nil {
			return nil, err
		}
		if now = next; !more {
			break
		}
	}
	if now, err = m.ownWords(comparison, chosen, now); err != nil {
		return nil, err
	}
	out := &Merged{Text: formed(plan, now.unit), Same: comparison.Same}
	for i := range comparison.Changes {
		out.Outcomes = append(out.Outcomes, comparison.outcome(i))
	}
	out.note(comparison, slices.Concat(early, late), now.failed)
	for _, one := range late {
		if o := &out.Outcomes[one.Change]; o.Taken && !now.tried[o.name()] {
			o.Says = follows
		}
	}
	m.still(out, comparison, now.unit)
	return out, nil
}

// follows says why nothing was written for a change.
const follows = "it follows from another change"

// again makes what could not be made before, in the plan as it is now. Changes that may follow
// from others, and do, are made already.
func (m *merger) again(first *Comparison, now made) (made, bool, error) {
	next := Compare(now.unit, m.text)
	again := next.like(first, now.failed)
	failed := differing(next, first, now.failed)
	if len(again) == 0 {
		now.failed = failed
		return now, false, nil
	}
	after, err := m.best(next, again)
	if err != nil {
		return now, false, err
	}
	after.tried = now.tried
	if after.tried == nil {
		after.tried = map[string]bool{}
	}
	for _, one := range again {
		after.tried[next.Changes[one.Change].name()] = true
	}
	missed := map[string]bool{}
	for _, one := range after.failed {
		missed[next.Changes[one.Change].name()] = true
	}
	after.failed = nil
	for _, one := range failed {
		if missed[first.Changes[one.Change].name()] {
			after.failed = append(after.failed, one)
		}
	}
	return after, len(after.failed) < len(failed), nil
}

// ownWords gives the plan words of its own where the template prints others now because a value
// was changed, and the file says the old ones.
func (m *merger) ownWords(first *Comparison, chosen []Choice, now made) (made, error) {
	known := map[string]bool{}
	for i := range first.Changes {
		known[first.Changes[i].name()] = true
	}
	next := Compare(now.unit, m.text)
	var more []Choice
	for i := range next.Changes {
		if c := &next.Changes[i]; !known[c.name()] && len(c.Offers) > 0 && c.Offers[0].isOwnWords() {
			more = append(more, Choice{Change: i})
		}
	}
	if len(more) == 0 || len(chosen) == 0 || !chosen[0].Free {
		return now, nil
	}
	after, err := m.make(next, more)
	if err != nil || differences(Compare(after.unit, m.text)) >= differences(next) {
		return now, err
	}
	after.failed, after.tried = now.failed, now.tried
	return after, nil
}

// isOwnWords reports an offer that gives the plan words in place of the template's.
func (o *Offer) isOwnWords() bool {
	if len(o.steps) != 1 {
		return false
	}
	switch s := o.steps[0].(type) {
	case section:
		return true
	case set:
		return !o.states
	case reword:
		return s.forRef && !o.elsewhere
	}
	return false
}

// name tells changes from each other when the file is compared again.
func (c *Change) name() string {
	if c.Kind == Moved { // where to is said by what stands there
		return string(c.Kind) + "\x1f" + c.Old
	}
	return string(c.Kind) + "\x1f" + c.Old + "\x1f" + c.New
}

// parted parts the changes that may follow from the others.
func (c *Comparison) parted(chosen []Choice) (early, late []Choice) {
	for _, one := range chosen {
		if c.Changes[one.Change].late {
			late = append(late, one)
		} else {
			early = append(early, one)
		}
	}
	return early, late
}

// differing returns those of the changes chosen before that may follow from others, and do not,
// and all others.
func differing(now, before *Comparison, chosen []Choice) (list []Choice) {
	places := map[string]bool{}
	for i := range now.Changes {
		places[now.Changes[i].Place] = true
	}
	for _, one := range chosen {
		if change := &before.Changes[one.Change]; !change.late || places[change.Place] {
			list = append(list, one)
		}
	}
	return list
}

// like returns the changes that were chosen before.
func (c *Comparison) like(before *Comparison, chosen []Choice) (list []Choice) {
	wanted := map[string][]Choice{}
	for _, one := range chosen {
		name := before.Changes[one.Change].name()
		wanted[name] = append(wanted[name], one)
	}
	for i := range c.Changes {
		name := c.Changes[i].name()
		if of := wanted[name]; len(of) > 0 && len(c.Changes[i].Offers) > of[0].Offer {
			wanted[name] = of[1:]
			list = append(list, Choice{Change: i, Offer: of[0].Offer, Free: of[0].Free})
		}
	}
	return list
}

// mostOthers bounds how many changes are tried by another offer.
const mostOthers = 60

// best makes the changes that were chosen. Where a value is printed in several places and the
// file changed one of them, words typed in its place say what the file says.
func (m *merger) best(c *Comparison, chosen []Choice) (made, error) {
	now, err := m.make(c, chosen)
	if err != nil {
		return now, err
	}
	least, tried := differences(Compare(now.unit, m.text)), 0
	for i, one := range chosen {
		offers := c.Changes[one.Change].Offers
		if least == 0 || tried == mostOthers || !one.Free || one.Offer != 0 || len(offers) < 2 || !offers[0].elsewhere {
			continue
		}
		tried++
		chosen[i].Offer = len(offers) - 1
		other, err := m.make(c, chosen)
		if err != nil {
			return now, err
		}
		if n := differences(Compare(other.unit, m.text)); n < least {
			now, least = other, n
			continue
		}
		chosen[i].Offer = 0
	}
	return now, nil
}

func differences(c *Comparison) (n int) {
	for i := range c.Changes {
		if c.Changes[i].Kind != Comment {
			n++
		}
	}
	return n
}

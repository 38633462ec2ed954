package merge

import (
	"context"
	"slices"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/source"
)

// Chooser says which of the changes are brought home, each by which of its offers.
type Chooser func(*Comparison) ([]Choice, error)

// All takes every change by its first offer, but for those that others made too, and for amounts
// that the plan computes: a person has to want these stated.
func All(c *Comparison) ([]Choice, error) {
	return By(func(*Change) bool { return true })(c)
}

// By takes the changes that a condition holds for.
func By(wanted func(*Change) bool) Chooser {
	return func(c *Comparison) (list []Choice, _ error) {
		for i := range c.Changes {
			change := &c.Changes[i]
			at := slices.IndexFunc(change.Offers, func(o Offer) bool { return !o.states })
			if at >= 0 && change.Theirs == "" && wanted(change) {
				list = append(list, Choice{Change: i, Offer: at})
			}
		}
		return list, nil
	}
}

// Outcome is a change and what became of it.
type Outcome struct {
	Change
	Taken bool
	Says  string // how it came home, or why it did not
}

// Merged is a plan into which the changes of a file were brought.
type Merged struct {
	Text     []byte
	Outcomes []Outcome
	Same     int // how many passages agreed before
}

// Left returns how many changes did not come home.
func (m *Merged) Left() (n int) {
	for i := range m.Outcomes {
		if !m.Outcomes[i].Taken {
			n++
		}
	}
	return n
}

// Into brings the changes of a file into a plan. Base is the version of the plan that the file
// was built of; nil for the plan itself.
func Into(ctx context.Context, c *compile.Compiler, plan *compile.Unit, folder compile.Input, base *compile.Unit, t *readback.Text, choose Chooser) (*Merged, error) {
	m := merger{ctx: ctx, compiler: c, input: folder, text: t}
	bring := func() (*Merged, error) { return m.direct(plan, choose) }
	if base != nil {
		bring = func() (*Merged, error) { return m.threeWay(base, plan, choose) }
	}
	out, err := bring()
	if err == nil {
		out.Text = formed(plan, out.Text)
	}
	return out, err
}

// IntoBook brings the changes of a workbook into the plan that it was compared with.
func IntoBook(ctx context.Context, c *compile.Compiler, comparison *Comparison, folder compile.Input, choose Chooser) (*Merged, error) {
	m := merger{ctx: ctx, compiler: c, input: folder}
	chosen, err := choose(comparison)
	if err != nil {
		return nil, err
	}
	out := &Merged{Text: comparison.unit.File.Bytes, Same: comparison.Same}
	for i := range comparison.Changes {
		out.Outcomes = append(out.Outcomes, comparison.outcome(i))
	}
	text, _, failed, err := m.make(comparison, chosen)
	if err != nil {
		return nil, err
	}
	out.note(comparison, chosen, failed)
	out.Text = formed(comparison.unit, text)
	return out, nil
}

type merger struct {
	ctx      context.Context //nolint:containedctx // it lives for one call
	compiler *compile.Compiler
	input    compile.Input // where the plan lies
	text     *readback.Text
}

// compile compiles another text of the plan; nil where it cannot be read.
func (m *merger) compile(text []byte) (*compile.Unit, error) {
	u, err := m.compiler.Compile(m.ctx, compile.Input{File: source.NewFile(m.input.File.Name, text), Folder: m.input.Folder})
	if err != nil || u.Document == nil {
		return nil, err
	}
	return u, nil
}

// left says of a change that was not taken what could be done.
func (c *Change) left() string {
	if len(c.Offers) > 0 && c.Offers[0].states {
		return "the plan computes it; on a terminal merge can " + c.Offers[0].Says
	}
	return "left"
}

// mostRounds bounds how often what is left is looked at again: an edit of something that
// moved can be made only when it has.
const mostRounds = 4

// direct brings changes into the plan that the file was built of, and looks at what is left by
// comparing the file with what the plan builds then.
func (m *merger) direct(plan *compile.Unit, choose Chooser) (*Merged, error) {
	comparison := Compare(plan, m.text)
	out := &Merged{Text: plan.File.Bytes, Same: comparison.Same}
	chosen, err := choose(comparison)
	if err != nil {
		return nil, err
	}
	taken := map[int]bool{}
	for _, one := range chosen {
		taken[one.Change] = true
	}
	early, late := comparison.parted(chosen)
	text, after, failed, err := m.best(comparison, early)
	if err != nil {
		return nil, err
	}
	out.Text, failed = text, append(failed, late...)
	for round := 1; round < mostRounds && len(failed) > 0 && after != nil; round++ {
		next := Compare(after, m.text)
		again := next.like(comparison, failed)
		if failed = comparison.differing(next, comparison, failed); len(again) == 0 {
			break
		}
		text, unit, missed, err := m.best(next, again)
		if err != nil {
			return nil, err
		}
		done := map[string]bool{}
		for _, one := range missed {
			done[next.Changes[one.Change].name()] = true
		}
		var still []Choice
		for _, one := range failed {
			if done[comparison.Changes[one.Change].name()] {
				still = append(still, one)
			}
		}
		if len(still) == len(failed) {
			break
		}
		out.Text, after, failed = text, unit, still
	}
	lost := map[int]bool{}
	for _, one := range failed {
		lost[one.Change] = true
	}
	offers := map[int]int{}
	for _, one := range chosen {
		offers[one.Change] = one.Offer
	}
	for i := range comparison.Changes {
		change := comparison.Changes[i]
		o := Outcome{Change: change, Taken: taken[i] && !lost[i], Says: change.Left}
		switch {
		case o.Taken:
			o.Says = change.Offers[offers[i]].Says
		case lost[i]:
			o.Says = cannot
		case o.Says == "":
			o.Says = change.left()
		}
		out.Outcomes = append(out.Outcomes, o)
	}
	return out, m.still(out, comparison, after)
}

// still adds what differs in the end and was not there before: something that the plan prints
// in two places, of which the file changed one.
func (m *merger) still(out *Merged, before *Comparison, after *compile.Unit) error {
	if after == nil {
		return nil
	}
	known := map[string]bool{}
	for i := range before.Changes {
		if !out.Outcomes[i].Taken {
			known[before.Changes[i].name()] = true
		}
	}
	for _, change := range Compare(after, m.text).Changes {
		if change.Kind == Comment || known[change.name()] {
			continue
		}
		out.Outcomes = append(out.Outcomes, Outcome{Change: change, Says: "it follows from another change, and the file does not say so"})
	}
	return nil
}

// name tells changes apart when the file is compared again.
func (c *Change) name() string { return string(c.Kind) + "\x1f" + c.Old + "\x1f" + c.New }

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

// differing returns the changes chosen before that may follow from others, and do not, and all
// others.
func (c *Comparison) differing(now, before *Comparison, chosen []Choice) (list []Choice) {
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

// like returns the changes that were chosen before, by their first offers.
func (c *Comparison) like(before *Comparison, chosen []Choice) (list []Choice) {
	wanted := map[string]int{}
	for _, one := range chosen {
		wanted[before.Changes[one.Change].name()]++
	}
	for i := range c.Changes {
		if name := c.Changes[i].name(); wanted[name] > 0 && len(c.Changes[i].Offers) > 0 {
			wanted[name]--
			list = append(list, Choice{Change: i})
		}
	}
	return list
}

// best makes the changes that were chosen. Where a value is printed in several places and the
// file changed one of them, words typed in its place say what the file says.
func (m *merger) best(c *Comparison, chosen []Choice) (text []byte, after *compile.Unit, failed []Choice, err error) {
	text, after, failed, err = m.make(c, chosen)
	if err != nil || after == nil {
		return text, after, failed, err
	}
	least := differences(Compare(after, m.text))
	for i, one := range chosen {
		offers := c.Changes[one.Change].Offers
		if least == 0 || one.Offer != 0 || len(offers) < 2 || !offers[0].elsewhere {
			continue
		}
		chosen[i].Offer = len(offers) - 1
		other, unit, missed, err := m.make(c, chosen)
		if err != nil {
			return nil, nil, nil, err
		}
		if unit != nil {
			if n := differences(Compare(unit, m.text)); n < least {
				text, after, failed, least = other, unit, missed, n
				continue
			}
		}
		chosen[i].Offer = 0
	}
	return text, after, failed, nil
}

func differences(c *Comparison) (n int) {
	for i := range c.Changes {
		if c.Changes[i].Kind != Comment {
			n++
		}
	}
	return n
}

// make makes the changes that were chosen; those after which the plan could not be read any
// more are not.
func (m *merger) make(c *Comparison, chosen []Choice) (text []byte, after *compile.Unit, failed []Choice, err error) {
	if len(chosen) == 0 {
		return c.unit.File.Bytes, c.unit, nil, nil
	}
	a := c.Apply(chosen)
	if after, err = m.compile(a.Text); err != nil || after != nil {
		return a.Text, after, a.Failed, err
	}
	var good []Choice
	failed = a.Failed
	for _, one := range chosen {
		alone := c.Apply([]Choice{one})
		u, err := m.compile(alone.Text)
		if err != nil {
			return nil, nil, nil, err
		}
		if u == nil || len(alone.Failed) > 0 {
			failed = append(failed, one)
			continue
		}
		good = append(good, one)
	}
	a = c.Apply(good)
	if after, err = m.compile(a.Text); err != nil || after != nil {
		return a.Text, after, append(failed, a.Failed...), err
	}
	return c.unit.File.Bytes, c.unit, chosen, nil
}

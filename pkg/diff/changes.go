package diff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/schema"
)

// comparer finds the changes between two trees that are matched.
type comparer struct {
	p       *pairing
	moved   map[*Element]bool
	shift   shift
	numbers map[*Element]string
	columns columnPartners
	changes []Change
}

func (c *comparer) walk(old, now *Element) {
	now.Walk(func(e *Element) {
		if before := c.p.toOld[e]; before == nil {
			c.changes = append(c.changes, Change{Kind: Added, New: e, To: c.numbers[e], whole: c.p.toOld[e.parent] == nil})
		} else {
			c.both(before, e)
		}
	})
	old.Walk(func(e *Element) {
		if c.p.toNew[e] == nil {
			c.changes = append(c.changes, Change{Kind: Removed, Old: e, From: c.numbers[e], whole: c.p.toNew[e.parent] == nil})
		}
	})
	slices.SortStableFunc(c.changes, func(a, b Change) int { return cmp.Compare(place(a), place(b)) })
}

// both compares an element that both plans have.
func (c *comparer) both(old, now *Element) {
	old.byYears(now)
	now.byYears(old)
	change := Change{Old: old, New: now, Fields: c.fields(old, now), From: c.numbers[old], To: c.numbers[now], ByText: c.p.liked[now] && old.Name != ""}
	for _, f := range change.Fields {
		switch {
		case f.use == schema.AsID:
			change.Kind |= Renamed
		case f.IsText:
			change.Kind |= Reworded
		default:
			change.Kind |= Changed
		}
	}
	if c.moved[now] {
		change.Kind |= Moved
	} else if change.From != change.To {
		change.Kind |= Renumbered
	}
	if change.Kind != 0 {
		c.changes = append(c.changes, change)
	}
}

// byYears puts one value of an indicator under its year where the other plan has values by year: it says the
// same in either form.
func (e *Element) byYears(other *Element) {
	for i := range e.Fields {
		f := &e.Fields[i]
		if f.time != "" && slices.ContainsFunc(other.Fields, func(o Field) bool { return strings.HasPrefix(o.Key, f.Key+".") }) {
			f.Key += "." + f.time
			f.time = ""
		}
	}
}

// fields returns the values that differ, in the order of the new element, and behind
// them those that it has no more.
func (c *comparer) fields(old, now *Element) []FieldChange {
	if slices.EqualFunc(old.Fields, now.Fields, func(a, b Field) bool { return a.Key == b.Key && a.Value == b.Value }) {
		return nil
	}
	var list []FieldChange
	seen := map[string]bool{}
	for _, f := range now.Fields {
		seen[f.Key] = true
		before, had := old.field(f.Key)
		if had && before.Value == f.Value {
			continue
		}
		list = append(list, FieldChange{Key: f.Key, Old: before.Value, New: f.Value, IsText: f.use.IsText(), use: f.use,
			Rolled: had && c.rolls(&before, &f), Same: c.columns.sameNow(old, &f), series: f.series, old: before.Node, now: f.Node})
	}
	for _, f := range old.Fields {
		if !seen[f.Key] {
			list = append(list, FieldChange{Key: f.Key, Old: f.Value, IsText: f.use.IsText(), use: f.use, Same: c.columns.sameThen(now, &f), series: f.series, old: f.Node})
		}
	}
	return list
}

func (e *Element) field(key string) (Field, bool) {
	for _, f := range e.Fields {
		if f.Key == key {
			return f, true
		}
	}
	return Field{}, false
}

// rolls reports whether a value merely follows from the change of the year. The period is
// that change, and a symbol is a name that others give.
func (c *comparer) rolls(old, now *Field) bool {
	if strings.HasPrefix(now.Key, "period.") || now.use == schema.AsCode {
		return false
	}
	return c.shift.rolls(old.Value, now.Value) || now.use == schema.AsDate && c.shift.rollsDate(old.Value, now.Value)
}

// splits tells what was split and merged from what was added and removed.
func (c *comparer) splits() {
	whole := c.reworded(func(change *Change) *Element { return change.Old })
	for _, i := range c.indexOf(Added) {
		e := c.changes[i].New
		if from := whole.source(e, c.p.toNew); from != nil {
			c.changes[i].Kind |= Split
			c.changes[i].With = []*Element{from}
			c.mark(c.p.toNew[from], Split, e)
		}
	}
	whole = c.reworded(func(change *Change) *Element { return change.New })
	for _, i := range c.indexOf(Removed) {
		e := c.changes[i].Old
		if into := whole.source(e, c.p.toOld); into != nil {
			c.changes[i].Kind |= Merged
			c.changes[i].With = []*Element{into}
			c.mark(into, Merged, e)
		}
	}
}

func (c *comparer) indexOf(k Kind) []int {
	var list []int
	for i := range c.changes {
		if c.changes[i].Is(k) {
			list = append(list, i)
		}
	}
	return list
}

// wholes finds the texts that were reworded, of which something may have been split
// off, by their words and their kinds.
type wholes map[string]index

// reworded indexes one side of the reworded elements.
func (c *comparer) reworded(side func(*Change) *Element) wholes {
	kinds := map[string][]*Element{}
	for i := range c.changes {
		if c.changes[i].Is(Reworded) {
			e := side(&c.changes[i])
			kinds[e.Kind] = append(kinds[e.Kind], e)
		}
	}
	w := wholes{}
	for kind, elements := range kinds {
		w[kind] = newIndex(elements)
	}
	return w
}

// source returns the element of the other plan whose words were shared out to an
// element that stands alone here and to that element's own partner.
func (w wholes) source(e *Element, partners map[*Element]*Element) *Element {
	const few, most, whole = 4, 75, 70 // words; per cent of the part; per cent of the whole
	own := e.words()
	if len(own) < few {
		return nil
	}
	var best *Element
	bestShare := 0
	for _, other := range w[e.Kind].like(e) {
		text, rest := other.words(), partners[other].words()
		share := contained(own, text)
		if len(text) <= len(own) || share < most || share <= bestShare || contained(rest, text) < most {
			continue
		}
		if contained(text, append(slices.Clone(own), rest...)) >= whole {
			best, bestShare = other, share
		}
	}
	return best
}

// mark adds to the change of an element that was reworded.
func (c *comparer) mark(now *Element, k Kind, with *Element) {
	for i := range c.changes {
		if c.changes[i].New == now {
			c.changes[i].Kind |= k
			c.changes[i].With = append(c.changes[i].With, with)
			return
		}
	}
}

package diff

import (
	"bytes"
	"cmp"
	"slices"
	"time"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Side is one of the two plans that are compared.
type Side struct {
	Name   string // the file
	Plan   *plan.Plan
	Budget *budget.Budget
	// Words composes a text of the plan as its document prints it, for the labels of lines;
	// nil where no document is at hand, and labels are shown as they were written.
	Words func(source.At[string]) string
	// IsAbsent says that there is no plan on this side: all of the other one was added, or
	// removed. Plan and Budget are empty ones then.
	IsAbsent bool
	tree     *Element
}

// label returns a label as it is shown.
func (s *Side) label(written source.At[string]) string {
	if s.Words == nil {
		return clean(written.Value)
	}
	return s.Words(written)
}

// Shown returns the words by which people know an element, as the new plan's document
// prints them.
func (r *Report) Shown(e *Element) string {
	return r.Present().label(source.At[string]{Value: e.Text()})
}

// Present returns the new plan, or the old one where there is no new one.
func (r *Report) Present() *Side {
	if r.New.IsAbsent {
		return &r.Old
	}
	return &r.New
}

// Years returns the years of the plan's period; they are the same for a plan of one.
func (s Side) Years() (from, to int) {
	return s.Plan.Period.From.Value.Year(), s.Plan.Period.To.Value.Year()
}

// Report is what changed from an old plan to a new one.
type Report struct {
	Old, New      Side
	Changes       []Change // in the order of the new plan; what was removed, where it stood
	Money         Bridge
	Funds         Bridge               // the financing
	Booked        []Booked             // by fund, party and time, where something changed
	After         []CellChange         // the rows after the total, where something changed
	Bounds        []BoundChange        // ceilings and floors, where one changed
	Posts         Posts                // the table of posts, where something changed
	Contributions []ContributionChange // what Parties contribute, where something changed
	Spending      Spending             // what was spent since, where the accounts went on
	Served        []Coverage

	pairs *pairing
}

// Kind says what happened to an element. An element may be several at once.
type Kind uint

// What may happen to an element.
const (
	Added Kind = 1 << iota
	Removed
	Moved
	Renamed    // it has another id
	Reworded   // a text says something else
	Changed    // another value than a text: an amount, a date, a reference
	Renumbered // only the number printed before it is another
	Split      // one became several, of which this is one
	Merged     // several became this one
)

// Change is what happened to one element.
type Change struct {
	Kind     Kind
	Old, New *Element // nil for what was added or removed
	Fields   []FieldChange
	With     []*Element // what it was split from, or merged with
	ByText   bool       // matched by the likeness of its text, its id being gone
	From, To string     // the numbers printed before it, where it has them

	whole  bool // its parent was added or removed with it
	tabled bool // a table has a row for it
}

// Is reports whether one of the kinds happened.
func (c *Change) Is(k Kind) bool { return c.Kind&k != 0 }

// Element returns the element as it is now, or as it was last.
func (c *Change) Element() *Element {
	if c.New != nil {
		return c.New
	}
	return c.Old
}

// Rolled reports whether all that changed merely rolled forward with the year, or is
// a number that follows from other changes.
func (c *Change) Rolled() bool {
	if c.Kind&^(Reworded|Changed|Renumbered) != 0 {
		return false
	}
	for _, f := range c.Fields {
		if !f.Rolled {
			return false
		}
	}
	return true
}

// FieldChange is a value that changed; "" for one that is not there.
type FieldChange struct {
	Key      string
	Old, New string
	IsText   bool
	Rolled   bool // it follows from the change of the year alone
	Shown    bool // the bridge shows both values
	// Same says that it is no other value: it is written in another way, or it came or
	// went with its column.
	Same bool

	use      schema.Use
	series   string // of a value that may be one for all columns or one for each: its key
	old, now source.Node
}

// IsTold reports whether a reader hears of the change where it is not listed.
func (f *FieldChange) IsTold() bool { return f.Rolled || f.Shown || f.Same }

// Same reports whether nothing changed.
func (r *Report) Same() bool {
	return len(r.Changes) == 0 && r.Money.Change().IsZero() && len(r.Spending.all()) == 0
}

// Compare says what changed from one plan to another. The plans are not changed.
//
// It is computed from the earlier to the later plan, whichever is called old, and
// turned round where need be: the comparison in the other direction is its mirror
// image.
func Compare(old, now Side) *Report {
	old.tree, now.tree = Tree(old.Plan), Tree(now.Plan)
	if later(old, now) {
		r := compare(now, old)
		return r.mirror()
	}
	return compare(old, now)
}

// later reports whether a plan comes after another: by its period, its date, its text.
func later(a, b Side) bool {
	if a.IsAbsent || b.IsAbsent {
		return b.IsAbsent
	}
	order := cmp.Or(
		a.Plan.Period.From.Value.Compare(b.Plan.Period.From.Value),
		a.Plan.Document.Date.Value.Compare(b.Plan.Document.Date.Value),
		bytes.Compare(a.Plan.Node.File().Bytes, b.Plan.Node.File().Bytes))
	return order > 0
}

func compare(old, now Side) *Report {
	p := pair(old.tree, now.tree)
	r := &Report{Old: old, New: now, pairs: p}
	c := &comparer{p: p, moved: moved(p, now.tree), shift: shiftOf(old, now), numbers: numbersOf(old.tree, now.tree), columns: partnersOf(old.Budget, now.Budget)}
	c.walk(old.tree, now.tree)
	c.splits()
	r.Changes = c.changes
	r.Money = bridge(old, now, p, costs)
	r.Funds = bridge(old, now, p, financing)
	r.Booked = booked(old, now)
	r.tables()
	r.inputs()
	r.shown()
	r.Served = coverage(old, now, p)
	return r
}

// mirror turns a report round.
func (r *Report) mirror() *Report {
	m := &Report{Old: r.New, New: r.Old, Money: r.Money.mirror(), Funds: r.Funds.mirror(), Booked: mirrored(r.Booked), pairs: &pairing{r.pairs.toOld, r.pairs.toNew, r.pairs.liked}}
	for _, c := range r.Changes {
		m.Changes = append(m.Changes, c.mirror())
	}
	slices.SortStableFunc(m.Changes, func(a, b Change) int { return cmp.Compare(place(a), place(b)) })
	m.tables()
	for _, s := range r.Served {
		m.Served = append(m.Served, s.mirror())
	}
	return m
}

func (c Change) mirror() Change {
	kind := c.Kind &^ (Added | Removed | Split | Merged)
	for a, b := range map[Kind]Kind{Added: Removed, Removed: Added, Split: Merged, Merged: Split} {
		if c.Is(a) {
			kind |= b
		}
	}
	m := Change{Kind: kind, Old: c.New, New: c.Old, With: c.With, ByText: c.ByText, From: c.To, To: c.From, whole: c.whole, tabled: c.tabled}
	for _, f := range c.Fields {
		f.Old, f.New = f.New, f.Old
		m.Fields = append(m.Fields, f)
	}
	return m
}

// place orders changes as the new plan has them; what was removed comes behind what
// stands before it.
func place(c Change) int {
	const step = 2
	if c.New != nil {
		return c.New.order * step
	}
	return c.Old.order*step + 1
}

// shift is by how much a year rolled on.
type shift struct {
	years int
	from  time.Time // the old plan's first day

	language string // of the new plan, whose ordinals roll on
}

func shiftOf(old, now Side) shift {
	from := old.Plan.Period.From.Value
	if old.IsAbsent || now.IsAbsent {
		return shift{from: from}
	}
	return shift{now.Plan.Period.From.Value.Year() - from.Year(), from, now.Plan.Document.Language.Value}
}

// Size returns how many changes, lines of the bridges and rows of other tables a report shows.
func (r *Report) Size() int {
	size := len(r.Changes)
	size += len(r.After) + len(r.Bounds) + len(r.Posts.Cells) + len(r.Spending.all())
	for i := range r.Contributions {
		size += len(r.Contributions[i].Parties)
	}
	for _, b := range []*Bridge{&r.Money, &r.Funds} {
		for i := range b.Lines {
			if b.Lines[i].IsShown() {
				size++
			}
		}
	}
	return size
}

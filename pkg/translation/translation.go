// Package translation holds two language versions of one plan side by side: what has no
// counterpart, and which figures and dates differ. It does not judge the words.
package translation

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// Version is a plan in one language.
type Version struct {
	Name     string // of its file
	Plan     *plan.Plan
	Language *language.Language
	// Words composes a text as the document prints it, with what its references stand for.
	Words func(source.At[string]) string
}

// Passage is a text or a value of a plan, as it is written and as it is printed.
type Passage struct {
	Node source.Node
	Text string
}

// Pair is a text or a value in both languages. What stands in one of them only has a zero node
// in the other.
type Pair struct {
	Place string // the path of what it belongs to, as findings and waivers name it
	Key   string // that it stands under
	// IsText says that it is prose; otherwise it is a value, which is the same in all languages.
	IsText      bool
	Left, Right Passage
	// OnlyLeft and OnlyRight are the figures and the parts of dates that one of two texts has and
	// the other has not, as they are written.
	OnlyLeft, OnlyRight []string
	differs             bool
}

// Differs reports whether the two are to be looked at.
func (p *Pair) Differs() bool { return p.differs }

// IsMissing reports whether one of the two is not there.
func (p *Pair) IsMissing() bool { return p.Left.Node.IsZero() || p.Right.Node.IsZero() }

// Comparison is two language versions side by side.
type Comparison struct {
	Left, Right Version
	Pairs       []Pair // of all texts, and of the values that differ, in the order of the document
}

// Differences returns the pairs that are to be looked at.
func (c *Comparison) Differences() (list []*Pair) {
	for i := range c.Pairs {
		if c.Pairs[i].Differs() {
			list = append(list, &c.Pairs[i])
		}
	}
	return list
}

// Compare holds two versions side by side. Things are matched by their ids, and what has none by
// where it stands.
func Compare(left, right Version) *Comparison {
	c := &Comparison{Left: left, Right: right}
	ours, theirs := left.spots(), right.spots()
	there, here := places(theirs), places(ours)
	next := 0 // the first of theirs that was not shown yet
	show := func(upTo int) {
		for ; next < upTo; next++ {
			if _, both := here[theirs[next].spotKey]; !both {
				c.add(nil, &theirs[next])
			}
		}
	}
	for i := range ours {
		at, both := there[ours[i].spotKey]
		if !both {
			c.add(&ours[i], nil)
			continue
		}
		show(at)
		c.add(&ours[i], &theirs[at])
	}
	show(len(theirs))
	return c
}

// places returns where the spots of a version stand among all.
func places(list []spot) map[spotKey]int {
	m := make(map[spotKey]int, len(list))
	for i := range list {
		m[list[i].spotKey] = i
	}
	return m
}

// add adds a pair, or what stands in one version alone. A value that is the same in both says
// nothing.
func (c *Comparison) add(left, right *spot) {
	of := left
	if left == nil {
		of = right
	}
	p := Pair{Place: of.place, Key: of.key, IsText: isWords(of.use)}
	if left != nil {
		p.Left = c.Left.printed(left)
	}
	if right != nil {
		p.Right = c.Right.printed(right)
	}
	switch {
	case left == nil || right == nil:
		p.differs = true
	case p.IsText && left.Text == right.Text: // it is not translated, or is a name
	case p.IsText:
		p.OnlyLeft, p.OnlyRight = apart(figuresOf(p.Left.Text, c.Left.Language), figuresOf(p.Right.Text, c.Right.Language))
		p.differs = len(p.OnlyLeft)+len(p.OnlyRight) > 0
	case sameValue(p.Left.Text, p.Right.Text):
		return
	default:
		p.differs = true
	}
	c.Pairs = append(c.Pairs, p)
}

// printed is a passage as the document has it: a text with what its references stand for.
func (v *Version) printed(s *spot) Passage {
	p := s.Passage
	if s.use.IsProse() && v.Words != nil {
		p.Text = v.Words(source.At[string]{Value: p.Text, Node: p.Node})
	}
	return p
}

// sameValue reports whether two values say the same: 1000 and 1000.00 do.
func sameValue(a, b string) bool {
	if a == b {
		return true
	}
	left, fault := money.Parse(strings.TrimSuffix(a, "%"))
	right, other := money.Parse(strings.TrimSuffix(b, "%"))
	return fault == nil && other == nil && left.Equal(right) && strings.HasSuffix(a, "%") == strings.HasSuffix(b, "%")
}

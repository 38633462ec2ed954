package check

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/number"
	"github.com/isuplan/isuplan/pkg/source"
)

// The plan's named things, by their names: lines, sources of money, posts, counted items
// and facts. The index is made once for all rules that hold texts against them. Finding
// the names in a text takes as long as the text, however many things there are.

// measure is what a figure of a thing is.
type measure int

const (
	ofAmount   measure = iota // what a line comes to
	ofRate                    // per cent of other lines
	ofShare                   // a post's share of full time, in per cent
	ofMonths                  // a post's months
	ofQuantity                // how many of an item
	ofPosts                   // how many posts
	ofUnitCost                // what one costs
	ofFact                    // a fact's value
)

// standing is a figure of a thing: as it is, and as it was in other years.
type standing struct {
	measure
	is  money.Decimal
	was []past
	// parts are its values in the columns that it is counted over, which a text may say too.
	parts []money.Decimal
	ref   string // what prose writes to quote it, without ${}; "" for a figure that cannot be quoted
	at    source.Span
}

// past is a figure of another year.
type past struct {
	value money.Decimal
	when  string // as a message says it: "2017", "the plan of the year before"
	years []string
}

// thingKind is the kind of thing that a name stands for.
type thingKind int

const (
	aLine thingKind = iota
	aTotal
	aSource
	aPost
	anItem
	aFact
)

// thing is something of the plan that texts name.
type thing struct {
	kind    thingKind
	label   func() string // how messages name it
	line    int           // the budget's line; -1 for others
	id      string        // of a source of money
	figures []standing
	later   func() standing // what it comes to, worked out when a text names it; nil for none
}

// of returns the thing's figure of a measure.
func (t *thing) of(m measure) (*standing, bool) {
	if t.later != nil {
		t.figures, t.later = append(t.figures, t.later()), nil
	}
	for i := range t.figures {
		if t.figures[i].measure == m {
			return &t.figures[i], true
		}
	}
	return nil, false
}

// entry is a name and the things that bear it.
type entry struct {
	name   string // its stems, with blanks between
	things []*thing
	weak   bool // an id or a part of a name, not the name itself
}

// of returns the things of a kind that bear the name.
func (e *entry) of(kind thingKind) (list []*thing) {
	if e == nil {
		return nil
	}
	for _, t := range e.things[:min(len(e.things), enough)] {
		if t.kind == kind {
			list = append(list, t)
		}
	}
	return list
}

// spaced writes an id as a name.
func spaced(id string) string { return strings.NewReplacer("_", " ", "-", " ").Replace(id) }

// thingIndex is the index: entries by their name, and of each first stem the lengths of the
// names that begin with it, the longest first.
type thingIndex struct {
	entries map[string]*entry
	lengths map[string][]int
	sum     *thing            // the total of the budget
	past    map[string]*thing // rows by the amounts that they had in other years
}

// most is how many words of a name are looked at.
const mostNameWords = 8

// add gives a thing a name. A name proper makes up for one that stood for something weakly.
func (x *thingIndex) add(name string, t *thing, weak bool) {
	stems := nameStems(name)
	if len(stems) == 0 || len(stems) > mostNameWords {
		return
	}
	key := strings.Join(stems, " ")
	e := x.entries[key]
	switch {
	case e == nil:
		e = &entry{name: key, weak: weak}
		x.entries[key] = e
		x.lengths[stems[0]] = withLength(x.lengths[stems[0]], len(stems))
	case e.weak && !weak:
		e.things, e.weak = nil, false
	case weak && !e.weak:
		return
	}
	if len(e.things) == 0 || e.things[len(e.things)-1] != t {
		e.things = append(e.things, t)
	}
}

// withLength adds a length to a list that falls.
func withLength(lengths []int, n int) []int {
	for i, have := range lengths {
		if have == n {
			return lengths
		}
		if have < n {
			return append(lengths[:i], append([]int{n}, lengths[i:]...)...)
		}
	}
	return append(lengths, n)
}

// nameStems returns what a name is found by: its words without articles and prepositions, in
// lower case and the singular.
func nameStems(name string) []string {
	var stems []string
	for _, w := range number.Words(name) {
		if s := stemOf(&w); s != "" {
			stems = append(stems, s)
		}
	}
	return stems
}

// stemOf returns what a word of a name is compared by; "" for one that does not count.
func stemOf(w *number.Word) string {
	if w.Sort == number.Sign || w.Sort == number.Reference {
		return ""
	}
	lower := strings.ToLower(w.Text)
	if small[lower] || lower == "a" || lower == "an" {
		return ""
	}
	return singular(lower)
}

// singular takes the plural off a word in lower case.
func singular(w string) string {
	const short = 3
	switch {
	case len(w) <= short || strings.HasSuffix(w, "ss"):
		return w
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "sses"):
		return w[:len(w)-2]
	}
	return strings.TrimSuffix(w, "s")
}

// nameSaid is a name in a text.
type nameSaid struct {
	*entry
	first, next int // the words that say it
}

// find returns the names in a stretch of words, the longest where several begin at one
// word.
func (x *thingIndex) find(words []number.Word, from, to int) (found []nameSaid) {
	stems := make([]string, 0, to-from)
	at := make([]int, 0, to-from)
	for i := from; i < to; i++ {
		if s := stemOf(&words[i]); s != "" {
			stems, at = append(stems, s), append(at, i)
		}
	}
	for i := 0; i < len(stems); {
		n := nameSaid{}
		for _, length := range x.lengths[stems[i]] {
			if i+length > len(stems) || at[i+length-1]-at[i] > 2*length { // too many words between
				continue
			}
			if e := x.entries[strings.Join(stems[i:i+length], " ")]; e != nil {
				n = nameSaid{e, at[i], at[i+length-1] + 1}
				i += length
				break
			}
		}
		if n.entry == nil {
			i++
			continue
		}
		found = append(found, n)
	}
	return found
}

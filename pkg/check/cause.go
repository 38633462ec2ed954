package check

import (
	"cmp"
	"slices"
	"sync"

	"github.com/isuplan/isuplan/pkg/diag"
)

// Why a stated figure differs from the computed one. A cause is named only where the
// table itself gives evidence: the other sums that the same cell enters, or one of the
// few ways in which people miswrite and misadd, where it fits and nothing else does.

// cause is what may have gone wrong, and how strong the evidence for it is.
type cause struct {
	strength int
	kind     causeKind
	text     string
	related  []diag.Related
}

type causeKind int

const (
	ofFigure causeKind = iota // the stated figure itself is wrong
	ofInput                   // a figure that enters it is wrong
	ofMaking                  // it was made in a wrong way
)

// How strong the evidence for a cause is: another row or column proves it; a figure that
// was made with it is witness to it; or the amounts fit exactly.
const (
	proven  = 90
	witness = 80
	fitting = 65
)

// explanation finds one cause. Each stands in a file of its own, cause_NAME.go, and its
// cases in testdata/causes/NAME.txtar: plans in which it must be named, and near misses in
// which it must not.
type explanation struct {
	name string
	// small says that the cause is also named for a difference that rounding alone can
	// make. It needs more evidence for that than the difference itself.
	small bool
	// bare says that nothing but the difference speaks for the cause: it is silent where
	// the figure is just what other amounts, as stated or as computed, make it.
	bare bool
	// figure looks at a stated figure that differs, financing at sources of money that
	// do not come to the budget; an explanation has one of them.
	figure    func(*gap) []cause
	financing func(*shortfall) []cause
}

var explanations []explanation

// explains registers an explanation; each explanation's file calls it once.
func explains(e explanation) bool { //nolint:unparam // a variable is declared with it: var _ = explains(…)
	explanations = append(explanations, e)
	return true
}

// byName returns the explanations in an order that does not depend on their files.
var byName = sync.OnceValue(func() []explanation {
	slices.SortFunc(explanations, func(a, b explanation) int { return cmp.Compare(a.name, b.name) })
	return explanations
})

// mostCauses is how many causes a message names. If more causes fit equally well, none is
// named.
const mostCauses = 2

// likely words the strongest causes for the end of a message.
func likely(causes []cause) (text string, related []diag.Related) {
	causes = slices.DeleteFunc(slices.Clone(causes), func(c cause) bool { return c.text == "" })
	slices.SortStableFunc(causes, func(a, b cause) int { return cmp.Compare(b.strength, a.strength) })
	for i, x := range nameable(causes) {
		switch {
		case i == 0:
			text = x.text
		case explainsHow(causes[0], x):
			text += "; " + x.text
		default:
			text += "; or " + x.text
		}
		related = append(related, x.related...)
	}
	return text, related
}

// nameable returns those of the causes, the strongest first, that a message names.
func nameable(causes []cause) []cause {
	n := 0
	for n < len(causes) && (n == 0 || isBeside(causes[0], causes[n])) {
		n++
	}
	for n > mostCauses {
		// The weakest are left out, and with each those that fit as well as it.
		weakest := causes[n-1].strength
		for n > 0 && causes[n-1].strength == weakest {
			n--
		}
	}
	return causes[:n]
}

// isBeside reports whether a cause deserves to be named beside a stronger one.
func isBeside(first, x cause) bool {
	if explainsHow(first, x) {
		return true
	}
	return (first.strength < proven || x.strength == first.strength) && x.strength+30 >= first.strength
}

// explainsHow reports whether a cause says how the figure came to be wrong that another
// cause calls wrong.
func explainsHow(first, x cause) bool {
	return first.kind == ofFigure && x.kind == ofMaking && x.strength >= fitting-10
}

// with appends a slip to the cause that it explains.
func with(how slip) string {
	if how == "" {
		return ""
	}
	return " (" + string(how) + ")"
}

// merge adds spans that a finding does not point at yet.
func merge(related, more []diag.Related) []diag.Related {
	for _, x := range more {
		if !slices.ContainsFunc(related, func(r diag.Related) bool { return r.Span.Start == x.Span.Start }) {
			related = append(related, x)
		}
	}
	return related
}

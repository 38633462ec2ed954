// Package merge brings home what others changed in a finished file: it compares the file with
// the document of its plan, finds for each change where in the plan it belongs, and says which
// edits of the plan would make it.
package merge

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/proof"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/source"
)

// Kind says what was done to the file.
type Kind string

// The kinds of change.
const (
	Words   Kind = "words"
	Figure  Kind = "figure" // a figure, a date or a number
	Added   Kind = "added"
	Removed Kind = "removed"
	Moved   Kind = "moved"
	Comment Kind = "comment"
)

// Change is one thing that differs between a file and the document of its plan.
type Change struct {
	Kind  Kind
	Place string // in the document, in plain words, such as paragraph 12
	Old   string // what the plan gives, "" for nothing
	New   string // what the file says, "" for nothing
	// Around is the text of the file about the change, which stands in brackets; "" where the
	// change is all of a text.
	Around string
	By     []Hand // who made it, as far as the file says so
	At     source.Span
	// Offers are the ways to bring it home, the likeliest first; none where there is none.
	Offers []Offer
	// Left says why nothing is offered.
	Left string
	// Theirs is what the plan says now where somebody else changed the same; "" where nobody
	// did.
	Theirs string

	// late says that it may follow from others, as a total does.
	late bool
	// follows says that it is of a chart or of what explains the tables of work, indicators and risks:
	// the compiler writes these, and nobody has to change them because of another change.
	follows bool
}

// Hand is who changed something, and when, as a file says it.
type Hand struct{ Author, Date string }

// String says who and on which day; "" where neither is known.
func (h Hand) String() string {
	day, _, _ := strings.Cut(h.Date, "T")
	if day == "" {
		return h.Author
	}
	return cmp.Or(h.Author, "somebody") + ", " + day
}

// Offer is a way to bring a change home.
type Offer struct {
	Says  string // in plain words
	steps []step
	// elsewhere says that it changes a value that other places may print too.
	elsewhere bool
	at        source.Span // where it does it, if that is known
	// states says that it writes what the submitted document prints beside what the plan
	// computes, which check reports: a person has to want it.
	states bool
	n      int // which one it was in the version of the plan that the file was built of
}

// Comparison is what a file has changed of a plan's document.
type Comparison struct {
	Changes []Change
	// Same says how many passages agree.
	Same int

	unit *compile.Unit
	tree *tree
	done map[int]bool // changes that another version of the plan has already
}

// Compare compares a file that was read back with the document of a plan, which has to be
// complete.
func Compare(u *compile.Unit, t *readback.Text) *Comparison {
	c := compared(u, t)
	c.report()
	return c.Comparison
}

// compared pairs the units of a document with those of a file.
func compared(u *compile.Unit, t *readback.Text) *comparer {
	c := newComparer(u)
	c.built = unitsOf(proof.Passages(u.Document, t.Format))
	c.found = c.foundIn(t.Unmarked(len(u.Document.Addresses.Notes)))
	c.byHeads()
	pairs := align(c.built, c.found)
	c.asTyped(pairs, t.Format)
	c.pairs = c.layout(pairs)
	return c
}

func newComparer(u *compile.Unit) *comparer {
	return &comparer{Comparison: &Comparison{unit: u, tree: newTree(u.Plan.Node)}, words: u.Words(), printed: map[string]string{}}
}

// comparer gathers the changes.
type comparer struct {
	*Comparison
	built   []*unit
	found   []*unit
	pairs   []pair
	words   composer
	printed map[string]string // what references print, by their names
	times   map[string]string // see timesPrinted
	owners  map[*unit]source.Node
	held    map[source.Node]held
	margins []string
	solves  int // how often an input was looked for
}

// composer makes text of the plan's prose.
type composer interface {
	Text(source.At[string]) string
	InMasthead(source.At[string]) string
	Time(string) string
}

// mostUnmatched is how many paragraphs and rows of both sides may have no other half in the other:
// beyond that a file is no version of the document.
const mostUnmatched = 3000

// report makes changes of what differs, in the order of the file.
func (c *comparer) report() {
	unmatched := 0
	for i := range c.pairs {
		if c.pairs[i].built == nil || c.pairs[i].found == nil {
			unmatched++
		}
	}
	if unmatched > mostUnmatched {
		c.add(Change{Kind: Words, Place: "the whole document", Left: fmt.Sprintf("%d paragraphs and rows are in one of both only; it is no version of what the plan builds", unmatched)})
		return
	}
	for i := range c.pairs {
		p := &c.pairs[i]
		switch {
		case p.found == nil:
			c.removed(p)
		case p.built == nil:
			c.added(i)
		default:
			c.both(i)
		}
		if p.found != nil {
			c.comments(i)
		}
	}
	c.inMargins()
}

// both reports the differences of a unit that both sides have.
func (c *comparer) both(i int) {
	p, same := &c.pairs[i], true
	if p.moved {
		c.moved(i)
	}
	for _, cell := range p.cells() {
		if cell.built.text != cell.found.against(cell.built) {
			same = false
			c.differ(p, cell)
		}
	}
	if same && !p.moved {
		c.Same++
	}
}

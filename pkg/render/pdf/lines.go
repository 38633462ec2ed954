package pdf

// line is a stretch of atoms that stands on one line.
type line struct {
	atoms []atom
	width length // without the space at its end
	gap   length // what justification adds to each space; less than 0 where it takes
}

// measure is the room that a paragraph has, and how it fills it.
type measure struct {
	size    size
	width   length
	first   length // less room on the first line, for what stands before the text
	justify bool
}

const (
	worst      = 10_000 // badness beyond which no line is worse than another
	linePrice  = 10     // what a line costs: fewer lines are better
	hyphenCost = 50     // what breaking a compound word costs
	stub       = 5      // a last line shorter than a fifth of the width costs a little
)

// breaker finds the breaks with the least sum of demerits over the whole
// paragraph, as Knuth and Plass do. It is linear in the text, since only the
// breaks within one line's reach are compared.
type breaker struct {
	atoms  []atom
	m      measure
	reach  []length // width of all before an atom, spaces included
	spaces []length // width of all spaces before an atom
	nodes  []node
}

// node is a place to break: in front of an atom, by the best way to get there.
type node struct {
	at, from int
	cost     int
}

// lines breaks atoms that have been made to fit.
func (m measure) lines(atoms []atom) []line {
	if len(atoms) == 0 {
		return nil
	}
	b := breaker{atoms: atoms, m: m}
	b.sum()
	b.search()
	return b.trace()
}

func (b *breaker) sum() {
	n := len(b.atoms)
	sums := make([]length, 2*n+2)
	b.reach, b.spaces = sums[:n+1], sums[n+1:]
	for i := range b.atoms {
		a := &b.atoms[i]
		b.reach[i+1] = b.reach[i] + a.width + a.space
		b.spaces[i+1] = b.spaces[i] + a.space
	}
}

func (b *breaker) search() {
	b.nodes = append(make([]node, 0, len(b.atoms)+1), node{})
	reachable := 0
	for i := range b.atoms {
		if !b.atoms[i].open && i < len(b.atoms)-1 {
			continue
		}
		for reachable < len(b.nodes)-1 && b.overfull(b.nodes[reachable].at, i+1) {
			reachable++
		}
		b.nodes = append(b.nodes, b.best(reachable, i+1))
	}
}

// best returns the cheapest way to end a line in front of atom at.
func (b *breaker) best(reachable, at int) node {
	best := node{at: at, from: -1}
	for from := reachable; from < len(b.nodes); from++ {
		cost := b.nodes[from].cost + b.demerits(b.nodes[from].at, at)
		if best.from < 0 || cost < best.cost {
			best.from, best.cost = from, cost
		}
	}
	return best
}

// natural returns the width of a line before justification, and of its spaces.
func (b *breaker) natural(from, to int) (width, spaces length) {
	last := b.atoms[to-1].space
	return b.reach[to] - b.reach[from] - last, b.spaces[to] - b.spaces[from] - last
}

func (b *breaker) room(from int) length {
	if from == 0 {
		return b.m.width - b.m.first
	}
	return b.m.width
}

func (b *breaker) overfull(from, to int) bool {
	width, spaces := b.natural(from, to)
	return width-b.shrink(spaces) > b.room(from)
}

// shrink is how much the spaces of a line can give.
func (b *breaker) shrink(spaces length) length {
	if !b.m.justify {
		return 0
	}
	return spaces / 4
}

// demerits says how bad a line is.
func (b *breaker) demerits(from, to int) int {
	width, spaces := b.natural(from, to)
	slack := b.room(from) - width
	bad := 0
	switch {
	case slack < 0 && b.overfull(from, to):
		bad = 100 * worst
	case slack < 0:
		bad = badness(-slack, b.shrink(spaces))
	case to < len(b.atoms):
		bad = badness(slack, b.stretch(spaces))
	case width < b.m.width/stub && from > 0:
		bad = hyphenCost / 2
	}
	if to < len(b.atoms) && b.atoms[to-1].space == 0 {
		bad += hyphenCost
	}
	return (linePrice + bad) * (linePrice + bad)
}

// stretch is how much the spaces of a line can take without looking bad. A ragged
// line can always take the same.
func (b *breaker) stretch(spaces length) length {
	if !b.m.justify {
		return 4 * length(b.m.size.points) * point
	}
	return spaces / 2
}

// badness is 100 times the cube of the ratio of what is asked to what is there.
func badness(asked, there length) int {
	if there <= 0 || asked > 5*there {
		return worst
	}
	r := 1000 * int(asked) / int(there)
	return min(worst, r*r/1000*r/10_000)
}

// loosest is how far a space may be stretched, in thirds of its width; a line that
// would need more stays ragged.
const loosest = 8

func (b *breaker) trace() []line {
	count := 0
	for i := len(b.nodes) - 1; i > 0; i = b.nodes[i].from {
		count++
	}
	out := make([]line, count)
	for i := len(b.nodes) - 1; i > 0; i = b.nodes[i].from {
		count--
		out[count] = b.line(b.nodes[b.nodes[i].from].at, b.nodes[i].at)
	}
	return out
}

func (b *breaker) line(from, to int) line {
	width, spaces := b.natural(from, to)
	l := line{atoms: b.atoms[from:to:to], width: width}
	slack := b.room(from) - width
	tight, last := slack < 0, to == len(b.atoms)
	if spaces == 0 || !b.m.justify || !tight && last || slack > spaces*loosest/3 {
		return l
	}
	n := length(0)
	for i := from; i < to-1; i++ {
		if b.atoms[i].space > 0 {
			n++
		}
	}
	l.gap = floorDiv(slack, n)
	l.width += l.gap * n
	return l
}

func floorDiv(a, b length) length {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

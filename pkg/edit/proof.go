package edit

import (
	"cmp"
	"errors"
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// ErrMeaning is the error of edits after which the file could not be read, or would say
// something else where nothing was to change.
var ErrMeaning = errors.New("the edits would change what the rest of the file says")

// place is a key or a value of a plan, and where it stands.
type place struct {
	from, to int
	isKey    bool
	kind     source.Kind
	text     string // of a scalar
	under    int    // where the key stands that it is below of, -1 for none
	isNull   bool
}

// name tells places of one file apart: a group begins where its first key does.
type name struct {
	from  int
	isKey bool
	kind  source.Kind
}

func (p *place) name() name { return name{p.from, p.isKey, p.kind} }

// places lists all keys and values of a node, which stands below a key.
func places(n source.Node, under int, list []place) []place {
	span := n.Span()
	list = append(list, place{from: span.Start.Offset, to: span.End.Offset, kind: n.Kind(), text: n.Text(), under: under, isNull: n.IsNull()})
	for _, item := range n.Items() {
		list = places(item, under, list)
	}
	for k, v := range n.Pairs() {
		at := k.Span()
		list = append(list, place{from: at.Start.Offset, to: at.End.Offset, isKey: true, kind: k.Kind(), text: k.Text(), under: under})
		list = places(v, at.Start.Offset, list)
	}
	return list
}

// means proves that an edited file says what the file says, but for the edits: it can be
// read, and each key and value that no edit touches is there as before, and none is new but
// in what was put in. Of a file that cannot be read itself there is nothing to prove.
func means(f, edited *source.File, sorted []diag.Edit) bool {
	before, problems := source.Parse(f)
	if len(problems) > 0 {
		return true
	}
	after, problems := source.Parse(edited)
	if len(problems) > 0 {
		return false
	}
	old, now := places(before, -1, nil), places(after, -1, nil)
	p := newProof(shifted(sorted), old, now)
	for i := range old {
		if !p.kept(&old[i]) {
			return false
		}
	}
	for i := range now {
		if !p.meant(&now[i]) {
			return false
		}
	}
	return true
}

// shift is an edit: what stood from one offset to another stands from one to another now.
type shift struct{ from, to, nowFrom, nowTo int }

func shifted(sorted []diag.Edit) []shift {
	list, by := make([]shift, 0, len(sorted)), 0
	for _, e := range sorted {
		from, to := e.Span.Start.Offset, e.Span.End.Offset
		list = append(list, shift{from, to, from + by, from + by + len(e.Text)})
		by += len(e.Text) - (to - from)
	}
	return list
}

type proof struct {
	edits    []shift // in the order of the file
	old, now map[name]*place
	scalars  []*place // of the file, in its order
}

func newProof(edits []shift, old, now []place) *proof {
	p := &proof{edits: edits, old: make(map[name]*place, len(old)), now: make(map[name]*place, len(now))}
	for i := range old {
		p.old[old[i].name()] = &old[i]
		if old[i].kind == source.Scalar {
			p.scalars = append(p.scalars, &old[i])
		}
	}
	for i := range now {
		p.now[now[i].name()] = &now[i]
	}
	slices.SortFunc(p.scalars, func(a, b *place) int { return cmp.Compare(a.from, b.from) })
	return p
}

// before returns the last edit that begins at an offset or before it, by their offsets in
// the file or in the new text.
func (p *proof) before(at int, from func(shift) int) int {
	i, _ := slices.BinarySearchFunc(p.edits, at+1, func(e shift, at int) int { return cmp.Compare(from(e), at) })
	return i - 1
}

// kept reports whether a place of the file is there as before, or was to change.
func (p *proof) kept(o *place) bool {
	i := p.before(o.from, func(e shift) int { return e.from })
	by, inFront := 0, 0
	if i >= 0 {
		e := p.edits[i]
		if o.from < e.to || e.from == o.from && o.kind != source.Scalar {
			return true // it is replaced or taken out, or a group that begins elsewhere now
		}
		if by = e.nowTo - e.to; e.to == o.from {
			inFront = e.nowTo - e.nowFrom // what was put in right before a text may be part of it
		}
	}
	isTouched := inFront > 0 || i+1 < len(p.edits) && p.edits[i+1].from <= o.to
	for _, by := range []int{by, by - inFront} {
		moved := *o
		moved.from += by
		if n := p.now[moved.name()]; n != nil && (isTouched || n.text == o.text) && p.isBelow(n, o) {
			return true
		}
	}
	return false
}

// isBelow reports whether a place stands below the key that one of the file stands below,
// whatever that key is called now.
func (p *proof) isBelow(n, o *place) bool {
	if o.under < 0 || n.under < 0 {
		return o.under == n.under
	}
	i := p.before(o.under, func(e shift) int { return e.from })
	if i < 0 {
		return n.under == o.under
	}
	e := p.edits[i]
	if o.under < e.to { // another key in its place
		return n.under >= e.nowFrom && n.under < e.nowTo
	}
	return n.under == o.under+e.nowTo-e.to
}

// meant reports whether a place of the new text was there before, or was put in where
// something may be.
func (p *proof) meant(n *place) bool {
	by := 0
	if i := p.before(n.from, func(e shift) int { return e.nowFrom }); i >= 0 {
		e := p.edits[i]
		if n.from < e.nowTo {
			return p.mayStand(n, e)
		}
		by = e.to - e.nowTo
	}
	was := *n
	was.from += by
	// Of a group its keys and items are looked at.
	return n.kind != source.Scalar || n.isNull || p.old[was.name()] != nil
}

// mayStand reports whether a place may begin inside of what an edit puts in: not in the
// middle of a text, and in the place of a value only as that value.
func (p *proof) mayStand(n *place, e shift) bool {
	i, _ := slices.BinarySearchFunc(p.scalars, e.from+1, func(o *place, at int) int { return cmp.Compare(o.from, at) })
	if i == 0 {
		return true
	}
	switch o := p.scalars[i-1]; {
	case o.to <= e.from, o.from == e.from && e.from == e.to: // between two values
		return true
	case o.from < e.from || o.to > e.to:
		return n.from == e.nowFrom && o.from == e.from // what begins with what was put in
	default:
		return o.to < e.to || o.isKey || n.under >= e.nowFrom || p.isBelow(n, o)
	}
}

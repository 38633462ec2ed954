package diff

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// pairing says which element of the new plan an element of the old one became.
type pairing struct {
	toNew map[*Element]*Element
	toOld map[*Element]*Element
	liked map[*Element]bool // new elements that were matched by likeness
}

func (p *pairing) join(old, now *Element) {
	p.toNew[old], p.toOld[now] = now, old
}

// pair matches the elements of two plans, kind by kind, parents before children: by
// id in the same parent, by id elsewhere, by the same text, and by likeness.
func pair(old, now *Element) *pairing {
	p := &pairing{map[*Element]*Element{}, map[*Element]*Element{}, map[*Element]bool{}}
	p.join(old, now)
	olds, news := byKind(old), byKind(now)
	for _, kind := range parentsFirst(olds) {
		m := matcher{p, olds[kind], news[kind]}
		m.sameParent()
		m.sameName()
		m.sameText()
		m.alike()
	}
	return p
}

func byKind(root *Element) map[string][]*Element {
	kinds := map[string][]*Element{}
	root.Walk(func(e *Element) {
		if e.parent != nil {
			kinds[e.Kind] = append(kinds[e.Kind], e)
		}
	})
	return kinds
}

// parentsFirst returns kinds of elements, parents before their children.
func parentsFirst(kinds map[string][]*Element) []string {
	return slices.SortedFunc(maps.Keys(kinds), func(a, b string) int {
		return cmp.Or(cmp.Compare(strings.Count(a, "/"), strings.Count(b, "/")), strings.Compare(a, b))
	})
}

// matcher matches the elements of one kind.
type matcher struct {
	*pairing
	old, new []*Element
}

// unmatched returns the elements that have no partner yet.
func unmatched(all []*Element, has map[*Element]*Element) []*Element {
	var list []*Element
	for _, e := range all {
		if has[e] == nil {
			list = append(list, e)
		}
	}
	return list
}

// key is a name inside a parent.
type key struct {
	parent *Element
	name   string
}

// sameParent matches what has one name in one parent. Lines of a budget stand in
// groups of groups: parents that are not matched yet are of the same kind, so that
// lines are looked at from the outside in.
func (m *matcher) sameParent() {
	known := map[key]*Element{}
	for _, e := range m.old {
		if e.Name != "" {
			if k := (key{e.parent, e.Name}); known[k] == nil {
				known[k] = e
			}
		}
	}
	for _, e := range m.new {
		if old := known[key{m.toOld[e.parent], e.Name}]; old != nil && m.toNew[old] == nil {
			m.join(old, e)
		}
	}
}

// sameName matches what has one name under another parent, where no other has it.
func (m *matcher) sameName() {
	olds, news := map[string][]*Element{}, map[string][]*Element{}
	for _, e := range unmatched(m.old, m.toNew) {
		olds[e.Name] = append(olds[e.Name], e)
	}
	for _, e := range unmatched(m.new, m.toOld) {
		news[e.Name] = append(news[e.Name], e)
	}
	for _, e := range m.new {
		if e.Name == "" || len(olds[e.Name]) != 1 || len(news[e.Name]) != 1 || m.toOld[e] != nil {
			continue
		}
		old := olds[e.Name][0]
		// A local name, such as that of an item, may be taken up by something else.
		if !e.inner || likeness(old.words(), e.words()) >= alike {
			m.join(old, e)
		}
	}
}

// sameText matches what has the same words, in the order of the plans.
func (m *matcher) sameText() {
	texts := map[string][]*Element{}
	for _, e := range unmatched(m.old, m.toNew) {
		if t := e.Text(); t != "" {
			texts[t] = append(texts[t], e)
		}
	}
	for _, e := range unmatched(m.new, m.toOld) {
		t := e.Text()
		candidates := texts[t]
		if t == "" || len(candidates) == 0 {
			continue
		}
		best := 0
		for i, old := range candidates {
			if old.parent == m.toOld[e.parent] {
				best = i
				break
			}
		}
		old := candidates[best]
		texts[t] = slices.Delete(slices.Clone(candidates), best, best+1)
		m.join(old, e)
		m.liked[e] = true
	}
}

// alike is the likeness, in per cent, from which on two texts may be one reworded.
const alike = 55

// candidate is a pair that may belong together.
type candidate struct {
	old, new *Element
	like     int
}

// alike matches what is left by the likeness of the words, the most alike first.
func (m *matcher) alike() {
	olds, news := unmatched(m.old, m.toNew), unmatched(m.new, m.toOld)
	if len(olds) == 0 || len(news) == 0 {
		return
	}
	var candidates []candidate
	index := newIndex(olds)
	for _, e := range news {
		for _, old := range index.like(e) {
			if like := likeness(old.words(), e.words()); like >= alike {
				candidates = append(candidates, candidate{old, e, m.favour(old, e, like)})
			}
		}
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.like, a.like), cmp.Compare(a.old.order, b.old.order), cmp.Compare(a.new.order, b.new.order))
	})
	for _, c := range candidates {
		if m.toNew[c.old] == nil && m.toOld[c.new] == nil {
			m.join(c.old, c.new)
			m.liked[c.new] = true
		}
	}
}

// favour prefers what stayed where it was.
func (m *matcher) favour(old, now *Element, like int) int {
	const same, near = 10, 3
	if old.parent != m.toOld[now.parent] {
		return like
	}
	if old.index == now.index {
		return like + same + near
	}
	return like + same
}

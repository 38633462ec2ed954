package merge

import (
	"bytes"

	"github.com/isuplan/isuplan/pkg/source"
)

// step takes a step over to the other version of the plan.
func (m *carrier) step(s step) (step, state) {
	switch s := s.(type) {
	case reword:
		return m.reword(s)
	case revalue:
		return m.revalue(s)
	case remove:
		return m.remove(s)
	case insert:
		return m.insert(s)
	case section:
		return m.section(s)
	case shift:
		return m.shift(s)
	case graft:
		return m.graft(s)
	case remark:
		above, ok := m.node(s.above)
		if bytes.Contains(m.to.root.File().Bytes, []byte("# "+s.text+"\n")) {
			return nil, isDone
		}
		if !ok {
			return m.missing("what the comment is about")
		}
		return remark{above, s.text}, isUnresolved
	case set:
		return m.set(s)
	}
	return m.missing("it")
}

func (m *carrier) missing(name string) (step, state) {
	m.lost = name + " is gone"
	return nil, isLost
}

// reword takes other words over. Where the text is another one there, they go where the same
// words stand.
func (m *carrier) reword(s reword) (step, state) {
	n, ok := m.node(s.node)
	if !ok {
		return m.missing("the text")
	}
	old, now := s.node.Text(), n.Text()
	if old == now {
		s.node = n
		return s, isUnresolved
	}
	from, to, by, clash := s.from, s.to, 0, false
	lastBy := 0
	for _, h := range hunks(old, now) {
		switch {
		case h.to < s.from || h.to == s.from && s.from < s.to:
			by += (h.gotTo - h.gotFrom) - (h.to - h.from)
			lastBy = by
		case h.from > s.to || h.from == s.to && s.from < s.to:
		default:
			clash = true
			from, to = min(from, h.from), max(to, h.to)
			lastBy += (h.gotTo - h.gotFrom) - (h.to - h.from)
		}
	}
	mine := old[from:s.from] + s.text + old[s.to:to]
	theirs := now[from+by : to+lastBy]
	switch {
	case !clash:
		s.node, s.from, s.to = n, s.from+by, s.to+by
		return s, isUnresolved
	case squeeze(mine) == squeeze(theirs):
		return nil, isDone
	}
	m.theirs = around(now, from+by, to+lastBy)
	return reword{node: n, from: from + by, to: to + lastBy, text: mine}, isUnresolved
}

func (m *carrier) revalue(s revalue) (step, state) {
	n, ok := m.node(s.node)
	switch {
	case !ok:
		return m.missing("the value")
	case n.Span().Text() == s.raw:
		return nil, isDone
	case n.Span().Text() != s.node.Span().Text():
		m.theirs = n.Span().Text()
	}
	return revalue{n, s.raw}, isUnresolved
}

func (m *carrier) remove(s remove) (step, state) {
	n, ok := m.node(s.item)
	if !ok {
		return nil, isDone
	}
	if squeeze(n.Span().Text()) != squeeze(s.item.Span().Text()) {
		m.theirs = squeeze(n.Span().Text())
	}
	return remove{n}, isUnresolved
}

// behind finds the item in the other version that something stands behind: the one before it
// that is there.
func (m *carrier) behind(list, other source.Node, behind int) int {
	for ; behind >= 0; behind-- {
		if n, ok := m.node(list.At(behind)); ok && m.to.up[n].parent == other {
			return m.to.up[n].index
		}
	}
	return -1
}

func (m *carrier) insert(s insert) (step, state) {
	list, ok := m.node(s.list)
	if !ok || list.Len() == 0 {
		return m.missing("the list")
	}
	text := squeeze(textOf(s.fields))
	for _, item := range list.Items() {
		if squeeze(item.Text()) == text && item.Kind() == source.Scalar || squeeze(item.Get("text").Text()) == text || squeeze(item.Get("label").Text()) == text {
			return nil, isDone
		}
	}
	return insert{list, m.behind(s.list, list, s.behind), s.fields}, isUnresolved
}

func (m *carrier) shift(s shift) (step, state) {
	list := m.from.up[s.item].parent
	other, ok := m.node(list)
	n, there := m.node(s.item)
	if !ok || !there || m.to.up[n].parent != other {
		return m.missing("what was moved")
	}
	behind := m.behind(list, other, s.behind)
	if at := m.to.up[n].index; behind == at-1 {
		return nil, isDone
	}
	return shift{n, behind}, isUnresolved
}

func (m *carrier) graft(s graft) (step, state) {
	list, ok := m.node(s.list)
	if !ok || list.Len() == 0 {
		return m.missing("the list")
	}
	for _, item := range list.Items() {
		if called(item) == called(s.item) {
			return nil, isDone
		}
	}
	n, there := m.node(s.item)
	if !there {
		return m.missing("what was moved")
	}
	return graft{n, list, m.behind(s.list, list, s.behind)}, isUnresolved
}

func (m *carrier) section(s section) (step, state) {
	list, ok := m.node(s.list)
	if !ok || list.Len() == 0 {
		return m.missing("the list")
	}
	for _, item := range list.Items() {
		if item.Get("id").Text() != s.id {
			continue
		}
		have := item.Get(s.key)
		if !have.IsZero() && squeeze(have.Span().Text()) == squeeze(s.raw) {
			return nil, isDone
		}
		if !have.IsZero() {
			m.theirs = squeeze(have.Span().Text())
		}
		return set{item, s.key, s.raw}, isUnresolved
	}
	return section{list, s.id, s.key, s.raw, s.ahead}, isUnresolved
}

func (m *carrier) set(s set) (step, state) {
	group, ok := m.node(s.group)
	if !ok {
		return m.missing("the group")
	}
	was, now := s.group.Get(s.key), group.Get(s.key)
	switch {
	case now.IsZero() && was.IsZero():
	case !now.IsZero() && squeeze(now.Span().Text()) == squeeze(s.raw):
		return nil, isDone
	case was.IsZero() || now.IsZero() || now.Span().Text() != was.Span().Text():
		m.theirs = squeeze(now.Span().Text())
	}
	return set{group, s.key, s.raw}, isUnresolved
}

package docx

import "slices"

// blocks merges what belongs to the same container: the text, or a cell. Each ends with a
// paragraph, whose end can be neither deleted nor inserted.
func (m *merger) blocks(old, now []block) []block {
	old, now = ended(old), ended(now)
	pairs := withLast(withPrevious(m.align(old, now), old, now), old, now)
	w := weave{merger: m, old: old, new: now, moves: m.moved(old[:len(old)-1], now[:len(now)-1], pairs)}
	for _, p := range pairs {
		w.to(p.old, p.new)
		w.out = append(w.out, m.both(old[p.old], now[p.new]))
		w.i, w.j = p.old+1, p.new+1
	}
	w.tail()
	return separated(settled(unfolded(w.out)))
}

// separated puts a paragraph between two tables of which one is old and the other new, or
// Word would take them for one.
func separated(blocks []block) (out []block) {
	for i, b := range blocks {
		if _, ok := b.(*table); ok && i > 0 {
			if _, too := blocks[i-1].(*table); too {
				out = append(out, &paragraph{style: "TableGap", track: passing})
			}
		}
		out = append(out, b)
	}
	return out
}

// withLast returns pairs of which the last has nothing behind it, or paragraphs of one
// side only. Elsewhere the last paragraphs are made a pair, since one of them must stay.
func withLast(pairs []pair, old, now []block) []pair {
	end := pair{len(old) - 1, len(now) - 1}
	if n := len(pairs); n > 0 {
		last := pairs[n-1]
		if last == end || (last.old == end.old || last.new == end.new) && onlyParagraphs(old[last.old:]) && onlyParagraphs(now[last.new:]) {
			return pairs
		}
	}
	return append(slices.DeleteFunc(pairs, func(p pair) bool { return p.old == end.old || p.new == end.new }), end)
}

func onlyParagraphs(blocks []block) bool {
	return !slices.ContainsFunc(blocks, func(b block) bool { _, ok := b.(*paragraph); return !ok })
}

// weave puts old blocks between new ones.
type weave struct {
	*merger
	old, new []block
	moves    moves
	i, j     int // the next old block, and the next new one
	out      []block
}

// to adds what only one side has in front of a pair.
func (w *weave) to(i, j int) {
	for ; w.i < i; w.i++ {
		w.out = append(w.out, w.alone(w.old[w.i], deleted, w.moves.away[w.i]))
	}
	for ; w.j < j; w.j++ {
		w.out = append(w.out, w.alone(w.new[w.j], inserted, w.moves.here[w.j]))
	}
}

// tail adds what only one side has behind the last pair. Whoever writes on at the end of a
// text puts in the end of the paragraph that was the last, and leaves the old end to the
// last of the new ones; deleting there leaves the end of the last.
func (w *weave) tail() {
	if w.i == len(w.old) && w.j == len(w.new) {
		return
	}
	pivot, was := w.out[len(w.out)-1].(*paragraph), w.old[w.i-1].(*paragraph)
	grows := w.j < len(w.new)
	w.to(len(w.old), len(w.new))
	last := w.out[len(w.out)-1].(*paragraph)
	if grows {
		pivot.track, pivot.was = inserted, nil
		w.end(last, was)
		return
	}
	pivot.track = deleted
	after := *pivot
	after.runs = last.runs
	w.out[len(w.out)-1] = &after
	w.end(&after, last)
}

// unfolded has a deleted text at the end stand in a paragraph of its own, where the last
// one is no more than a gap, in which nobody could read it.
func unfolded(blocks []block) []block {
	last := blocks[len(blocks)-1].(*paragraph)
	if last.style != "TableGap" || last.was == nil || len(last.runs) == 0 {
		return blocks
	}
	own, gap := *last.was, *last
	own.runs, own.track, own.was = last.runs, passing, nil
	gap.runs = nil
	return append(blocks[:len(blocks)-1], &own, &gap)
}

// end has the last paragraph keep its end, and be what another was.
func (m *merger) end(last, before *paragraph) {
	last.track, last.was = kept, nil
	if !m.alike(before, last) {
		copied := *before
		last.was = &copied
	}
}

// ended adds the paragraph that Word wants at the end of everything.
func ended(blocks []block) []block {
	if n := len(blocks); n > 0 {
		if _, ok := blocks[n-1].(*paragraph); ok {
			return blocks
		}
	}
	return append(blocks[:len(blocks):len(blocks)], &paragraph{style: "TableGap"})
}

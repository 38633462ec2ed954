package diff

import "slices"

// moved returns the new elements that stand elsewhere than they did: under another
// parent, or in another order among the siblings that stayed. Of those that changed
// places, as few as possible count as moved.
func moved(p *pairing, now *Element) map[*Element]bool {
	moved := map[*Element]bool{}
	now.Walk(func(parent *Element) {
		for _, l := range parent.Lists {
			var stayed []*Element
			for _, e := range l.Items {
				old := p.toOld[e]
				switch {
				case old == nil:
				case old.parent != p.toOld[parent]:
					moved[e] = true
				default:
					stayed = append(stayed, e)
				}
			}
			inOrder := longestRise(stayed, func(e *Element) int { return p.toOld[e].index })
			for i, e := range stayed {
				if !inOrder[i] {
					moved[e] = true
				}
			}
		}
	})
	return moved
}

// longestRise marks a longest run of elements, not necessarily neighbours, whose
// positions rise.
func longestRise(list []*Element, position func(*Element) int) []bool {
	ends := []int{}                  // the last element of the best run of each length
	before := make([]int, len(list)) // the element before in its run
	in := make([]bool, len(list))
	for i, e := range list {
		at, _ := slices.BinarySearchFunc(ends, position(e), func(end, want int) int { return position(list[end]) - want })
		before[i] = -1
		if at > 0 {
			before[i] = ends[at-1]
		}
		if at == len(ends) {
			ends = append(ends, i)
		} else {
			ends[at] = i
		}
	}
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			in[i] = true
		}
	}
	return in
}

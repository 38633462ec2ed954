package importer

import "slices"

// mostCompared is how many pairs of texts are compared.
const mostCompared = 40_000

// match finds for each item of the list of expected outcomes the outcome of the results
// chain that it words; where there is no chain, the items are the outcomes.
func (d *draft) match() {
	if len(d.outcomes) == 0 {
		for _, s := range d.expected {
			d.outcomes = append(d.outcomes, &draftResult{said: s})
		}
		d.expected = nil
		return
	}
	const near = 60
	if len(d.expected)*len(d.outcomes) > mostCompared {
		for _, s := range d.expected {
			s.marks = append(s.marks, "stood in the list of expected outcomes, which is too long to be compared")
			d.strays = append(d.strays, s)
		}
		return
	}
	free := slices.Clone(d.outcomes)
	for i, s := range d.expected {
		best, at := near, -1
		for n, o := range free {
			a := alike(s.text, o.text)
			if o == d.outcomes[min(i, len(d.outcomes)-1)] {
				a++ // of two that are as near, the one in the same place
			}
			if a > best {
				best, at = a, n
			}
		}
		if at < 0 {
			s.marks = append(s.marks, "stood in the list of expected outcomes, and is none of the outcomes")
			d.strays = append(d.strays, s)
			continue
		}
		if s.text != free[at].text {
			free[at].expected = said{text: s.text, spans: s.spans}
		}
		free[at].marks = append(free[at].marks, s.marks...)
		free = slices.Delete(free, at, at+1)
	}
}

// summed says of the outcomes of the summary which of the outcomes they are.
func (d *draft) summed() []int {
	const near = 60
	out := make([]int, len(d.summary.outcomes))
	if len(out)*len(d.outcomes) > mostCompared {
		for i := range out {
			out[i] = -1
		}
		return out
	}
	taken := map[int]bool{}
	for i, s := range d.summary.outcomes {
		out[i] = -1
		best := near
		for n, o := range d.outcomes {
			if a := alike(s.text, o.text); a > best && !taken[n] {
				best, out[i] = a, n
			}
		}
		if out[i] >= 0 {
			taken[out[i]] = true
		}
	}
	return out
}

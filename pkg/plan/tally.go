package plan

import "fmt"

// Tally keeps what sums are made of, down to what is no sum itself, so that whatever
// counts twice in a sum of sums is found. The zero Tally is ready for use.
type Tally struct {
	of    map[string]map[string]int
	steps int
}

// most bounds the work of a tally: far above any budget, far below what is felt.
const most = 200_000

// Part is a part of a sum; a change takes its first part away.
type Part struct {
	Name  string
	Taken bool
}

// Twice is something that a sum counts twice, and the two parts by which it does.
type Twice struct{ Name, First, Second string }

// Put says what a sum is made of; its parts have been put before. A thing without parts
// counts once. The result is what now counts twice, nil for nothing. It is not known where
// the sums of a plan are more than can be followed.
func (t *Tally) Put(name string, parts ...Part) (twice *Twice, known bool) {
	if t.of == nil {
		t.of = map[string]map[string]int{}
	}
	if len(parts) == 0 {
		t.of[name] = map[string]int{name: 1}
		return nil, true
	}
	sum, by := map[string]int{}, map[string]string{}
	t.of[name] = sum
	for _, p := range parts {
		sign := 1
		if p.Taken {
			sign = -1
		}
		if t.steps += len(t.of[p.Name]); t.steps > most {
			return twice, false
		}
		for leaf, n := range t.of[p.Name] {
			c := sum[leaf] + sign*n
			if c > 1 || c < -1 {
				c /= 2 // so that what is made of this sum is not called wrong as well
				if twice == nil || twice.Second == p.Name && leaf < twice.Name {
					twice = &Twice{leaf, by[leaf], p.Name}
				}
			}
			if sum[leaf] = c; by[leaf] == "" {
				by[leaf] = p.Name
			}
		}
	}
	return twice, true
}

// Ways says by which parts of a sum something counts twice.
func (t Twice) Ways() string {
	switch t.Name {
	case t.First:
		return fmt.Sprintf("by itself and in `%s`", t.Second)
	case t.Second:
		return fmt.Sprintf("in `%s` and by itself", t.First)
	}
	return fmt.Sprintf("in `%s` and in `%s`", t.First, t.Second)
}

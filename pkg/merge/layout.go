package merge

import "strings"

// layout leaves out what programs and people set otherwise and say the same: lines of the masthead
// that stand in one or in another order, and a table's head that is there once more where its table was cut in two.
func (c *comparer) layout(pairs []pair) (out []pair) {
	heads := map[string]bool{}
	for _, u := range c.built {
		if u.isRow && u.first().passage.TableRow() == 0 {
			heads[u.key] = true
		}
	}
	for i := range pairs {
		p := &pairs[i]
		switch {
		case p.built == nil && p.found.isRow && heads[p.found.key]:
		case p.found == nil && p.built.inMasthead() && takenFrom(pairs, p.built.first().text):
		default:
			if p.built != nil && p.built.first().passage.Loose() {
				p.moved = false
			}
			out = append(out, *p)
		}
	}
	return out
}

func (u *unit) inMasthead() bool { return u.first().passage.Of == nil }

// takenFrom takes a line of the masthead from another that has its words too; it is false
// where none has.
func takenFrom(pairs []pair, text string) bool {
	for i := range pairs {
		p := &pairs[i]
		if p.built == nil || p.found == nil || !p.built.inMasthead() || p.found.isRow {
			continue
		}
		f := p.found.first()
		if before, behind, ok := strings.Cut(f.text, text); ok && f.text != p.built.first().text {
			f.text = squeeze(before + " " + behind)
			return true
		}
	}
	return false
}

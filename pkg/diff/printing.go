package diff

import "strings"

// Printing returns the elements whose texts print a fact that changed, themselves or
// through a fact that adds it up. They say something else without another word in them.
func (r *Report) Printing(c *Change) (list []*Element) {
	if c.Element().Kind != factKind || c.Old == nil || c.New == nil {
		return nil
	}
	facts := map[string]bool{c.New.Name: true}
	for grown := true; grown; {
		grown = false
		for i := range r.Present().Plan.Facts {
			f := &r.Present().Plan.Facts[i]
			for _, part := range f.Value.Sum {
				if facts[part.Value] && !facts[f.Key.Value] {
					facts[f.Key.Value], grown = true, true
				}
			}
		}
	}
	r.New.tree.Walk(func(e *Element) {
		if e != c.New && e.quotes(facts) {
			list = append(list, e)
		}
	})
	return list
}

const factKind = "facts"

// quotes reports whether one of the element's texts quotes one of some facts.
func (e *Element) quotes(facts map[string]bool) bool {
	for i := range e.Fields {
		if !e.Fields[i].use.IsProse() {
			continue
		}
		for _, part := range strings.Split(e.Fields[i].Value, "${facts.")[1:] {
			name, _, closed := strings.Cut(part, "}")
			id, _, _ := strings.Cut(strings.TrimSpace(strings.Split(name, "|")[0]), ".")
			if closed && facts[id] {
				return true
			}
		}
	}
	return false
}

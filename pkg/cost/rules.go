package cost

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/schema"
)

// What checkLine and the kinds of cost check of a line's keys, said for editors.

// kindRules say that a line is of one kind, and has both keys of a kind of two.
func kindRules(kinds []Kind) (rules []schema.Rule) {
	for _, kind := range kinds {
		own := kind.keyNames()
		others := costKeys(kinds, func(other Kind) bool { return other.Key != kind.Key })
		for i, key := range own {
			rules = append(rules, schema.Rule{If: []string{key}, Need: slices.Delete(slices.Clone(own), i, i+1), Bar: others})
		}
		for _, f := range kind.more {
			rules = append(rules, schema.Rule{If: []string{f.Name()}, Need: own, Bar: others})
		}
	}
	return rules
}

// groupRules say that a line has an amount or is a group, that a group has no cost of
// its own, and that it alone has a subtotal.
func groupRules() []schema.Rule {
	return []schema.Rule{
		{Need: append(amountKeys(Kinds()), "lines")},
		{If: []string{"lines"}, Bar: costKeys(Kinds(), func(Kind) bool { return true })},
		{If: []string{"subtotal"}, Need: []string{"lines"}},
		{If: []string{"lines"}, Bar: []string{"rounding"}},
	}
}

// costKeys returns the keys of the kinds that are wanted.
func costKeys(kinds []Kind, wanted func(Kind) bool) (keys []string) {
	for _, k := range kinds {
		if wanted(k) {
			keys = append(keys, k.keyNames()...)
			for _, f := range k.more {
				keys = append(keys, f.Name())
			}
		}
	}
	return keys
}

func (k Kind) keyNames() []string {
	names := make([]string, len(k.keys))
	for i, f := range k.keys {
		names[i] = f.Name()
	}
	return names
}

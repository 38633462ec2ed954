package diff

import "strings"

// Coverage is a mandate item or a priority that activities began or ceased to serve.
type Coverage struct {
	Element  *Element // as it is now, or as it was last
	Old, New int      // how many activities serve it
}

// Lost reports whether nothing serves it any more.
func (c Coverage) Lost() bool { return c.Old > 0 && c.New == 0 }

// Gained reports whether something serves it that nothing served.
func (c Coverage) Gained() bool { return c.Old == 0 && c.New > 0 }

func (c Coverage) mirror() Coverage { return Coverage{c.Element, c.New, c.Old} }

// coverage returns what is served by activities in one plan only, among what both
// plans have.
func coverage(old, now Side, p *pairing) []Coverage {
	was, is := served(old.tree), served(now.tree)
	var list []Coverage
	now.tree.Walk(func(e *Element) {
		switch e.Kind {
		case "mandate", "priorities", "priorities/items":
		default:
			return
		}
		before := p.toOld[e]
		if before == nil {
			return
		}
		c := Coverage{e, was[before.Path()], is[e.Path()]}
		if (c.Old == 0) != (c.New == 0) {
			list = append(list, c)
		}
	})
	return list
}

// served counts the activities that serve each path.
func served(tree *Element) map[string]int {
	counts := map[string]int{}
	tree.Walk(func(e *Element) {
		if e.Kind != "outcomes/outputs/activities" {
			return
		}
		for _, path := range strings.Split(e.Value("serves"), ", ") {
			if path != "" {
				counts[path]++
			}
		}
	})
	return counts
}

package merge

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/proof"
)

// expected offers to word an outcome otherwise in one place only: where the results stand, or in
// the list of the expected outcomes, which may have a wording of its own.
func (c *comparer) expected(p *proof.Passage, t *traced, h hunk, now string) []Offer {
	n := t.prose.Node
	item, _, ok := c.tree.item(n)
	if !ok || c.tree.key(n) != "text" || item.Get("outputs").IsZero() || item.IsFlow() || !item.Get("expected").IsZero() {
		return nil
	}
	at, end := t.bounds(h.from, h.to)
	old := t.prose.Value
	said := strings.Join(strings.Fields(old[:at]+c.typed(now)+old[end:]), " ")
	const indent, used = 6, 16
	switch of := p.Of.(type) {
	case *document.Item:
		if strings.HasPrefix(of.ID, "outcomes/") {
			return []Offer{{Says: fmt.Sprintf("word it so as `expected` only (line %d)", item.Start().Line),
				steps: []step{set{item, "expected", written(said, indent, used)}}}}
		}
	case *document.Result:
		return []Offer{{Says: fmt.Sprintf("write it there, and keep the old words as `expected` (line %d)", item.Start().Line),
			steps: []step{reword{node: n, from: at, to: end, text: c.typed(now)}, set{item, "expected", written(strings.Join(strings.Fields(old), " "), indent, used)}}}}
	}
	return nil
}

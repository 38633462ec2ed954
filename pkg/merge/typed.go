package merge

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/typography"
)

// asTyped writes what the file says with the marks that plans are typed with: where nobody
// changed a word it is the plan's own, whatever marks pages have in its place. Files without a
// page, and plans of a language that sets no marks, are as they are.
func (c *comparer) asTyped(pairs []pair, format string) {
	y := c.unit.Document.Meta.Typography
	if y == nil || format == "md" {
		return
	}
	for i := range pairs {
		p := &pairs[i]
		switch {
		case p.found == nil:
		case p.built == nil:
			for n := range p.found.cells {
				p.found.cells[n].asTyped("", y)
			}
		default:
			for _, both := range p.cells() {
				if both.found != nothing {
					both.found.asTyped(both.built.text, y)
				}
			}
		}
	}
}

func (c *cell) asTyped(plain string, y *document.Typography) {
	c.text = squeeze(typography.Typed(c.text, plain, y))
	if c.typed != "" {
		c.typed = squeeze(typography.Typed(c.typed, plain, y))
	}
}

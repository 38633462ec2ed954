package merge

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/proof"
)

// elsewhere offers what the plan can say instead of words of the template.
func (c *comparer) elsewhere(p *proof.Passage, words string) []Offer {
	switch of := p.Of.(type) {
	case *document.Heading:
		if of.Level == 1 {
			return c.section(of.ID, "heading", written(words, 6, 13+len(words)))
		}
	case *document.Paragraph:
		if id, rest, ok := strings.Cut(strings.TrimPrefix(of.ID, "sections/"), "/"); ok && strings.HasPrefix(of.ID, "sections/") && rest == "1" {
			return c.section(id, "paragraphs", "["+format.Quote(words)+"]")
		}
	}
	if p.Place == "title" && !c.unit.Plan.Document.Node.IsZero() && !c.unit.Plan.Document.Title.IsSet() {
		return []Offer{{Says: "give `document` a `title`", steps: []step{set{c.unit.Plan.Document.Node, "title", format.Quote(words)}}}}
	}
	return nil
}

// section offers to give a section of the template a key of its own.
func (c *comparer) section(id, key, raw string) []Offer {
	for i := range c.unit.Plan.Sections {
		if s := &c.unit.Plan.Sections[i]; s.ID.Value == id {
			return []Offer{{Says: fmt.Sprintf("give the section `%s` a `%s` of its own (line %d)", id, key, s.Node.Start().Line), steps: []step{set{s.Node, key, raw}}}}
		}
	}
	list := c.tree.root.Get("sections")
	if list.IsZero() || list.IsFlow() || list.Len() == 0 {
		return nil
	}
	return []Offer{{Says: fmt.Sprintf("add the section `%s` with a `%s` of its own to `sections` (line %d)", id, key, list.Start().Line),
		steps: []step{section{list, id, key, raw, c.ahead(id)}}}}
}

// ahead returns the sections that the document prints before one.
func (c *comparer) ahead(id string) (ids []string) {
	for h := range document.Each[document.Heading](c.unit.Document.Blocks) {
		if h.ID == id {
			break
		}
		if h.Level == 1 {
			ids = append(ids, h.ID)
		}
	}
	return ids
}

package compose

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
)

func init() {
	registerBlock("lettered", blockKind{needs: []string{"from"}, print: func(b *builder, spec *blockSpec) []document.Block {
		part := sources[spec.From.Value]
		return []document.Block{b.list(part.lead, part.items(b.in.Plan), true)}
	}})
	registerBlock("bulleted", blockKind{needs: []string{"from"}, print: func(b *builder, spec *blockSpec) []document.Block {
		part := sources[spec.From.Value]
		return []document.Block{b.list(part.lead, part.items(b.in.Plan), false)}
	}})
	registerBlock("subsections", blockKind{needs: []string{"from"}, from: []string{"priorities"}, print: printSubsections})
}

// list makes a list of items.
func (b *builder) list(lead string, items []plan.Item, lettered bool) document.List {
	list := document.List{Lettered: lettered, Items: make([]document.Item, len(items))}
	for i, item := range items {
		list.Items[i] = document.Item{ID: itemID(lead, i, item), Text: b.text(item.Text)}
		if lettered {
			list.Items[i].Marker = b.items.number(i + 1)
			list.Items[i].Anchor = b.giveItem(list.Items[i].ID, list.Items[i].Marker)
		}
	}
	return list
}

// printSubsections prints each priority as a heading, a paragraph and lettered items.
func printSubsections(b *builder, _ *blockSpec) []document.Block {
	var out []document.Block
	for _, p := range b.in.Plan.Priorities {
		id := "priorities/" + p.ID.Value
		heading := b.heading(2, id, b.text(p.Heading))
		heading.Anchor = b.give(id, b.inFull(2))
		paragraph := b.numbered(id+"/text", b.text(p.Text))
		paragraph.Lead = len(p.Items) > 0
		out = append(out, heading, paragraph)
		if len(p.Items) > 0 {
			out = append(out, b.list(id, p.Items, true))
		}
	}
	return out
}

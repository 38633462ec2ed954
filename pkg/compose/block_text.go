package compose

import "github.com/isuplan/isuplan/pkg/document"

func init() {
	registerBlock("text", blockKind{needs: []string{"text"}, print: printText})
	registerBlock("prose", blockKind{needs: []string{"from"}, print: printProse})
	registerBlock("paragraphs", blockKind{print: printParagraphs})
	registerBlock("numbered", blockKind{needs: []string{"from"}, print: printNumbered})
	registerBlock("box", blockKind{needs: []string{"title", "body"}, print: printBox})
}

// printText prints a text of the template.
func printText(b *builder, spec *blockSpec) []document.Block {
	return []document.Block{document.Paragraph{ID: spec.ID.Value, Text: b.text(spec.Text), Lead: spec.Lead.Value}}
}

// printProse prints a part of the plan as paragraphs without numbers.
func printProse(b *builder, spec *blockSpec) []document.Block {
	var out []document.Block
	part := sources[spec.From.Value]
	for i, item := range part.items(b.in.Plan) {
		out = append(out, document.Paragraph{ID: itemID(part.lead, i, item), Text: b.text(item.Text)})
	}
	return out
}

// printNumbered prints a part of the plan as numbered paragraphs.
func printNumbered(b *builder, spec *blockSpec) []document.Block {
	var out []document.Block
	part := sources[spec.From.Value]
	for i, item := range part.items(b.in.Plan) {
		out = append(out, b.numbered(itemID(part.lead, i, item), b.text(item.Text)))
	}
	return out
}

// printParagraphs prints the section's own paragraphs. The last of them leads
// over to what follows it in the section.
func printParagraphs(b *builder, spec *blockSpec) []document.Block {
	var out []document.Block
	if b.current == nil {
		return nil
	}
	last := len(b.current.paragraphs) - 1
	for i, item := range b.current.paragraphs {
		p := b.numbered(itemID("sections/"+b.current.id, i, item), b.text(item.Text))
		p.Lead = i == last && spec.With.IsSet() || len(item.Tables) > 0
		out = append(out, append([]document.Block{p}, b.textTables(&item)...)...)
	}
	return out
}

func printBox(b *builder, spec *blockSpec) []document.Block {
	body := b.blocks(spec.Body)
	if len(body) == 0 {
		return nil
	}
	return []document.Block{document.Box{ID: spec.ID.Value, Title: b.text(spec.Title), Blocks: body}}
}

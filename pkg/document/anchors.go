package document

// Anchors yields the anchors of a document's blocks and items, each once, in the order of print.
func Anchors(blocks []Block) []string {
	a := anchors{known: map[string]bool{}}
	Walk(blocks, &a)
	return a.list
}

// anchors collects anchors; it visits blocks.
type anchors struct {
	list  []string
	known map[string]bool
}

func (a *anchors) add(anchor string) {
	if anchor != "" && !a.known[anchor] {
		a.known[anchor] = true
		a.list = append(a.list, anchor)
	}
}

func (a *anchors) Heading(h *Heading, _ Rest)     { a.add(h.Anchor) }
func (a *anchors) Paragraph(p *Paragraph, _ Rest) { a.add(p.Anchor) }
func (a *anchors) List(l *List, _ Rest)           { a.items(l.Items) }
func (a *anchors) Result(r *Result, _ Rest)       { a.add(r.Anchor) }
func (a *anchors) Box(b *Box, _ Rest)             { Walk(b.Blocks, a) }
func (a *anchors) Table(*Table, Rest)             {}
func (a *anchors) Chart(*Chart, Rest)             {}

func (a *anchors) items(list []Item) {
	for i := range list {
		a.add(list[i].Anchor)
		a.items(list[i].Items)
	}
}

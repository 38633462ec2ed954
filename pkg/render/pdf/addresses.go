package pdf

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// addressList sets the addresses of links, in small type as the notes of a table.
func (l *layout) addressList(a *document.Addresses) {
	if len(a.Notes) == 0 {
		return
	}
	l.Paragraph(&document.Paragraph{Text: a.Title, Lead: true}, make(document.Rest, 1))
	for _, text := range a.Notes {
		l.open(roleParagraph)
		mark := l.leaf(roleNote)
		l.elements[mark.node].isNamed = true
		l.paragraph(text, setting{mark: mark, size: set.HeadSize, addresses: true})
		l.close()
		l.addresses = append(l.addresses, note{mark.node, text.String()})
	}
}

// said is what a text says where no marks of addresses stand, such as in the list of headings.
func said(t document.Text) string {
	var b strings.Builder
	for i := range t {
		if t[i].Address == 0 {
			b.WriteString(t[i].Text)
		}
	}
	return b.String()
}

package lsp

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/index"
	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
	"github.com/isuplan/isuplan/pkg/schema"
)

// complete says what may be written at a position. The place is known by the lines, whether the
// text can be parsed or not; what is known of the plan is of the last text that could.
func (s *server) complete(ctx context.Context, p *protocol.At) (protocol.CompletionList, error) {
	list := protocol.CompletionList{Items: []protocol.CompletionItem{}}
	d := s.docs[p.TextDocument.URI]
	if d == nil || d.now.kind == nothing {
		return list, nil
	}
	v, _, err := s.view(ctx, d.uri)
	if err != nil {
		return list, err
	}
	c := completer{server: s, view: v, doc: d, at: offset(d.now.file, p.Position)}
	place, ok := index.At(d.now.file, d.now.kind.shape(), c.at)
	if !ok || c.isComment() {
		return list, nil
	}
	c.place = place
	switch {
	case place.Quote:
		c.names()
	case place.IsKey && !place.Chosen:
		c.keys()
	default:
		c.values()
	}
	for i := range c.items {
		c.items[i].SortText = fmt.Sprintf("%04d", i)
	}
	list.Items = append(list.Items, c.items...)
	return list, nil
}

type completer struct {
	*server
	view  *view // nil while nothing is known
	doc   *document
	at    int
	place index.Place
	items []protocol.CompletionItem
}

// isComment reports that a comment is being written.
func (c *completer) isComment() bool {
	f := c.doc.now.file
	from, _ := f.LineBounds(f.At(c.at).Line)
	line := string(f.Bytes[from:c.at])
	return strings.HasPrefix(strings.TrimSpace(line), "#") || strings.Contains(line, " #")
}

// add adds an item that is written in the place of what was begun.
func (c *completer) add(label, text, detail, doc string, kind int) {
	f := c.doc.now.file
	item := protocol.CompletionItem{Label: label, Kind: kind, Detail: clip(detail, 120), FilterText: label,
		TextEdit: &protocol.TextEdit{Range: stretch(f, c.place.From, c.at), NewText: text}}
	if doc != "" {
		m := protocol.Markdown(doc)
		item.Documentation = &m
	}
	c.items = append(c.items, item)
}

// keys adds the keys of the group that are not there yet.
func (c *completer) keys() {
	for _, k := range c.place.Shape.Keys {
		if _, there := c.place.Siblings[k.Key]; there {
			continue
		}
		shape := k.Shape.Itself()
		text := k.Key + ": "
		if !c.place.Flow && shape.Short == nil && (len(shape.Keys) > 0 || shape.Of != nil) {
			text = k.Key + ":"
		}
		detail := shape.Name
		if k.Required {
			detail += ", required"
		}
		c.add(k.Key, text, detail, k.Doc+"\n\n"+aboutShape(shape), protocol.CompleteProperty)
	}
}

// values adds what may stand behind a key or in a list, or as a key that the author chooses.
func (c *completer) values() {
	shape, behind := c.place.Shape, ""
	if c.place.IsKey {
		shape, behind = shape.By, ": "
	}
	shape = shape.Scalar()
	for _, v := range shape.Choices() {
		c.add(v, v+behind, shape.Name, "", protocol.CompleteEnum)
	}
	if shape.Use == schema.AsReference {
		c.references(shape, behind)
	}
}

// references adds what a reference may name.
func (c *completer) references(shape *schema.Shape, behind string) {
	if len(shape.To) == 1 && shape.To[0] == "rules" {
		for _, r := range check.Rules() {
			c.add(r.Name, r.Name+behind, r.Title, r.Why, protocol.CompleteReference)
		}
		return
	}
	if len(shape.To) == 0 {
		c.subjects(behind)
	}
	for _, word := range shape.Also {
		c.add(word, word+behind, shape.Name, "", protocol.CompleteEnum)
	}
	if c.view == nil {
		return
	}
	form, err := regexp.Compile(shape.Pattern)
	isPath := err == nil && form.MatchString("a/b")
	spaces := shape.To
	if t := c.view.index.ThingAt(c.at); t != nil {
		spaces = shape.Spaces(t.Path)
	}
	for _, t := range c.view.index.In(spaces...) {
		name := t.Path
		if !isPath {
			var direct bool
			if name, direct = strings.CutPrefix(t.Path, spaces[0]+"/"); !direct || strings.Contains(name, "/") {
				continue
			}
		}
		if shape.Except != "" && !t.Node.Get(shape.Except).IsZero() {
			continue
		}
		if isPath && t.ID.IsZero() && len(shape.To) > 0 {
			continue
		}
		c.add(name, name+behind, t.Shape.Name, clip(escaped(t.Label.Text()), 300), protocol.CompleteReference)
	}
}

// subjects adds the places where a waiver's rule finds something.
func (c *completer) subjects(behind string) {
	c.finding.Lock()
	found := c.doc.found
	c.finding.Unlock()
	rule, seen := c.place.Siblings["rule"], map[string]bool{}
	for i := range found {
		f := &found[i]
		if f.Subject != "" && !seen[f.Subject] && (rule == f.Rule.Name || strings.EqualFold(rule, f.Rule.Code)) {
			seen[f.Subject] = true
			c.add(f.Subject, f.Subject+behind, f.Message, "", protocol.CompleteReference)
		}
	}
}

// names adds the names that prose may quote, with what each prints.
func (c *completer) names() {
	if c.view == nil {
		return
	}
	values := c.view.values()
	if values == nil {
		return
	}
	closing := "}"
	if rest := c.doc.now.file.Bytes[c.at:]; len(rest) > 0 && rest[0] == '}' {
		closing = ""
	}
	for _, name := range values.unit.Names.All() {
		printed, _ := values.prints(name)
		c.add(name, name+closing, printed, "", protocol.CompleteVariable)
	}
}

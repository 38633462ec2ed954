// Package compare makes documents of comparisons of plans: what changed from one plan
// to another, and the table of years. Every word comes from the language file.
package compare

import (
	"path"

	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
)

// Document makes a document of a comparison of two plans: the summary, the budget as a
// bridge from the old total to the new one, and the texts with what was put in and taken
// out. If all is true, it also shows what merely rolled forward.
func Document(r *diff.Report, all bool, l *language.Language) *document.Document {
	c := comparison{words: newWords(l, *r.Present()), r: r, all: all}
	of := r.Present().Plan.Document
	unit := of.Unit.Value
	old, now := c.states()
	title := language.Fill(c.forms.Title.Value, "unit", unit, "old", old, "new", now)
	doc := &document.Document{
		Meta: document.Meta{Title: title, Subject: title, Language: l.Code.Value, Hyphenation: l.Hyphenation.Value, Typography: l.Setting(), Date: of.Date.Value, Author: unit},
		Masthead: document.Masthead{Name: document.Plain(of.Convention.Value), Title: document.Plain(title),
			Session: []document.Text{
				document.Plain(language.Fill(c.forms.OldFile.Value, "file", path.Base(r.Old.Name))),
				document.Plain(language.Fill(c.forms.NewFile.Value, "file", path.Base(r.New.Name))),
			}},
	}
	doc.Blocks = append(doc.Blocks, c.summary())
	doc.Blocks = append(doc.Blocks, c.budget()...)
	doc.Blocks = append(doc.Blocks, c.financing()...)
	doc.Blocks = append(doc.Blocks, c.tables()...)
	doc.Blocks = append(doc.Blocks, c.texts()...)
	doc.Blocks = append(doc.Blocks, c.coverage()...)
	doc.Blocks = append(doc.Blocks, c.rolled()...)
	return doc
}

// comparison makes the blocks of one comparison.
type comparison struct {
	words
	r   *diff.Report
	all bool
}

func (c *comparison) summary() document.Block {
	box := document.Box{ID: "summary", Title: document.Plain(c.forms.Summary.Value)}
	for _, s := range Summary(c.r, c.language) {
		box.Blocks = append(box.Blocks, document.Paragraph{Text: document.Plain(s)})
	}
	return box
}

// coverage lists what activities began or ceased to serve.
func (c *comparison) coverage() []document.Block {
	var list document.List
	for _, s := range c.r.Served {
		became := c.forms.Coverage.ItemLost.Value
		if s.Gained() {
			became = c.forms.Coverage.ItemGained.Value
		}
		list.Items = append(list.Items, document.Item{Text: document.Text{{Text: s.Element.Path(), Strong: true}, {Text: " " + became + ": " + c.r.Shown(s.Element)}}})
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []document.Block{heading("coverage", c.forms.Heads.Coverage.Value), list}
}

// rolled says in a line or two what is counted only.
func (c *comparison) rolled() []document.Block {
	if c.all {
		return nil
	}
	var blocks []document.Block
	aside := func(n int, form language.Plural) {
		if n > 0 {
			blocks = append(blocks, document.Paragraph{Text: document.Text{{Text: capital(c.language.Count(n, form)), Emphasis: true}}})
		}
	}
	aside(c.r.CountRolled(), c.forms.Rolled)
	return blocks
}

func heading(id, text string) document.Heading {
	return document.Heading{ID: id, Level: 1, Text: document.Plain(text)}
}

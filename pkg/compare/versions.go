package compare

import (
	"path"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/translation"
)

// Versions makes a document of two language versions of one plan side by side: of what is to be
// looked at, or of all texts.
func Versions(c *translation.Comparison, all bool, l *language.Language) *document.Document {
	v := versions{Comparison: c, words: l, forms: &l.Comparison.Versions,
		left: l.Tongue(c.Left.Language.Code.Value), right: l.Tongue(c.Right.Language.Code.Value)}
	if v.left == v.right { // nothing but the files tells them apart
		v.left, v.right = path.Base(c.Left.Name), path.Base(c.Right.Name)
	}
	of := c.Left.Plan
	unit := c.Left.Words(of.Document.Unit)
	years := l.Years(of.Period.From.Value.Year(), of.Period.To.Value.Year())
	title := language.Fill(v.forms.Title.Value, "unit", unit, "years", years, "left", v.left, "right", v.right)
	doc := &document.Document{
		Meta: document.Meta{Title: title, Subject: title, Language: l.Code.Value, Hyphenation: l.Hyphenation.Value, Typography: l.Setting(), Date: of.Document.Date.Value, Author: unit},
		Masthead: document.Masthead{Name: document.Plain(c.Left.Words(of.Document.Convention)), Title: document.Plain(title),
			Session: []document.Text{document.Plain(v.left + ": " + path.Base(c.Left.Name)), document.Plain(v.right + ": " + path.Base(c.Right.Name))}},
	}
	doc.Blocks = append(doc.Blocks, v.summary())
	if t := v.table(all); len(t.Rows) > 0 {
		doc.Blocks = append(doc.Blocks, t)
	}
	return doc
}

// versions words one comparison of two language versions.
type versions struct {
	*translation.Comparison
	words       *language.Language
	forms       *language.VersionForms
	left, right string // what the languages are called
}

func (v *versions) summary() document.Block {
	says := v.forms.Same.Value
	if n := len(v.Differences()); n > 0 {
		says = v.words.Count(n, v.forms.Count)
	}
	compared := language.Fill(v.forms.Compared.Value, "number", v.words.Number(money.New(int64(v.CountTexts())), 0))
	return document.Box{ID: "summary", Title: document.Plain(v.words.Comparison.Summary.Value), Blocks: []document.Block{
		document.Paragraph{Text: document.Plain(capital(says))}, document.Paragraph{Text: document.Plain(compared)}}}
}

// table has a row for each pair: where it stands, what it says in both languages, and what differs.
func (v *versions) table(all bool) document.Table {
	const narrow, wide = 20, 40
	t := document.Table{ID: "versions",
		Caption: document.Plain(language.Fill(v.forms.Table.Value, "left", v.left, "right", v.right)),
		Columns: []document.Column{{Head: document.Plain(v.forms.Place.Value), Width: narrow, Label: true}, {Head: document.Plain(v.left), Width: wide},
			{Head: document.Plain(v.right), Width: wide}, {Head: document.Plain(v.forms.Differs.Value), Width: narrow}}}
	for i := range v.Pairs {
		p := &v.Pairs[i]
		if all || p.Differs() {
			t.Rows = append(t.Rows, document.Row{Cells: []document.Text{
				document.Plain(placeOf(p)), document.Plain(single(p.Left.Text)), document.Plain(single(p.Right.Text)), document.Plain(v.differs(p))}})
		}
	}
	return t
}

// placeOf names the place of a pair: the path of a thing, and the key of a value of it.
func placeOf(p *translation.Pair) string {
	if p.IsText || p.Place == p.Key || strings.HasSuffix(p.Place, "/"+p.Key) {
		return p.Place
	}
	return p.Place + ": " + p.Key
}

// differs says what of a pair is to be looked at, "" for nothing.
func (v *versions) differs(p *translation.Pair) string {
	only := func(name string, figures []string) string {
		return language.Fill(v.forms.Only.Value, "language", name, "figures", strings.Join(figures, v.words.Comparison.Lists.Separator.Value))
	}
	var says []string
	switch {
	case !p.Differs():
	case p.Right.Node.IsZero():
		says = append(says, language.Fill(v.forms.Missing.Value, "language", v.right))
	case p.Left.Node.IsZero():
		says = append(says, language.Fill(v.forms.Missing.Value, "language", v.left))
	case !p.IsText:
		says = append(says, v.forms.Value.Value)
	}
	if len(p.OnlyLeft) > 0 {
		says = append(says, only(v.left, p.OnlyLeft))
	}
	if len(p.OnlyRight) > 0 {
		says = append(says, only(v.right, p.OnlyRight))
	}
	return strings.Join(says, v.words.Comparison.Lists.Sentences.Value)
}

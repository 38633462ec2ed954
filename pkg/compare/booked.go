package compare

import (
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
)

// booked are tables of what each fund pays, each party and each part of the year, where that
// changed.
func (c *comparison) booked() (blocks []document.Block) {
	form := c.forms.Captions.Booked.Value
	if form == "" { // a language file that is older
		form = c.forms.Captions.Bridge.Value
	}
	for i := range c.r.Booked {
		b := &c.r.Booked[i]
		caption := document.Plain(language.Fill(form, "what", c.noun(b.Noun()).Title.Value, "currency", string(c.r.Money.Currency)))
		lead := document.Paragraph{Text: document.Plain(caption.String()), Lead: true}
		lead.Text[0].Emphasis = true
		t := document.Table{ID: "booked." + b.Axis.Values(), Caption: caption, Columns: c.bridgeColumns()[:5]}
		t.Columns[0].Head = document.Plain(c.noun(b.Noun()).Title.Value)
		for k := range b.Values {
			if v := &b.Values[k]; c.all || !v.Change().IsZero() {
				t.Rows = append(t.Rows, c.bookedRow(v))
			}
		}
		blocks = append(blocks, lead, t)
	}
	return blocks
}

func (c *comparison) bookedRow(v *diff.BookedChange) document.Row {
	var from, to document.Text
	if v.Old {
		from = document.Plain(c.amount(v.From))
	}
	if v.New {
		to = document.Plain(c.amount(v.To))
	}
	return document.Row{Cells: []document.Text{document.Plain(v.Label), from, to, document.Plain(c.signed(v.Change())), c.share(v.Change(), v.From)}}
}

package compare

import (
	"cmp"
	"strings"

	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/money"
)

// tables are those that do not add up to the total: bounds, rows after the total, contributions
// and posts.
func (c *comparison) tables() []document.Block {
	blocks := append(c.bounds(), c.after()...)
	for i := range c.r.Contributions {
		blocks = append(blocks, c.contribution(&c.r.Contributions[i])...)
	}
	blocks = append(blocks, c.spending()...)
	return append(blocks, c.posts()...)
}

// after are the rows after the total, column by column.
func (c *comparison) after() []document.Block {
	words := &c.forms.Tables
	t := c.moneyTable("after", words.Captions.After.Value)
	for i := range c.r.After {
		if cell := &c.r.After[i]; c.all || cell.IsShown() {
			t.Rows = append(t.Rows, c.cellRow(cell, c.cellLabel(cell), c.cause(cell)))
		}
	}
	return c.listed("after", words.Headings.After.Value, t)
}

// bounds are what lines may be at the most and at the least, in money.
func (c *comparison) bounds() []document.Block {
	words := &c.forms.Tables
	t := c.moneyTable("bounds", words.Captions.Bounds.Value)
	for i := range c.r.Bounds {
		b := &c.r.Bounds[i]
		if !c.all && !b.IsShown() {
			continue
		}
		form, room := words.AtLeast.Value, ""
		if b.Most {
			form = words.AtMost.Value
		}
		if b.Old && b.New && !b.Room.Equal(b.OldRoom) {
			room = language.Fill(words.Room.Value, "old", c.amount(b.OldRoom), "new", c.amount(b.Room))
		}
		t.Rows = append(t.Rows, c.cellRow(&b.CellChange, c.cellLabel(&b.CellChange, form), c.cause(&b.CellChange, room)))
	}
	return c.listed("bounds", words.Headings.Bounds.Value, t)
}

func (c *comparison) moneyTable(id, caption string) document.Table {
	t := document.Table{ID: id, Caption: document.Plain(language.Fill(caption, "currency", string(c.r.Money.Currency))), Columns: c.bridgeColumns()}
	t.Columns[0].Head = document.Plain(c.forms.Tables.Row.Value)
	return t
}

// listed is a table under its heading; nothing where it has no rows. Rows beyond the most that
// anybody reads are counted.
func (c *comparison) listed(id, title string, t document.Table) []document.Block {
	if len(t.Rows) == 0 {
		return nil
	}
	if n := len(t.Rows) - mostListed; n > 0 {
		more := document.Row{Cells: make([]document.Text, len(t.Columns))}
		more.Cells[0] = document.Plain("… " + c.language.Count(n, c.forms.Money.Lines))
		t.Rows = append(t.Rows[:mostListed:mostListed], more)
	}
	return []document.Block{heading(id, title), t}
}

// cellLabel names a row in its column; a form may say what it is of what the label names.
func (c *comparison) cellLabel(cell *diff.CellChange, form ...string) string {
	words, label := &c.forms.Tables, cmp.Or(cell.Label, c.forms.Total.Value)
	if cell.Of != "" {
		label = language.Fill(words.Part.Value, "of", cell.Of, "label", label)
	}
	for _, f := range form {
		label = language.Fill(f, "label", label)
	}
	if column := c.column(cell); column != "" {
		label = language.Fill(words.InColumn.Value, "label", label, "column", column)
	}
	return label
}

// column is the column of a row, or what became of which.
func (c *comparison) column(cell *diff.CellChange) string {
	if cell.Column != "" && cell.OldColumn != "" && cell.Column != cell.OldColumn {
		return language.Fill(c.forms.Tables.Columns.Value, "old", cell.OldColumn, "new", cell.Column)
	}
	return cmp.Or(cell.Column, cell.OldColumn)
}

func (c *comparison) cellRow(cell *diff.CellChange, label, cause string) document.Row {
	return document.Row{Cells: []document.Text{document.Plain(label), c.amountIf(cell.Old, cell.From), c.amountIf(cell.New, cell.To),
		document.Plain(c.signed(cell.Change())), c.share(cell.Change(), cell.From), document.Plain(cause)}}
}

func (c *comparison) amountIf(is bool, d money.Decimal) document.Text {
	if !is {
		return nil
	}
	return document.Plain(c.amount(d))
}

// cause says what the change of a row is owed to, and what it is a percentage of.
func (c *comparison) cause(cell *diff.CellChange, more ...string) string {
	switch {
	case !cell.Old:
		return language.Entry(c.forms.Causes, string(diff.New))
	case !cell.New:
		return language.Entry(c.forms.Causes, string(diff.Dropped))
	}
	details := c.inputs(cell.Inputs)
	if cell.Rates != nil {
		details = []string{c.percentage(cell.Rates)}
	}
	for _, s := range more {
		if s != "" {
			details = append(details, s)
		}
	}
	return c.with(c.parts(cell.Parts), details)
}

// percentage says what a percentage is taken of, before and after.
func (c *comparison) percentage(r *diff.Rates) string {
	words, form := &c.forms.Tables, ""
	switch {
	case r.OldRate.Equal(r.Rate):
		form = words.Percentage.Value
	case r.OldBase.Equal(r.Base):
		form = words.Rates.Value
	default:
		form = words.BothRates.Value
	}
	return language.Fill(form, "old_rate", c.language.Percent(r.OldRate), "rate", c.language.Percent(r.Rate),
		"old", c.amount(r.OldBase), "new", c.amount(r.Base), "base", c.amount(r.Base))
}

// parts are the parts of a change in words.
func (c *comparison) parts(list []diff.Part) []string {
	var parts []string
	for _, p := range list {
		parts = append(parts, c.part(p.Cause, c.signed(p.Amount)))
	}
	return parts
}

// with joins the parts of a change and what they come of.
func (c *comparison) with(parts, details []string) string {
	text := strings.Join(parts, c.forms.Lists.Separator.Value)
	if len(details) > 0 {
		text += language.Fill(c.forms.Owing.Inputs.Value, "inputs", strings.Join(details, c.forms.Lists.Parts.Value))
	}
	return strings.TrimSpace(text)
}

package compare

import (
	"cmp"
	"slices"

	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/money"
)

// mostParties is how many Parties are named of those that pay another amount, and how many more of
// those that are new or left; the others are counted. All of them are in the comparison in JSON.
const mostParties = 20

// contribution is what Parties contribute, and what they paid and owe, the largest changes first.
func (c *comparison) contribution(of *diff.ContributionChange) []document.Block {
	words := &c.forms.Tables
	t := c.moneyTable("contributions."+of.ID, language.Fill(words.Captions.Contributions.Value, "label", of.Label, "currency", string(c.r.Money.Currency)))
	t.Columns[0].Head = document.Plain(words.Party.Value)
	named, rest := c.ranked(of.Parties, (*diff.PartyChange).Change, func(p *diff.PartyChange) bool { return p.LineChange.IsShown() })
	for _, p := range named {
		t.Rows = append(t.Rows, c.partyRow(p))
	}
	if len(rest) > 0 {
		var beyond diff.LineChange
		for _, p := range rest {
			beyond.From, beyond.To = beyond.From.Add(p.From), beyond.To.Add(p.To)
		}
		t.Rows = append(t.Rows, c.sums(c.others(len(rest)), document.BodyRow, beyond.From, beyond.To, ""))
	}
	var blocks []document.Block
	title := language.Fill(words.Headings.Contributions.Value, "label", of.Label)
	if len(t.Rows) > 0 {
		t.Rows = append(t.Rows, c.sums(c.forms.Total.Value, document.TotalRow, of.From, of.To, ""))
		blocks = c.listed("contributions."+of.ID, title, t)
	}
	return append(blocks, c.owed(of)...)
}

// ranked are the Parties that are named, the largest changes first, and those that are counted.
func (c *comparison) ranked(list []diff.PartyChange, move func(*diff.PartyChange) money.Decimal, isShown func(*diff.PartyChange) bool) (named, rest []*diff.PartyChange) {
	var all []*diff.PartyChange
	for i := range list {
		if p := &list[i]; c.all || isShown(p) {
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(a, b *diff.PartyChange) int { return move(b).Abs().Cmp(move(a).Abs()) })
	most := mostParties
	if c.all {
		most = mostListed
	}
	stayed, came := 0, 0
	for _, p := range all {
		count := &stayed
		if p.Old == nil || p.New == nil {
			count = &came
		}
		if *count++; *count > most {
			rest = append(rest, p)
		} else {
			named = append(named, p)
		}
	}
	return named, rest
}

func (c *comparison) partyRow(p *diff.PartyChange) document.Row {
	row := c.line(&p.LineChange)
	words := &c.forms.Tables
	cause := ""
	switch {
	case p.Old == nil:
		cause = words.Joined.Value
	case p.New == nil:
		cause = words.Left.Value
	default:
		cause = c.with(c.parts(p.Parts), c.inputs(p.Inputs))
	}
	row.Cells[len(row.Cells)-1] = document.Plain(cause)
	return row
}

// others counts Parties.
func (c *comparison) others(n int) string {
	return "… " + c.language.Count(n, c.noun("contributing-party").Count)
}

// sums is a row of sums.
func (c *comparison) sums(label string, kind document.RowKind, from, to money.Decimal, last string) document.Row {
	change := to.Sub(from)
	return document.Row{Kind: kind, Cells: []document.Text{document.Plain(label), document.Plain(c.amount(from)), document.Plain(c.amount(to)),
		document.Plain(c.signed(change)), c.share(change, from), document.Plain(last)}}
}

// owed is what Parties paid and owe. Where only one of the plans says it, as that of next year,
// there is nothing to compare, and the sums tell it.
func (c *comparison) owed(of *diff.ContributionChange) []document.Block {
	words := &c.forms.Tables
	t := c.moneyTable("owed."+of.ID, language.Fill(words.Captions.Owed.Value, "label", of.Label, "currency", string(c.r.Money.Currency)))
	t.Columns[0].Head, t.Columns[5].Head = document.Plain(words.Party.Value), document.Plain(words.Payments.Value)
	named, rest := c.ranked(of.Parties, func(p *diff.PartyChange) money.Decimal { return p.Owed.Change() },
		func(p *diff.PartyChange) bool { return p.Owed.IsShown() || p.Paid.IsShown() })
	if len(named) == 0 {
		return nil
	}
	if !of.Owed.IsBoth() && !c.all {
		named, rest = nil, nil
	}
	for _, p := range named {
		t.Rows = append(t.Rows, c.owedRow(p.Label, document.BodyRow, p.Owed, p.Paid))
	}
	if len(rest) > 0 {
		var owed diff.Amounts
		for _, p := range rest {
			owed.Old, owed.New = added(owed.Old, p.Owed.Old), added(owed.New, p.Owed.New)
		}
		t.Rows = append(t.Rows, c.owedRow(c.others(len(rest)), document.BodyRow, owed, diff.Amounts{}))
	}
	var paid diff.Amounts
	for i := range of.Parties {
		paid.Old, paid.New = added(paid.Old, of.Parties[i].Paid.Old), added(paid.New, of.Parties[i].Paid.New)
	}
	t.Rows = append(t.Rows, c.owedRow(c.forms.Total.Value, document.TotalRow, of.Owed, paid))
	return c.listed("owed."+of.ID, language.Fill(words.Headings.Owed.Value, "label", of.Label), t)
}

// added adds amounts, of which each may not be said.
func added(sum, d *money.Decimal) *money.Decimal {
	switch {
	case d == nil:
		return sum
	case sum == nil:
		return d
	}
	return new(sum.Add(*d))
}

func (c *comparison) owedRow(label string, kind document.RowKind, owed, paid diff.Amounts) document.Row {
	row := document.Row{Kind: kind, Cells: []document.Text{document.Plain(label), c.said(owed.Old), c.said(owed.New), nil, nil, nil}}
	if owed.IsBoth() {
		row.Cells[3], row.Cells[4] = document.Plain(c.signed(owed.Change())), c.share(owed.Change(), *owed.Old)
	}
	switch {
	case paid.IsBoth() && !paid.Change().IsZero():
		row.Cells[5] = document.Plain(language.Fill(c.forms.Tables.Paid.Value, "old", c.amount(*paid.Old), "new", c.amount(*paid.New)))
	case paid.New != nil || paid.Old != nil:
		row.Cells[5] = c.said(cmp.Or(paid.New, paid.Old))
	}
	return row
}

func (c *comparison) said(d *money.Decimal) document.Text {
	if d == nil {
		return nil
	}
	return document.Plain(c.amount(*d))
}

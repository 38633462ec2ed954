package compare

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
)

// budget is the bridge from the old total to the new one: a row for each line.
func (c *comparison) budget() []document.Block {
	if c.r.Money.IsOfPosts() {
		return nil
	}
	head := heading("budget", c.forms.Heads.Budget.Value)
	if c.r.Money.Other != "" {
		return []document.Block{head, document.Paragraph{Text: document.Plain(c.forms.Money.NotCompared.Value)}}
	}
	return append([]document.Block{head, c.bridge("bridge", c.forms.Captions.Bridge.Value, &c.r.Money)}, c.booked()...)
}

// financing is the same of where the money comes from, if anything changed in it.
func (c *comparison) financing() []document.Block {
	b := &c.r.Funds
	if b.Other != "" || len(b.Lines) == 0 || b.IsEmpty() && !c.all {
		return nil
	}
	return []document.Block{heading("financing", c.forms.Heads.Financing.Value), c.bridge("funds", c.forms.Captions.Funds.Value, b)}
}

func (c *comparison) bridge(id, caption string, b *diff.Bridge) document.Table {
	t := document.Table{ID: id, Caption: document.Plain(language.Fill(caption, "currency", string(b.Currency))), Columns: c.bridgeColumns()}
	var beyond diff.LineChange // all lines behind those that are listed
	count := 0
	for i := range b.Lines {
		l := &b.Lines[i]
		switch {
		case !c.all && !l.IsShown():
		case len(t.Rows) < mostListed:
			t.Rows = append(t.Rows, c.line(l))
		default:
			count++
			beyond.From, beyond.To = beyond.From.Add(l.From), beyond.To.Add(l.To)
		}
	}
	if count > 0 {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Text{document.Plain("… " + c.language.Count(count, c.forms.Money.Lines)),
			document.Plain(c.amount(beyond.From)), document.Plain(c.amount(beyond.To)), document.Plain(c.signed(beyond.Change())), c.share(beyond.Change(), beyond.From), nil}})
	}
	if !b.Rest.IsZero() {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Text{document.Plain(c.forms.Columns.Rest.Value), nil, nil, document.Plain(c.signed(b.Rest)), nil, nil}})
	}
	t.Rows = append(t.Rows, document.Row{Kind: document.TotalRow, Cells: []document.Text{document.Plain(c.forms.Total.Value),
		document.Plain(c.amount(b.From)), document.Plain(c.amount(b.To)), document.Plain(c.signed(b.Change())), c.share(b.Change(), b.From), document.Plain(c.causes(b))}})
	return t
}

func (c *comparison) bridgeColumns() []document.Column {
	heads := &c.forms.Columns
	return []document.Column{
		{Head: document.Plain(heads.Cost.Value), Width: 24, Label: true},
		{Head: document.Plain(c.years(c.r.Old)), Width: 12, Numeric: true},
		{Head: document.Plain(c.newYears()), Width: 12, Numeric: true},
		{Head: document.Plain(heads.Change.Value), Width: 12, Numeric: true},
		{Head: document.Plain(heads.Percent.Value), Width: 8, Numeric: true},
		{Head: document.Plain(heads.Owing.Value), Width: 32},
	}
}

// newYears is the head of the new plan's column; it always differs from the old one's.
func (c *comparison) newYears() string {
	years := c.years(c.r.New)
	if years != c.years(c.r.Old) {
		return years
	}
	return language.Fill(c.forms.SameYears.Value, "years", years)
}

// states are what the two plans are told apart by: their years, or the days to which they have what was
// spent where they are states of one plan.
func (c *comparison) states() (old, now string) {
	old, now = c.years(c.r.Old), c.newYears()
	if c.years(c.r.New) != old {
		return old, now
	}
	a, b := c.r.Old.Budget, c.r.New.Budget
	if a == nil || b == nil || a.Actuals == nil || b.Actuals == nil || a.Actuals.AsAt.Value.Equal(b.Actuals.AsAt.Value) {
		return old, now
	}
	return c.language.Day(a.Actuals.AsAt.Value), c.language.Day(b.Actuals.AsAt.Value)
}

func (c *comparison) line(l *diff.LineChange) document.Row {
	label := document.Plain(l.Label)
	if l.OldLabel != "" {
		label = c.edited(l.OldLabel, l.Label)
	}
	var from, to document.Text
	if l.Old != nil {
		from = document.Plain(c.amount(l.From))
	}
	if l.New != nil {
		to = document.Plain(c.amount(l.To))
	}
	return document.Row{Cells: []document.Text{label, from, to, document.Plain(c.signed(l.Change())), c.share(l.Change(), l.From), document.Plain(c.owing(l))}}
}

// owing says in words what caused a line's change.
func (c *comparison) owing(l *diff.LineChange) string {
	var parts []string
	for _, p := range l.Parts {
		switch {
		case p.Cause == diff.New && l.Old == nil:
			parts = append(parts, c.forms.Owing.NewLine.Value)
		case p.Cause == diff.Dropped && l.New == nil:
			parts = append(parts, c.forms.Owing.Dropped.Value)
		default:
			parts = append(parts, c.parts([]diff.Part{p})...)
		}
	}
	return c.with(parts, c.inputs(l.Inputs))
}

func (c *comparison) part(cause diff.Cause, change string) string {
	return language.Fill(c.forms.Owing.Part.Value, "cause", language.Entry(c.forms.Causes, string(cause)), "change", change)
}

// causes adds up the parts of all lines, cause by cause.
func (c *comparison) causes(b *diff.Bridge) string {
	var parts []string
	for _, cause := range diff.Causes() {
		if sum := b.ByCause(cause); !sum.IsZero() {
			parts = append(parts, c.part(cause, c.signed(sum)))
		}
	}
	return strings.Join(parts, c.forms.Lists.Separator.Value)
}

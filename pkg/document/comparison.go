package document

import (
	"fmt"
	"path"
	"strings"

	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/textdiff"
)

// Compare makes a document of a comparison of two plans: the summary, the budget as a
// bridge from the old total to the new one, and the texts with what was put in and
// taken out. All shows what merely rolled forward too. The language has the words for
// who does not see the difference.
func Compare(r *diff.Report, all bool, language *Language) *Document {
	c := comparison{r: r, all: all, aloud: language.Aloud}
	title := fmt.Sprintf("%s: changes from %s to %s", r.New.Plan.Document.Unit.Value, Years(r.Old), Years(r.New))
	doc := &Document{
		Meta: Meta{Title: title, Subject: title, Language: "en", Date: r.New.Plan.Document.Date.Value, Author: r.New.Plan.Document.Unit.Value},
		Masthead: Masthead{Name: Plain(r.New.Plan.Document.Convention.Value), Title: Plain(title),
			Session: []Text{Plain("From " + path.Base(r.Old.Name)), Plain("to " + path.Base(r.New.Name))}},
	}
	doc.Blocks = append(doc.Blocks, c.summary())
	doc.Blocks = append(doc.Blocks, c.budget()...)
	doc.Blocks = append(doc.Blocks, c.texts()...)
	doc.Blocks = append(doc.Blocks, c.coverage()...)
	doc.Blocks = append(doc.Blocks, c.rolled()...)
	return doc
}

// Years writes the years of a plan's period.
func Years(s diff.Side) string {
	from, to := s.Years()
	if from == to {
		return fmt.Sprint(from)
	}
	return fmt.Sprintf("%d–%d", from, to)
}

type comparison struct {
	r     *diff.Report
	all   bool
	aloud aloudForms
}

func (c *comparison) summary() Block {
	box := Box{ID: "summary", Title: Plain("Summary")}
	for _, s := range c.r.Summary {
		box.Blocks = append(box.Blocks, Paragraph{Text: Plain(s)})
	}
	return box
}

// budget is the bridge, a line to a line.
func (c *comparison) budget() []Block {
	b := &c.r.Money
	if b.Other != "" {
		return []Block{heading("budget", "Budget"), Paragraph{Text: Plain("The two budgets are in different currencies, so that their lines are not compared.")}}
	}
	t := Table{ID: "bridge", Caption: Plain(fmt.Sprintf("From the old total to the new one, in %s", b.Currency)), Columns: []Column{
		{Head: Plain("Cost"), Width: 24, Label: true}, {Head: Plain(Years(c.r.Old)), Width: 12, Numeric: true}, {Head: Plain(c.newYears()), Width: 12, Numeric: true},
		{Head: Plain("Change"), Width: 12, Numeric: true}, {Head: Plain("%"), Width: 8, Numeric: true}, {Head: Plain("Owing to"), Width: 32}}}
	for i := range b.Lines {
		l := &b.Lines[i]
		if c.all || !l.Change().IsZero() || l.OldLabel != "" {
			t.Rows = append(t.Rows, c.line(l))
		}
	}
	if !b.Rest.IsZero() {
		t.Rows = append(t.Rows, Row{Cells: []Text{Plain("Totals as stated, or rounded once"), nil, nil, Plain(diff.Signed(b.Rest)), nil, nil}})
	}
	t.Rows = append(t.Rows, Row{Kind: TotalRow, Cells: []Text{Plain("Total"), c.money(b.From), c.money(b.To), Plain(diff.Signed(b.Change())), share(b.Change(), b.From), Plain(c.causes())}})
	return []Block{heading("budget", "Budget"), t}
}

func (c *comparison) newYears() string {
	if years := Years(c.r.New); years != Years(c.r.Old) {
		return years
	}
	return Years(c.r.New) + " (new)"
}

func (c *comparison) line(l *diff.LineChange) Row {
	label := Plain(l.Label)
	if l.OldLabel != "" {
		label = c.edited(l.OldLabel, l.Label)
	}
	from, to := c.money(l.From), c.money(l.To)
	if l.Old == nil {
		from = nil
	}
	if l.New == nil {
		to = nil
	}
	return Row{Cells: []Text{label, from, to, Plain(diff.Signed(l.Change())), share(l.Change(), l.From), Plain(Owing(l))}}
}

// Owing says in words what a line's change is owed to.
func Owing(l *diff.LineChange) string {
	var parts []string
	for _, p := range l.Parts {
		if p.Cause == diff.New && l.Old == nil {
			parts = append(parts, "new line")
		} else if p.Cause == diff.Dropped && l.New == nil {
			parts = append(parts, "line dropped")
		} else {
			parts = append(parts, string(p.Cause)+" "+diff.Signed(p.Amount))
		}
	}
	text := strings.Join(parts, ", ")
	var inputs []string
	for _, in := range l.Inputs {
		if in.Label != "base" {
			inputs = append(inputs, fmt.Sprintf("%s %s → %s", in.Label, in.Write(in.Old), in.Write(in.New)))
		}
	}
	if len(inputs) > 0 {
		text += " (" + strings.Join(inputs, "; ") + ")"
	}
	return text
}

// causes adds the parts of all lines up, cause by cause.
func (c *comparison) causes() string {
	var parts []string
	for _, cause := range diff.Causes() {
		if sum := c.r.Money.ByCause(cause); !sum.IsZero() {
			parts = append(parts, string(cause)+" "+diff.Signed(sum))
		}
	}
	return strings.Join(parts, ", ")
}

func (c *comparison) money(d money.Decimal) Text {
	return Plain(money.Number(d, c.r.New.Budget.Rounding.Places(), ",", "."))
}

func share(change, of money.Decimal) Text {
	if of.IsZero() || change.IsZero() {
		return nil
	}
	sign := "+"
	if change.IsNegative() {
		sign = "−"
	}
	return Plain(sign + money.Percent(change.Abs(), of.Abs()).String())
}

// texts lists what changed, subject by subject, in the order of the plan.
func (c *comparison) texts() []Block {
	var blocks []Block
	var list List
	subject := ""
	flush := func() {
		if len(list.Items) > 0 {
			blocks = append(blocks, heading("changes-"+strings.ToLower(strings.ReplaceAll(subject, " ", "-")), subject), list)
		}
		list = List{}
	}
	for _, s := range diff.Subjects() {
		subject = s
		for i := range c.r.Changes {
			change := &c.r.Changes[i]
			if change.Subject() == s && (c.all || !change.Rolled() && !change.InFiguresOnly() && !change.Follows() && !change.IsKeeping()) {
				if item, ok := c.item(change); ok {
					list.Items = append(list.Items, item)
				}
			}
		}
		flush()
	}
	return blocks
}

// item is a change in words.
func (c *comparison) item(change *diff.Change) (Item, bool) {
	text := Text{{Text: change.Title(), Strong: true}, {Text: " "}, {Text: change.Happened() + ": "}}
	e := change.Element()
	switch {
	case change.Is(diff.Added):
		text = append(text, c.run(e.Text(), Inserted))
	case change.Is(diff.Removed):
		text = append(text, c.run(e.Text(), Deleted))
	default:
		details := c.details(change)
		if len(details) == 0 {
			details = Plain(e.Text())
		}
		text = append(text, details...)
	}
	return Item{ID: "change-" + strings.ReplaceAll(e.Path(), "/", "-"), Text: text}, true
}

// details shows the values that changed, one behind the other.
func (c *comparison) details(change *diff.Change) Text {
	var text Text
	for _, f := range change.Fields {
		if f.Rolled && !c.all {
			continue
		}
		if len(text) > 0 {
			text = append(text, Run{Text: "; "})
		}
		if name := f.Name(); name != "" {
			text = append(text, Run{Text: name + " "})
		}
		switch {
		case f.Old != "" && f.New != "" && f.IsText:
			text = append(text, c.edited(f.Old, f.New)...)
		case f.Old != "" && f.New != "":
			text = append(text, c.run(f.Old, Deleted), Run{Text: " "}, c.run(f.New, Inserted))
		case f.New != "":
			text = append(text, c.run(f.New, Inserted))
		default:
			text = append(text, c.run(f.Old, Deleted))
		}
	}
	return text
}

// edited is a text with what was put in and taken out.
func (c *comparison) edited(old, new string) Text {
	var t Text
	for _, p := range textdiff.Words(old, new) {
		if n := len(t); n > 0 && p.Op > 0 && t[n-1].Edit == Deleted && !strings.HasSuffix(t[n-1].Text, " ") {
			t = append(t, Run{Text: " "})
		}
		t = append(t, c.run(p.Text, map[int]Edit{-1: Deleted, 0: Kept, 1: Inserted}[p.Op]))
	}
	return t
}

// run is a text with what was done to it, which a listener is told in words.
func (c *comparison) run(text string, e Edit) Run {
	form := map[Edit]string{Deleted: c.aloud.Deleted.Value, Inserted: c.aloud.Inserted.Value}[e]
	return Run{Text: text, Edit: e, Aloud: fill(form, "text", strings.TrimSpace(text))}
}

func (c *comparison) coverage() []Block {
	var list List
	for _, s := range c.r.Served {
		what := "is served by no activity any more"
		if s.Gained() {
			what = "is served by an activity now"
		}
		list.Items = append(list.Items, Item{Text: Text{{Text: s.Element.Path(), Strong: true}, {Text: " " + what + ": " + s.Element.Text()}}})
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{heading("coverage", "Mandate and priorities"), list}
}

// rolled says in one line how much merely rolled forward.
func (c *comparison) rolled() []Block {
	n := c.r.CountRolled()
	var blocks []Block
	if n > 0 && !c.all {
		blocks = append(blocks, Paragraph{Text: Text{{Text: diff.RolledSentence(n), Emphasis: true}}})
	}
	if kept := c.r.CountKeeping(); kept > 0 && !c.all {
		blocks = append(blocks, Paragraph{Text: Text{{Text: fmt.Sprintf("Waivers and columns of the plan changed in %d places (--all shows them).", kept), Emphasis: true}}})
	}
	return blocks
}

func heading(id, text string) Heading { return Heading{ID: id, Level: 1, Text: Plain(text)} }

package merge

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/source"
)

// value returns where the value behind a name was written, and the offers to change it there so
// that the name prints other words.
func (c *comparer) value(name, old, now string) (source.Span, []Offer) {
	v, ok := c.unit.Names.Lookup(name)
	if !ok {
		return source.Span{}, nil
	}
	switch v.Kind {
	case refs.Words, refs.Verbatim:
		return c.prose(v.Prose, old, now)
	case refs.Lines:
		for _, line := range v.Lines {
			if squeeze(c.words.Text(line)) == old {
				return c.prose(line, old, now)
			}
		}
	case refs.Day, refs.Range:
		return c.dates(name, &v, now)
	case refs.Number, refs.Percent, refs.Days:
		return c.number(name, &v, now)
	case refs.Amount:
		return c.quotedAmount(name, now)
	}
	return source.Span{}, nil
}

// isAmount reports a name that stands for an amount of the budget.
func (c *comparer) isAmount(name string) bool {
	v, ok := c.unit.Names.Lookup(name)
	return ok && v.Kind == refs.Amount
}

// prose offers to change the words of a text that another one quotes.
func (c *comparer) prose(p prose, old, now string) (span source.Span, offers []Offer) {
	t, ok := c.trace(p, old)
	if !ok {
		return span, nil
	}
	var steps []step
	for _, h := range t.hunks(now) {
		at, offers := c.locate(t, h, now)
		if len(offers) == 0 {
			return span, nil
		}
		if !span.IsValid() {
			span = at
		}
		steps = append(steps, offers[0].steps...)
	}
	if len(steps) == 0 {
		return span, nil
	}
	return span, []Offer{{Says: "change it where it is written, line " + strconv.Itoa(span.Start.Line), steps: steps, elsewhere: true}}
}

// written returns where the parts of a value were written that is a date or a figure.
func (c *comparer) written(name string) []source.Node {
	p := c.unit.Plan
	d := &p.Document
	switch name {
	case "document.date":
		return []source.Node{d.Date.Node}
	case "document.meeting.from":
		return []source.Node{d.Meeting.From.Node}
	case "document.meeting.to":
		return []source.Node{d.Meeting.To.Node}
	case "document.meeting.dates":
		return []source.Node{d.Meeting.From.Node, d.Meeting.To.Node}
	case "document.submitted.on":
		return []source.Node{d.Submitted.On.Node}
	case "document.submitted.deadline":
		return []source.Node{d.Submitted.Deadline.Node}
	case "period":
		return []source.Node{p.Period.From.Node, p.Period.To.Node}
	case "period.from":
		return []source.Node{p.Period.From.Node}
	case "period.to":
		return []source.Node{p.Period.To.Node}
	}
	if rest, ok := strings.CutPrefix(name, "facts."); ok {
		return c.fact(rest)
	}
	if rest, ok := strings.CutPrefix(name, "budget."); ok {
		return c.input(rest)
	}
	if m, ok := c.unit.Names.Measured(name); ok {
		return []source.Node{m.Node}
	}
	if f := c.unit.Names.Cell(name); f != nil && f.Given.IsSet() {
		return []source.Node{f.Given.Node}
	}
	return nil
}

func (c *comparer) fact(name string) []source.Node {
	id, part, _ := strings.Cut(name, ".")
	for i := range c.unit.Plan.Facts {
		f := &c.unit.Plan.Facts[i]
		switch {
		case f.Key.Value != id:
		case part == "as_at":
			return []source.Node{f.Value.AsAt.Node}
		case len(f.Value.Sum) == 0:
			return []source.Node{f.Value.Value.Node}
		}
	}
	return nil
}

// input returns where a figure inside a budget line was written.
func (c *comparer) input(name string) []source.Node {
	id, part, _ := strings.Cut(name, ".")
	b := c.unit.Budget
	l, ok := b.Line(id)
	if !ok || part == "" {
		return nil
	}
	column := b.MainAmount()
	if i := strings.LastIndexByte(part, '.'); i >= 0 {
		if at, ok := b.Column(part[i+1:]); ok {
			part, column = part[:i], at
		}
	}
	for _, cost := range l.Costs {
		for _, q := range cost.Figures(b.Columns[column].ID) {
			if q.Name == part {
				return []source.Node{q.Node}
			}
		}
	}
	return nil
}

// dates offers other days.
func (c *comparer) dates(name string, v *refs.Value, now string) (source.Span, []Offer) {
	nodes := c.written(name)
	if len(nodes) == 0 || nodes[0].IsZero() {
		return source.Span{}, nil
	}
	span := nodes[0].Span()
	from, to, ok := c.days(now, v.Kind == refs.Range)
	if !ok {
		return span, nil
	}
	days := []time.Time{from, to}
	var steps []step
	var said []string
	for i, n := range nodes {
		if day := days[i].Format(time.DateOnly); !n.IsZero() && n.Text() != day {
			if len(steps) == 0 {
				span = n.Span()
			}
			steps = append(steps, revalue{n, day})
			said = append(said, fmt.Sprintf("`%s: %s` (line %d)", c.tree.key(n), day, n.Start().Line))
		}
	}
	if len(steps) == 0 {
		return span, nil
	}
	return span, []Offer{{Says: "write " + strings.Join(said, " and "), steps: steps, elsewhere: true}}
}

// days reads one day or two as the document's language writes them, in texts or in the masthead.
func (c *comparer) days(s string, isRange bool) (from, to time.Time, ok bool) {
	if from, to, ok = c.unit.Language.ReadDays(s, isRange); ok {
		return from, to, ok
	}
	return c.unit.Language.InMasthead().ReadDays(s, isRange)
}

// number offers another figure where it was written.
func (c *comparer) number(name string, v *refs.Value, now string) (source.Span, []Offer) {
	nodes := c.written(name)
	if len(nodes) != 1 || nodes[0].IsZero() || v.InWords {
		return source.Span{}, nil
	}
	n := nodes[0]
	span := n.Span()
	d, ok := c.figure(now)
	l := c.unit.Language
	var printed, raw string
	switch v.Kind {
	case refs.Number:
		printed, raw = l.Number(d, v.Places), d.String()
	case refs.Percent:
		printed, raw = l.PercentTo(d, v.Places), d.String()+"%"
	default:
		printed, raw = l.Days(d), d.String()+" days"
	}
	if !ok || squeeze(printed) != now {
		return span, nil
	}
	return span, []Offer{{Says: fmt.Sprintf("write `%s: %s` (line %d)", c.tree.key(n), raw, span.Start.Line), steps: []step{revalue{n, raw}}, elsewhere: true}}
}

// figure reads the one number of a text as the document prints numbers.
func (c *comparer) figure(s string) (money.Decimal, bool) {
	decimal := c.unit.Language.Numbers.Decimal.Value
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case decimal != "" && string(r) == decimal:
			b.WriteByte('.')
		case r == '−' || r == '-':
			b.WriteByte('-')
		}
	}
	d, fault := money.Parse(strings.Trim(b.String(), "."))
	return d, fault == nil
}

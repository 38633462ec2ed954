package refs

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// Names knows what a plan's prose may quote.
type Names struct {
	plan   *plan.Plan
	budget *budget.Budget
	fixed  map[string]Value
	facts  map[string]plan.Fact
	// sources are the positions of the sources of money.
	sources map[string]int
	// figures are the facts' figures; nil for a fact that has none.
	figures map[string]*money.Decimal
	axes    [cost.NumAxes]*booked // what is booked on each axis; nil until somebody asks
	// numbered are the things that the document may number.
	numbered   numbering
	tables     map[string]*tabled // the tables of the text
	actors     map[string]*plan.Actor
	indicators map[string]*plan.Indicator
}

// New returns the names of a plan and its budget.
func New(p *plan.Plan, b *budget.Budget) *Names {
	n := &Names{plan: p, budget: b, fixed: map[string]Value{}, numbered: numberedIn(p), tables: tablesOf(p), actors: actorsOf(p), indicators: indicatorsOf(p), sources: make(map[string]int, len(b.Financing)), facts: make(map[string]plan.Fact, len(p.Facts)), figures: make(map[string]*money.Decimal, len(p.Facts))}
	for _, f := range p.Facts {
		n.facts[f.Key.Value] = f.Value
	}
	for _, f := range p.Facts {
		n.figure(f.Key.Value)
	}
	for i := range b.Financing {
		n.sources[b.Financing[i].ID.Value] = i
	}
	n.document(p.Document)
	n.period(p.Period)
	if len(b.Lines) > 0 {
		n.fixed["period.budget"] = n.periodBudget()
	} else {
		n.fixed["period.budget"] = Value{}
	}
	if len(b.Lines) > 0 {
		n.fixed["budget.total"] = n.main("budget.total", b.Total)
		for i, c := range b.Columns {
			n.fixed["budget.total."+c.ID] = n.amount(b.Total, i)
		}
	}
	if len(b.Financing) > 0 {
		n.fixed["budget.financing"] = n.main("budget.financing", b.Funds)
	}
	n.fixed["budget.currency"] = Value{Kind: Symbol, Prose: source.At[string]{Value: string(b.Currency)}}
	return n
}

func (n *Names) document(d plan.Document) {
	language := d.Language
	if !language.IsSet() {
		language.Value = "en"
	}
	original, translated := d.Original, source.At[string]{}
	if !original.IsSet() {
		original.Value = language.Value
	} else if original.Value != language.Value {
		translated = language
	}
	short := d.UnitShort
	if !short.IsSet() {
		short = d.Unit // a unit without an abbreviation goes by its name
	}
	for name, value := range map[string]Value{
		"convention": words(d.Convention), "short": words(d.Short),
		"unit": words(d.Unit), "unit_short": words(short),
		"title": words(d.Title), "symbol": words(d.Symbol), "job": words(d.Job),
		"language": {Kind: Symbol, Prose: language}, "original": tongue(original), "translated": tongue(translated),
		"distribution": words(d.Distribution),
		"date":         day(d.Date),

		"meeting.name": words(d.Meeting.Name), "meeting.place": words(d.Meeting.Place),
		"meeting.from": day(d.Meeting.From), "meeting.to": day(d.Meeting.To),
		"meeting.dates": span(Range, d.Meeting.From, d.Meeting.To),
		"meeting.next":  words(d.Meeting.Next), "meeting.next_short": words(d.Meeting.NextShort),

		"agenda.item": words(d.Agenda.Item), "agenda.path": lines(d.Agenda.Path),

		"submitted.by": words(d.Submitted.By), "submitted.on": day(d.Submitted.On),
		"submitted.deadline": days(d.Submitted.Deadline),
	} {
		n.fixed["document."+name] = value
	}
	n.kinds(d)
}

func lines(texts []source.At[string]) Value {
	if len(texts) == 0 {
		return Value{}
	}
	return Value{Kind: Lines, Lines: texts}
}

func days(d source.At[int]) Value {
	if !d.IsSet() {
		return Value{}
	}
	return Value{Kind: Days, Figure: money.New(int64(d.Value))}
}

func (n *Names) period(p plan.Period) {
	n.fixed["period"] = span(Range, p.From, p.To)
	n.fixed["period.from"] = day(p.From)
	n.fixed["period.to"] = day(p.To)
	n.fixed["period.year"] = span(Years, p.From, p.To)
	n.fixed["period.next"] = shifted(p, 1)
	n.fixed["period.previous"] = shifted(p, -1)
}

// shifted returns the years of the period of the same length before or after.
func shifted(p plan.Period, by int) Value {
	v := span(Years, p.From, p.To)
	if v.Kind == Nothing {
		return v
	}
	length := by * (v.To.Year() - v.From.Year() + 1)
	v.From, v.To = v.From.AddDate(length, 0, 0), v.To.AddDate(length, 0, 0)
	return v
}

// amount quotes a row's figure as its column prints it: money, or a change in per cent, which
// is nothing where the column leaves it blank.
func (n *Names) amount(row []budget.Figure, column int) Value {
	f, c := &row[column], &n.budget.Columns[column]
	switch {
	case !c.Kind.IsPercent():
		return Value{Kind: Amount, Figure: f.Printed, Currency: n.budget.Currency, Places: c.Places}
	case f.Mark == cost.Blank:
		return Value{}
	}
	return Value{Kind: Percent, Figure: f.Printed, Places: c.Places}
}

// InWords behind a name asks for a number as running text has it: ${facts.parties|words}.
const InWords = "|words"

// Lookup returns what a name stands for; it is false for a name that does not exist, and
// for one that asks for words where it stands for no number.
func (n *Names) Lookup(name string) (Value, bool) {
	if counted, ok := strings.CutSuffix(name, InWords); ok {
		v, known := n.Lookup(counted)
		v.InWords = true
		return v, known && (v.Kind == Number || v.Kind == Nothing) && !strings.Contains(counted, "|")
	}
	if v, ok := n.fixed[name]; ok {
		return v, true
	}
	if rest, ok := strings.CutPrefix(name, "facts."); ok {
		return n.fact(rest)
	}
	if rest, ok := strings.CutPrefix(name, "budget."); ok {
		return n.line(rest)
	}
	if rest, ok := strings.CutPrefix(name, "financing."); ok {
		return n.source(rest)
	}
	if rest, ok := strings.CutPrefix(name, "contributions."); ok {
		return n.contribution(rest)
	}
	if rest, ok := strings.CutPrefix(name, "actuals."); ok {
		return n.spent(rest)
	}
	if rest, ok := strings.CutPrefix(name, framePrefix); ok {
		return n.framed(rest)
	}
	if rest, ok := strings.CutPrefix(name, "staffing."); ok {
		return n.posts(rest)
	}
	if rest, ok := strings.CutPrefix(name, "tables."); ok && strings.Count(rest, ".") != 1 {
		return n.cell(rest)
	}
	if rest, ok := strings.CutPrefix(name, "actors."); ok {
		return n.actor(rest)
	}
	if rest, ok := strings.CutPrefix(name, "indicators."); ok {
		return n.indicator(rest)
	}
	if v, ok := n.number(name); ok {
		return v, true
	}
	return n.onAxis(name)
}

func (n *Names) fact(name string) (Value, bool) {
	id, part, hasPart := strings.Cut(name, ".")
	f, ok := n.facts[id]
	switch {
	case !ok || hasPart && part != "as_at":
		return Value{}, false
	case hasPart:
		return day(f.AsAt), true
	case f.Text.IsSet():
		return words(f.Text), true
	}
	total, _ := n.Fact(id)
	return number(total), true
}

// Fact returns the figure of a fact: as given, or the sum of others. It is false
// where no such figure exists or the sum leads back to itself.
func (n *Names) Fact(id string) (money.Decimal, bool) {
	d := n.figure(id)
	if d == nil {
		return money.Zero, false
	}
	return *d, true
}

// figure computes each fact once: where sums are made of sums, there may be too many paths
// down to the given figures to follow them all.
func (n *Names) figure(id string) *money.Decimal {
	f, ok := n.facts[id]
	if !ok {
		return nil
	}
	if d, begun := n.figures[id]; begun {
		return d
	}
	if f.Value.IsSet() {
		n.figures[id] = &f.Value.Value
		return n.figures[id]
	}
	n.figures[id] = nil // until it is known: a sum that leads back to it has no figure
	if d, ok := n.Sum(f); ok {
		n.figures[id] = &d
	}
	return n.figures[id]
}

// Sum returns the sum of the facts that a fact adds up, though the plan may state another
// value for it. It is false in the same cases as Fact.
func (n *Names) Sum(f plan.Fact) (money.Decimal, bool) {
	total := money.Zero
	for _, part := range f.Sum {
		d, ok := n.Fact(part.Value)
		if !ok {
			return money.Zero, false
		}
		total = total.Add(d)
	}
	return total, len(f.Sum) > 0
}

// All returns every name in alphabetical order, for suggestions.
func (n *Names) All() []string {
	var all []string
	for name := range n.fixed {
		all = append(all, name)
	}
	for id, f := range n.facts {
		all = append(all, "facts."+id)
		if f.AsAt.IsSet() {
			all = append(all, "facts."+id+".as_at")
		}
	}
	for i := range n.budget.Lines {
		line := &n.budget.Lines[i]
		all = append(all, "budget."+line.ID.Value)
		all = append(all, n.inside("budget."+line.ID.Value, line)...)
	}
	for i := range n.budget.After {
		row := &n.budget.After[i]
		all = append(all, "budget."+row.ID.Value)
		if !strings.Contains(row.ID.Value, ".") {
			all = append(all, n.inside("budget."+row.ID.Value, row)...)
		}
	}
	for i := range n.budget.Financing {
		source := &n.budget.Financing[i]
		all = append(all, "financing."+source.ID.Value)
		all = append(all, n.inside("financing."+source.ID.Value, source)...)
	}
	all = append(all, n.contributions()...)
	all = append(all, n.actuals()...)
	all = append(all, n.frameNames()...)
	all = append(all, n.staffNames()...)
	all = append(all, n.axisNames()...)
	all = append(all, n.numberNames()...)
	all = append(all, n.cellNames()...)
	all = append(all, n.resultNames()...)
	slices.Sort(all)
	return slices.Compact(all)
}

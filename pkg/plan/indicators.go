package plan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Indicator is what shows whether a result is reached.
type Indicator struct {
	schema.Origin
	ID           ID
	Text         Prose // what is measured
	Unit         Prose
	Better       text // whether more or less is better; unset where it is not said
	Baseline     Baseline
	Targets      cost.Series[Measured] // by year or column
	Actual       cost.Series[Measured]
	Verification Prose // where the figures come from
}

// Baseline is what was measured before the plan.
type Baseline struct {
	schema.Origin
	Value source.At[Measured]
	AsAt  source.At[schema.Moment] // a day, a month or a year
}

// Measured is a value of an indicator: a number, or words where nothing can be counted.
type Measured struct {
	Words    string
	Number   money.Decimal
	IsNumber bool
}

// Counted returns the number that a value is, with or without a sign of per cent behind it; it is
// false for other words.
func (m *Measured) Counted() (n money.Decimal, percent, ok bool) {
	if m.IsNumber {
		return m.Number, false, true
	}
	said := strings.Join(strings.Fields(m.Words), " ")
	for _, sign := range []string{"%", "per cent", "percent"} {
		if number, is := strings.CutSuffix(said, sign); is {
			d, bad := money.Parse(strings.TrimSpace(number))
			return d, true, bad == nil
		}
	}
	return n, false, false
}

// bounds are what stands before a number that is to be reached at least, or not to be exceeded.
var bounds = pattern.Lazy(`^(?:[≥≤<>]=?|(?i:at least|at most|more than|less than|fewer than|over|under|up to|no more than|no less than)\s)\s*`)

// Aim returns the number that a target is about, with or without a bound before it: 60 of “at least 60”
// and of “≥ 60”. It is false for other words.
func (m *Measured) Aim() (n money.Decimal, percent, ok bool) {
	if n, percent, ok = m.Counted(); ok {
		return n, percent, ok
	}
	bare := bounds().ReplaceAllString(strings.TrimSpace(m.Words), "")
	if d, err := money.Parse(bare); err == nil {
		return d, false, true
	}
	return (&Measured{Words: bare}).Counted()
}

// mostDecimals is more than any number has.
const mostDecimals = 30

// Places are the decimals of a number: 3.50 is as exact as it was written.
func (m *Measured) Places() int32 {
	_, decimals, _ := strings.Cut(m.Words, ".")
	return int32(min(len(decimals), mostDecimals))
}

// Measures are the indicators of a result, and where it stands: outcomes/ID.
type Measures struct {
	Path       string
	Number     []int // such as 1.2
	ID, Text   text
	Indicators []Indicator
}

// Dotted is the number of the result as documents write it: 1.2.
func (m *Measures) Dotted() string {
	numbers := make([]string, len(m.Number))
	for i, n := range m.Number {
		numbers[i] = strconv.Itoa(n)
	}
	return strings.Join(numbers, ".")
}

// EachMeasured shows every result of the plan with its indicators, in the order of the results.
func (p *Plan) EachMeasured(see func(*Measures)) {
	for i := range p.Outcomes {
		o := &p.Outcomes[i]
		see(&Measures{Outcomes + "/" + o.ID.Value, []int{i + 1}, o.ID, o.Text, o.Indicators})
		for j := range o.Outputs {
			out := &o.Outputs[j]
			see(&Measures{Outputs + "/" + out.ID.Value, []int{i + 1, j + 1}, out.ID, out.Text, out.Indicators})
			for k := range out.Activities {
				a := &out.Activities[k]
				see(&Measures{Activities + "/" + a.ID.Value, []int{i + 1, j + 1, k + 1}, a.ID, a.Text, a.Indicators})
			}
		}
	}
}

// EachIndicator shows every indicator of the plan, in the order of the results.
func (p *Plan) EachIndicator(see func(*Indicator)) {
	p.EachMeasured(func(m *Measures) {
		for i := range m.Indicators {
			see(&m.Indicators[i])
		}
	})
}

// IsMeasuredIn reports whether values of indicators may be for a year or a column: any year, and
// the columns of the budget.
func (p *Plan) IsMeasuredIn(key string) bool {
	return isYear().MatchString(key) || len(p.Budget.Columns) > 0 && slices.Contains(p.Budget.ColumnIDs(), key)
}

const mostIndicators = 100 // of one result

var isMeasured = pattern.Lazy(measuredForm)

const measuredForm = `^\s*\S[\s\S]{0,199}$`

// measuredType reads a value of an indicator.
var measuredType = schema.Convert(schema.With(schema.Formed("a value of an indicator", "write a number, or a few words, at most 200 characters",
	func(s string) bool { return isMeasured().MatchString(s) }), schema.Written(measuredForm), schema.Scalar("string", "number", "boolean"), schema.Used(schema.AsAmount)),
	func(_ source.Node, t text) source.At[Measured] {
		m := source.At[Measured]{Node: t.Node, Value: Measured{Words: t.Value}}
		if d, bad := money.Parse(t.Value); bad == nil {
			m.Value.Number, m.Value.IsNumber = d, true
		}
		return m
	})

// measuredIn reads a value for all times, or one for each by its year or column.
var measuredIn = func() schema.Type[cost.Series[Measured]] {
	time := schema.Instead(schema.YearOrColumn, noYear)
	by := schema.Convert(schema.MapUpTo(MostColumns, time, measuredType), func(n source.Node, entries []schema.Entry[source.At[Measured]]) cost.Series[Measured] {
		return cost.Series[Measured]{Node: n, By: entries}
	})
	return schema.Instead(schema.Short(by, "", measuredType, func(one source.At[Measured]) cost.Series[Measured] {
		return cost.Series[Measured]{Node: one.Node, All: one}
	}), listOfValues)
}()

var baselineType = schema.Instead(schema.Short(schema.With(schema.Group("a baseline", "what was measured before the plan",
	[]schema.Field[Baseline]{
		schema.Must("value", measuredType, func(b *Baseline) *source.At[Measured] { return &b.Value }, "a number, or a few words"),
		schema.Key("as_at", schema.DateOrMonth, func(b *Baseline) *source.At[schema.Moment] { return &b.AsAt }, "the day of the value, or its month or year"),
	}), schema.Tried(map[string]string{"date": "as_at", "on": "as_at", "day": "as_at", "as_of": "as_at", "year": "as_at", "amount": "value"})), "value", measuredType, func(v source.At[Measured]) Baseline {
	return Baseline{Origin: schema.Origin{Node: v.Node}, Value: v}
}), yearsOfBaseline)

var indicatorsType = schema.ListUpTo(mostIndicators, schema.With(schema.Group("an indicator", "what shows whether a result is reached",
	[]schema.Field[Indicator]{
		schema.Must("id", schema.ID, func(i *Indicator) *ID { return &i.ID }, "its name, the same every year"),
		schema.Must("text", schema.Label, func(i *Indicator) *text { return &i.Text }, "what is measured"),
		schema.Key("unit", schema.Label, func(i *Indicator) *text { return &i.Unit }, "what is counted, such as States Parties or per cent"),
		schema.Key("better", schema.Choice("which values are better", "more", "less"), func(i *Indicator) *text { return &i.Better }, "which values are better: more or less"),
		schema.Key("baseline", baselineType, func(i *Indicator) *Baseline { return &i.Baseline }, "what it was before the plan: a value, or `value` and `as_at`, its day"),
		schema.Key("targets", measuredIn, func(i *Indicator) *cost.Series[Measured] { return &i.Targets }, "what it is to be: a value, or one for each year or column"),
		schema.Key("actual", measuredIn, func(i *Indicator) *cost.Series[Measured] { return &i.Actual }, "what it has become, in the same way, where that is known"),
		schema.Key("verification", schema.Note, func(i *Indicator) *text { return &i.Verification }, "where the values come from"),
	}), schema.Space("indicators"), schema.Tried(map[string]string{"direction": "better", "label": "text", "name": "text", "title": "text", "indicator": "text", "goal": "targets", "actuals": "actual", "achieved": "actual", "result": "actual",
	"source": "verification", "sources": "verification", "means": "verification", "means_of_verification": "verification", "verified": "verification"})))

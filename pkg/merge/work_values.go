package merge

import (
	"fmt"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

var isPlainNumber = pattern.Lazy(`^[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?$|^[0-9]+(?:\.[0-9]+)?$`)

// measuredOf writes a value of an indicator: a number, or words.
func (c *comparer) measuredOf(text string) string {
	l := c.unit.Language.Numbers
	plainly := strings.ReplaceAll(strings.ReplaceAll(text, l.Thousands.Value, ","), l.Decimal.Value, ".")
	if l.Thousands.Value == "," && isPlainNumber().MatchString(plainly) {
		if _, fault := money.Parse(strings.ReplaceAll(plainly, ",", "")); fault == nil {
			return strings.ReplaceAll(plainly, ",", "")
		}
	}
	return c.scalarOf(text)
}

// measuredIn offers another value of an indicator for a time.
func (c *comparer) measuredIn(change *Change, indicator source.Node, key, time string) {
	series := indicator.Get(key)
	raw := c.measuredOf(change.New)
	switch {
	case series.IsZero() && time != "":
		c.offerKey(change, indicator, key, "{"+time+": "+raw+"}")
	case series.IsZero():
		c.offerKey(change, indicator, key, raw)
	case series.Kind() == source.Mapping && time != "":
		time = c.keyOf(series, time)
		if change.At = series.Span(); !series.Get(time).IsZero() {
			change.At = series.Get(time).Span()
		}
		c.offerKey(change, series, time, raw)
	case series.Kind() == source.Scalar && c.unit.Plan.TimeOf("") == time:
		c.offerKey(change, indicator, key, raw)
	case series.Kind() == source.Scalar && c.unit.Plan.MeasuredIn("") != "" && time != "":
		c.offerKey(change, indicator, key, "{"+c.unit.Plan.MeasuredIn("")+": "+series.Span().Text()+", "+time+": "+raw+"}")
	default:
		change.Left = fmt.Sprintf("`%s` has one value for all times; write there by hand which is for which (line %d)", key, series.Start().Line)
	}
}

// keyOf returns the key under which values of an indicator have that of a time: the time itself, or another
// name of its year.
func (c *comparer) keyOf(series source.Node, time string) string {
	if !series.Get(time).IsZero() {
		return time
	}
	for key := range series.Pairs() {
		if c.unit.Plan.TimeOf(key.Text()) == time {
			return key.Text()
		}
	}
	return time
}

// baseline offers another baseline, or another day of it.
func (c *comparer) baseline(change *Change, in *plan.Indicator) {
	node := in.Node.Get("baseline")
	value, day, dated := change.New, time.Time{}, false
	if at := strings.LastIndex(change.New, " ("); at > 0 && strings.HasSuffix(change.New, ")") {
		if d, _, ok := c.days(change.New[at+2:len(change.New)-1], false); ok {
			value, day, dated = change.New[:at], d, true
		}
	}
	was := change.Old
	if at := strings.LastIndex(was, " ("); at > 0 && in.Baseline.AsAt.IsSet() {
		was = was[:at]
	}
	raw := c.measuredOf(value)
	if value == was && !node.IsZero() {
		raw = in.Baseline.Value.Node.Span().Text()
	}
	switch {
	case node.IsZero() && !dated, node.Kind() == source.Scalar && !dated:
		c.offerKey(change, in.Node, "baseline", raw)
	case node.IsZero(), node.Kind() == source.Scalar:
		c.offerKey(change, in.Node, "baseline", "{value: "+raw+", as_at: "+day.Format(time.DateOnly)+"}")
	case !dated && in.Baseline.AsAt.IsSet():
		change.At = in.Baseline.AsAt.Span()
		change.Left = fmt.Sprintf("the file has no day of it, or one that cannot be read; change `baseline` by hand (line %d)", node.Start().Line)
	default:
		c.baselineParts(change, in, raw, day, value != was, dated)
	}
}

func (c *comparer) baselineParts(change *Change, in *plan.Indicator, raw string, day time.Time, valued, dated bool) {
	var steps []step
	var said []string
	if valued {
		change.At = in.Baseline.Value.Span()
		steps, said = append(steps, revalue{in.Baseline.Value.Node, raw}), append(said, "`value: "+raw+"`")
	}
	if iso := day.Format(time.DateOnly); dated && (!in.Baseline.AsAt.IsSet() || in.Baseline.AsAt.Value != (schema.Moment{From: day, To: day})) {
		said = append(said, "`as_at: "+iso+"`")
		if in.Baseline.AsAt.IsSet() {
			change.At = in.Baseline.AsAt.Span()
			steps = append(steps, revalue{in.Baseline.AsAt.Node, iso})
		} else {
			steps = append(steps, set{in.Baseline.Node, "as_at", iso})
		}
	}
	if len(steps) == 0 {
		change.Left = "it is written otherwise, and says the same"
		return
	}
	change.Offers = []Offer{{Says: fmt.Sprintf("write %s (line %d)", strings.Join(said, " and "), change.At.Start.Line), steps: steps, at: change.At}}
}

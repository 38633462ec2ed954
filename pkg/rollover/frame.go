package rollover

import (
	"bytes"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// frame keeps the plan of several years as long as the new period lies in it. Another one is a person's
// to name.
func (r *roller) frame() {
	named := r.plan.Frame
	switch {
	case !named.IsSet():
	case r.Frame == "":
		r.unframed = true
		r.remove(r.plan.Node, "frame")
		r.review(r.plan.Period.Span(), "`frame`, which was %s: the plan of several years does not lie in the folder of this one", named.Value)
	case r.budget.Frame == nil:
		r.moved(named)
		r.review(named.Span(), "the plan of several years, which could not be read")
	case !r.nextPeriod().IsIn(r.budget.Frame.Plan.Period):
		r.unframed = true
		r.remove(r.plan.Node, "frame")
		r.review(r.plan.Period.Span(), "`frame`, which was %s: that plan ends on %s; name the one that this year belongs to", named.Value,
			r.budget.Frame.Plan.Period.To.Value.Format(isoDay))
	default:
		r.moved(named)
		r.say("frame: %s", r.Frame)
	}
}

// quotesFrame asks for a person where a text quotes a plan of several years that the new plan names no longer.
func (r *roller) quotesFrame(n source.Node) {
	if r.unframed && strings.Contains(n.Text(), "${frame.") {
		r.review(n.Span(), "it quotes the plan of several years, which this plan no longer names")
	}
}

// moved writes the path of the frame where it is another one from the new plan's folder.
func (r *roller) moved(named source.At[string]) {
	if r.Frame != named.Value {
		r.put(named.Node, scalar(r.Frame))
	}
}

// nextPeriod is the period of the new plan.
func (r *roller) nextPeriod() plan.Period {
	p := r.plan.Period
	p.From.Value, p.To.Value = p.From.Value.AddDate(r.years, 0, 0), p.To.Value.AddDate(r.years, 0, 0)
	return p
}

// framed returns the target that the plan of several years has for the new year, as it is to be written;
// "" for none.
func (r *roller) framed(in *plan.Indicator) string {
	f := r.budget.Frame
	if f == nil || !r.plan.Frame.IsSet() || !r.nextPeriod().IsIn(f.Plan.Period) {
		return ""
	}
	next := r.nextPeriod()
	if first, last := next.FiscalYears(); first != last || !next.BeginsAs(&f.Plan.Period) {
		return ""
	}
	if r.targets == nil {
		r.targets = map[string]string{}
		keys := f.Plan.KeysOf(r.Year)
		f.Plan.EachIndicator(func(above *plan.Indicator) {
			if v, ok := plan.ValueOf(above.Targets, keys); ok {
				r.targets[above.ID.Value] = written(v.Value)
			}
		})
	}
	return r.targets[in.ID.Value]
}

// written is a value of an indicator as a plan writes it.
func written(m plan.Measured) string {
	if m.IsNumber {
		return m.Words
	}
	return scalar(oneLine(m.Words))
}

// target writes the frame's target of the new year behind the targets of an indicator that are
// written by year; false where there is none to write, or no place for it.
func (r *roller) target(in *plan.Indicator) bool {
	value := r.framed(in)
	if value == "" {
		return false
	}
	entry := year(r.Year) + ": " + value
	n := in.Targets.Node
	switch now := r.plan.MeasuredIn(""); {
	case in.Targets.All.IsSet() && now != "":
		r.edits = append(r.edits, diag.Edit{Span: n.Span(), Text: "{" + now + ": " + n.Span().Text() + ", " + entry + "}"})
	case len(in.Targets.By) == 0:
		return false
	case n.IsFlow():
		r.edits = append(r.edits, editAt(r.file, last(in.Targets).Span().End.Offset, ", "+entry))
	case !r.below(in.Targets, entry):
		return false
	}
	if r.aimed == nil {
		r.aimed = map[string]bool{}
	}
	r.aimed[in.ID.Value] = true
	r.rolled++
	return true
}

func last(s cost.Series[plan.Measured]) source.Node {
	return slices.MaxFunc(s.By, func(a, b schema.Entry[source.At[plan.Measured]]) int {
		return a.Value.Span().End.Offset - b.Value.Span().End.Offset
	}).Value.Node
}

// below writes an entry on a line of its own behind the last one; not where a comment stands behind that,
// which would come to stand behind the new one.
func (r *roller) below(s cost.Series[plan.Measured], entry string) bool {
	end := last(s).Span().End.Offset
	rest, _, _ := bytes.Cut(r.file.Bytes[end:], []byte("\n"))
	if len(bytes.TrimSpace(rest)) > 0 {
		return false
	}
	indent := strings.Repeat(" ", s.By[0].Key.Span().Start.Col-1)
	r.edits = append(r.edits, editAt(r.file, end, "\n"+indent+entry))
	return true
}

package rollover

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// indicators makes the targets of the old period figures to report on: each stays, under its
// year, and waits for what became of it and for the new year's.
func (r *roller) indicators() {
	r.plan.EachMeasured(func(m *plan.Measures) {
		for i := range m.Indicators {
			in := &m.Indicators[i]
			_, isThere := in.Targets.In(year(r.Year))
			isThere = isThere && !in.Targets.All.IsSet()
			if !isThere && r.target(in) {
				isThere = true
			} else {
				r.dated(in.Targets)
			}
			r.dated(in.Actual)
			r.reportOn(in, isThere)
		}
	})
	if len(r.plan.Risks) > 0 {
		r.review(r.plan.Risks[0].Span(), "the risks, which are those of the year before: is each as likely, and would it harm as much, as it says?")
	}
}

// dated puts a value that stands for the old period under its year.
func (r *roller) dated(values cost.Series[plan.Measured]) {
	if now := r.plan.MeasuredIn(""); values.All.IsSet() && now != "" {
		n := values.All.Node
		r.put(n, fmt.Sprintf("{%s: %s}", now, n.Span().Text()))
	}
}

// reportOn asks for what became of the targets of the old period, and for new ones where they are not there.
func (r *roller) reportOn(in *plan.Indicator, isThere bool) {
	first, last := r.plan.Period.From.Value.Year(), r.plan.Period.To.Value.Year()
	old := ""
	for key, v := range in.Targets.Each() {
		key = r.plan.MeasuredIn(key)
		if _, isKnown := in.Actual.In(key); isKnown && key != "" || in.Actual.All.IsSet() {
			continue
		}
		switch {
		case key == "":
			old += " " + oneLine(v.Value.Words) + ";"
		case key >= year(first) && key <= year(last) && len(key) == len(year(last)):
			old += " " + key + ": " + oneLine(v.Value.Words) + ";"
		}
	}
	next := fmt.Sprintf(", and give the target of %d", r.Year)
	if isThere {
		next = ""
	}
	switch {
	case old != "":
		r.review(in.Span(), "what became of the target,%s write it under `actual`, by its year%s", old, next)
	case in.Targets.IsSet() && !isThere:
		r.review(in.Span(), "the target of %d", r.Year)
	}
}

// quotesMeasured lets a text that quotes a value of the old year go on quoting it, by that year, where
// there is none of the new one yet; and asks for a person.
func (r *roller) quotesMeasured(n source.Node) {
	text, old := n.Text(), r.plan.MeasuredIn("")
	if old == "" || !strings.Contains(text, "${indicators.") {
		return
	}
	for _, at := range reference().FindAllStringIndex(text, -1) {
		name, _, _ := strings.Cut(strings.Trim(text[at[0]:at[1]], "${}"), "|")
		parts := strings.Split(name, ".")
		if len(parts) != 3 || parts[0] != "indicators" || !r.isOfOldYear(parts[1], parts[2], old) {
			continue
		}
		end := at[0] + len("${") + len(name)
		r.edits = append(r.edits, diag.Edit{Span: n.Part(end, end), Text: "." + old})
		r.review(n.Span(), "it quotes the %s of %s, since there is none of %d yet", parts[2], old, r.Year)
	}
}

// isOfOldYear reports a target or an actual value that an indicator has for the old year and not for the new.
func (r *roller) isOfOldYear(id, part, old string) (is bool) {
	r.plan.EachMeasured(func(m *plan.Measures) {
		for i := range m.Indicators {
			in := &m.Indicators[i]
			values := map[string]cost.Series[plan.Measured]{"target": in.Targets, "actual": in.Actual}[part]
			if in.ID.Value != id || !values.IsSet() {
				continue
			}
			_, now := values.In(year(r.Year))
			is = values.All.IsSet() || !now
			if !values.All.IsSet() {
				_, was := values.In(old)
				is = is && was
			}
		}
	})
	return is
}

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
// year, and waits for what became of it and for those of the new years.
func (r *roller) indicators() {
	r.plan.EachIndicator(func(in *plan.Indicator) {
		lacking := r.lacking(in)
		if len(lacking) > 0 && r.target(in) {
			lacking = nil
		}
		if !in.Targets.All.IsSet() || !r.aimed[in.ID.Value] {
			r.dated(in.Targets)
		}
		r.dated(in.Actual)
		r.reportOn(in, lacking)
	})
	if len(r.plan.Risks) > 0 {
		r.review(r.plan.Risks[0].Span(), "the risks, which are those of the year before: is each as likely, and would it harm as much, as it says?")
	}
}

// long is how many years the period has. A year that begins in July is one, and called after the year that it
// begins in, as the command calls the new one.
func (r *roller) long() int {
	from, to := r.plan.Period.From.Value, r.plan.Period.To.Value.AddDate(0, 0, 1)
	return max(1, to.Year()-from.Year())
}

// measuredIn is the year that a value for all of the old period stays under: its last.
func (r *roller) measuredIn() string { return year(r.plan.Period.From.Value.Year() + r.long() - 1) }

// lacking are the new years that an indicator has no target of.
func (r *roller) lacking(in *plan.Indicator) (years []string) {
	for y := r.Year; y < r.Year+r.long(); y++ {
		_, isThere := plan.ValueOf(in.Targets, r.plan.KeysOf(y))
		if in.Targets.All.IsSet() || !isThere {
			years = append(years, year(y))
		}
	}
	return years
}

// dated puts a value that stands for the old period under its year, and one of a column under the year of
// the column, which rolls on.
func (r *roller) dated(values cost.Series[plan.Measured]) {
	if values.All.IsSet() {
		n := values.All.Node
		r.put(n, fmt.Sprintf("{%s: %s}", r.measuredIn(), n.Span().Text()))
		return
	}
	for _, e := range values.By {
		y := r.yearOfColumn(e.Key.Value)
		if _, isThere := values.In(y); y != "" && !isThere {
			r.put(e.Key.Node, y)
		}
	}
}

// yearOfColumn is the one year that a column of the budget is of; "" for none.
func (r *roller) yearOfColumn(id string) string {
	if of, ok := r.plan.YearOfColumn(id); ok {
		return year(of)
	}
	return ""
}

// reportOn asks for what became of the targets of the old period, and for those of new years that are lacking.
func (r *roller) reportOn(in *plan.Indicator, lacking []string) {
	first, last := r.plan.Period.FiscalYears()
	old := ""
	for key, v := range in.Targets.Each() {
		if y := r.yearOfColumn(key); y != "" {
			key = y
		}
		if key == "" {
			key = r.measuredIn()
		}
		if r.isReported(in, key) {
			continue
		}
		if key >= year(first) && key <= year(last) && len(key) == len(year(last)) {
			old += " " + key + ": " + oneLine(v.Value.Words) + ";"
		}
	}
	next := ""
	if n := len(lacking); n > 0 {
		next = "the target of " + lacking[n-1]
		if n > 1 {
			next = "the targets of " + strings.Join(lacking[:n-1], ", ") + " and " + lacking[n-1]
		}
	}
	switch {
	case old != "" && len(lacking) > 0:
		r.review(in.Span(), "what became of the target,%s write it under `actual`, by its year, and give %s", old, next)
	case old != "":
		r.review(in.Span(), "what became of the target,%s write it under `actual`, by its year", old)
	case in.Targets.IsSet() && len(lacking) > 0:
		r.review(in.Span(), "%s", next)
	}
}

// isReported reports whether an indicator says what became of a year's target.
func (r *roller) isReported(in *plan.Indicator, key string) bool {
	if in.Actual.All.IsSet() {
		return true
	}
	for _, e := range in.Actual.By {
		if e.Key.Value == key || r.yearOfColumn(e.Key.Value) == key {
			return true
		}
	}
	return false
}

// quotesMeasured lets a text that quotes a value of the old year go on quoting it, by that year, where
// there is none of the new one yet; and asks for a person.
func (r *roller) quotesMeasured(n source.Node) {
	text, old := n.Text(), r.measuredIn()
	if !strings.Contains(text, "${indicators.") {
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
	if part == "target" && r.aimed[id] {
		return false
	}
	r.plan.EachIndicator(func(in *plan.Indicator) {
		values := map[string]cost.Series[plan.Measured]{"target": in.Targets, "actual": in.Actual}[part]
		if in.ID.Value != id || !values.IsSet() {
			return
		}
		_, now := values.In(year(r.Year))
		is = values.All.IsSet() || !now
		if !values.All.IsSet() {
			_, was := values.In(old)
			is = is && was
		}
	})
	return is
}

package importer

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

func contains(list []string, one string) bool { return slices.Contains(list, one) }

// ofActivity reads a cell of who does an activity and when; it is false for one that is not understood.
func (w *workReader) ofActivity(r *draftResult, c workColumn, row *gridRow, text string) bool {
	switch c.role {
	case responsibleWork:
		return w.names(&r.work.responsible, text)
	case partnersWork:
		return w.names(&r.work.partners, text)
	case whenWork:
		times, ok := w.times.read(text)
		if ok = ok && len(times)+len(r.work.when) <= mostTimes; ok {
			w.when(r, times)
		}
		return ok
	case dateWork:
		_, is := w.times.day(text)
		return is && !isNothing(textIsAt(row, w.table, milestoneWork))
	case milestoneWork:
		return w.milestones(r, row, text)
	}
	return false
}

// names takes the actors that a cell names. Sentences name none for certain, nor do words for
// somebody who is not known yet.
func (w *workReader) names(to *[]string, text string) bool {
	const longest = 16
	names := namesIn(text)
	for _, n := range names {
		if len(strings.Fields(n)) > longest || openNames().MatchString(n) {
			return false
		}
	}
	if len(names)+len(*to) > mostNamed {
		return false
	}
	names, ok := w.draft.actors.add(names)
	for _, n := range names {
		if !contains(*to, n) {
			*to = append(*to, n)
		}
	}
	return ok && len(names) > 0
}

var openNames = words(`^(?:tb[cda]\b.*|to be .*|etc\.?|others?|\?+)$`)

// milestones reads what an activity has reached by a day, of one column or of two.
func (w *workReader) milestones(r *draftResult, row *gridRow, text string) bool {
	if date := textIsAt(row, w.table, dateWork); date != "" {
		day, ok := w.times.day(date)
		if !ok || len(r.work.milestones) == mostMilestones {
			return false
		}
		r.reaches(draftMilestone{text, day})
		return true
	}
	list, rest := w.times.milestonesIn(text)
	if rest != "" || len(list)+len(r.work.milestones) > mostMilestones {
		return false
	}
	for _, m := range list {
		r.reaches(m)
	}
	return true
}

// reaches adds a milestone, which a cell that is merged over rows says once more.
func (r *draftResult) reaches(m draftMilestone) {
	if !slices.Contains(r.work.milestones, m) {
		r.work.milestones = append(r.work.milestones, m)
	}
}

var plainNumber = pattern.Lazy(`^(?:-|minus )?[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?$|^(?:-|minus )?[0-9]+(?:\.[0-9]+)?$`)

// mostMeasured is how long a value of an indicator may be.
const mostMeasured = 200

// measuredOf is a value of an indicator as a plan has it.
func measuredOf(text string) string {
	if plainNumber().MatchString(text) {
		return strings.Replace(strings.ReplaceAll(text, ",", ""), "minus ", "-", 1)
	}
	return text
}

// ofIndicator reads a cell of an indicator.
func (w *workReader) ofIndicator(in *draftIndicator, c workColumn, text string) bool {
	switch c.role {
	case unitWork:
		return setOnce(&in.unit, text)
	case verificationWork:
		return setOnce(&in.verification, text)
	case baselineWork:
		return w.baseline(in, c, text)
	case targetWork:
		return timed(&in.targets, c.time, text)
	case actualWork:
		return timed(&in.actual, c.time, text)
	}
	return false
}

// setOnce sets a text that has none; it is false where it has another already, or there is none to set.
func setOnce(to *string, text string) bool {
	if *to == "" {
		*to = text
	}
	return text != "" && *to == text
}

func timed(to *[]timedValue, time, text string) bool {
	if len(text) > mostMeasured {
		return false
	}
	if at := slices.IndexFunc(*to, func(v timedValue) bool { return v.time == time }); at >= 0 {
		return (*to)[at].value == measuredOf(text) // another table says the same
	}
	*to = append(*to, timedValue{time, measuredOf(text)})
	return true
}

var datedValue = pattern.Lazy(`^(.+?)\s+\(([^()]{4,25})\)$`)

// baseline reads a value, which may have its day behind it, or in the head of its column.
func (w *workReader) baseline(in *draftIndicator, c workColumn, text string) bool {
	if in.baseline != "" || len(text) > mostMeasured {
		again := &draftIndicator{}
		return len(text) <= mostMeasured && w.baseline(again, c, text) && again.baseline == in.baseline && (again.asAt == "" || again.asAt == in.asAt)
	}
	if m := datedValue().FindStringSubmatch(text); m != nil {
		if day, ok := w.times.moment(m[2]); ok {
			in.baseline, in.asAt = measuredOf(m[1]), day
			return true
		}
	}
	in.baseline = measuredOf(text)
	w.asAt(in, c.time)
	return true
}

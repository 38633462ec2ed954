package importer

import (
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/plan"
)

// valuedHead is what is measured of an indicator at a time: "Target 2025", "Baseline (June 2024)".
const valuedHead = `(targets?|actuals?|achieved|achievements?|baselines?)`

var (
	timedHead  = words(`^(?:(?:annual|planned|overall|cumulative|indicator) )*` + valuedHead + `(?: (?:values?|data|results?))?(?: ?[:,(–-]+ ?| )(.+?)\)?$`)
	timedFirst = words(`^((?:19|20)\d\d) (?:planned )?` + valuedHead + `(?: values?)?$`)
	noTime     = words(`\b(?:groups?|audiences?|populations?|beneficiar(?:y|ies)|countr(?:y|ies)|areas?)\b`)
	yearAlone  = words(`^(?:(?:by|for|in|as at|as of|year) )*(?:the )?(end )?(?:of )?(?:the )?(?:year )?((?:19|20)\d\d)( ?\(?end)?$`)
	lastOfYear = words(`^(?:(?:by|as at|as of) )?(?:31 december|december|dec) ((?:19|20)\d\d)$`)
	endOf      = words(`^(?:(?:by|as at|as of) )?(?:the )?(?:end of|end) `)
	isSpan     = words(`[-–—/]| to `)
	beforeTime = words(`^(?:by|for|in|as at|as of|at) `)
)

// timedHeadOf reads the head of a column of values that says when they are, were or will be so.
func timedHeadOf(head string) (role workRole, when string) {
	what := ""
	if m := timedHead().FindStringSubmatch(head); m != nil {
		what, when = m[1], strings.Trim(m[2], " (")
	} else if m := timedFirst().FindStringSubmatch(head); m != nil {
		what, when = m[2], m[1]
	}
	switch what = strings.ToLower(what); {
	case what == "", noTime().MatchString(when):
		return unknownWork, ""
	case strings.HasPrefix(what, "baseline"):
		if yearInHead().FindString(when) == "" {
			return unknownWork, ""
		}
		return baselineWork, when
	case strings.HasPrefix(what, "target"):
		return targetWork, yearMeant(when)
	}
	return actualWork, yearMeant(when)
}

// yearMeant is the year of a time that is a whole one or its end: a target of the plan is what is
// reached by then. Another time stays as it is.
func yearMeant(when string) string {
	if m := yearAlone().FindStringSubmatch(when); m != nil {
		return m[2]
	}
	if m := lastOfYear().FindStringSubmatch(when); m != nil {
		return m[1]
	}
	return when
}

// asAt takes the day of a baseline from the head of its column. Where the head says a year or a month,
// it is the last day, which is asked about once for the table.
func (w *workReader) asAt(in *draftIndicator, when string) {
	if when == "" {
		return
	}
	day, certain := w.times.lastDay(when)
	switch {
	case day == "" && !w.asked:
		in.marks = append(in.marks, "the table's head says of its baselines, and the plan has a day: "+when)
	case day == "":
		return
	case !certain && !w.asked:
		in.marks = append(in.marks, "the table's head says of its baselines only "+when+": the last day of that is taken for each")
	}
	in.asAt, w.asked = day, w.asked || !certain
}

// lastDay is the last day of a time that a head says, and whether the head says that it is.
func (r *timeReader) lastDay(when string) (day plain, certain bool) {
	if day, ok := r.day(beforeTime().ReplaceAllString(when, "")); ok {
		return day, true
	}
	certain = endOf().MatchString(when)
	if m := yearAlone().FindStringSubmatch(when); m != nil {
		when, certain = m[2], certain || m[1]+m[3] != ""
	} else {
		when = beforeTime().ReplaceAllString(endOf().ReplaceAllString(when, ""), "")
	}
	t, fault := r.plan.ReadTime(capitals().ReplaceAllStringFunc(when, strings.ToUpper))
	if fault != plan.TimeIsClear || isSpan().MatchString(when) || t.To.Before(time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)) {
		return "", false
	}
	return iso(t.To), certain
}

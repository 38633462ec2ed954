package number

import "strings"

// What stands around numbers.

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

var (
	// numbered are words whose number follows them, in the singular; some plurals are formed
	// otherwise.
	numbered = set(`article action paragraph para phase section item annex annexe annexes table figure page option pillar step chapter rule no nos number
		category categories level group class tier goal target objective outcome output activity activities protocol part version appendix box unit
		resolution decision stage lot room zone grade art arts line rev add corr session-no point indicator priority priorities recommendation
		standard regulation form document agenda building floor row column note footnote series volume vol chart question task module track workshop`)
	// connects are words that a number does not count.
	connects = set(`of and or to in on for per the is was are were have has had that which by at with from as each a an but than if when while out into
		through be been being will would can may shall must not only also because since until under upon between among within without against
		after before during where who whose it its they their this these those`)
	fractions     = set(`half halves third thirds quarter quarters fourth fourths fifth fifths sixth sixths tenth tenths`)
	durationSorts = set(`working calendar consecutive full whole more further additional business weekdays`)
)

var timeUnits = func() map[string]string {
	m := map[string]string{"person-months": "month", "work-months": "month", "work-month": "month", "person-month": "month", "workdays": "day", "workday": "day"}
	for _, u := range []string{"hour", "minute", "day", "week", "month", "year", "decade"} {
		m[u], m[u+"s"] = u, u
	}
	return m
}()

// isHedged reports a word before a number that says that it need not be exact.
func (r *reader) isHedged(first int) bool {
	const far = 4
	for back := 1; back <= far; back++ {
		w := r.at(first - back)
		lower := strings.ToLower(w.Text)
		switch {
		case w.Text == "" || w.Sort == Sign || w.Sentence != r.at(first).Sentence:
			return false
		case hedges[lower]:
			return true
		case lower == "than" && comparing[strings.ToLower(r.at(first-back-1).Text)]:
			return true
		case lower == "to" && r.is(first-back-1, "up"), lower == "least" && r.is(first-back-1, "at"), lower == "most" && r.is(first-back-1, "at"):
			return true
		case isCurrency(w.Text) || lower == "of" || lower == "a" || lower == "the":
		default:
			return false
		}
	}
	return false
}

var (
	hedges    = set(`about around approximately roughly nearly almost some over circa ca exceeding below under above minimum maximum estimated`)
	comparing = set(`more less fewer greater larger smaller higher lower later`)
)

func startsUpper(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }

package importer

import (
	"slices"
	"strings"
)

// draftWork is who does an activity, with whom and when.
type draftWork struct {
	responsible, partners []string // names of actors
	when                  []string // as a plan has them
	milestones            []draftMilestone
}

// draftMilestone is what has been reached by a day.
type draftMilestone struct {
	text string
	date plain
}

// draftIndicator is an indicator of a result.
type draftIndicator struct {
	text, unit, baseline, verification string
	asAt                               plain
	targets, actual                    []timedValue
	marks                              []string
}

// timedValue is a value of an indicator, and what its head says of the time; "" where it says nothing.
type timedValue struct{ time, value string }

// draftRisk is a risk.
type draftRisk struct {
	text, likelihood, impact, response string
	owner                              []string
	marks                              []string
}

// draftActors are those who do something, as tables call them, in the order in which they are met.
type draftActors struct {
	names  []string
	labels map[string]string // what a short name stands for, as a note below a table says
}

// add takes names, and returns them as they were first written.
func (a *draftActors) add(names []string) (out []string) {
	for _, name := range names {
		at := slices.IndexFunc(a.names, func(known string) bool { return same(known, name) })
		if at < 0 {
			a.names, at = append(a.names, name), len(a.names)
		}
		if !slices.Contains(out, a.names[at]) {
			out = append(out, a.names[at])
		}
	}
	return out
}

// knows reports a name that tables use.
func (a *draftActors) knows(name string) bool {
	return slices.ContainsFunc(a.names, func(known string) bool { return known == name })
}

// explain notes what a short name stands for, and reports whether it could.
func (a *draftActors) explain(short, label string) bool {
	if known := a.labels[short]; known != "" && known != label {
		return false
	}
	if a.labels == nil {
		a.labels = map[string]string{}
	}
	a.labels[short] = label
	return true
}

// none are words for nothing in a cell.
var none = setOf("- – — n/a n.a. none nil . .. …")

// isNothing reports a cell that says nothing.
func isNothing(text string) bool { return text == "" || none[strings.ToLower(text)] }

// namesIn cuts a cell at what stands between names. Words such as "and" may be part of one.
func namesIn(text string) (names []string) {
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == ',' || r == '•' }) {
		if part = strings.TrimSpace(part); part != "" {
			names = append(names, part)
		}
	}
	return names
}

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
	of                                 *workTable // where it was met first
	words                              string     // of its text, by which another table's is known to be the same
}

// timedValue is a value of an indicator, and what its head says of the time; "" where it says nothing.
type timedValue struct{ time, value string }

// draftRisk is a risk.
type draftRisk struct {
	text, likelihood, impact, response string
	owner                              []string
	marks                              []string
	of                                 *workTable // where it was met first
	words                              string     // of its text, by which another table's is known to be the same
}

// draftActors are those who do something, as tables call them, in the order in which they are met.
type draftActors struct {
	names  []string
	known  map[string]string // the names by their words, as they were first written
	labels map[string]string // what a short name stands for, as a note below a table says
}

// Bounds on lists, as the plan has them; what is beyond stays in comments.
const (
	mostActors     = 500
	mostNamed      = 50 // in one list
	mostRisks      = 500
	mostIndicators = 100 // of one result
	mostMilestones = 50  // of one activity
	mostTimes      = 20
	mostTables     = 20 // below one paragraph
)

// add takes names, and returns them as they were first written; it is false where there are too many.
func (a *draftActors) add(names []string) (out []string, ok bool) {
	if a.known == nil {
		a.known = map[string]string{}
	}
	fresh := map[string]bool{}
	for _, name := range names {
		if a.known[keyOf(name)] == "" {
			fresh[keyOf(name)] = true
		}
	}
	if len(a.names)+len(fresh) > mostActors || len(names) > mostNamed {
		return nil, false
	}
	for _, name := range names {
		first := a.known[keyOf(name)]
		if first == "" {
			a.names, first = append(a.names, name), name
			a.known[keyOf(name)] = name
		}
		if !slices.Contains(out, first) {
			out = append(out, first)
		}
	}
	return out, true
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
		if part = strings.TrimSpace(part); keyOf(part) != "" {
			names = append(names, part)
		}
	}
	return names
}

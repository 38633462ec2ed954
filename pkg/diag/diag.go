// Package diag holds findings: what is wrong with a plan or a template, where,
// and what to do about it. A finding is data. A Go error means something else:
// that the tool itself could not do its work.
package diag

import (
	"cmp"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// Severity says how much a finding weighs. The zero Severity is invalid.
type Severity int

// The severities. An error stops build from writing; a warning fails check but
// not build; a note fails nothing.
const (
	Error Severity = iota + 1
	Warning
	Note
)

// String returns the word that reports print.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Note:
		return "note"
	}
	return "invalid severity"
}

// Severities returns all severities, the gravest first.
func Severities() []Severity { return []Severity{Error, Warning, Note} }

// Rule is what a finding is an instance of: an identity that waivers, reports and
// documentation share.
//
// Bad and Good are pieces of a plan, top-level keys and what is below them. In Bad the
// span that the finding points at stands between « and ». Last is what last year's plan
// has, and Frame what the plan of several years has, for rules that look at them. A rule about a complete file may have no examples.
type Rule struct {
	Code     string // a letter for the subject and a number, such as D101; stable for ever
	Name     string // kebab-case, stable for ever: waivers name it
	Severity Severity
	Title    string // what is wrong, in a few words
	Why      string // why it matters to a reader of the document, in a sentence or two
	Since    string // the version of isuplan that had it first
	Bad      string
	Good     string
	Last     string
	Frame    string
}

// ID returns the name by which reports call a rule: its code and its name.
func (r Rule) ID() string { return r.Code + "/" + r.Name }

// Finding is one thing that is wrong, and the span where it is.
type Finding struct {
	Rule     Rule
	Message  string // what is wrong, in plain words, without a full stop
	Hint     string // what to do; may be empty
	Subject  string // path of ids of what the finding is about, such as budget/travel; waivers match on it
	Span     source.Span
	Related  []Related
	Amount   money.Decimal // the sum of money at stake, in the budget's currency; 0 where it is not about money
	Fix      []Edit        // the one right way to mend it; nil where that takes a decision
	WaivedBy string        // the reason of the waiver that covers the finding, "" where none does
	Approved string        // who approved that waiver
	Print    string        // the fingerprint among all findings of the plan; see Fingerprints
}

// Edit replaces a span of a file by a text. An empty span inserts the text; an empty text
// deletes.
type Edit struct {
	Span source.Span
	Text string
}

// Related is another span that belongs to a finding.
type Related struct {
	Span source.Span
	Note string
}

// Sort returns the findings by file, position, rule and message, each once.
func Sort(findings []Finding) []Finding {
	sorted := slices.Clone(findings)
	slices.SortStableFunc(sorted, compare)
	return slices.CompactFunc(sorted, func(a, b Finding) bool { return compare(a, b) == 0 })
}

func compare(a, b Finding) int {
	return cmp.Or(
		strings.Compare(fileName(a.Span), fileName(b.Span)),
		cmp.Compare(a.Span.Start.Offset, b.Span.Start.Offset),
		strings.Compare(a.Rule.Name, b.Rule.Name),
		strings.Compare(a.Message, b.Message),
	)
}

func fileName(s source.Span) string {
	if s.File == nil {
		return ""
	}
	return s.File.Name
}

// Worst returns the gravest severity on the list among findings that are not
// waived, or 0 where there is none.
func Worst(findings []Finding) Severity {
	var worst Severity
	for _, f := range findings {
		if f.WaivedBy == "" && (worst == 0 || f.Rule.Severity < worst) {
			worst = f.Rule.Severity
		}
	}
	return worst
}

// Package refs says what ${…} in prose may name, and what it stands for.
package refs

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// Unknown is reported for a reference to nothing, Malformed for one that is not
// closed, Unset for a name that the plan gives no value, Loop for one that leads
// back to itself, Differs for one that does not say which column is meant, Unnumbered for
// the number of something that the document does not number.
var (
	Unknown = rule("F401", "unknown-reference", "a reference to a name that does not exist",
		"The document would print the reference in place of the figure.",
		`assumptions:
  - "That «${budget.totl}» is funded."
  - That the host State provides the rooms.
`, `assumptions:
  - "That ${budget.total} is funded."
  - That the host State provides the rooms.
`)
	Malformed = rule("F402", "bad-reference", "a reference that cannot be read",
		"The document would print the reference in place of the figure.",
		`assumptions:
  - "That «${budget.total» is funded."
  - That the host State provides the rooms.
`, `assumptions:
  - "That ${budget.total} is funded."
  - That the host State provides the rooms.
`)
	Unset = rule("F403", "unset-reference", "a reference to a value that the plan does not give",
		"The sentence would have a hole where the value belongs.",
		`assumptions:
  - "That the document «${document.symbol}» is adopted."
  - That the host State provides the rooms.
`, `document:
  symbol: CCM/MSP/2024/9
assumptions:
  - "That the document ${document.symbol} is adopted."
  - That the host State provides the rooms.
`)
	Loop = rule("F404", "reference-loop", "a reference that leads back to itself",
		"Such a text has no end.",
		`facts:
  name: {text: "the name «${facts.name}»"}
assumptions:
  - "That ${facts.name} is used."
  - That the host State provides the rooms.
`, `facts:
  name: {text: "the name"}
assumptions:
  - "That ${facts.name} is used."
  - That the host State provides the rooms.
`)
	Differs = rule("F406", "column-needed", "a reference to a value that differs from column to column",
		"Months, a rate or a price of the first year would stand for all years; only amounts and numbers of units add up.",
		`period: {from: 2025-01-01, to: 2026-12-31}
budget:
  columns:
    - {id: 2025}
    - {id: 2026}
    - {id: both, label: 2025–2026, sum: [2025, 2026]}
  lines:
    - id: salaries
      label: Salaries
      posts: [{title: Director, monthly: 15000, months: {2025: 6, 2026: 12}}]
      note: "A Director for «${budget.salaries.director.months}» months."
`, `period: {from: 2025-01-01, to: 2026-12-31}
budget:
  columns:
    - {id: 2025}
    - {id: 2026}
    - {id: both, label: 2025–2026, sum: [2025, 2026]}
  lines:
    - id: salaries
      label: Salaries
      posts: [{title: Director, monthly: 15000, months: {2025: 6, 2026: 12}}]
      note: "A Director for ${budget.salaries.director.months.2025} months of 2025."
`)
)

// Unnumbered has no example: the template un numbers all that a plan can refer to.
var Unnumbered = diag.Rule{Code: "F407", Name: "unnumbered-reference", Severity: diag.Error, Since: "0.1",
	Title: "a reference to the number of something that the document does not number",
	Why:   "The sentence would have a hole where the number belongs."}

// Rules returns the rules that resolving references can report.
func Rules() []diag.Rule { return []diag.Rule{Unknown, Malformed, Unset, Loop, Differs, Unnumbered} }

func rule(code, name, title, why, bad, good string) diag.Rule {
	return diag.Rule{Code: code, Name: name, Severity: diag.Error, Title: title, Why: why, Since: "0.1", Bad: bad, Good: good}
}

// Segment is a stretch of prose: plain text, or a reference.
type Segment struct {
	Text     string // the text as it is to be read; empty for a reference
	Name     string // the name inside ${…}; empty for text
	From, To int    // byte offsets in the prose
}

// IsRef reports whether the segment is a reference.
func (s Segment) IsRef() bool { return s.Name != "" }

// Split cuts prose at its references. $${ stands for the characters ${. What cannot be
// read is reported and left out.
func Split(node source.Node, prose string) ([]Segment, []diag.Finding) {
	if !strings.Contains(prose, "${") {
		return []Segment{{Text: prose, To: len(prose)}}, nil
	}
	var segments []Segment
	var findings []diag.Finding
	text := func(from, to int, s string) {
		if s != "" {
			segments = append(segments, Segment{Text: s, From: from, To: to})
		}
	}
	from := 0
	for {
		start := strings.Index(prose[from:], "${")
		if start < 0 {
			text(from, len(prose), prose[from:])
			return segments, findings
		}
		start += from
		if start > from && prose[start-1] == '$' {
			text(from, start+2, prose[from:start-1]+"${")
			from = start + 2
			continue
		}
		text(from, start, prose[from:start])
		name, end, finding := reference(node, prose, start)
		if finding != nil {
			findings = append(findings, *finding)
		} else {
			segments = append(segments, Segment{Name: name, From: start, To: end})
		}
		from = end
	}
}

// reference reads the reference that begins at start; end is where reading goes on.
func reference(node source.Node, prose string, start int) (name string, end int, finding *diag.Finding) {
	bad := func(to int, message, hint string) *diag.Finding {
		return &diag.Finding{Rule: Malformed, Span: node.Part(start, to), Message: message, Hint: hint}
	}
	end = len(prose)
	if length := strings.IndexAny(prose[start:], "} \t\n"); length >= 0 {
		end = start + length
	}
	if !strings.HasPrefix(prose[end:], "}") {
		return "", end, bad(end, "a reference is opened here and not closed",
			"close it with }, with no blanks inside: ${budget.total}; write $${ for the characters themselves")
	}
	name = prose[start+2 : end]
	end++ // behind the brace
	if name == "" {
		return "", end, bad(end, "a reference without a name", "write the name between the braces, such as ${budget.total}")
	}
	return name, end, nil
}

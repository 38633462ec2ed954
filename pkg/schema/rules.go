// Package schema reads nodes into Go values by a declared list of keys. The same
// declaration says what a file may hold, what each key means, and how mistakes
// are reported: unknown keys, missing keys and wrong types are findings, all of
// them in one run.
package schema

import (
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// The rules of the plan language's form. They hold for plans and for templates.
var (
	UnknownKey = rule("F201", "unknown-key", "a key that the language does not have",
		"Text under a mistyped key would silently be missing from the document.",
		`document:
  «dat»: 2024-06-03
  date: 2024-06-03
`, `document:
  date: 2024-06-03
`)
	MissingKey = rule("F202", "missing-key", "a key that must be there is missing",
		"The document cannot be made without it.",
		`period: {«from»: 2025-01-01}
`, `period: {from: 2025-01-01, to: 2025-12-31}
`)
	WrongType = rule("F203", "wrong-type", "a value of the wrong kind",
		"A list where a single value belongs, or the other way round, cannot be read.",
		`assumptions: «That contributions arrive.»
`, `assumptions:
  - That contributions arrive in time.
  - That the host State provides the rooms.
`)
	BadNumber = rule("F204", "bad-number", "not a plain decimal number",
		"An amount must mean the same to every reader: 465,440 is 465.44 in half of Europe.",
		`budget:
  lines:
    - {id: salaries, label: Salaries, fixed: «"345,054"»}
`, `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
`)
	BadDate = rule("F205", "bad-date", "not a date of the calendar",
		"Dates are compared and printed in the document's language, so they need one form.",
		`document:
  date: «3 June 2024»
`, `document:
  date: 2024-06-03
`)
	BadID = rule("F206", "bad-id", "not a usable id",
		"Ids are quoted in references, waivers and links, and matched from year to year.",
		`assumptions:
  - {id: «Host State», text: That the host State provides the rooms.}
`, `assumptions:
  - {id: host-state, text: That the host State provides the rooms.}
`)
	BadValue = rule("F207", "bad-value", "a value that is not among those allowed",
		"A value that nobody foresaw would have no effect, or the wrong one.",
		`budget:
  currency: «Francs»
`, `budget:
  currency: CHF
`)
)

func rule(code, name, title, why, bad, good string) diag.Rule {
	return diag.Rule{Code: code, Name: name, Severity: diag.Error, Title: title, Why: why, Since: "0.1", Bad: bad, Good: good}
}

// sourceRules are the rules behind what package source reports.
var sourceRules = map[source.Code]diag.Rule{
	source.NotText:  rule("F101", string(source.NotText), "not a text file in UTF-8", "Only plain text can be compared, reviewed and compiled.", "", ""),
	source.TooLarge: rule("F102", string(source.TooLarge), "a file too large to be a plan", "A bound keeps files from strangers from using up the machine.", "", ""),
	source.TooDeep:  rule("F103", string(source.TooDeep), "nested too deep", "A bound keeps files from strangers from using up the machine.", "", ""),
	source.Empty:    rule("F104", string(source.Empty), "an empty file", "There is nothing to compile.", "", ""),
	source.Syntax: rule("F105", string(source.Syntax), "not YAML", "A file that cannot be read as YAML cannot be compiled.",
		`period: {from: 2025-01-01, to: 2025-12-31}
assumptions:
  - id: rooms
    text: That the host State provides«:» rooms
`, `assumptions:
  - That contributions arrive in time.
  - "That the host State provides: rooms."
`),
	source.DuplicateKey: rule("F106", string(source.DuplicateKey), "a key that stands twice", "One of the two values would silently be lost.",
		`document:
  date: 2024-06-03
  «date»: 2024-07-01
`, `document:
  date: 2024-06-03
`),
	source.NoAliases: rule("F107", string(source.NoAliases), "a YAML alias, anchor or merge", "Aliases hide what a line says from reviewers and can blow a small file up to gigabytes.",
		`period: «&period» {from: 2025-01-01, to: 2025-12-31}
`, `period: {from: 2025-01-01, to: 2025-12-31}
`),
	source.NoTags: rule("F108", string(source.NoTags), "a YAML tag", "Tags change what a value is behind the reader's back.",
		`document:
  date: «!!str» 2024-06-03
`, `document:
  date: 2024-06-03
`),
	source.OneDocument: rule("F109", string(source.OneDocument), "a second document in one file", "YAML readers ignore it without a word.",
		`period: {from: 2025-01-01, to: 2025-12-31}
«---»
isuplan: 1
`, `period: {from: 2025-01-01, to: 2025-12-31}
`),
}

// Rules returns the rules that reading can report, by name.
func Rules() []diag.Rule {
	rules := []diag.Rule{UnknownKey, MissingKey, WrongType, BadNumber, BadDate, BadID, BadValue, NamedTwice, TwoRows, TooMuch, diag.MoreOfAKind}
	for _, code := range []source.Code{source.NotText, source.TooLarge, source.TooDeep, source.Empty,
		source.Syntax, source.DuplicateKey, source.NoAliases, source.NoTags, source.OneDocument} {
		rules = append(rules, sourceRules[code])
	}
	return rules
}

package report

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

type sarifResult struct {
	RuleID       string             `json:"ruleId"`
	RuleIndex    int                `json:"ruleIndex"`
	Level        string             `json:"level"`
	Message      sarifMessage       `json:"message"`
	Locations    []sarifLocation    `json:"locations"`
	Related      []sarifLocation    `json:"relatedLocations,omitempty"`
	Prints       map[string]string  `json:"partialFingerprints"`
	Fixes        []sarifFix         `json:"fixes,omitempty"`
	Suppressions []sarifSuppression `json:"suppressions"` // empty says: looked at, and not waived
	Properties   *sarifDetails      `json:"properties,omitempty"`
}

type sarifLocation struct {
	ID       int            `json:"id,omitempty"`
	Physical *sarifPhysical `json:"physicalLocation,omitempty"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	Message  *sarifMessage  `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

// sarifRegion has no byte offsets: they would be wrong by three in a file that begins
// with a byte order mark, which is not kept.
type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

type sarifLogical struct {
	FullyQualifiedName string `json:"fullyQualifiedName"`
}

type sarifFix struct {
	Description *sarifMessage `json:"description,omitempty"`
	Changes     []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion   `json:"deletedRegion"`
	Inserted *sarifContent `json:"insertedContent,omitempty"`
}

type sarifContent struct {
	Text string `json:"text"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Status        string `json:"status"`
	Justification string `json:"justification"`
}

type sarifDetails struct {
	Amount string `json:"amount"`
}

func (b *sarifBuilder) result(f diag.Finding, plan, fingerprint string) sarifResult {
	text := Clean(f.Message)
	if f.Hint != "" {
		text += "\nHelp: " + Clean(f.Hint)
	}
	r := sarifResult{RuleID: f.Rule.Code, RuleIndex: b.rule(f.Rule), Level: f.Rule.Severity.String(), Message: sarifMessage{Text: unlinked(text)},
		Prints: map[string]string{sarifPrint: fingerprint}, Fixes: b.fixes(f), Suppressions: []sarifSuppression{}}
	location := sarifLocation{Physical: b.physical(f.Span, plan)}
	if f.Subject != "" {
		location.Logical = []sarifLogical{{Clean(f.Subject)}}
	}
	r.Locations = []sarifLocation{location}
	for i, other := range f.Related {
		r.Related = append(r.Related, sarifLocation{ID: i + 1, Physical: b.physical(other.Span, plan),
			Message: &sarifMessage{Text: unlinked(Clean(other.Note))}})
	}
	if f.WaivedBy != "" {
		r.Suppressions = append(r.Suppressions, sarifSuppression{"inSource", "accepted", Clean(strings.Join(strings.Fields(f.WaivedBy), " "))})
	}
	if !f.Amount.IsZero() {
		r.Properties = &sarifDetails{f.Amount.String()}
	}
	return r
}

// unlinked keeps text of a plan from becoming a link in whatever shows the message. Braces
// stay as they are, though they could mean an argument: no argument is given, and viewers
// would show doubled braces doubled.
func unlinked(text string) string { return strings.ReplaceAll(text, "](", `\](`) }

func (b *sarifBuilder) physical(s source.Span, plan string) *sarifPhysical {
	p := &sarifPhysical{Artifact: b.files.at(fileOf(s, plan))}
	if s.IsValid() {
		region := newSARIFRegion(s)
		p.Region = &region
	}
	return p
}

func newSARIFRegion(s source.Span) sarifRegion {
	end := endOf(s)
	return sarifRegion{s.Start.Line, s.Start.Col, end.Line, end.Col}
}

// fixes returns the one fix of a finding, its edits by file.
func (b *sarifBuilder) fixes(f diag.Finding) []sarifFix {
	var changes []sarifChange
	at := map[string]int{}
	for _, e := range f.Fix {
		if !e.Span.IsValid() {
			return nil // half a fix is no fix
		}
		name := e.Span.File.Name
		i, known := at[name]
		if !known {
			i = len(changes)
			at[name] = i
			changes = append(changes, sarifChange{Artifact: b.files.at(name)})
		}
		replacement := sarifReplacement{Deleted: newSARIFRegion(e.Span)}
		if e.Text != "" {
			replacement.Inserted = &sarifContent{e.Text}
		}
		changes[i].Replacements = append(changes[i].Replacements, replacement)
	}
	if changes == nil {
		return nil
	}
	fix := sarifFix{Changes: changes}
	if f.Hint != "" {
		fix.Description = &sarifMessage{Text: unlinked(Clean(f.Hint))}
	}
	return []sarifFix{fix}
}

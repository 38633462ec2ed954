package report

import (
	"io"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = Register(Format{Name: "json", Doc: "for programs: all that is known of each finding (docs/check-json.md)", Write: writeJSON})

// The format's name and version. The version changes when a program that reads the
// format would have to change; new keys may come without.
const (
	jsonFormat  = "isuplan-check"
	jsonVersion = 1
)

type jsonReport struct {
	Format  string      `json:"format"`
	Version int         `json:"version"`
	Tool    jsonTool    `json:"tool"`
	Summary jsonSummary `json:"summary"`
	Plans   []jsonPlan  `json:"plans"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonSummary struct {
	Plans int `json:"plans"`
	jsonCounts
}

type jsonCounts struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Notes    int `json:"notes"`
	Waived   int `json:"waived"`
}

type jsonPlan struct {
	File     string        `json:"file"`
	Summary  jsonCounts    `json:"summary"`
	Findings []jsonFinding `json:"findings"`
}

type jsonFinding struct {
	Code        string        `json:"code"`
	Rule        string        `json:"rule"`
	Severity    string        `json:"severity"`
	Message     string        `json:"message"`
	Hint        string        `json:"hint,omitempty"`
	Subject     string        `json:"subject,omitempty"`
	At          *jsonSpan     `json:"at,omitempty"`
	Fingerprint string        `json:"fingerprint"`
	Amount      string        `json:"amount,omitempty"`
	Related     []jsonRelated `json:"related,omitempty"`
	Fix         []jsonEdit    `json:"fix,omitempty"`
	Waived      *jsonWaiver   `json:"waived,omitempty"`
}

type jsonSpan struct {
	File  string  `json:"file"`
	Start jsonPos `json:"start"`
	End   jsonPos `json:"end"`
}

type jsonPos struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Offset int `json:"offset"`
}

type jsonRelated struct {
	At   *jsonSpan `json:"at,omitempty"`
	Note string    `json:"note"`
}

type jsonEdit struct {
	At   *jsonSpan `json:"at"`
	Text string    `json:"text"`
}

type jsonWaiver struct {
	Reason string `json:"reason"`
	// Approved is who accepted it.
	Approved string `json:"approved,omitempty"`
}

func writeJSON(w io.Writer, r Report) error {
	out := jsonReport{Format: jsonFormat, Version: jsonVersion, Tool: jsonTool{r.Tool.Name, r.Tool.Version},
		Summary: jsonSummary{len(r.Plans), countJSON(r.Findings())}, Plans: []jsonPlan{}}
	for _, p := range r.Plans {
		plan := jsonPlan{File: slashed(p.Name), Summary: countJSON(p.Findings), Findings: []jsonFinding{}}
		prints := diag.Fingerprints(p.Findings)
		for i, f := range p.Findings {
			plan.Findings = append(plan.Findings, newJSONFinding(f, prints[i]))
		}
		out.Plans = append(out.Plans, plan)
	}
	return encode(w, out)
}

func countJSON(findings []diag.Finding) jsonCounts {
	var n jsonCounts
	for _, f := range findings {
		switch {
		case f.WaivedBy != "":
			n.Waived++
		case f.Rule.Severity == diag.Error:
			n.Errors++
		case f.Rule.Severity == diag.Warning:
			n.Warnings++
		default:
			n.Notes++
		}
	}
	return n
}

func newJSONFinding(f diag.Finding, fingerprint string) jsonFinding {
	out := jsonFinding{Code: f.Rule.Code, Rule: f.Rule.Name, Severity: f.Rule.Severity.String(),
		Message: f.Message, Hint: f.Hint, Subject: f.Subject, At: newJSONSpan(f.Span), Fingerprint: fingerprint}
	if !f.Amount.IsZero() {
		out.Amount = f.Amount.String()
	}
	for _, r := range f.Related {
		out.Related = append(out.Related, jsonRelated{newJSONSpan(r.Span), r.Note})
	}
	for _, e := range f.Fix {
		out.Fix = append(out.Fix, jsonEdit{newJSONSpan(e.Span), e.Text})
	}
	if f.WaivedBy != "" {
		out.Waived = &jsonWaiver{Reason: f.WaivedBy, Approved: f.Approved}
	}
	return out
}

// newJSONSpan returns nil for a span that points nowhere.
func newJSONSpan(s source.Span) *jsonSpan {
	if !s.IsValid() {
		return nil
	}
	return &jsonSpan{slashed(s.File.Name), newJSONPos(s.Start), newJSONPos(endOf(s))}
}

func newJSONPos(p source.Pos) jsonPos { return jsonPos{Line: p.Line, Column: p.Col, Offset: p.Offset} }

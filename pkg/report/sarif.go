package report

import (
	"io"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = Register(Format{Name: "sarif", Doc: "for code scanning and editors: SARIF 2.1.0, with what each rule is about", Write: writeSARIF})

const (
	sarifVersion = "2.1.0"
	sarifSchema  = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	// sarifRoot is what relative paths are relative to: the root of the repository or, without
	// one, the folder in which isuplan ran. Where that lies is left unsaid, so that equal plans
	// give equal bytes anywhere.
	sarifRoot = "%SRCROOT%"
	// sarifPrint names the way in which fingerprints are made.
	sarifPrint = "isuplan/v2"
)

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

// sarifRun has no automationDetails: an identity given here would overrule the
// category that a workflow gives to each of its uploads.
type sarifRun struct {
	Tool        sarifTool                `json:"tool"`
	Invocations []sarifInvocation        `json:"invocations,omitempty"`
	Bases       map[string]sarifArtifact `json:"originalUriBaseIds"`
	Artifacts   []sarifFile              `json:"artifacts"`
	ColumnKind  string                   `json:"columnKind"`
	Results     []sarifResult            `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name            string      `json:"name"`
	Version         string      `json:"version,omitempty"`
	SemanticVersion string      `json:"semanticVersion,omitempty"`
	InformationURI  string      `json:"informationUri,omitempty"`
	Rules           []sarifRule `json:"rules"`
}

type sarifMessage struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

func writeSARIF(w io.Writer, r Report) error {
	b := newSARIFBuilder(r)
	for _, p := range r.Plans {
		b.files.add(p.Name, "analysisTarget")
	}
	results, choice := []sarifResult{}, newSARIFChoice(r.Plans)
	for _, p := range r.Plans {
		prints := diag.Fingerprints(p.Findings)
		for i, f := range p.Findings {
			if choice.takes(f) {
				results = append(results, b.result(f, p.Name, prints[i]))
			}
		}
	}
	run := sarifRun{Bases: map[string]sarifArtifact{sarifRoot: {Description: &sarifMessage{Text: "The root of the repository, or the folder in which isuplan was run."}}},
		Invocations: choice.said(), Artifacts: b.files.list, ColumnKind: "unicodeCodePoints", Results: results}
	run.Tool.Driver = sarifDriver{Name: r.Tool.Name, Version: r.Tool.Version, SemanticVersion: r.Tool.Version,
		InformationURI: r.Tool.URL, Rules: b.rules}
	return encode(w, sarifLog{Schema: sarifSchema, Version: sarifVersion, Runs: []sarifRun{run}})
}

// sarifBuilder gathers what results refer to by its number.
type sarifBuilder struct {
	url   string
	rules []sarifRule
	index map[string]int // of a rule, by its code
	files sarifFiles
}

func newSARIFBuilder(r Report) *sarifBuilder {
	b := &sarifBuilder{url: r.Tool.URL, rules: []sarifRule{}, index: map[string]int{}, files: newSARIFFiles(r)}
	for _, rule := range r.Rules {
		b.rule(rule)
	}
	return b
}

// rule returns the number of a rule; one that is not known yet is added.
func (b *sarifBuilder) rule(r diag.Rule) int {
	if i, known := b.index[r.Code]; known {
		return i
	}
	b.index[r.Code] = len(b.rules)
	b.rules = append(b.rules, newSARIFRule(r, b.url))
	return len(b.rules) - 1
}

package report

import (
	"crypto/sha256"
	"encoding/hex"
	"io"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = Register(Format{Name: "gitlab", Doc: "for merge requests of GitLab: a Code Quality report", Write: writeGitLab})

type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

// writeGitLab leaves out what is waived: a Code Quality report cannot mark it, and GitLab
// would show it as an unresolved issue.
func writeGitLab(w io.Writer, r Report) error {
	issues := []gitlabIssue{}
	seen := map[string]bool{}
	for _, p := range r.Plans {
		prints := diag.Fingerprints(p.Findings)
		for i, f := range p.Findings {
			fingerprint := inFile(r.path(p.Name), prints[i])
			// A plan that was named twice is reported once: GitLab wants each issue once.
			if f.WaivedBy != "" || seen[fingerprint] {
				continue
			}
			seen[fingerprint] = true
			issues = append(issues, newGitLabIssue(f, r.path(fileOf(f.Span, p.Name)), fingerprint))
		}
	}
	return encode(w, issues)
}

// inFile makes a fingerprint differ from that of the same finding in another plan.
func inFile(path, fingerprint string) string {
	sum := sha256.Sum256([]byte(path + "\x00" + fingerprint))
	return hex.EncodeToString(sum[:16])
}

func newGitLabIssue(f diag.Finding, path, fingerprint string) gitlabIssue {
	description := Clean(f.Message)
	if f.Hint != "" {
		description += " (help: " + Clean(f.Hint) + ")"
	}
	// GitLab wants a line; a finding about all of a plan is shown at its first.
	lines := gitlabLines{1, 1}
	if f.Span.IsValid() {
		lines = gitlabLines{f.Span.Start.Line, endOf(f.Span).Line}
	}
	return gitlabIssue{description, f.Rule.ID(), fingerprint, gitlabSeverity(f.Rule.Severity),
		gitlabLocation{path, lines}}
}

// gitlabSeverity returns a finding's severity in GitLab's words. What keeps the document
// from being written is critical; blocker stays for what is worse than a wrong document.
func gitlabSeverity(s diag.Severity) string {
	switch s {
	case diag.Error:
		return "critical"
	case diag.Warning:
		return "major"
	}
	return "info"
}

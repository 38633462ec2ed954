package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = Register(Format{Name: "github", Doc: "for pull requests of GitHub: annotations in the log of an action", Write: writeGitHub})

// writeGitHub writes a workflow command for each finding, one a line. What is waived
// is left out: an annotation cannot be marked as accepted.
func writeGitHub(w io.Writer, r Report) error {
	for _, p := range r.Plans {
		for _, f := range Unwaived(p.Findings) {
			_, err := fmt.Fprintf(w, "::%s %s::%s\n", githubCommand(f.Rule.Severity),
				githubProperties(r, f, p.Name), githubData.Replace(githubMessage(f, p.Name)))
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func githubCommand(s diag.Severity) string {
	switch s {
	case diag.Error:
		return "error"
	case diag.Warning:
		return "warning"
	}
	return "notice"
}

// GitHub's own escapes. A line break that came through would let a plan's text begin
// a command of its own.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func githubProperties(r Report, f diag.Finding, plan string) string {
	var list []string
	add := func(key string, value any) {
		list = append(list, key+"="+githubProperty.Replace(fmt.Sprint(value)))
	}
	// Standard input is no file that an annotation could stand in.
	if name := fileOf(f.Span, plan); name != stdin {
		add("file", Clean(r.path(name)))
		if f.Span.IsValid() {
			githubRegion(f.Span, add)
		}
	}
	add("title", f.Rule.ID())
	return strings.Join(list, ",")
}

// githubRegion gives columns only within one line: GitHub refuses others.
func githubRegion(s source.Span, add func(key string, value any)) {
	end := endOf(s)
	add("line", s.Start.Line)
	if end.Line == s.Start.Line {
		add("col", s.Start.Col)
	}
	add("endLine", end.Line)
	if end.Line == s.Start.Line {
		add("endColumn", end.Col)
	}
}

// githubMessage begins with the position, because the log of a job shows nothing but the
// message. What matters most comes first: GitHub cuts long messages.
func githubMessage(f diag.Finding, plan string) string {
	lines := []string{githubPosition(f.Span, plan) + Clean(f.Message)}
	if f.Hint != "" {
		lines = append(lines, "help: "+Clean(f.Hint))
	}
	if f.Subject != "" {
		lines = append(lines, "at: "+Clean(f.Subject))
	}
	for _, r := range f.Related {
		lines = append(lines, "see "+githubPosition(r.Span, plan)+Clean(r.Note))
	}
	return strings.Join(lines, "\n")
}

func githubPosition(s source.Span, plan string) string {
	name := Clean(slashed(fileOf(s, plan)))
	if !s.IsValid() {
		return name + ": "
	}
	return fmt.Sprintf("%s:%d:%d: ", name, s.Start.Line, s.Start.Col)
}

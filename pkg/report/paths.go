package report

import (
	"path"
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
)

// stdin is how a plan is called that came in on standard input without a name.
const stdin = "<stdin>"

// slashed writes a path with the slashes of the web, on whatever system it was typed.
func slashed(name string) string { return strings.ReplaceAll(name, `\`, "/") }

// path writes the path of a file as services do that compare it with those of a
// repository: ./plan.yaml would be no file of theirs.
func (r Report) path(name string) string {
	if known := r.known(name); known != "" {
		return known
	}
	return path.Clean(slashed(name))
}

// known returns the path of a file from the root of the repository; "" of others.
func (r Report) known(name string) string {
	if r.Path == nil || name == stdin {
		return ""
	}
	return r.Path(name)
}

// fileOf returns the name of the file that a span lies in; a finding without a span
// belongs to the plan's file.
func fileOf(s source.Span, plan string) string {
	if s.IsValid() {
		return s.File.Name
	}
	return plan
}

// endOf returns where a span ends; one whose end is not known is empty.
func endOf(s source.Span) source.Pos {
	if s.End.IsValid() {
		return s.End
	}
	return s.Start
}

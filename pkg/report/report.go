package report

import (
	"io"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/registry"
)

// Report is what check has found out, for all plans of a run.
type Report struct {
	Plans []Plan      // in the order of the command line
	Rules []diag.Rule // all rules there are, for formats that describe them
	Tool  Tool
	Color bool // only for the text
	// Path says where a file lies from the root of the repository, with slashes, for services
	// that look there; "" of a file that lies in none. Without it all names are as they came.
	Path func(name string) string
}

// Plan is one plan and all that is to be said of it, waived findings included.
type Plan struct {
	Name     string // the file as the user called it
	Findings []diag.Finding
}

// Tool is the program that found it.
type Tool struct{ Name, Version, URL string }

// Format is a form in which findings are written.
type Format struct {
	Name  string
	Doc   string // what it is for, in a few words
	Write func(io.Writer, Report) error
}

// formats are all forms by name, the text first.
var formats = registry.Ordered(func(f Format) string { return f.Name }, func(a, b Format) int {
	return strings.Compare(sortKey(a), sortKey(b))
})

// sortKey puts the text format first, and the others in the order of their names.
func sortKey(f Format) string {
	if f.Name == "text" {
		return ""
	}
	return f.Name
}

// Register makes a format known; each format's file calls it once, while the program
// starts.
func Register(f Format) bool { return formats.Add(f) }

// Formats returns all formats by name, the text first.
func Formats() []Format { return formats.All() }

// FormatNamed returns the format of a name.
func FormatNamed(name string) (Format, bool) { return formats.Find(name) }

// Findings returns the findings of all plans.
func (r Report) Findings() []diag.Finding {
	var all []diag.Finding
	for _, p := range r.Plans {
		all = append(all, p.Findings...)
	}
	return all
}

// Unwaived returns the findings that no waiver covers.
func Unwaived(findings []diag.Finding) []diag.Finding {
	var list []diag.Finding
	for _, f := range findings {
		if f.WaivedBy == "" {
			list = append(list, f)
		}
	}
	return list
}

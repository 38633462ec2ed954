package report

import (
	"io"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
)

// Report is what check has found out, for all plans of a run.
type Report struct {
	Plans []Plan      // in the order of the command line
	Rules []diag.Rule // all rules there are, for formats that describe them
	Tool  Tool
	Color bool // only for the text
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

var formats []Format

// register makes a format known; each format's file calls it once.
func register(f Format) bool { //nolint:unparam // a variable is declared with it: var _ = register(…)
	formats = append(formats, f)
	return true
}

// Formats returns all formats by name, the text first.
func Formats() []Format {
	sorted := slices.Clone(formats)
	slices.SortFunc(sorted, func(a, b Format) int {
		switch {
		case a.Name == "text":
			return -1
		case b.Name == "text":
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	return sorted
}

// Findings returns the findings of all plans.
func (r Report) Findings() []diag.Finding {
	var all []diag.Finding
	for _, p := range r.Plans {
		all = append(all, p.Findings...)
	}
	return all
}

// Open returns the findings that no waiver covers.
func Open(findings []diag.Finding) []diag.Finding {
	var list []diag.Finding
	for _, f := range findings {
		if f.WaivedBy == "" {
			list = append(list, f)
		}
	}
	return list
}

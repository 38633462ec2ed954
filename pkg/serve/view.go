package serve

import (
	"encoding/json"
	"strconv"

	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/review"
	"github.com/isuplan/isuplan/pkg/source"
)

// viewJSON is what the browser shows of a version.
type viewJSON struct {
	Findings string `json:"findings"` // the list, as HTML
	Document string `json:"document"` // likewise
	Status   string `json:"status"`   // how it stands, in a sentence
	Problem  string `json:"problem,omitempty"`
	Undo     bool   `json:"undo"`
}

// view makes what the browser shows.
func (d *desk) view(t *state) []byte {
	d.mu.Lock()
	undo := len(d.undone) > 0
	d.mu.Unlock()
	out, err := json.Marshal(viewJSON{Findings: d.findings(t), Document: string(t.body), Status: d.status(t), Problem: t.problem, Undo: undo})
	if err != nil {
		return []byte("{}") // texts alone cannot fail
	}
	return out
}

// status says how the plan stands.
func (d *desk) status(t *state) string {
	if t.unit == nil {
		return ""
	}
	text := report.Count(t.findings)
	if t.isCurrent() {
		if total := totalOf(t.unit); total != "" {
			text = total + " · " + text
		}
	}
	return text
}

// findingView is a finding as the page shows it.
type findingView struct {
	diag.Finding
	At       string // the stretch of the plan's file
	Line     int
	Severity string
	Fixable  bool
	Waivable bool
	Mark     bool // a comment that asks for a person
	Place    string
}

// findings makes the list of findings, those first that are graver.
func (d *desk) findings(t *state) string {
	if t.unit == nil {
		return ""
	}
	places := map[source.Span]string{}
	for _, it := range review.Of(t.unit, t.findings, diag.Note) {
		places[it.Finding.Span] = it.Place
	}
	var list, waived []findingView
	for _, level := range diag.Severities() {
		for _, f := range t.findings {
			switch {
			case f.Rule.Severity != level:
			case f.WaivedBy != "":
				waived = append(waived, d.shown(t, f, ""))
			default:
				list = append(list, d.shown(t, f, places[f.Span]))
			}
		}
	}
	page, err := executed("findings", map[string]any{"Plan": d.name, "List": list, "Waived": waived})
	if err != nil {
		return ""
	}
	return string(page)
}

// shown prepares a finding for the page.
func (d *desk) shown(t *state, f diag.Finding, place string) findingView {
	v := findingView{Finding: f, Severity: f.Rule.Severity.String(), Place: place, Mark: f.Rule.Name == check.Review.Name}
	if s := f.Span; s.File != nil && s.File == t.in.File {
		v.At, v.Line = strconv.Itoa(s.Start.Offset)+"-"+strconv.Itoa(s.End.Offset), s.Start.Line
	}
	if t.isCurrent() && f.WaivedBy == "" {
		v.Fixable = len(f.Fix) > 0
		_, v.Waivable = check.Waiver(t.unit.Plan, f)
	}
	return v
}

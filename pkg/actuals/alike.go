package actuals

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// alike are rows that fail in the same way, as all do where a program writes a column as nobody reads it: they are
// one finding, at the first.
type alike struct {
	order []string
	of    map[string]*failing
}

// failing is what is said of the first of such rows, and which others there are.
type failing struct {
	at            source.Node
	message, hint string
	more          int
	others        []source.Node
}

// failAlike reports a row; further ones that fail in the same way are counted.
func (r *reader) failAlike(way string, at source.Node, message, hint string) {
	r.failed = true
	if f := r.alike.of[way]; f != nil {
		if f.more++; f.more <= plan.MostShownRows {
			f.others = append(f.others, at)
		}
		return
	}
	if r.alike.of == nil {
		r.alike.of = map[string]*failing{}
	}
	r.alike.order, r.alike.of[way] = append(r.alike.order, way), &failing{at: at, message: message, hint: hint}
}

// reportAlike reports the rows that failed in the same way.
func (r *reader) reportAlike() {
	for _, way := range r.alike.order {
		f := r.alike.of[way]
		is := diag.Finding{Rule: plan.BadExport, Subject: subject, Span: f.at.Span(), Message: f.message, Hint: f.hint}
		switch {
		case f.more == 1:
			is.Message += "; one more row is like it"
		case f.more > 1:
			is.Message += fmt.Sprintf("; %s more rows are like it", diag.Grouped(f.more))
		}
		for _, n := range f.others {
			is.Related = append(is.Related, diag.Related{Span: n.Span(), Note: "like it"})
		}
		r.findings.Add(is)
	}
}

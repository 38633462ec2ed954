package serve

import (
	"context"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/review"
	"github.com/isuplan/isuplan/pkg/source"
)

// waive accepts a finding, with the reason and who agreed.
func waive(ctx context.Context, j *job) ([]byte, string, error) {
	f, _, err := finding(ctx, j)
	if err != nil {
		return nil, "", err
	}
	reason, approved := strings.Join(strings.Fields(j.Reason), " "), strings.Join(strings.Fields(j.Approved), " ")
	if reason == "" || approved == "" || len(reason) > mostReason || len(approved) > mostReason {
		return nil, "", refused("A waiver says why, and who agreed.")
	}
	edits := review.Waive(j.unit, f, reason, approved)
	if edits == nil {
		return nil, "", refused("A waiver of this finding has to be written in the file: see isuplan help plan-language.")
	}
	text, err := edit.Apply(j.unit.File, edits)
	if err != nil {
		return nil, "", err
	}
	if !j.covers(ctx, text, &f) {
		return nil, "", refused("A waiver of this finding has to be written in the file: see isuplan help plan-language.")
	}
	return text, "Waived.", nil
}

// mostReason is how long a reason may be.
const mostReason = 2000

// covers reports whether a plan with a waiver more has the finding waived and nothing new.
func (j *job) covers(ctx context.Context, text []byte, f *diag.Finding) bool {
	in := j.in
	in.File = source.NewFile(j.unit.File.Name, text)
	after, err := j.with.Compile(ctx, in)
	if err != nil {
		return false
	}
	findings, err := after.Check(ctx)
	if err != nil {
		return false
	}
	before, err := j.unit.Check(ctx)
	if err != nil {
		return false
	}
	known := map[string]bool{}
	for _, b := range before {
		known[b.Print] = true
	}
	covered := false
	for _, a := range findings {
		switch {
		case a.Print == f.Print:
			covered = a.WaivedBy != ""
		case !known[a.Print] && a.WaivedBy == "":
			return false
		}
	}
	return covered
}

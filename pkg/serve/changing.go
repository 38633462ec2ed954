package serve

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/merge"
	"github.com/isuplan/isuplan/pkg/review"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/whatif"
)

// mostText is how long a text from the page may be; a plan's own bound is shorter for most.
const mostText = 1 << 20

// reword gives a text of the plan other words, where they stand.
func reword(_ context.Context, j *job) ([]byte, string, error) {
	now := oneLine(j.Text)
	switch {
	case j.unit.Plan == nil || j.unit.Plan.Node.IsZero():
		return nil, "", refused("The plan cannot be read at the moment; mend it in the file first.")
	case now == "":
		return nil, "", refused("A text cannot be empty here; take it out in the file.")
	case len(now) > mostText:
		return nil, "", refused("This text is too long.")
	}
	n, err := meant(j.unit.Plan.Node, j)
	if err != nil {
		return nil, "", err
	}
	edits, ok := merge.Reword(j.unit.Plan.Node, n, now)
	if !ok {
		return nil, "", refused("This text cannot be written here; change it in the file.")
	}
	text, err := edit.Apply(j.unit.File, edits)
	return text, "Written to line " + strconv.Itoa(n.Start().Line) + ".", err
}

// oneLine joins the lines of a text. Spaces at which no line breaks are part of it.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\n\r", r) }), " ")
}

// meant returns the value that the page showed, where it stands in the file now.
func meant(root source.Node, j *job) (source.Node, error) {
	was := strings.Join(strings.Fields(j.Was), " ")
	same := func(n source.Node) bool { return strings.Join(strings.Fields(n.Text()), " ") == was }
	n := follow(root, j.Path)
	if !n.IsZero() && n.Kind() == source.Scalar && same(n) {
		return n, nil
	}
	var found []source.Node
	if strings.Contains(j.Was, " ") { // a number or an id may stand anywhere
		every(root, func(v source.Node) {
			if same(v) {
				found = append(found, v)
			}
		})
	}
	if len(found) == 1 {
		return found[0], nil
	}
	no := &refusal{sentence: "The file was changed here meanwhile. Nothing was written; your words are still in the box."}
	if !n.IsZero() && n.Kind() == source.Scalar {
		no.now = n.Text()
	}
	return source.Node{}, no
}

// finding returns the finding that the page means, as it is in the file now.
func finding(ctx context.Context, j *job) (diag.Finding, []diag.Finding, error) {
	findings, err := j.unit.Check(ctx)
	if err != nil {
		return diag.Finding{}, nil, err
	}
	for _, f := range findings {
		if f.Print == j.Print {
			return f, findings, nil
		}
	}
	return diag.Finding{}, nil, refused("This is not found in the plan any more.")
}

// fix mends a finding that has one right answer.
func fix(ctx context.Context, j *job) ([]byte, string, error) {
	f, _, err := finding(ctx, j)
	if err != nil {
		return nil, "", err
	}
	if len(f.Fix) == 0 {
		return nil, "", refused("This has no one right answer; change it in the text.")
	}
	text, err := edit.Apply(j.unit.File, f.Fix)
	return text, "Mended.", err
}

// done takes a comment out that asked for a person.
func done(ctx context.Context, j *job) ([]byte, string, error) {
	f, findings, err := finding(ctx, j)
	if err != nil {
		return nil, "", err
	}
	for _, it := range review.Of(j.unit, findings, diag.Note) {
		if it.IsMark() && it.Finding.Span == f.Span {
			text, err := edit.Apply(j.unit.File, review.Done(&it))
			return text, "Done: the comment is taken out.", err
		}
	}
	return nil, "", refused("This is no comment that asks for a person.")
}

// set writes what-if values into the plan.
func set(_ context.Context, j *job) ([]byte, string, error) {
	if j.unit.Budget == nil || !j.unit.Complete() {
		return nil, "", refused("The plan cannot be read at the moment; mend it in the file first.")
	}
	if len(j.Set) == 0 || len(j.Set) > mostSet {
		return nil, "", refused("There is nothing to write, or too much at once.")
	}
	file, _, err := whatif.Apply(j.unit.File, j.unit.Budget, j.Set)
	var problem whatif.Problem
	if errors.As(err, &problem) {
		return nil, "", refused(problem.Error() + ".")
	}
	if err != nil {
		return nil, "", err
	}
	return file.Bytes, "Written into the plan.", nil
}

// mostSet is how many values are tried out at once.
const mostSet = 500

package compile

import (
	"context"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// Mended is a plan to which the fixes with one right answer were applied.
type Mended struct {
	Before, After *source.File
	Count         int            // how many findings were mended
	Left          []diag.Finding // the findings about the mended plan
}

// mostRounds bounds how often a plan is checked again, since mending one thing may reveal
// another.
const mostRounds = 10

// Mend applies the fixes of a plan's findings, until there is none left. The file itself
// is not written.
func (c *Compiler) Mend(ctx context.Context, in Input) (*Mended, error) {
	m := &Mended{Before: in.File, After: in.File}
	findings, err := c.Check(ctx, in)
	if err != nil {
		return nil, err
	}
	m.Left = findings
	for range mostRounds {
		text, count := apply(m.After, fixes(m.Left))
		if count == 0 {
			break
		}
		after := Input{File: source.NewFile(in.File.Name, text), Folder: in.Folder}
		checked, err := c.Check(ctx, after)
		if err != nil {
			return nil, err
		}
		// A fix that makes the plan unreadable would be worse than what it mends.
		if countForm(checked) > countForm(m.Left) {
			break
		}
		m.After, m.Count, m.Left = after.File, m.Count+count, checked
	}
	return m, nil
}

// apply makes the fixes that can be made together, and says how many they are. Where they
// would change what the rest of the plan says, each is made for itself, and the one that
// would is left out.
func apply(f *source.File, sets [][]diag.Edit) (text []byte, count int) {
	edits, count := edit.Compatible(f, sets)
	if text, err := edit.Apply(f, edits); err == nil {
		return text, count
	}
	sets = slices.DeleteFunc(sets, func(set []diag.Edit) bool {
		_, err := edit.Apply(f, set)
		return err != nil
	})
	edits, count = edit.Compatible(f, sets)
	text, err := edit.Apply(f, edits)
	if err != nil {
		return nil, 0
	}
	return text, count
}

// fixes returns the fixes of findings that are not waived.
func fixes(findings []diag.Finding) (sets [][]diag.Edit) {
	for _, f := range report.Unwaived(findings) {
		sets = append(sets, f.Fix)
	}
	return sets
}

// countForm counts the errors that cannot be waived.
func countForm(findings []diag.Finding) int {
	n := 0
	for _, f := range findings {
		if strings.HasPrefix(f.Rule.Code, "F") && f.Rule.Severity == diag.Error {
			n++
		}
	}
	return n
}

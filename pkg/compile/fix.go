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
	More          bool           // there may be more to mend, by another run
	Left          []diag.Finding // the findings about the mended plan
}

// rounds bounds how often a plan is mended and checked again, since mending one thing may
// reveal another: a large one less often, for a check of it takes its time.
func rounds(size int) int {
	const most, bytes = 10, 1 << 20
	return max(1, min(most, bytes/max(1, size)))
}

// tries bounds how many sets of edits are tried where some cannot be made.
func tries(size int) int {
	const least, most, bytes = 3, 1000, 4 << 20
	return max(least, min(most, bytes/max(1, size)))
}

// Mend applies the fixes of a plan's findings, until there is none left. The file itself
// is not written.
func (c *Compiler) Mend(ctx context.Context, in Input) (*Mended, error) {
	m := &Mended{Before: in.File, After: in.File}
	findings, err := c.Check(ctx, in)
	if err != nil {
		return nil, err
	}
	m.Left = findings
	for range rounds(len(in.File.Bytes)) {
		file, count := apply(m.After, fixes(m.Left))
		if count == 0 {
			return m, nil
		}
		after := Input{File: file, Folder: in.Folder}
		checked, err := c.Check(ctx, after)
		if err != nil {
			return nil, err
		}
		// A fix that makes the plan unreadable would be worse than what it mends.
		if countForm(checked) > countForm(m.Left) {
			return m, nil
		}
		m.After.Forget()
		m.After, m.Count, m.Left = after.File, m.Count+count, checked
	}
	m.More = m.Count > 0 && len(fixes(m.Left)) > 0
	return m, nil
}

// apply makes the fixes that can be made together, and says how many they are. Where they
// would change what the rest of the plan says, halves of them are tried, down to those that
// would: these are left out.
func apply(f *source.File, sets [][]diag.Edit) (after *source.File, count int) {
	m := mender{file: f, tries: tries(len(f.Bytes))}
	m.add(nil, sets)
	return m.after, m.count
}

// mender tries sets of edits on a file.
type mender struct {
	file  *source.File
	tries int // that are left
	after *source.File
	count int
}

// add adds as many of some sets to those that were made as it can.
func (m *mender) add(made, more [][]diag.Edit) [][]diag.Edit {
	if len(more) == 0 || m.tries == 0 {
		return made
	}
	m.tries--
	all := slices.Concat(made, more)
	edits, count := edit.Compatible(m.file, all)
	if after, err := edit.Applied(m.file, edits); err == nil {
		m.after, m.count = after, count
		return all
	}
	if len(more) == 1 {
		return made
	}
	half := len(more) / 2
	return m.add(m.add(made, more[:half]), more[half:])
}

// fixes returns the fixes of findings that are not waived.
func fixes(findings []diag.Finding) (sets [][]diag.Edit) {
	for _, f := range report.Unwaived(findings) {
		if len(f.Fix) > 0 {
			sets = append(sets, f.Fix)
		}
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

package check

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// Review is reported for each comment that asks for a person. No waiver can name it:
// whoever has looked deletes the comment.
var Review = diag.Rule{Code: "W104", Name: "review", Severity: diag.Warning, Title: "something that waits for a person",
	Why:   "A plan rolled on from last year's has last year's dates and figures until somebody has looked at them; build marks every page as a draft until then.",
	Since: "0.1",
	Bad: `assumptions:
  - That contributions arrive in time.
  «# review: is this still so?»
  - That the host State provides the rooms.
`,
	Good: `assumptions:
  - That contributions arrive in time.
  - That the host State provides the rooms.
`}

// reviewMark is what such a comment begins with.
const reviewMark = "review:"

// Reviews returns a finding for each comment of a plan that asks for a person.
func Reviews(p *plan.Plan) []diag.Finding {
	var list []diag.Finding
	for _, c := range source.Comments(p.Node, reviewMark) {
		if task, ok := strings.CutPrefix(strings.TrimSpace(c.Text), reviewMark); ok {
			list = append(list, diag.Finding{Rule: Review, Subject: "review", Span: c.Span,
				Message: "to be looked at: " + strings.TrimSpace(task), Hint: "take the comment out when that is done"})
		}
	}
	return list
}

// Fold adds the findings of reviews to the others, and leaves out those on what stands
// right below such a comment: they wait for the same person. Errors of the form stay.
func Fold(p *plan.Plan, findings []diag.Finding) []diag.Finding {
	reviews := Reviews(p)
	if len(reviews) == 0 {
		return findings
	}
	waits := coveredLines(p.Node, reviews)
	kept := slices.DeleteFunc(slices.Clone(findings), func(f diag.Finding) bool {
		line := f.Span.Start.Line
		return !strings.HasPrefix(f.Rule.Code, "F") && line < len(waits) && waits[line]
	})
	var list diag.List
	list.Add(reviews...)
	return append(kept, list.Sorted()...)
}

// coveredLines says of each line, counted from 1, whether a review covers it.
func coveredLines(root source.Node, reviews []diag.Finding) []bool {
	lines := source.BlockLines(root)
	begin, end := make([]int, root.File().Lines()+2), make([]int, root.File().Lines()+2)
	seen := map[int][2]int{} // many comments may stand above one key
	for _, r := range reviews {
		i, _ := slices.BinarySearch(lines, r.Span.Start.Line)
		at, known := seen[i]
		if !known {
			at = below(root.File(), lines, r.Span.Start.Line)
			seen[i] = at
		}
		begin[min(at[0], len(begin)-1)]++
		end[min(max(at[0], at[1]), len(end)-1)]++
	}
	covered, open := make([]bool, root.File().Lines()+1), 0
	for i := range covered {
		open += begin[i] - end[i]
		covered[i] = open > 0
	}
	return covered
}

// below returns the lines of the key or item that stands below a line: up to the next
// that is not indented deeper.
func below(f *source.File, lines []int, line int) [2]int {
	i, found := slices.BinarySearch(lines, line)
	if !found && i == len(lines) {
		return [2]int{line, line}
	}
	first := lines[i]
	for _, next := range lines[i+1:] {
		if column(f, next) <= column(f, first) {
			return [2]int{first, next}
		}
	}
	return [2]int{first, f.Lines() + 1}
}

func column(f *source.File, line int) int { return f.LineSpan(line).Start.Col }

package plan

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
)

// How much of each thing a plan may have: far above any real plan, so that nothing that
// grows with the square of a count takes long.
const (
	MostColumns  = 60
	mostPlaces   = 12 // decimals of a change in per cent
	mostFacts    = 2000
	mostNames    = 1000 // proper names, rates, standard costs, sources of money
	mostSections = 300
	mostTitles   = 50 // titles of an agenda, other words for a name
	mostNamed    = 2000
	mostWaivers  = 2000
	mostQuoted   = 200 // quotations of a waiver
)

// MostAmounts is how many amounts a budget may have: its lines, and the posts, items and
// other lines that they are made of, in each of its columns.
const MostAmounts = 250_000

// boundAmounts reports a budget of more amounts, and leaves out columns, so that those that
// are left can be worked out.
func boundAmounts(r *schema.Reader, b *Budget) {
	parts := countParts(b.Lines) + countParts(b.Financing) + countParts(b.AfterTotal)
	columns := max(1, len(b.Columns))
	if parts*columns <= MostAmounts {
		return
	}
	at := b.Node.Get("lines")
	if columns > 1 {
		at = b.Node.Get("columns")
	}
	r.Add(diag.Finding{Rule: schema.TooMuch, Span: at.At(0).Span(),
		Message: fmt.Sprintf("the budget has %s amounts, counting posts, items and lines named by others, in each of its columns; the most is %s", diag.Grouped(parts*columns), diag.Grouped(MostAmounts)),
		Hint:    "leave out columns, or divide the plan"})
	if left := max(1, MostAmounts/parts); left < columns {
		b.Columns = b.Columns[:left]
	}
	if parts > MostAmounts {
		b.Lines, b.Financing, b.AfterTotal = b.Lines[:0:0], nil, nil
	}
}

// countParts counts lines and what they are made of.
func countParts(lines []cost.Line) int {
	count := 0
	for i := range lines {
		count += 1 + countParts(lines[i].Lines)
		for _, c := range lines[i].Costs {
			count += c.Parts()
		}
	}
	return count
}

package plan

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// mostMeasured is how many values the table of indicators may have.
const mostMeasured = 100_000

// boundMeasures reports indicators of more years and columns than a table can have, and leaves
// values out, so that those that are left can be printed.
func boundMeasures(r *schema.Reader, p *Plan) {
	count, times := 0, map[string]bool{}
	var lists []*cost.Series[Measured]
	p.EachMeasured(func(m *Measures) {
		count += len(m.Indicators)
		for i := range m.Indicators {
			lists = append(lists, &m.Indicators[i].Targets, &m.Indicators[i].Actual)
		}
	})
	most := max(1, min(MostColumns, mostMeasured/max(1, count)))
	all := 0
	for _, values := range lists {
		values.By = slices.DeleteFunc(values.By, func(e schema.Entry[source.At[Measured]]) bool {
			if times[e.Key.Value] {
				return false
			}
			if all++; all <= most {
				times[e.Key.Value] = true
				return false
			}
			if all == most+1 {
				r.Add(diag.Finding{Rule: schema.TooMuch, Span: e.Key.Span(),
					Message: fmt.Sprintf("the plan has indicators of more years than %d, and this one is one more", most), Hint: "leave out the years that the plan does not speak of"})
			}
			return true
		})
	}
}

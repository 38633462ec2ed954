package budget

import (
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/plan"
)

// mostBookings is how many places lines may be divided over, counting each column of amounts and
// each table: far above any real plan, and worked out within a second or two.
const mostBookings = 250_000

func tooMuchBooked(p *plan.Plan) bool { return bookings(p) > mostBookings }

// bookings counts the places of all lines, in each column of amounts and table.
func bookings(p *plan.Plan) int {
	columns := 0
	for i := range p.Budget.Columns {
		if p.Budget.Columns[i].IsAmount() {
			columns++
		}
	}
	return placesIn(p.Budget.Lines, splits{}) * max(1, columns) * max(1, len(p.Budget.Tables))
}

// placesIn counts the places of lines and their parts. Of a line of more than one may have a finding
// tells, and it is not divided.
func placesIn(lines []cost.Line, above splits) (n int) {
	for i := range lines {
		own := splitsOf(&lines[i], above)
		if len(lines[i].Lines) > 0 {
			n += placesIn(lines[i].Lines, own)
			continue
		}
		n += bounded(own)
		for _, c := range lines[i].Costs {
			if parts, ok := c.(*cost.Parts); ok {
				for k := range parts.List {
					n += bounded(splitsOf(&parts.List[k].Line, own))
				}
			}
		}
	}
	return n
}

func bounded(s splits) int {
	if n := s.places(); n <= mostPlacesOfLine {
		return n
	}
	return 1
}

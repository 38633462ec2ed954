package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B247", Name: "table-thousands", Severity: diag.Warning, Title: "a figure of a table of the text with three decimals among whole numbers",
		Why:   "1.210 is a little more than one to half of Europe and over a thousand to the other; the sum of its column is wrong by as much.",
		Since: "0.3",
		Bad: `sections:
  - id: basis
    paragraphs:
      - text: The Unit made these visits.
        tables:
          - id: visits
            label: Visits
            columns: [{id: visits, label: Visits}]
            rows:
              - {id: africa, label: Africa, values: {visits: «1.210»}}
              - {id: asia, label: Asia, values: {visits: 640}}
`,
		Good: `sections:
  - id: basis
    paragraphs:
      - text: The Unit made these visits.
        tables:
          - id: visits
            label: Visits
            columns: [{id: visits, label: Visits}]
            rows:
              - {id: africa, label: Africa, values: {visits: 1210}}
              - {id: asia, label: Asia, values: {visits: 640}}
`},
	Run: func(c *Context) {
		for t := range c.Plan.TextTables() {
			all := t.Figures()
			for k := range t.Columns {
				if !t.Columns[k].Places.IsSet() {
					c.inThousands(t, all, k)
				}
			}
		}
	},
})

// asThousands is a figure that may have its thousands marked by a point; inDecimals are figures that have a part
// of one for certain.
var (
	asThousands = pattern.Lazy(`^-?[1-9]\d{0,2}\.\d{3}$`)
	inDecimals  = pattern.Lazy(`^-?(?:0|\d+)\.\d+$`)
)

// inThousands reports the first figure of a column that may be a thousand times as much, where no other of
// it shows that the column has decimals.
func (c *Context) inThousands(t *plan.TextTable, all [][]plan.TextFigure, column int) {
	first, whole := -1, false
	for i := range all {
		given := all[i][column].Given
		text := strings.TrimSpace(given.Node.Text())
		switch {
		case !given.IsSet() || given.Value.Mark != 0:
		case asThousands().MatchString(text):
			if first < 0 {
				first = i
			}
		case inDecimals().MatchString(text):
			return
		default:
			whole = true
		}
	}
	if first < 0 || !whole {
		return
	}
	given := all[first][column].Given
	text := given.Node.Text()
	c.Report("tables/"+t.ID.Value, given.Span(), fmt.Sprintf("%s has three decimals, and the other figures of the column have none: half of Europe reads %s", text, strings.Replace(text, ".", ",", 1)),
		fmt.Sprintf("write %s; or give the column its `places` where it has decimals", strings.Replace(text, ".", "", 1)))
}

package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S106", Name: "lone-subheading", Severity: diag.Note, Title: "a subheading that stands alone",
		Why:   "A text is divided into two parts or more, or not at all (United Nations Editorial Manual, Headings).",
		Since: "0.1",
		Bad: `priorities:
  - {id: clearance, heading: «Support on clearance», text: The Unit will support clearance.}
`,
		Good: `priorities:
  - {id: clearance, heading: Support on clearance, text: The Unit will support clearance.}
  - {id: assistance, heading: Support on victim assistance, text: The Unit will support victim assistance.}
`},
	NeedsComplete: true,
	AboutThings:   true,
	Run: func(c *Context) {
		if p := c.Plan.Priorities; len(p) == 1 {
			c.Report("priorities/"+p[0].ID.Value, textSpan(p[0].Heading), "this is the only priority, so that its heading stands alone under its section",
				"divide it into two, or write it as paragraphs of the section `priorities`")
		}
		for _, o := range c.Plan.Outcomes {
			if len(o.Outputs) == 1 && len(c.Plan.Outcomes) == 1 && len(o.Outputs[0].Activities) > mostUnderOne {
				c.Report("outputs/"+o.Outputs[0].ID.Value, textSpan(o.Outputs[0].Text),
					fmt.Sprintf("all %d activities stand under one output of one outcome", len(o.Outputs[0].Activities)), "group them by what they bring about")
			}
		}
	},
})

// mostUnderOne is how many activities one output can hold before a reader is lost.
const mostUnderOne = 12

package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B205", Name: "no-note", Severity: diag.Note, Title: "a cost line without a note among lines that have one",
		Why:   "The notes say what the money is for; where all lines but a few have one, readers ask about these few.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054, note: A Director.}
    - {id: travel, label: Travel, fixed: 12000, note: Six trips.}
    - {id: printing, label: Printing, fixed: 9000, note: The annual report.}
    - {id: «rent», label: Rent, fixed: 8000}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054, note: A Director.}
    - {id: travel, label: Travel, fixed: 12000, note: Six trips.}
    - {id: printing, label: Printing, fixed: 9000, note: The annual report.}
    - {id: rent, label: Rent, fixed: 8000, note: Two offices.}
`},
	Run: func(c *Context) {
		with, bare, covered := 0, []int(nil), 0
		for i := range c.Budget.Lines {
			line := &c.Budget.Lines[i]
			noted := line.Note.IsWritten() || line.Footnote.IsWritten()
			switch {
			case i < covered: // the note of its group speaks for it
			case line.IsGroup() && noted:
				covered = line.End
			case line.IsGroup():
			case noted:
				with++
			case c.costs(line):
				bare = append(bare, i)
			}
		}
		// Most lines: three of four at least. Where notes are rare, none is missing.
		if with < 3 || with < 3*len(bare) {
			return
		}
		for _, i := range bare {
			line := &c.Budget.Lines[i]
			c.Report("budget/"+line.ID.Value, line.ID.Span(),
				fmt.Sprintf("%q has no note; %d of %d lines have one", c.label(line.Label), with, with+len(bare)),
				"add a `note` that says what the money is for")
		}
	},
})

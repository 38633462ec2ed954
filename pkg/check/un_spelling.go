package check

import "github.com/isuplan/isuplan/pkg/diag"

var _ = register(Rule{
	Rule: diag.Rule{Code: "E102", Name: "un-spelling", Severity: diag.Note, Title: "a word not spelled as the United Nations spell it",
		Why:   "Documents of the United Nations are written in British English with -ize (United Nations Editorial Manual, Spelling); editors change every other form.",
		Since: "0.1",
		Bad: `assumptions:
  - That a working group will «organise» the workshop.
  - That contributions arrive in time.
`,
		Good: `assumptions:
  - That a working group will organize the workshop.
  - That contributions arrive in time.
`},
	Run: func(c *Context) { c.spell(true) },
})

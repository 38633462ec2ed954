// Package check holds the rules that a plan is checked by, one file each. A rule
// looks at the whole plan and its budget and reports what a careful reader of the
// document would find.
package check

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Rule is a rule: its identity, and what it does.
type Rule struct {
	diag.Rule
	// Whole says that the rule concludes from what is not there, so that it is silent on
	// a plan of which a part could not be read.
	Whole bool
	Run   func(*Context)
}

// Input is what the rules look at.
type Input struct {
	Plan   *plan.Plan
	Budget *budget.Budget
	// Headings are the template's own headings by section id, composed as the document
	// prints them.
	Headings map[string]string
	Last     *Year // the year before; nil where it is not known
	// Broken are the places that could not be read; the rules say what can be said of
	// the rest.
	Broken []source.Span
}

// Year is the plan of another year, to compare with.
type Year struct {
	Plan   *plan.Plan
	Budget *budget.Budget
}

// Context is what a rule sees, and where it reports.
type Context struct {
	Input
	Names *refs.Names
	Texts []Text // all prose of the plan, in the order of the document

	rule     diag.Rule
	findings []diag.Finding
	speller  *speller
}

// Report adds a finding of the running rule. Subject is the path of the thing
// meant, which waivers match on.
func (c *Context) Report(subject string, at source.Span, message, hint string, related ...diag.Related) *diag.Finding {
	c.findings = append(c.findings, diag.Finding{Rule: c.rule, Subject: subject, Span: at,
		Message: message, Hint: hint, Related: related})
	return &c.findings[len(c.findings)-1]
}

// Mend reports a finding that has one right answer: other text for its place.
func (c *Context) Mend(subject string, at source.Span, text, message, hint string, related ...diag.Related) {
	c.Report(subject, at, message, hint, related...).Fix = []diag.Edit{{Span: at, Text: text}}
}

// column is the column that rates and quantities in prose are compared with.
func (c *Context) column() string { return c.Budget.Columns[c.Budget.MainAmount()].ID }

var rules []Rule

// register makes a rule known; each rule's file calls it once.
func register(r Rule) bool {
	rules = append(rules, r)
	return true
}

// Rules returns all rules by name.
func Rules() []Rule { return slices.Clone(sorted()) }

var sorted = sync.OnceValue(func() []Rule {
	slices.SortFunc(rules, func(a, b Rule) int { return cmp.Compare(a.Name, b.Name) })
	return rules
})

// Run checks a plan by every rule. The findings are in the order of the file.
func Run(in Input) []diag.Finding {
	c := &Context{Input: in, Names: refs.New(in.Plan, in.Budget), Texts: texts(in.Plan)}
	for i := range c.Texts {
		p := c.writeOut(c.Texts[i])
		if c.Texts[i].Use != schema.AsAbbreviation { // it is introduced by its key
			p.acronyms = acronyms(p.read)
		}
		c.Texts[i].passage = p
	}
	for _, r := range sorted() {
		if c.canRun(r) {
			c.rule = r.Rule
			r.Run(c)
		}
	}
	return diag.Sort(c.findings)
}

// canRun reports whether enough of the plan could be read for a rule. One on figures
// needs all of the budget.
func (c *Context) canRun(r Rule) bool {
	if len(c.Broken) == 0 {
		return true
	}
	return !r.Whole && (!strings.HasPrefix(r.Code, "B") || c.budgetIsWhole())
}

func (c *Context) budgetIsWhole() bool {
	all := c.Plan.Budget.Span()
	return all.IsValid() && !slices.ContainsFunc(c.Broken, func(s source.Span) bool {
		return s.Start.Offset >= all.Start.Offset && s.Start.Offset < all.End.Offset
	})
}

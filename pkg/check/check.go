// Package check holds the rules that a plan is checked by, one file each. A rule looks at
// all of the plan and its budget and reports what a careful reader of the document would
// find.
package check

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/parallel"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/registry"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Rule is a rule: its identity, and what it does.
type Rule struct {
	diag.Rule
	// NeedsComplete says that the rule concludes from what is missing, so that it does not
	// run on a plan that could not be read completely.
	NeedsComplete bool
	// Expires says that what the rule finds was right once: a final document waits until it
	// is brought up to date.
	Expires bool
	// AboutThings says that the findings are about an activity, a list or a priority as
	// such, and not about the words at which they point: a waiver need not quote these.
	AboutThings bool
	Run         func(*Context)
}

// Input is what the rules look at. Plan and Budget have to be there.
type Input struct {
	Plan   *plan.Plan
	Budget *budget.Budget
	Names  *refs.Names // of both; made where they are not given
	// Headings are the template's own headings by section id, composed as the document
	// prints them.
	Headings map[string]string
	// Words composes a text of the plan as the document prints it. Where no document is at
	// hand it is nil, and messages show texts as they were written.
	Words func(source.At[string]) string
	// Page yields the texts that the document prints, each in the pieces that it is composed
	// of; nil where no document is at hand.
	Page iter.Seq[[]Piece]
	Last *Year // the year before; nil where it is not known
	// Broken are the spans that could not be read; the rules judge the rest.
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
	Texts []Text // all prose of the plan, in the order of the document

	rule    diag.Rule
	list    diag.List
	first   int // of the listed findings that are the running rule's
	speller *speller
	joins   []seam // of Page, once they are asked for
	index   *thingIndex
	counted *nounIndex
	amounts map[string][]printedAmount
	spent   map[string][]accountPart
}

// Report adds a finding of the running rule. Subject is the path of the thing that the
// finding is about; waivers match on it. Messages name lines and columns by their label;
// what else they quote of the plan has its references filled in here.
func (c *Context) Report(subject string, at source.Span, message, hint string, related ...diag.Related) *diag.Finding {
	f := diag.Finding{Rule: c.rule, Subject: subject, Span: at, Message: message, Hint: hint, Related: related}
	if c.isCounted() {
		return &f
	}
	before := len(c.list.Listed())
	c.list.Add(c.filledIn(f))
	if listed := c.list.Listed(); len(listed) > before {
		return &listed[before]
	}
	return &f
}

// reported returns the findings of the running rule so far; those behind the first
// diag.MostOfAKind are only counted.
func (c *Context) reported() []diag.Finding { return c.list.Listed()[c.first:] }

// isCounted counts a finding of the running rule where no more of them are listed, and
// nothing of it need be worked out.
func (c *Context) isCounted() bool {
	full := c.list.IsFull(c.rule)
	if full {
		c.list.Count(c.rule, 1)
	}
	return full
}

// Mend reports a finding that has one right answer: the text that should stand there.
func (c *Context) Mend(subject string, at source.Span, text, message, hint string, related ...diag.Related) {
	c.Report(subject, at, message, hint, related...).Fix = []diag.Edit{{Span: at, Text: text}}
}

var rules = registry.New(func(r Rule) string { return r.Name })

// register makes a rule known; each rule's file calls it once.
func register(r Rule) bool { return rules.Add(r) }

// Register adds a rule of another program. It is called while the program starts.
func Register(r Rule) bool { return register(r) }

// Unregister removes a rule that Register added.
func Unregister(name string) { rules.Remove(name) }

// Expired returns the findings that keep a document from being final: something in it was right
// once.
func Expired(findings []diag.Finding) []diag.Finding {
	var list []diag.Finding
	for _, f := range findings {
		if r, ok := rules.Find(f.Rule.Name); ok && r.Expires {
			list = append(list, f)
		}
	}
	return list
}

// Rules returns all rules by name.
func Rules() []Rule { return rules.All() }

// Run checks a plan by every rule. The findings are in the order of the file. It ends
// with the context's error when the context ends.
func Run(ctx context.Context, in Input) ([]diag.Finding, error) {
	if in.Names == nil {
		in.Names = refs.New(in.Plan, in.Budget)
	}
	c := &Context{Input: in, Texts: texts(in.Plan)}
	for i := range c.Texts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p := c.writeOut(c.Texts[i])
		if c.Texts[i].Use != schema.AsAbbreviation { // it is introduced by its key
			p.acronyms = acronyms(p.read)
		}
		c.Texts[i].passage = p
	}
	for _, r := range Rules() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if c.canRun(r) {
			c.run(r)
		}
	}
	return c.list.Sorted(), nil
}

// run runs a rule. A panic goes on with the rule's name, which another program may have
// added.
func (c *Context) run(r Rule) {
	defer func() {
		if value := recover(); value != nil {
			p := parallel.Caught(value)
			panic(&parallel.Panic{Value: fmt.Sprintf("%v (rule %s)", p.Value, r.Name), Calls: p.Calls})
		}
	}()
	c.rule, c.first = r.Rule, len(c.list.Listed())
	r.Run(c)
}

// canRun reports whether enough of the plan could be read for a rule. One on figures
// needs all of the budget.
func (c *Context) canRun(r Rule) bool {
	if len(c.Broken) == 0 {
		return true
	}
	return !r.NeedsComplete && (!strings.HasPrefix(r.Code, "B") || c.budgetIsComplete())
}

func (c *Context) budgetIsComplete() bool {
	all := c.Plan.Budget.Span()
	return all.IsValid() && !slices.ContainsFunc(c.Broken, func(s source.Span) bool {
		return s.Start.Offset >= all.Start.Offset && s.Start.Offset < all.End.Offset
	})
}

package importer

import (
	"context"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/source"
)

// frame is what the template prints around a plan's own words, which an import need not
// keep: headings, lead-ins, labels.
type frame struct {
	without  []string // sections that have no paragraphs of their own
	language *language.Language
	masthead document.Masthead
	box      boxFrame
	sections []*sectionFrame
	results  map[string]int // what a line of the results chain begins with, in lower case: its depth
	marks    map[int]string // what stands behind its number
	cost     []string       // the heads of the budget's table
	total    string
	links    string            // what stands above the addresses of links
	sources  map[string]string // the words for kinds of money, in lower case: the kind
	knows    map[string]bool   // of work, indicators and risks: those that it prints
	leads    map[string]string // what stands before the tables of these, and the title of the timeline
}

// boxFrame is the summary's.
type boxFrame struct {
	title string
	leads map[string]string // what stands before the objective, the objectives, the outcomes
	line  string            // the line of the budget, without its amount
}

// sectionFrame is what a section prints of its own, and what of the plan it prints.
type sectionFrame struct {
	id, heading string
	leads       []string          // paragraphs of the template's own
	prints      map[string]bool   // mandate, priorities, outcomes, activities, assumptions, budget
	labels      map[string]string // what stands before the notes of the budget
}

// The words of a plan that is compiled to see the template. No document has them.
const (
	xObjective  = "Xobjective"
	xObjectives = "Xobjectives"
	xSummary    = "Xsummary"
	xMandate    = "Xmandate"
	xHeading    = "Xheading"
	xPriority   = "Xpriority"
	xItem       = "Xitem"
	xOutcome    = "Xoutcome"
	xOutput     = "Xoutput"
	xActivity   = "Xactivity"
	xAssumption = "Xassumption"
	xLabel      = "Xlabel"
	xNote       = "Xnote"
	xSource     = "Xsource "
	xParagraph  = "Xparagraph"
	xWork       = "Xwork"
)

// frameOf compiles a plan that has the masthead of the one to be written and a word of each
// kind, and reads what stands around the words.
func frameOf(ctx context.Context, c *compile.Compiler, masthead *group, period *group) (*frame, error) {
	u, err := probed(ctx, c, probeOf(masthead, period, nil))
	if err != nil {
		return nil, err
	}
	var without []string
	for i := range u.Template.Sections {
		if s := &u.Template.Sections[i]; len(s.Paragraphs) == 0 {
			without = append(without, s.ID.Value)
		}
	}
	return frameWith(ctx, c, masthead, period, without)
}

// frameWith is frameOf where it is known which sections have no paragraphs of their own.
func frameWith(ctx context.Context, c *compile.Compiler, masthead *group, period *group, without []string) (*frame, error) {
	probe := probeOf(masthead, period, without)
	u, err := probed(ctx, c, probe)
	if err != nil {
		return nil, err
	}
	if more, err := probed(ctx, c, withWork(probe, period)); err == nil {
		u = more // a template may have no place for it
	}
	f := &frame{knows: map[string]bool{}, leads: map[string]string{}, without: without, language: u.Language, links: titleOf(u), masthead: u.Document.Masthead, results: map[string]int{}, marks: map[int]string{}, sources: map[string]string{},
		box: boxFrame{leads: map[string]string{}}}
	document.Walk(u.Document.Blocks, &frameReader{frame: f})
	return f, nil
}

// titleOf returns what stands above the addresses of links, "" for nothing.
func titleOf(u *compile.Unit) string {
	if !u.Template.Links.IsSet() {
		return ""
	}
	return u.Words().Text(u.Template.Links)
}

// probed compiles the plan that shows the template.
func probed(ctx context.Context, c *compile.Compiler, probe *group) (*compile.Unit, error) {
	u, err := c.Compile(ctx, compile.Input{File: source.NewFile("probe.yaml", []byte(probe.write()))})
	if err == nil && (u.Template == nil || u.Language == nil || u.Document == nil) {
		err = errTemplate
	}
	return u, err
}

// probeOf makes the plan.
func probeOf(masthead, period *group, without []string) *group {
	one := func(text string) *group {
		g := &group{}
		g.set("id", plain("x"))
		g.set("text", text)
		return g
	}
	many := func(items ...any) *list {
		l := &list{}
		for _, it := range items {
			l.add(it)
		}
		return l
	}
	summary := &group{}
	summary.set("objective", xObjective)
	summary.set("objectives", many(xObjectives))
	summary.set("outcomes", many(xSummary))
	sections := &list{}
	for _, id := range without {
		s := &group{}
		s.set("id", plain(id))
		s.set("paragraphs", many(xParagraph))
		sections.add(s)
	}
	priority := &group{}
	priority.set("id", plain("x"))
	priority.set("heading", xHeading)
	priority.set("text", xPriority)
	priority.set("items", many(xItem))
	output := one(xOutput)
	output.set("activities", many(one(xActivity)))
	outcome := one(xOutcome)
	outcome.set("outputs", many(output))
	line := &group{}
	line.set("id", plain("x"))
	line.set("label", xLabel)
	line.set("fixed", plain("1"))
	budget := &group{}
	budget.set("currency", plain("CHF"))
	budget.set("lines", many(line))
	budget.set("notes", many(xNote))
	sources := &list{}
	for i, kind := range cost.Sources() {
		g := &group{}
		g.set("id", plain("s"+strconv.Itoa(i)))
		g.set("label", xSource+kind)
		g.set("source", plain(kind))
		g.set("fixed", plain("1"))
		sources.add(g)
	}
	budget.set("financing", sources)
	p := &group{}
	p.set("isuplan", plain("1"))
	p.set("document", masthead)
	p.set("period", period)
	p.set("summary", summary)
	p.set("sections", sections)
	p.set("mandate", many(one(xMandate)))
	p.set("priorities", many(priority))
	p.set("outcomes", many(outcome))
	p.set("assumptions", many(xAssumption))
	p.set("budget", budget)
	return p
}

// frameReader reads what stands around the words of the probe.
type frameReader struct {
	frame *frame
	last  string // the text before, where it may introduce something
	inBox bool
}

func (r *frameReader) section() *sectionFrame {
	if n := len(r.frame.sections); n > 0 && !r.inBox {
		return r.frame.sections[n-1]
	}
	return &sectionFrame{prints: map[string]bool{}, labels: map[string]string{}}
}

// meets notes that a word of the probe was met, and what introduced it.
func (r *frameReader) meets(word string) {
	kinds := map[string]string{xMandate: "mandate", xHeading: "priorities", xOutcome: "outcomes", xAssumption: "assumptions", xNote: "notes"}
	if r.inBox {
		r.frame.box.leads[word] = r.last
	} else if kind := kinds[word]; kind != "" {
		r.section().prints[kind] = true
		r.section().labels[kind] = r.last
	}
	r.last = ""
}

// Heading takes a section's heading.
func (r *frameReader) Heading(h *document.Heading, _ document.Rest) {
	if text := h.Text.String(); text == xHeading {
		r.meets(text)
	} else {
		r.frame.sections = append(r.frame.sections, &sectionFrame{id: h.ID, heading: text, prints: map[string]bool{}, labels: map[string]string{}})
	}
	r.last = ""
}

// Paragraph takes a lead-in.
func (r *frameReader) Paragraph(p *document.Paragraph, _ document.Rest) {
	text := p.Text.String()
	switch {
	case strings.HasPrefix(text, "X"):
		r.meets(text)
	case p.Number != "":
		s := r.section()
		s.leads = append(s.leads, text)
	case r.inBox && !p.Lead:
		r.frame.box.line = text
	default:
		r.last = text
	}
}

// List takes what a list prints.
func (r *frameReader) List(l *document.List, _ document.Rest) {
	for i := range l.Items {
		r.meets(l.Items[i].Text.String())
	}
}

// Result takes what a line of the results chain begins with.
func (r *frameReader) Result(res *document.Result, _ document.Rest) {
	r.section().prints["activities"] = true
	if m := resultAt().FindStringSubmatch(res.Label + " x"); m != nil {
		r.frame.results[strings.ToLower(m[1])] = res.Level
		r.frame.marks[res.Level] = m[3]
	}
}

// Box takes the summary's title.
func (r *frameReader) Box(b *document.Box, _ document.Rest) {
	r.inBox = true
	r.frame.box.title = b.Title.String()
	document.Walk(b.Blocks, r)
	r.inBox = false
}

// Table takes the heads of the budget's table.
func (r *frameReader) Table(t *document.Table, _ document.Rest) {
	switch t.ID {
	case "budget.financing":
		r.section().labels["financing"] = r.last
		r.kinds(t)
	case "work", "indicators", "risks":
		r.frame.knows[t.ID], r.frame.leads[t.ID] = true, r.last
		r.section().prints[t.ID] = true
	}
	r.last = ""
	if t.ID != "budget" {
		return
	}
	r.section().prints["budget"] = true
	for i := range t.Columns {
		r.frame.cost = append(r.frame.cost, t.Columns[i].Head.String())
	}
	for i := range t.Rows {
		if t.Rows[i].Kind == document.TotalRow {
			r.frame.total = t.Rows[i].Cells[0].String()
		}
	}
}

// kinds reads how the template words the kinds of money.
func (r *frameReader) kinds(t *document.Table) {
	for i := range t.Rows {
		kind := ""
		for _, cell := range t.Rows[i].Cells {
			text := cell.String()
			if kind != "" && text != "" && strings.Trim(text, "0123456789.,") != "" {
				r.frame.sources[strings.ToLower(text)] = kind
				break
			}
			if k, ok := strings.CutPrefix(text, xSource); ok {
				kind = k
			}
		}
	}
}

// Chart takes the title of the timeline: the probe has no other chart.
func (r *frameReader) Chart(c *document.Chart, _ document.Rest) {
	r.frame.leads["timeline"] = c.Title.String()
}

package plan

import (
	"fmt"
	"strings"
	"sync"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// MostTexts is how many texts a plan may have in its lists, those of the budget's lines not
// counted.
const MostTexts = 10_000

// boundTexts reports a plan of more texts.
func boundTexts(r *schema.Reader, p *Plan) {
	count := len(p.Mandate) + len(p.Assumptions) + len(p.Budget.Notes) + len(p.Summary.Objectives) + len(p.Summary.Outcomes) + len(p.Outcomes)
	for i := range p.Sections {
		count += len(p.Sections[i].Paragraphs)
	}
	for t := range p.TextTables() {
		count += 1 + len(t.Rows) + len(t.Columns) + len(t.Notes)
	}
	for i := range p.Priorities {
		count += 1 + len(p.Priorities[i].Items)
	}
	for i := range p.Outcomes {
		for j := range p.Outcomes[i].Outputs {
			activities := p.Outcomes[i].Outputs[j].Activities
			count += 1 + len(activities)
			for k := range activities {
				count += len(activities[k].Milestones)
			}
		}
	}
	p.EachMeasured(func(m *Measures) { count += len(m.Indicators) })
	if count > MostTexts {
		r.Add(diag.Finding{Rule: schema.TooMuch, Span: p.Node.At(0).Span(),
			Message: fmt.Sprintf("the plan has %s texts, counting outputs, activities and items; the most is %s", diag.Grouped(count), diag.Grouped(MostTexts)),
			Hint:    "divide the plan"})
	}
}

// mostText is how much text a plan may have, in bytes: some 500 pages.
const mostText = 1_000_000

// spared is how much of each text of the budget is not counted: a table of a hundred thousand
// lines has their labels and notes.
const spared = 200

// TextMeter counts the text of a plan.
type TextMeter struct{ texts, bytes int }

// Add counts a text of the element at a path, and reports whether that is still within what a
// plan may have.
func (m *TextMeter) Add(path, text string) bool {
	size := len(text)
	if strings.HasPrefix(path, "budget/") {
		size = max(0, size-spared)
	} else {
		m.texts++
	}
	m.bytes += size
	return m.bytes <= mostText && m.texts <= 2*MostTexts // with headings
}

// texts finds what the document prints.
var texts = sync.OnceValue(func() *schema.Walker { return schema.NewWalker(Shape(), schema.Use.IsProse) })

// tooMuchText finds a plan of more text; where its file is not as long there is nothing to
// count.
func tooMuchText(root source.Node) (diag.Finding, bool) {
	if root.IsZero() || len(root.File().Bytes) <= mostText {
		return diag.Finding{}, false
	}
	var m TextMeter
	var first source.Node
	texts().Walk(root, func(f schema.Found) {
		if !m.Add(f.Path, f.Node.Text()) && first.IsZero() && m.bytes > mostText {
			first = f.Node
		}
	})
	if first.IsZero() {
		return diag.Finding{}, false
	}
	return diag.Finding{Rule: schema.TooMuch, Span: first.Span(),
		Message: fmt.Sprintf("the plan has %s kB of text; the most is %s kB, and what stands from here on is not looked at", diag.Grouped(m.bytes/1000), diag.Grouped(mostText/1000)),
		Hint:    "divide the plan"}, true
}

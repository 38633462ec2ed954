package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B203", Name: "same-cost-twice", Severity: diag.Warning, Title: "the same cost named under two lines",
		Why:   "A reader cannot tell which of the lines pays for it, or whether both do.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: communication, label: Communication, fixed: 10000, note: "Website, publications, consultancies."}
    - {id: other, label: Other costs, fixed: 8000, note: "«Consultancies», room rentals, catering."}
`,
		Good: `budget:
  lines:
    - {id: communication, label: Communication, fixed: 10000, note: "Website, publications, consultancies."}
    - {id: other, label: Other costs, fixed: 8000, note: "Interpretation, room rentals, catering."}
`},
	Run: func(c *Context) {
		found := map[string][]costItem{}
		var order []string
		for i, parent := range newLedger(c).parents {
			line := &c.Budget.Lines[i]
			if line.IsGroup() || !line.Note.IsSet() || !c.costs(line) {
				continue
			}
			for _, item := range costItems(line.Note) {
				item.line, item.parent = i, parent
				if len(found[item.name]) == 0 {
					order = append(order, item.name)
				}
				found[item.name] = append(found[item.name], item)
			}
		}
		c.twice(order, found)
	},
})

// costItem is a kind of cost in a note that lists several.
type costItem struct {
	name         string
	span         func() source.Span
	line, parent int
}

// twice reports costs that two lines of one group name. A cost of three lines, or two
// lines with several costs in common, are a pattern: each meeting has its catering.
func (c *Context) twice(order []string, found map[string][]costItem) {
	common := map[[2]int]int{}
	for _, name := range order {
		if at := found[name]; len(at) == 2 {
			common[[2]int{at[0].line, at[1].line}]++
		}
	}
	for _, name := range order {
		at := found[name]
		if len(at) != 2 || at[0].line == at[1].line || at[0].parent != at[1].parent || common[[2]int{at[0].line, at[1].line}] > 1 {
			continue
		}
		first, second := &c.Budget.Lines[at[0].line], &c.Budget.Lines[at[1].line]
		c.Report("budget/"+second.ID.Value, at[1].span(),
			fmt.Sprintf("%q names %s, and so does %q: which of the two lines pays for them?", c.label(second.Label), name, c.label(first.Label)),
			"name the cost under one line, or say in both notes which part is meant",
			diag.Related{Span: at[0].span(), Note: c.label(first.Label)})
	}
}

var listMark = pattern.Lazy(`[,;]\s*(?:and\s+|or\s+)?|\s+and\s+|\.\s*$`)

// isGeneral reports words that name no cost of their own.
func isGeneral(name string) bool {
	switch first, _, _ := strings.Cut(name, " "); first {
	case "other", "others", "various", "miscellaneous":
		return first == "other" || name == first
	}
	switch name {
	case "etc", "staff", "cost", "costs", "service", "services", "as required", "as needed", "if required", "if necessary":
		return true
	}
	return false
}

// costItems returns the costs that a note lists: one or two words between commas, in a
// note that is a list of three at least. Words in a sentence do not count: a line that
// mentions travel need not pay for it.
func costItems(note plan.Prose) (items []costItem) {
	text := typed(note)
	if !strings.ContainsAny(text, ",;") || sentenceEnd().MatchString(strings.TrimSpace(text)) {
		return nil
	}
	from, listed := 0, 0
	add := func(to int) {
		raw := text[from:to]
		name := strings.ToLower(oneLine(strings.Trim(raw, " .\n")))
		words := len(strings.Fields(name))
		if words > 0 && words <= 4 {
			listed++
		}
		if words > 0 && words <= 2 && len(name) > 3 && !strings.ContainsAny(name, "\x00()%") && !isGeneral(name) {
			begin := from + strings.Index(raw, strings.TrimLeft(raw, " \n"))
			end := begin + len(strings.Trim(raw, " .\n"))
			items = append(items, costItem{name: name, span: func() source.Span { return note.Node.Part(begin, end) }})
		}
	}
	for _, at := range listMark().FindAllStringIndex(text, -1) {
		add(at[0])
		from = at[1]
	}
	add(len(text))
	if listed < 3 {
		return nil
	}
	return items
}

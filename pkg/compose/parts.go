package compose

import (
	"maps"
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/plan"
)

// part is a part of the plan that a block may print.
type part struct {
	present func(*plan.Plan) bool        // there is something to print
	written func(*plan.Plan) bool        // the author wrote it, so it must be printed somewhere
	items   func(*plan.Plan) []plan.Item // its texts, for blocks that print lists
	lead    string                       // the path that its items' ids are appended to
}

var sources = map[string]part{
	"summary.objective": listPart("summary", func(p *plan.Plan) []plan.Item {
		if !p.Summary.Objective.IsSet() {
			return nil
		}
		return []plan.Item{{ID: plan.ID{Value: "objective"}, Text: p.Summary.Objective}}
	}),
	"summary.objectives": listPart("summary/objectives", func(p *plan.Plan) []plan.Item { return p.Summary.Objectives }),
	"summary.outcomes":   {present: hasOutcomes, written: summaryOutcomesWritten, items: summaryOutcomes, lead: "summary/outcomes"},
	"mandate":            listPart("mandate", func(p *plan.Plan) []plan.Item { return p.Mandate }),
	"assumptions":        listPart("assumptions", func(p *plan.Plan) []plan.Item { return p.Assumptions }),
	"budget.notes":       listPart("budget/notes", func(p *plan.Plan) []plan.Item { return p.Budget.Notes }),
	"outcomes":           {present: hasOutcomes, written: hasOutcomes, items: expectedOutcomes, lead: "outcomes"},
	"priorities": {
		present: func(p *plan.Plan) bool { return len(p.Priorities) > 0 },
		written: func(p *plan.Plan) bool { return len(p.Priorities) > 0 },
	},
	"budget.financing": {
		present: func(p *plan.Plan) bool { return len(p.Budget.Financing) > 0 },
		written: func(p *plan.Plan) bool { return len(p.Budget.Financing) > 0 },
	},
	"budget.contributions": {
		present: func(p *plan.Plan) bool { return len(p.Budget.Contributions) > 0 },
		written: func(p *plan.Plan) bool { return len(p.Budget.Contributions) > 0 },
	},
	"budget.actuals": {present: func(p *plan.Plan) bool { return p.Budget.HasActuals() }}, // a report prints them
	"report.paragraphs": {present: func(p *plan.Plan) bool { return len(p.Report.Paragraphs) > 0 }, lead: "report",
		items: func(p *plan.Plan) []plan.Item { return p.Report.Paragraphs }},
	"budget.staffing": {present: hasStaffing, written: hasStaffing},
	"waivers":         {present: func(p *plan.Plan) bool { return len(p.Waivers) > 0 }},
	"budget.chart":    {present: hasChart, written: hasChart},
	"budget.outcomes": {present: hasShares, written: hasShares},
	"budget.tables":   {present: hasTables, written: hasTables},
	"indicators":      {present: hasIndicators, written: hasIndicators},
	"risks":           {present: hasRisks, written: hasRisks},
	"work":            {present: hasWork, written: hasWork},
	"work.times":      {present: hasTimes, written: hasTimes},
	"budget": {
		present: func(p *plan.Plan) bool { return len(p.Budget.Lines) > 0 },
		written: func(p *plan.Plan) bool { return len(p.Budget.Lines) > 0 },
	},
}

func hasStaffing(p *plan.Plan) bool { return p.Budget.HasStaffing() }

// hasTables reports tables beside the one that stands in the place of the budget's own.
func hasTables(p *plan.Plan) bool {
	return slices.ContainsFunc(p.Budget.Tables, func(t plan.Table) bool { return !t.Main.Value })
}

func hasShares(p *plan.Plan) bool {
	var shared func([]cost.Line) bool
	shared = func(lines []cost.Line) bool {
		return slices.ContainsFunc(lines, func(l cost.Line) bool { return len(l.Shares) > 0 || shared(l.Lines) })
	}
	return shared(p.Budget.Lines)
}

func sourceNames() []string { return slices.Sorted(maps.Keys(sources)) }

func listPart(lead string, items func(*plan.Plan) []plan.Item) part {
	present := func(p *plan.Plan) bool { return len(items(p)) > 0 }
	return part{present: present, written: present, items: items, lead: lead}
}

func hasOutcomes(p *plan.Plan) bool { return len(p.Outcomes) > 0 }

func summaryOutcomesWritten(p *plan.Plan) bool { return len(p.Summary.Outcomes) > 0 }

// summaryOutcomes returns the outcomes as the summary words them, or else the
// outcomes themselves.
func summaryOutcomes(p *plan.Plan) []plan.Item {
	if len(p.Summary.Outcomes) == 0 {
		return expectedOutcomes(p)
	}
	items := make([]plan.Item, len(p.Summary.Outcomes))
	for i, o := range p.Summary.Outcomes {
		items[i] = plan.Item{Origin: o.Origin, ID: o.Outcome, Text: o.Text}
	}
	return items
}

// expectedOutcomes returns the outcomes as the list of expected outcomes words them.
func expectedOutcomes(p *plan.Plan) []plan.Item {
	items := make([]plan.Item, len(p.Outcomes))
	for i, o := range p.Outcomes {
		items[i] = plan.Item{Origin: o.Origin, ID: o.ID, Text: o.Text}
		if o.Expected.IsSet() {
			items[i].Text = o.Expected
		}
	}
	return items
}

package plan

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Rules of the plan's form that a single value does not show.
var (
	WrongVersion = diag.Rule{Code: "F208", Name: "wrong-version", Severity: diag.Error, Title: "a version of the language that this program does not read",
		Why:   "A later version may mean something else by the same words.",
		Since: "0.1",
		Bad: `isuplan: «2»
`,
		Good: `isuplan: 1
`}
	DuplicateID = diag.Rule{Code: "F209", Name: "duplicate-id", Severity: diag.Error, Title: "one id for two things",
		Why:   "References, waivers and the comparison of two years find things by their ids.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: travel, label: Travel, fixed: 12000}
    - {id: «travel», label: Travel of experts, fixed: 8000}
`,
		Good: `budget:
  lines:
    - {id: travel, label: Travel, fixed: 12000}
    - {id: experts, label: Travel of experts, fixed: 8000}
`}
	DateOrder = diag.Rule{Code: "F210", Name: "date-order", Severity: diag.Error, Title: "an end before its beginning",
		Why:   "A period or a meeting that ends before it begins is a slip of the pen that the masthead would print.",
		Since: "0.1",
		Bad: `period: {from: 2025-01-01, to: «2024-12-31»}
`,
		Good: `period: {from: 2025-01-01, to: 2025-12-31}
`}
)

// Rules returns the rules that loading a plan can report.
func Rules() []diag.Rule {
	return []diag.Rule{WrongVersion, DuplicateID, DateOrder, WrongColumn, OwnRate, ThreeDecimals, MonthsNeeded, WrongContribution, BadList, ListTotal, ListHead, WrongTable, WrongActuals, BadExport, OnNoLine, PassedOver, CountedWhole, NoAmount, RowTwice, OtherName, OtherYear, DatesNotRead}
}

// Texts of a fixed form.
var (
	previousType = planBeside("2017.yaml")
	frameType    = planBeside("2025-2028.yaml")
	jobType      = schema.With(schema.Formed("a job number", "write it like GE.17-09131, without the language in brackets", func(s string) bool { return isJob().MatchString(s) }),
		schema.Written(jobForm), schema.Used(schema.AsCode))
)

// planBeside is the path of another plan. It lies in the plan's own folder or below it, so that a
// stranger's plan cannot have other files read.
func planBeside(example string) schema.Type[text] {
	return schema.With(schema.Formed("a file", "write its path from this plan's folder, such as "+example+"; it cannot lie outside that folder", func(s string) bool {
		ext := path.Ext(s) // no folder above, no drive
		return (ext == ".yaml" || ext == ".yml") && fs.ValidPath(s) && !strings.ContainsAny(s, `\:`)
	}), schema.Written(`^(([^./\\:]|\.[^./\\:]|\.\.[^/\\:])[^/\\:]*/)*[^/\\:]*\.ya?ml$`), schema.Used(schema.AsSetting))
}

const jobForm = `^[A-Z]{1,3}\.[0-9]{2}-[0-9]{4,6}$`

var isJob = pattern.Lazy(jobForm)

func checkVersion(r *schema.Reader, p *Plan) {
	if p.Version.IsSet() && p.Version.Value != Version {
		r.Report(WrongVersion, p.Version.Node,
			fmt.Sprintf("this plan is in version %d of the language; this program reads version %d", p.Version.Value, Version),
			fmt.Sprintf("write \"isuplan: %d\", or use the program that the plan was written for", Version))
	}
}

func checkOrder(r *schema.Reader, label string, from, to source.At[time.Time]) {
	if from.IsSet() && to.IsSet() && to.Value.Before(from.Value) {
		r.Add(diag.Finding{Rule: DateOrder, Span: to.Span(), Message: label + " ends before it begins",
			Hint:    "check both dates",
			Related: []diag.Related{{Span: from.Span(), Note: "it begins here"}}})
	}
}

func checkFact(r *schema.Reader, f *Fact) {
	figure := f.Value.IsWritten() || f.Wrote("sum") && (f.Sum == nil || len(f.Sum) > 0)
	if figure == f.Text.IsWritten() {
		r.Report(schema.MissingKey, f.Node, "a fact needs a `value` or a `sum`, or else a `text`",
			"write the figure as \"value: 101\", words as \"text: …\", or name the facts that it is the sum of")
	}
}

func checkRounding(r *schema.Reader, d *Rounding) {
	cost.CheckUnit(r, d.To)
}

// checkIDs reports ids that stand twice among things of one kind. Activities and
// outputs share one space over the whole plan, so that they keep their names when
// they move.
func checkIDs(r *schema.Reader, p *Plan) {
	eachLine(p.Budget.Lines, func(l *cost.Line) {
		if slices.Contains(reserved, l.ID.Value) {
			r.Report(schema.BadID, l.ID.Node, fmt.Sprintf("no line may be called `%s`: ${budget.%s} means something else", l.ID.Value, l.ID.Value),
				"take another id")
		}
	})
	unique := func(kind string, size int) func(ID) {
		seen := make(map[string]source.Node, size)
		return func(id ID) {
			if !id.IsSet() {
				return
			}
			first, twice := seen[id.Value]
			if !twice {
				seen[id.Value] = id.Node
			} else {
				r.Add(diag.Finding{Rule: DuplicateID, Span: id.Span(),
					Message: fmt.Sprintf("two %s have the id `%s`", kind, id.Value), Hint: "give one of them another id",
					Related: []diag.Related{{Span: first.Span(), Note: "the first"}}})
			}
		}
	}
	p.eachID(unique)
}

// reserved are names behind "budget." that lines would hide.
var reserved = []string{"total", "currency", "financing"}

// eachID calls, for every id, the function made for its name space, to which it gives the
// size if it is known.
func (p *Plan) eachID(space func(kind string, size int) func(ID)) {
	items := func(kind string, list []Item) {
		see := space(kind, len(list))
		for _, i := range list {
			see(i.ID)
		}
	}
	items("mandate items", p.Mandate)
	items("assumptions", p.Assumptions)
	items("budget notes", p.Budget.Notes)
	items("objectives", p.Summary.Objectives)
	section := space("sections", len(p.Sections))
	for _, s := range p.Sections {
		section(s.ID)
		items("paragraphs of this section", s.Paragraphs)
	}
	priority := space("priorities", len(p.Priorities))
	for _, x := range p.Priorities {
		priority(x.ID)
		items("items of this priority", x.Items)
	}
	actor := space("actors", len(p.Actors))
	for i := range p.Actors {
		actor(p.Actors[i].ID)
	}
	risk := space("risks", len(p.Risks))
	for i := range p.Risks {
		risk(p.Risks[i].ID)
	}
	indicator := space("indicators", 0)
	p.EachIndicator(func(in *Indicator) {
		indicator(in.ID)
	})
	outcome, output, activity := space("outcomes", len(p.Outcomes)), space("outputs", 0), space("activities", 0)
	for _, o := range p.Outcomes {
		outcome(o.ID)
		for _, out := range o.Outputs {
			output(out.ID)
			for _, a := range out.Activities {
				activity(a.ID)
				milestone := space("milestones of this activity", len(a.Milestones))
				for _, m := range a.Milestones {
					milestone(m.ID)
				}
			}
		}
	}
	for _, a := range cost.Axes() {
		see := space(a.Values(), 0)
		for _, v := range p.Budget.AxisValues(a) {
			see(v.ID)
		}
	}
	table := space("tables", len(p.Budget.Tables))
	for i := range p.Budget.Tables {
		table(p.Budget.Tables[i].ID)
		items("notes of this table", p.Budget.Tables[i].Notes)
	}
	for t := range p.TextTables() {
		table(t.ID)
		items("notes of this table", t.Notes)
	}
	lines := 0
	eachLine(p.Budget.Lines, func(*cost.Line) { lines++ })
	line := space("budget lines", lines)
	eachLine(p.Budget.Lines, func(l *cost.Line) { line(l.ID) })
	eachLine(p.Budget.Financing, func(l *cost.Line) { line(l.ID) })
	eachLine(p.Budget.AfterTotal, func(l *cost.Line) { line(l.ID) })
	for i := range p.Budget.Outside {
		line(p.Budget.Outside[i].ID)
	}
	contribution := space("contributions", len(p.Budget.Contributions))
	for i := range p.Budget.Contributions {
		contribution(p.Budget.Contributions[i].ID)
	}
}

// Package plan is the plan language: the typed plan, in which every value
// remembers where it was written, and the reading of it.
package plan

import (
	"time"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Version is the version of the plan language that this package reads.
const Version = 1

// Prose is text of the document. It may quote figures with ${…} and may hold emphasis and
// links; package refs splits it.
type Prose = source.At[string]

// ID is a name of the author's choice, the same from year to year.
type ID = source.At[string]

// Plan is a work plan and budget, as written.
type Plan struct {
	schema.Origin
	Version     source.At[int]
	Document    Document
	Period      Period
	Previous    source.At[string] // the file of last year's plan, beside this one
	Frame       source.At[string] // the file of the plan of several years above this one, beside it too
	Limits      Limits
	Facts       []schema.Entry[Fact]
	Names       []Name
	Summary     Summary
	Sections    []Section
	Mandate     []Item
	Priorities  []Priority
	Actors      []Actor // who does what the plan promises
	Outcomes    []Outcome
	Assumptions []Item
	Risks       []Risk
	Budget      Budget
	Report      Report
	Waivers     []Waiver
}

// Document says what the masthead prints.
type Document struct {
	schema.Origin
	Convention   Prose // the treaty's full name
	Short        Prose // its abbreviation
	Unit         Prose // the implementation support unit's name
	UnitShort    Prose
	Title        Prose
	Symbol       source.At[string]
	Job          source.At[string]
	Language     source.At[string]
	Original     source.At[string]
	Distribution Prose
	Date         source.At[time.Time]
	Meeting      Meeting
	Agenda       Agenda
	Submitted    Submitted
}

// Meeting is the meeting that the document is submitted to.
type Meeting struct {
	schema.Origin
	Name, Place Prose
	Next        Prose // the name of the meeting that follows
	NextShort   Prose
	From, To    source.At[time.Time]
}

// Agenda is the item of the meeting's agenda.
type Agenda struct {
	schema.Origin
	Item Prose   // its number, such as "8 (j)"
	Path []Prose // its title, from the outermost item inward
}

// Submitted says by whom and when the document was submitted.
type Submitted struct {
	schema.Origin
	By       Prose
	On       source.At[time.Time]
	Deadline source.At[int] // days before the meeting by which it must be submitted
}

// Period is the time that the plan is for, both days included.
type Period struct {
	schema.Origin
	From, To source.At[time.Time]
}

// Limits are what rules hold the plan to. A limit that is not set is the rule's own.
type Limits struct {
	schema.Origin
	Words       source.At[int]             // the most words that the document may have
	LineChange  source.At[money.Decimal]   // the most that a line may change against the year before, in per cent
	Total       cost.Series[money.Decimal] // the most that the total may be, by column
	TotalChange source.At[money.Decimal]   // the most that the total may change, in per cent
	FactAge     source.At[int]             // the most days that a fact may be older than the document
}

// Fact is a figure that prose quotes: given, or the sum of other facts.
type Fact struct {
	schema.Origin
	Value source.At[money.Decimal]
	Text  Prose
	Sum   []ID
	AsAt  source.At[time.Time]
}

// Summary is the box on page one.
type Summary struct {
	schema.Origin
	Objective  Prose
	Objectives []Item
	Outcomes   []SummaryOutcome
}

// SummaryOutcome is an outcome as the summary words it.
type SummaryOutcome struct {
	schema.Origin
	Outcome ID // the outcome meant; not set where the summary has one that no outcome matches
	Text    Prose
}

// Section gives a section of the template its text, or adds a section.
type Section struct {
	schema.Origin
	ID         ID
	Heading    Prose
	After      ID // the section that an added section follows
	Paragraphs []Item
}

// Item is a text with an id: a paragraph, a lettered item, an assumption.
type Item struct {
	schema.Origin
	ID   ID // may be unset
	Text Prose
	// Tables stand below a paragraph of a section; other items have none.
	Tables []TextTable
}

// Priority is one priority of the year, with what it consists of.
type Priority struct {
	schema.Origin
	ID      ID
	Heading Prose
	Text    Prose
	Items   []Item
}

// Outcome is a result that the unit contributes to.
type Outcome struct {
	schema.Origin
	ID         ID
	Text       Prose
	Expected   Prose // the wording of the list of expected outcomes, where it differs
	Mark       source.At[string]
	Outputs    []Output
	Indicators []Indicator
}

// Output is what activities bring about.
type Output struct {
	schema.Origin
	ID         ID
	Text       Prose
	Mark       source.At[string]
	Activities []Activity
	Indicators []Indicator
}

// Activity is what the unit does.
type Activity struct {
	schema.Origin
	ID     ID
	Text   Prose
	Serves []source.At[string] // paths of mandate items and priorities
	Work
	Indicators []Indicator
}

// Budget is the budget, as written.
type Budget struct {
	schema.Origin
	Currency       source.At[money.Currency]
	Rounding       Rounding
	Columns        []Column
	Style          Style
	Rates          []ExchangeRate
	StandardCosts  []cost.StandardCost
	Lines          []cost.Line
	StatedTotal    cost.Series[cost.Cell]
	StatedOutcomes []schema.Entry[cost.Series[cost.Cell]] // what the submitted document prints for each outcome
	Total          Prose                                  // the label of the total, where the template's own does not fit
	Outside        []cost.InKind
	Financing      []cost.Line
	AfterTotal     []cost.Line // rows below the total that are no part of it
	Contributions  []Contribution
	Actuals        Actuals
	Staffing       Staffing
	Notes          []Item
	Funds          []AxisValue // what costs are taken from
	Parties        []AxisValue // who pays or spends them
	Calendar       []AxisValue // the quarters or months that they fall in
	Tables         []Table     // the lines in other orders
	Chart          source.At[string]
}

// Rounding says how amounts are rounded.
type Rounding struct {
	schema.Origin
	To        source.At[money.Decimal]
	Mode      source.At[string]
	At        source.At[string]
	Growth    source.At[string]        // "exact" where columns grow from what is not rounded
	Tolerance source.At[money.Decimal] // in units of To
}

// Column is a column of figures: amounts, or what follows from other columns.
type Column struct {
	schema.Origin
	ID      source.At[string]
	Label   Prose
	Sum     []source.At[string]
	Change  []source.At[string]
	Percent []source.At[string]
	// Share holds two columns: the second in per cent of the first. Less holds a column and
	// those that are taken from it.
	Share  []source.At[string]
	Less   []source.At[string]
	Places source.At[int]
	Main   source.At[bool]
}

// Style says how the table prints its figures, where that differs from the language.
type Style struct {
	schema.Origin
	Negative  source.At[string]
	Nil       source.At[string]
	Thousands source.At[string]
}

// ExchangeRate is what one unit of another currency is worth in the budget's.
type ExchangeRate struct {
	schema.Origin
	Currency source.At[money.Currency]
	Rate     cost.Series[money.Decimal]
	On       source.At[time.Time]
	Source   source.At[string]
}

// Staffing is the table of posts, as written.
type Staffing struct {
	schema.Origin
	Count       source.At[string] // what is counted
	Before      source.At[bool]   // it stands before the budget's table
	Label       Prose             // its heading, where the template's own does not fit
	Places      source.At[int]
	Categories  []StaffCategory
	Posts       []cost.Staff // of no cost line
	Total       Prose
	StatedTotal cost.Series[cost.Cell]
	Footnote    cost.Footnotes // of the total
}

// StaffCategory is a group of grades, such as Professional and higher.
type StaffCategory struct {
	schema.Origin
	ID       ID
	Label    Prose
	Subtotal Prose
	Grades   []StaffGrade
	Stated   cost.Series[cost.Cell]
	Footnote cost.Footnotes
}

// StaffGrade is a row of the table of posts.
type StaffGrade struct {
	schema.Origin
	Grade    source.At[string]
	Label    Prose // where the row is not called by its grade
	Stated   cost.Series[cost.Cell]
	Footnote cost.Footnotes
}

// Name is a proper name or defined term that texts must spell one way.
type Name struct {
	schema.Origin
	Name  source.At[string]
	Short source.At[string]
	Not   []source.At[string] // what it must not be called
}

// Waiver accepts a finding, with the reason.
type Waiver struct {
	schema.Origin
	Rule     source.At[string]
	At       source.At[string]
	Says     []source.At[string] // the words that it covers; none where it goes by the place alone
	Reason   source.At[string]
	Approved source.At[string]
	Until    source.At[time.Time]
	UpTo     source.At[money.Decimal] // the most money that it covers, in the budget's currency
}

// Load reads a plan. The findings are all that is wrong with its form; ok says
// whether the plan can be worked with.
func Load(f *source.File) (p *Plan, findings []diag.Finding, ok bool) {
	plan, findings, ok := schema.Read(f, "plan", planType)
	if more, found := tooMuchText(plan.Node); found {
		findings, ok = diag.Sort(append(findings, more)), false
	}
	return &plan, findings, ok
}

// Shape returns the plan language as data, for documentation and editors.
func Shape() *schema.Shape { return planType.Shape() }

// JSONSchema returns the plan language as a JSON Schema, for editors.
func JSONSchema() ([]byte, error) {
	return schema.JSONSchema(Shape(), schema.Head{
		ID:          "https://github.com/isuplan/isuplan/plan.schema.json",
		Title:       "isuplan: work plan and budget",
		Description: "The work plan and budget of a treaty's Implementation Support Unit, in version 1 of the plan language. docs/plan-language.md explains every key.",
	})
}

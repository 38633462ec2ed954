package plan

import (
	"time"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// The plan language, key by key. docs/plan-language.md says the same in prose;
// a test holds that it names every key.

type (
	text  = source.At[string]
	day   = source.At[time.Time]
	whole = source.At[int]
)

var planType = schema.With(schema.Group("a plan", "a work plan and budget of one period",
	[]schema.Field[Plan]{
		schema.Must("isuplan", versionType, func(p *Plan) *whole { return &p.Version }, "the version of the plan language: 1"),
		schema.Must("document", documentType, func(p *Plan) *Document { return &p.Document }, "what the masthead prints"),
		schema.Must("period", periodType, func(p *Plan) *Period { return &p.Period }, "the time that the plan is for"),
		schema.Key("previous", previousType, func(p *Plan) *text { return &p.Previous }, "the file of the year before's plan, in this plan's folder or below it; rules compare the two"),
		schema.Key("frame", frameType, func(p *Plan) *text { return &p.Frame }, "the file of the plan of several years that this plan stands under, in this plan's folder or below it; rules hold this plan to it"),
		schema.Key("limits", limitsType, func(p *Plan) *Limits { return &p.Limits }, "what the rules hold this plan to"),
		schema.Key("facts", schema.MapUpTo(mostFacts, schema.ID, factType), func(p *Plan) *[]schema.Entry[Fact] { return &p.Facts }, "figures that the prose quotes"),
		schema.Key("names", schema.ListUpTo(mostNames, nameType), func(p *Plan) *[]Name { return &p.Names }, "proper names and defined terms, each spelled one way"),
		schema.Key("summary", summaryType, func(p *Plan) *Summary { return &p.Summary }, "the summary box on page one"),
		schema.Key("sections", schema.ListUpTo(mostSections, sectionType), func(p *Plan) *[]Section { return &p.Sections }, "the text of the template's sections, and sections of the plan's own"),
		schema.Key("mandate", schema.List(idItemType), func(p *Plan) *[]Item { return &p.Mandate }, "what the unit is mandated to do"),
		schema.Key("priorities", schema.List(priorityType), func(p *Plan) *[]Priority { return &p.Priorities }, "the priorities of the period"),
		schema.Key("actors", schema.ListUpTo(mostActors, actorType), func(p *Plan) *[]Actor { return &p.Actors }, "those who do what the plan promises, whom activities name by `responsible` and `partners`"),
		schema.Must("outcomes", schema.List(outcomeType), func(p *Plan) *[]Outcome { return &p.Outcomes }, "the results chain: outcomes, their outputs, their activities"),
		schema.Key("assumptions", schema.List(itemType), func(p *Plan) *[]Item { return &p.Assumptions }, "what the plan takes for granted"),
		schema.Key("risks", schema.ListUpTo(mostRisks, riskType), func(p *Plan) *[]Risk { return &p.Risks }, "what may keep the plan from being carried out"),
		schema.Must("budget", budgetType, func(p *Plan) *Budget { return &p.Budget }, "the budget"),
		schema.Key("report", reportType, func(p *Plan) *Report { return &p.Report }, "what the financial report has otherwise than the plan"),
		schema.Key("waivers", schema.ListUpTo(mostWaivers, waiverType), func(p *Plan) *[]Waiver { return &p.Waivers }, "findings that are accepted, with the reason"),
	}, checkVersion, boundTexts, boundMeasures, checkIDs, checkCeiling, checkThreeDecimals, checkMonths), schema.Printed("document", "summary", "facts", "mandate"))

var documentType = schema.With(schema.Group("the document", "what the masthead prints",
	[]schema.Field[Document]{
		schema.Must("convention", schema.Heading, func(d *Document) *text { return &d.Convention }, "the treaty's full name"),
		schema.Key("short", schema.Abbreviation, func(d *Document) *text { return &d.Short }, "the treaty's abbreviation, such as CCM"),
		schema.Must("unit", schema.Heading, func(d *Document) *text { return &d.Unit }, "the unit's name, such as Implementation Support Unit"),
		schema.Key("unit_short", schema.Abbreviation, func(d *Document) *text { return &d.UnitShort }, "the unit's abbreviation, such as ISU"),
		schema.Key("title", schema.Heading, func(d *Document) *text { return &d.Title }, "the title, where the template's own does not fit"),
		schema.Key("symbol", schema.Code, func(d *Document) *text { return &d.Symbol }, "the document symbol, such as CCM/MSP/2017/9"),
		schema.Key("job", jobType, func(d *Document) *text { return &d.Job }, "the job number, such as GE.17-09131; the barcode derives from it"),
		schema.Key("language", schema.LanguageTag, func(d *Document) *text { return &d.Language }, "the document's language; en where it is not given"),
		schema.Key("original", schema.LanguageTag, func(d *Document) *text { return &d.Original }, "the language that the text was written in; the document's own where it is not given"),
		schema.Key("distribution", schema.Heading, func(d *Document) *text { return &d.Distribution }, "who it is given to, such as General"),
		schema.Must("date", schema.Date, func(d *Document) *day { return &d.Date }, "the document's date"),
		schema.Key("meeting", meetingType, func(d *Document) *Meeting { return &d.Meeting }, "the meeting that it is submitted to"),
		schema.Key("agenda", agendaType, func(d *Document) *Agenda { return &d.Agenda }, "the agenda item that it is submitted under"),
		schema.Key("submitted", submittedType, func(d *Document) *Submitted { return &d.Submitted }, "by whom and when it was submitted"),
	}), schema.Thing)

var meetingType = schema.Group("the meeting", "the meeting that the document is submitted to",
	[]schema.Field[Meeting]{
		schema.Must("name", schema.Heading, func(m *Meeting) *text { return &m.Name }, "its name"),
		schema.Must("place", schema.Heading, func(m *Meeting) *text { return &m.Place }, "where it is held"),
		schema.Must("from", schema.Date, func(m *Meeting) *day { return &m.From }, "its first day"),
		schema.Must("to", schema.Date, func(m *Meeting) *day { return &m.To }, "its last day"),
		schema.Key("next", schema.Heading, func(m *Meeting) *text { return &m.Next }, "the name of the meeting that follows"),
		schema.Key("next_short", schema.Abbreviation, func(m *Meeting) *text { return &m.NextShort }, "the abbreviation of the meeting that follows, such as 8MSP"),
	}, func(r *schema.Reader, m *Meeting) { checkOrder(r, "the meeting", m.From, m.To) })

var agendaType = schema.Group("the agenda item", "the agenda item that the document is submitted under",
	[]schema.Field[Agenda]{
		schema.Must("item", schema.Heading, func(a *Agenda) *text { return &a.Item }, "its number, such as 8 (j)"),
		schema.Key("path", schema.ListUpTo(mostTitles, schema.Heading), func(a *Agenda) *[]text { return &a.Path }, "its titles, from the outermost inward"),
	})

var submittedType = schema.Group("the submission", "by whom and when the document was submitted",
	[]schema.Field[Submitted]{
		schema.Must("by", schema.Heading, func(s *Submitted) *text { return &s.By }, "who submits it"),
		schema.Key("on", schema.Date, func(s *Submitted) *day { return &s.On }, "the day of submission"),
		schema.Key("deadline", schema.Days, func(s *Submitted) *whole { return &s.Deadline }, "how long before the meeting it must be submitted, such as 60 days"),
	})

var periodType = schema.Group("the period", "the time that the plan is for, both days included",
	[]schema.Field[Period]{
		schema.Must("from", schema.Date, func(p *Period) *day { return &p.From }, "its first day"),
		schema.Must("to", schema.Date, func(p *Period) *day { return &p.To }, "its last day"),
	}, func(r *schema.Reader, p *Period) { checkOrder(r, "the period", p.From, p.To) })

var limitsType = schema.Group("the limits", "what the rules hold this plan to",
	[]schema.Field[Limits]{
		schema.Key("words", schema.Whole, func(l *Limits) *whole { return &l.Words }, "the most words that the document may have; 8500 where it is not given"),
		schema.Key("line_change", schema.Percent, func(l *Limits) *source.At[money.Decimal] { return &l.LineChange }, "the most that an amount may rise or fall against the year before, such as 25%"),
		schema.Key("total", cost.SeriesType(schema.Money), func(l *Limits) *cost.Series[money.Decimal] { return &l.Total }, "the most that the budget's total may be; in each column of amounts, or by column"),
		schema.Key("total_change", schema.Percent, func(l *Limits) *source.At[money.Decimal] { return &l.TotalChange }, "the most that the total may rise or fall against the year before, such as 5%"),
		schema.Key("fact_age", schema.Days, func(l *Limits) *whole { return &l.FactAge }, "how old a fact may be on the document's date; 365 days where it is not given"),
	})

var factType = schema.With(schema.Group("a fact", "a figure that prose quotes",
	[]schema.Field[Fact]{
		schema.Key("value", schema.Signed, func(f *Fact) *source.At[money.Decimal] { return &f.Value }, "the figure"),
		schema.Key("text", schema.Running, func(f *Fact) *text { return &f.Text }, "the fact in words, where it is no figure"),
		schema.Key("sum", schema.ListUpTo(mostNamed, schema.With(schema.Reference, schema.To("facts"))), func(f *Fact) *[]ID { return &f.Sum }, "the facts whose sum it is"),
		schema.Key("as_at", schema.Date, func(f *Fact) *day { return &f.AsAt }, "the day on which it was true"),
	}, checkFact), factRules)

var nameType = schema.With(schema.Group("a name", "a proper name or a defined term",
	[]schema.Field[Name]{
		schema.Must("name", schema.With(schema.Name, schema.Identifying), func(n *Name) *text { return &n.Name }, "the one right spelling"),
		schema.Key("short", schema.Name, func(n *Name) *text { return &n.Short }, "its abbreviation"),
		schema.Key("not", schema.ListUpTo(mostTitles, schema.Name), func(n *Name) *[]text { return &n.Not }, "what it must not be called"),
	}), schema.OneFor("name"))

var summaryType = schema.Group("the summary", "the box on page one",
	[]schema.Field[Summary]{
		schema.Key("objective", schema.Running, func(s *Summary) *text { return &s.Objective }, "the main objective"),
		schema.Key("objectives", schema.List(itemType), func(s *Summary) *[]Item { return &s.Objectives }, "the specific objectives"),
		schema.Key("outcomes", schema.List(summaryOutcomeType), func(s *Summary) *[]SummaryOutcome { return &s.Outcomes }, "the expected outcomes; those of `outcomes` where the key is not there"),
	})

var summaryOutcomeType = schema.With(schema.Short(schema.Group("a summary outcome", "an outcome as the summary words it",
	[]schema.Field[SummaryOutcome]{
		schema.Key("outcome", schema.With(schema.Reference, schema.Identifying, schema.To("outcomes")), func(s *SummaryOutcome) *ID { return &s.Outcome }, "the id of the outcome meant"),
		schema.Must("text", schema.Listed, func(s *SummaryOutcome) *text { return &s.Text }, "its wording here"),
	}), "text", schema.Listed, func(t text) SummaryOutcome { return SummaryOutcome{Origin: schema.Origin{Node: t.Node}, Text: t} }), schema.OneFor("outcome"))

var sectionType = schema.Group("a section", "the text of a section",
	[]schema.Field[Section]{
		schema.Must("id", schema.ID, func(s *Section) *ID { return &s.ID }, "the id of the template's section, or a new one"),
		schema.Key("heading", schema.Heading, func(s *Section) *text { return &s.Heading }, "the heading, where the template's own does not fit"),
		schema.Key("after", schema.With(schema.Reference, schema.To("sections")), func(s *Section) *ID { return &s.After }, "for a new section: the section that it follows"),
		schema.Key("paragraphs", schema.With(schema.List(paragraphType), schema.Inner), func(s *Section) *[]Item { return &s.Paragraphs }, "its numbered paragraphs; they replace the template's own"),
	})

// itemType is a text that may do without an id, as an item of a list; paragraphType is
// the same in running text; idItemType needs an id.
var (
	itemType      = itemOf(schema.Listed)
	paragraphType = itemOf(schema.Running, schema.Key("tables", schema.ListUpTo(mostTextTables, textTableType), func(i *Item) *[]TextTable { return &i.Tables }, "small tables below it"))
	idItemType    = schema.Group("an item", "a text with an id", []schema.Field[Item]{
		schema.Must("id", schema.ID, func(i *Item) *ID { return &i.ID }, "its name, the same every year"),
		schema.Must("text", schema.Listed, func(i *Item) *text { return &i.Text }, "its text"),
	})
)

func itemOf(prose schema.Type[text], more ...schema.Field[Item]) schema.Type[Item] {
	return schema.Short(schema.Group("an item", "a text", append([]schema.Field[Item]{
		schema.Key("id", schema.ID, func(i *Item) *ID { return &i.ID }, "its name, the same every year"),
		schema.Must("text", prose, func(i *Item) *text { return &i.Text }, "its text"),
	}, more...)), "text", prose, func(t text) Item { return Item{Origin: schema.Origin{Node: t.Node}, Text: t} })
}

var priorityType = schema.Group("a priority", "a priority of the period",
	[]schema.Field[Priority]{
		schema.Must("id", schema.ID, func(p *Priority) *ID { return &p.ID }, "its name, the same every year"),
		schema.Must("heading", schema.Heading, func(p *Priority) *text { return &p.Heading }, "its heading"),
		schema.Must("text", schema.Running, func(p *Priority) *text { return &p.Text }, "the paragraph below the heading"),
		schema.Key("items", schema.With(schema.List(itemType), schema.Inner), func(p *Priority) *[]Item { return &p.Items }, "its lettered items"),
	})

var outcomeType = schema.With(schema.Group("an outcome", "a result that the unit contributes to",
	[]schema.Field[Outcome]{
		schema.Must("id", schema.ID, func(o *Outcome) *ID { return &o.ID }, "its name, the same every year"),
		schema.Must("text", schema.Running, func(o *Outcome) *text { return &o.Text }, "its text"),
		schema.Key("expected", schema.Listed, func(o *Outcome) *text { return &o.Expected }, "its text in the list of expected outcomes, where that differs"),
		schema.Key("mark", markType, func(o *Outcome) *text { return &o.Mark }, "what stands behind its number, where that is not the template's own"),
		schema.Key("indicators", indicatorsType, func(o *Outcome) *[]Indicator { return &o.Indicators }, "what shows whether it is reached"),
		schema.Key("outputs", schema.List(outputType), func(o *Outcome) *[]Output { return &o.Outputs }, "its outputs"),
	}), schema.Printed("expected"))

var outputType = schema.With(schema.Group("an output", "what activities bring about",
	[]schema.Field[Output]{
		schema.Must("id", schema.ID, func(o *Output) *ID { return &o.ID }, "its name, the same every year"),
		schema.Must("text", schema.Running, func(o *Output) *text { return &o.Text }, "its text"),
		schema.Key("mark", markType, func(o *Output) *text { return &o.Mark }, "what stands behind its number, where that is not the template's own"),
		schema.Key("indicators", indicatorsType, func(o *Output) *[]Indicator { return &o.Indicators }, "what shows whether it is reached"),
		schema.Key("activities", schema.List(activityType), func(o *Output) *[]Activity { return &o.Activities }, "its activities"),
	}), schema.Space("outputs"))

var markType = schema.Choice("a mark", ".", ":")

var activityType = schema.With(schema.Group("an activity", "what the unit does",
	[]schema.Field[Activity]{
		schema.Must("id", schema.ID, func(a *Activity) *ID { return &a.ID }, "its name, the same every year"),
		schema.Must("text", schema.Running, func(a *Activity) *text { return &a.Text }, "its text"),
		schema.Key("serves", schema.ListUpTo(mostNamed, schema.With(schema.Path, schema.To("mandate", "priorities"))), func(a *Activity) *[]text { return &a.Serves }, "the mandate items and priorities that it serves, such as mandate/presidency"),
		schema.Key("responsible", actorsType, func(a *Activity) *[]ID { return &a.Responsible }, "who does it: an actor, or several in a list"),
		schema.Key("partners", actorsType, func(a *Activity) *[]ID { return &a.Partners }, "with whom: an actor, or several in a list"),
		schema.Key("when", timesType, func(a *Activity) *[]text { return &a.When }, "when it is done: quarters, months or days of the period, one or several in a list"),
		schema.Key("milestones", milestonesType, func(a *Activity) *[]Milestone { return &a.Milestones }, "what has been reached by which day"),
		schema.Key("indicators", indicatorsType, func(a *Activity) *[]Indicator { return &a.Indicators }, "what shows whether it is done"),
	}), schema.Space("activities"), schema.Tried(map[string]string{"who": "responsible", "lead": "responsible", "by": "responsible", "owner": "responsible", "actor": "responsible", "actors": "responsible",
	"with": "partners", "timing": "when", "time": "when", "times": "when", "dates": "when", "period": "when", "quarter": "when", "quarters": "when", "timeline": "when"}))

var budgetType = schema.With(schema.Group("the budget", "the budget",
	[]schema.Field[Budget]{
		schema.Key("currency", schema.Currency, func(b *Budget) *source.At[money.Currency] { return &b.Currency }, "the currency, by its ISO 4217 code"),
		schema.Key("rounding", roundingType, func(b *Budget) *Rounding { return &b.Rounding }, "how amounts are rounded; to 1, half-up, where it is not given"),
		schema.Key("columns", schema.ListUpTo(MostColumns, columnType), func(b *Budget) *[]Column { return &b.Columns }, "the columns of figures; one, the period's, where the key is not there"),
		schema.Key("style", styleType, func(b *Budget) *Style { return &b.Style }, "how the table prints its figures"),
		schema.Key("rates", schema.ListUpTo(mostNames, rateType), func(b *Budget) *[]ExchangeRate { return &b.Rates }, "exchange rates, with their dates"),
		schema.Key("standard_costs", schema.ListUpTo(mostNames, cost.StandardCostType()), func(b *Budget) *[]cost.StandardCost { return &b.StandardCosts }, "what a post of each grade costs"),
		schema.Key("funds", fundsType, func(b *Budget) *[]AxisValue { return &b.Funds }, "the funds that lines name by `fund`"),
		schema.Key("parties", partiesType, func(b *Budget) *[]AxisValue { return &b.Parties }, "those who pay or spend, whom lines name by `by`"),
		schema.Key("calendar", calendarType, func(b *Budget) *[]AxisValue { return &b.Calendar }, "the quarters or other times that lines name by `when`"),
		schema.Key("lines", schema.With(schema.List(cost.LineType()), schema.NotEmpty), func(b *Budget) *[]cost.Line { return &b.Lines }, "the cost lines and groups of lines"),
		schema.Key("total", schema.Label, func(b *Budget) *text { return &b.Total }, "the label of the total, where the template's own does not fit"),
		schema.Key("stated_total", cost.CellsType(), func(b *Budget) *cost.Series[cost.Cell] { return &b.StatedTotal }, "the total that the submitted document prints"),
		schema.Key("stated_outcomes", schema.MapUpTo(mostNames, schema.With(schema.ID, schema.Used(schema.AsReference), schema.To("outcomes")), cost.CellsType()), func(b *Budget) *[]schema.Entry[cost.Series[cost.Cell]] { return &b.StatedOutcomes }, "the cost of each outcome that the submitted document prints, by the outcome's id"),
		schema.Key("outside", schema.ListUpTo(mostNames, cost.InKindType()), func(b *Budget) *[]cost.InKind { return &b.Outside }, "what is given and not paid, outside the total"),
		schema.Key("financing", schema.ListUpTo(mostNames, cost.FinancingType()), func(b *Budget) *[]cost.Line { return &b.Financing }, "where the money comes from; its sum must equal the budget"),
		schema.Key("contributions", schema.ListUpTo(mostContributions, contributionType), func(b *Budget) *[]Contribution { return &b.Contributions }, "amounts that are shared out over Parties"),
		schema.Key("actuals", actualsType, func(b *Budget) *Actuals { return &b.Actuals }, "what was spent and committed, from the accounts"),
		schema.Key("staffing", staffingType, func(b *Budget) *Staffing { return &b.Staffing }, "the table of posts, by grade and column"),
		schema.Key("after_total", schema.ListUpTo(mostNames, cost.AfterType()), func(b *Budget) *[]cost.Line { return &b.AfterTotal }, "rows below the total that are no part of it: a reserve, a difference, a balance"),
		schema.Key("notes", schema.List(itemType), func(b *Budget) *[]Item { return &b.Notes }, "the notes below the table"),
		schema.Key("tables", schema.ListUpTo(mostTables, tableType), func(b *Budget) *[]Table { return &b.Tables }, "further tables of the same lines, such as by activity and fund"),
		schema.Key("chart", schema.Choice("a kind of chart", "share", "years"), func(b *Budget) *text { return &b.Chart }, "a chart of the budget: share (of each line) or years (column against column)"),
	}, checkMoney, checkColumns, checkBases, checkRates, checkStaffing, boundAmounts), moneyRules)

var roundingType = schema.Group("the rounding", "how amounts are rounded",
	[]schema.Field[Rounding]{
		schema.Must("to", cost.UnitType(), func(r *Rounding) *source.At[money.Decimal] { return &r.To }, "the unit that amounts are rounded to, such as 1 or 0.05"),
		schema.Must("mode", schema.Choice("a rounding mode", money.Modes()...), func(r *Rounding) *text { return &r.Mode }, "half-up, half-even, up (away from zero) or down (towards zero)"),
		schema.Key("at", schema.Choice("a place to round at", "line", "total"), func(r *Rounding) *text { return &r.At }, "line: each line is rounded and the total adds up what is printed; total: exact amounts are added up and the total is rounded once"),
		schema.Key("growth", cost.GrowthFrom(), func(r *Rounding) *text { return &r.Growth }, "what the next column grows from: the printed amount, or the exact one; printed where it is not given"),
		schema.Key("tolerance", schema.Amount, func(r *Rounding) *source.At[money.Decimal] { return &r.Tolerance }, "by how many units a stated sum may differ from the computed one owing to rounding; half a unit for each line at the most"),
	}, checkRounding)

var columnType = schema.With(schema.Group("a column", "a column of figures; without `sum`, `difference`, `change`, `percent_change` and `percent_of` it holds amounts",
	[]schema.Field[Column]{
		schema.Must("id", schema.With(schema.Column, schema.Used(schema.AsID)), func(c *Column) *text { return &c.ID }, "its name, such as 2018 or approved"),
		schema.Key("label", schema.Label, func(c *Column) *text { return &c.Label }, "its head; the id where it is not given"),
		schema.Key("sum", schema.With(schema.List(schema.Column), schema.NotEmpty), func(c *Column) *[]text { return &c.Sum }, "the columns whose sum it is"),
		schema.Key("difference", schema.With(schema.List(schema.Column), schema.Several), func(c *Column) *[]text { return &c.Less }, "two columns or more: the first less the others"),
		schema.Key("change", schema.With(schema.List(schema.Column), schema.Pair), func(c *Column) *[]text { return &c.Change }, "two columns: the second less the first"),
		schema.Key("percent_change", schema.With(schema.List(schema.Column), schema.Pair), func(c *Column) *[]text { return &c.Percent }, "two columns: the change from the first to the second, in per cent of the first"),
		schema.Key("percent_of", schema.With(schema.List(schema.Column), schema.Pair), func(c *Column) *[]text { return &c.Share }, "two columns: the second in per cent of the first"),
		schema.Key("places", schema.WholeUpTo(mostPlaces), func(c *Column) *whole { return &c.Places }, "for percent_change and percent_of: how many decimals; 0 where it is not given"),
		schema.Key("main", schema.Flag, func(c *Column) *source.At[bool] { return &c.Main }, "true for the column that prose quotes; the first sum, or else the last amount, where none says so"),
	}), columnRules)

var styleType = schema.Group("the style", "how the table prints its figures",
	[]schema.Field[Style]{
		schema.Key("negative", schema.Choice("a style of negative figures", "minus", "parentheses"), func(s *Style) *text { return &s.Negative }, "minus or parentheses"),
		schema.Key("nil", schema.Verbatim, func(s *Style) *text { return &s.Nil }, "what stands for nil; – where it is not given"),
		schema.Key("thousands", schema.Choice("a thousands separator", "comma", "space", "apostrophe", "point", "none"), func(s *Style) *text { return &s.Thousands }, "comma, space, apostrophe, point or none; the language's own where it is not given"),
	})

var rateType = schema.Group("an exchange rate", "what one unit of another currency is worth in the budget's",
	[]schema.Field[ExchangeRate]{
		schema.Must("currency", schema.With(schema.Currency, schema.Identifying), func(e *ExchangeRate) *source.At[money.Currency] { return &e.Currency }, "the other currency"),
		schema.Must("rate", cost.SeriesType(schema.With(schema.Amount, schema.Named("a rate", "a number above 0"), schema.Above("0"))), func(e *ExchangeRate) *cost.Series[money.Decimal] { return &e.Rate }, "what one unit of it is worth"),
		schema.Must("on", schema.Date, func(e *ExchangeRate) *day { return &e.On }, "the day of the rate"),
		schema.Key("source", schema.Note, func(e *ExchangeRate) *text { return &e.Source }, "whose rate it is"),
	})

var waiverType = schema.Group("a waiver", "a finding that is accepted",
	[]schema.Field[Waiver]{
		schema.Must("rule", schema.With(schema.Reference, schema.Identifying, schema.To("rules")), func(w *Waiver) *text { return &w.Rule }, "the rule's name, as the finding prints it in brackets"),
		schema.Must("at", schema.With(schema.Path, schema.Identifying), func(w *Waiver) *text { return &w.At }, "the place, as the finding prints it, such as budget/social-charges"),
		schema.Key("says", quotationType, func(w *Waiver) *[]text { return &w.Says }, "the words that it covers, as the plan has them there; several in a list"),
		schema.Must("reason", schema.Remark, func(w *Waiver) *text { return &w.Reason }, "why the finding is accepted"),
		schema.Must("approved", schema.Remark, func(w *Waiver) *text { return &w.Approved }, "who accepted it"),
		schema.Key("until", schema.Date, func(w *Waiver) *day { return &w.Until }, "the last document date for which it holds"),
		schema.Key("up_to", schema.Money, func(w *Waiver) *source.At[money.Decimal] { return &w.UpTo }, "the most money that it covers, in the budget's currency"),
	})

// quotationType is a text or several.
var quotationType = schema.Short(schema.ListUpTo(mostQuoted, schema.Term), "", schema.Term, func(t text) []text { return []text{t} })

package plan

import (
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// How many lines of actuals a plan may have of its own, and how many rows and different lines an
// export; of words for one kind of amount.
const (
	mostActuals      = 2000
	MostActualRows   = 100_000
	MostActualGroups = 5000
	mostKindWords    = 50
)

var actualsType = schema.With(schema.Group("the actuals", "what was spent and committed, from an export of the accounts or from the plan itself",
	[]schema.Field[Actuals]{
		schema.Must("as_at", schema.Date, func(a *Actuals) *day { return &a.AsAt }, "the day up to which the accounts go; later rows are passed over"),
		schema.Key("column", schema.Column, func(a *Actuals) *text { return &a.Column }, "the column of the budget that they are held against; needed where the budget has several of amounts"),
		schema.Key("may_exceed", schema.Percent, func(a *Actuals) *rate { return &a.MayExceed }, "by how much a line may be overspent, such as 10% of it"),
		schema.Key("stated", actualSumsType, func(a *Actuals) *ActualSums { return &a.Stated }, "what the accounts say that was spent and committed in all"),
		schema.Key("list", listType, func(a *Actuals) *text { return &a.List }, "the export of the accounts: a table in CSV or a workbook, in this plan's folder or below it"),
		schema.Key("sheet", schema.Code, func(a *Actuals) *text { return &a.Sheet }, "the sheet of the workbook; the first that has a column of lines where it is not given"),
		schema.Key("heads", actualHeadsType, func(a *Actuals) *ActualHeads { return &a.Heads }, "what the file calls its columns, where that is not the names of the keys"),
		schema.Key("kinds", actualKindsType, func(a *Actuals) *ActualKinds { return &a.Kinds }, "what the file calls expenditure and commitments"),
		schema.Key("lines", schema.With(schema.ListUpTo(mostActuals, actualType), schema.NotEmpty, schema.Inner), func(a *Actuals) *[]Actual { return &a.Lines }, "the figures, where they stand in no file"),
	}, checkActualKeys), schema.Together(actualRules()...),
	schema.Tried(map[string]string{"file": "list", "export": "list", "accounts": "list", "csv": "list", "xlsx": "list", "columns": "heads", "date": "as_at", "as_of": "as_at", "until": "as_at", "tolerance": "may_exceed"}))

var actualType = schema.With(schema.Group("an actual", "what was spent and committed on a line of the budget",
	[]schema.Field[Actual]{
		schema.Must("line", schema.With(schema.Reference, schema.Identifying, schema.To("budget")), func(a *Actual) *ID { return &a.Line }, "the line of the budget, by its id"),
		schema.Key("fund", schema.With(schema.Reference, schema.Identifying, schema.To("funds"), schema.Except("sum")), func(a *Actual) *ID { return &a.Fund }, "the fund that paid, of those in `funds`, where several pay the line"),
		schema.Key("spent", schema.SignedMoney, func(a *Actual) *rate { return &a.Spent }, "what was spent"),
		schema.Key("committed", schema.SignedMoney, func(a *Actual) *rate { return &a.Committed }, "what was committed and is not yet spent"),
	}), schema.Part, schema.OneFor("line", "fund"))

var actualSumsType = schema.Group("the sums of the accounts", "what the accounts say that was spent and committed in all",
	[]schema.Field[ActualSums]{
		schema.Key("spent", schema.SignedMoney, func(s *ActualSums) *rate { return &s.Spent }, "what was spent in all"),
		schema.Key("committed", schema.SignedMoney, func(s *ActualSums) *rate { return &s.Committed }, "what was committed in all"),
	})

var actualHeadsType = schema.With(schema.Group("the heads of an export", "what the file calls its columns",
	[]schema.Field[ActualHeads]{
		schema.Key("line", schema.Code, func(h *ActualHeads) *text { return &h.Line }, "the head of the column of codes or ids of lines"),
		schema.Key("amount", schema.Code, func(h *ActualHeads) *text { return &h.Amount }, "of the amounts"),
		schema.Key("spent", schema.Code, func(h *ActualHeads) *text { return &h.Spent }, "of what was spent, where that has a column of its own"),
		schema.Key("committed", schema.Code, func(h *ActualHeads) *text { return &h.Committed }, "of what was committed, where that has a column of its own"),
		schema.Key("debit", schema.Code, func(h *ActualHeads) *text { return &h.Debit }, "of debits, where the amounts are debits less credits"),
		schema.Key("credit", schema.Code, func(h *ActualHeads) *text { return &h.Credit }, "of credits"),
		schema.Key("date", schema.Code, func(h *ActualHeads) *text { return &h.Date }, "of the days or periods"),
		schema.Key("kind", schema.Code, func(h *ActualHeads) *text { return &h.Kind }, "of what says whether an amount was spent or committed"),
		schema.Key("fund", schema.Code, func(h *ActualHeads) *text { return &h.Fund }, "of the funds"),
		schema.Key("currency", schema.Code, func(h *ActualHeads) *text { return &h.Currency }, "of the currencies"),
	}), schema.Tried(map[string]string{"code": "line", "id": "line", "account": "line", "budget_line": "line", "value": "amount", "sum": "amount", "paid": "spent", "expenditure": "spent", "actual": "spent",
	"commitments": "committed", "obligations": "committed", "day": "date", "period": "date"}))

var actualKindsType = schema.Group("the kinds of amounts", "what the file calls expenditure and commitments",
	[]schema.Field[ActualKinds]{
		schema.Key("spent", kindWordsType, func(k *ActualKinds) *[]text { return &k.Spent }, "the words for what was spent, such as Expenditure"),
		schema.Key("committed", kindWordsType, func(k *ActualKinds) *[]text { return &k.Committed }, "the words for what was committed, such as Obligation"),
		schema.Key("other", kindWordsType, func(k *ActualKinds) *[]text { return &k.Other }, "the words for what is neither, such as Income; these rows are passed over"),
	})

// kindWordsType is a word or several.
var kindWordsType = schema.Short(schema.ListUpTo(mostKindWords, schema.Code), "", schema.Code, func(t text) []text { return []text{t} })

var reportType = schema.Group("the financial report", "what the financial report has otherwise than the plan",
	[]schema.Field[Report]{
		schema.Key("date", schema.Date, func(r *Report) *day { return &r.Date }, "the report's date; the plan's where it is not given"),
		schema.Key("title", schema.Heading, func(r *Report) *text { return &r.Title }, "its title, where the template's own does not fit"),
		schema.Key("symbol", schema.Code, func(r *Report) *text { return &r.Symbol }, "its document symbol"),
		schema.Key("job", jobType, func(r *Report) *text { return &r.Job }, "its job number"),
		schema.Key("meeting", meetingType, func(r *Report) *Meeting { return &r.Meeting }, "the meeting that it is submitted to, where that is another than the plan's"),
		schema.Key("agenda", agendaType, func(r *Report) *Agenda { return &r.Agenda }, "the agenda item that it is submitted under"),
		schema.Key("submitted", submittedType, func(r *Report) *Submitted { return &r.Submitted }, "by whom and when it was submitted"),
		schema.Key("paragraphs", schema.With(schema.List(paragraphType), schema.Inner), func(r *Report) *[]Item { return &r.Paragraphs }, "its numbered paragraphs"),
	})

// Rules about what was spent.
var (
	WrongActuals = diag.Rule{Code: "F331", Name: "wrong-actuals", Severity: diag.Error, Title: "actuals that cannot be held against the budget",
		Why:   "What was spent has to stand beside the line and the column that it was planned in.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  actuals:
    as_at: 2025-06-30
    lines:
      - {line: «salary», spent: 172000}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  actuals:
    as_at: 2025-06-30
    lines:
      - {line: salaries, spent: 172000}
`}
	BadExport = diag.Rule{Code: "F223", Name: "bad-export", Severity: diag.Error, Title: "an export of the accounts that cannot be read",
		Why:   "A row that is misread is money that was never spent; nothing of an export is guessed.",
		Since: "0.3"}
	OnNoLine = diag.Rule{Code: "B181", Name: "on-no-line", Severity: diag.Warning, Title: "money of the accounts that is on no line of the budget",
		Why:   "It was spent, and nobody planned it; or a code is another in the accounts than in the plan.",
		Since: "0.3"}
	PassedOver = diag.Rule{Code: "B182", Name: "passed-over", Severity: diag.Note, Title: "rows of the accounts that are not counted",
		Why:   "Rows of another year, after the day of the report, or of income are no spending of this budget; whoever adds the file up comes to another sum.",
		Since: "0.3"}
	CountedWhole = diag.Rule{Code: "B190", Name: "counted-whole", Severity: diag.Note, Title: "rows of the accounts for a time that is not over on the day of the report",
		Why:   "A row for a quarter has what was booked to its end; a report as at a day in the middle of it may print amounts of the weeks after.",
		Since: "0.3"}
	NoAmount = diag.Rule{Code: "B191", Name: "row-without-amount", Severity: diag.Note, Title: "rows of the accounts that have a code and a date, and no amount",
		Why:   "A booking whose amount got lost in the export is missing in the report, and no sum shows it.",
		Since: "0.3"}
	RowTwice = diag.Rule{Code: "B192", Name: "row-twice", Severity: diag.Note, Title: "a row of the accounts that may stand twice",
		Why:   "Two rows that are the same to the number of their document are most often one that was pasted twice.",
		Since: "0.3"}
	OtherName = diag.Rule{Code: "B193", Name: "other-name", Severity: diag.Warning, Title: "rows of the accounts with the code of one line and the name of another",
		Why:   "One of the two is a slip, and the money stands on the wrong line of the report.",
		Since: "0.3"}
	OtherYear = diag.Rule{Code: "B194", Name: "other-year", Severity: diag.Warning, Title: "accounts that may be those of another year",
		Why:   "Last year's export, or its column, reads without an error; the report then has last year's amounts, or none at all.",
		Since: "0.3"}
	DatesNotRead = diag.Rule{Code: "B195", Name: "dates-not-read", Severity: diag.Warning, Title: "dates of the accounts that are not read, and by which rows are of another time",
		Why:   "Where the plan does not name the column of dates, every row is counted: those of last year, and those after the day of the report.",
		Since: "0.3"}
)

// actualRules say for editors what checkActualKeys checks.
func actualRules() []schema.Rule {
	rules := schema.Exclusive(false, []string{"list"}, []string{"lines"})
	for _, key := range []string{"sheet", "heads", "kinds"} {
		rules = append(rules, schema.Rule{If: []string{key}, Need: []string{"list"}})
	}
	return append(rules, schema.Rule{Need: []string{"list", "lines"}})
}

// checkActualKeys reports keys that do not go together.
func checkActualKeys(r *schema.Reader, a *Actuals) {
	report := func(n source.Node, message, hint string) { r.Report(WrongActuals, n, message, hint) }
	at := a.AsAt.Node
	if at.IsZero() {
		at = a.Node
	}
	switch {
	case a.Wrote("list") && a.Wrote("lines"):
		report(a.Node.Get("lines"), "these actuals stand twice: in `list` and in `lines`", "keep one of the two")
	case !a.Wrote("list", "lines"), a.Wrote("lines") && empty(a.Node.Get("lines")):
		report(at, "these actuals have no figures", "add \"list: …\" with the export of the accounts, or \"lines:\" with what was spent")
	case a.Wrote("sheet", "heads", "kinds") && !a.Wrote("list"):
		report(at, "`sheet`, `heads` and `kinds` are of a file, but there is no `list`", "take them out, or add \"list: …\"")
	}
}

// Sum returns what was spent and committed together.
func (s *ActualSums) Sum() money.Decimal { return s.Spent.Value.Add(s.Committed.Value) }

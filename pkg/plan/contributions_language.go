package plan

import (
	"io/fs"
	"path"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// How many amounts may be shared out, and over how many Parties.
const (
	mostContributions = 12
	MostParties       = 1000
)

type (
	amounts = cost.Series[money.Decimal]
	rate    = source.At[money.Decimal]
)

var (
	moneyByColumn   = cost.SeriesType(schema.Money)
	rateByColumn    = cost.SeriesType(schema.Amount)
	percentByColumn = cost.SeriesType(schema.Percent)
	headByColumn    = cost.SeriesType(schema.Code)
)

var contributionType = schema.With(schema.Group("contributions", "an amount that is shared out over Parties",
	[]schema.Field[Contribution]{
		schema.Must("id", schema.ID, func(c *Contribution) *ID { return &c.ID }, "its name, the same every year"),
		schema.Must("label", schema.Heading, func(c *Contribution) *text { return &c.Label }, "what the table is called, such as Contributions to the Trust Fund"),
		schema.Key("of", schema.With(schema.Reference, schema.To("budget"), schema.Also("total")), func(c *Contribution) *ID { return &c.Of }, "what is shared out: the id of a source of money or of a line, or total"),
		schema.Key("percent", percentByColumn, func(c *Contribution) *amounts { return &c.Percent }, "what part of that is shared out, such as 50%; all of it where it is not given"),
		schema.Key("amount", cost.CellsType(), func(c *Contribution) *cost.Series[cost.Cell] { return &c.Amount }, "what is shared out, where it stands nowhere else in the budget"),
		schema.Key("how", howType, func(c *Contribution) *text { return &c.How }, "how it is shared out: by scale, equally, by shares or by weights; scale where it is not given"),
		schema.Key("parts", contributionPartsType, func(c *Contribution) *ContributionParts { return &c.Shared }, "instead of how: parts of the amount, each shared out in its own way"),
		schema.Key("cap", schema.Percent, func(c *Contribution) *rate { return &c.Cap }, "the most that one Party pays, such as 22%"),
		schema.Key("floor", schema.Percent, func(c *Contribution) *rate { return &c.Floor }, "the least that a Party pays which pays at all, such as 0.01%"),
		schema.Key("minimum", schema.Money, func(c *Contribution) *rate { return &c.Minimum }, "the least that a Party pays which pays at all, as an amount for each column"),
		schema.Key("below", schema.Percent, func(c *Contribution) *rate { return &c.Below }, "Parties below this on the scale pay nothing, such as 0.1%"),
		schema.Key("ldc_cap", schema.Percent, func(c *Contribution) *rate { return &c.LDC }, "the most that a least developed country pays, such as 0.01%"),
		schema.Key("count", schema.With(schema.Reference, schema.To("facts")), func(c *Contribution) *ID { return &c.Count }, "the fact that says how many Parties there are"),
		schema.Key("stated", cost.CellsType(), func(c *Contribution) *cost.Series[cost.Cell] { return &c.Stated }, "the sum that the submitted document prints"),
		schema.Key("list", listType, func(c *Contribution) *text { return &c.List }, "the file with the Parties: a table in CSV or a workbook, in this plan's folder or below it"),
		schema.Key("sheet", schema.Code, func(c *Contribution) *text { return &c.Sheet }, "the sheet of the workbook; the first that has a column of Parties where it is not given"),
		schema.Key("heads", headsType, func(c *Contribution) *Heads { return &c.Heads }, "what the file calls its columns, where that is not the names of the keys"),
		schema.Key("parties", schema.With(schema.ListUpTo(MostParties, partyType), schema.NotEmpty, schema.Inner), func(c *Contribution) *[]Party { return &c.Parties }, "the Parties, where they stand in no file"),
	}, checkContribution), schema.Together(contributionRules()...))

var howType = schema.Choice("a way to share out", ByScale, Equally, ByShares, ByWeights)

var contributionPartsType = schema.Group("parts of the amount", "parts that are shared out each in its own way",
	[]schema.Field[ContributionParts]{
		schema.Key("scale", schema.Percent, func(p *ContributionParts) *rate { return &p.Scale }, "the part that is shared out by scale, such as 50%"),
		schema.Key("equally", schema.Percent, func(p *ContributionParts) *rate { return &p.Equally }, "the part that all pay equally"),
		schema.Key("shares", schema.Percent, func(p *ContributionParts) *rate { return &p.Shares }, "the part by shares"),
		schema.Key("weights", schema.Percent, func(p *ContributionParts) *rate { return &p.Weights }, "the part by weights"),
	})

var partyType = schema.With(schema.Group("a Party", "a Party and what says how much it pays",
	[]schema.Field[Party]{
		schema.Must("party", schema.With(schema.Term, schema.Identifying), func(p *Party) *text { return &p.Name }, "its name"),
		schema.Key("scale", rateByColumn, func(p *Party) *amounts { return &p.Scale }, "its rate on the scale, in per cent, such as 1.57"),
		schema.Key("share", percentByColumn, func(p *Party) *amounts { return &p.Share }, "what it pays in per cent, whatever its scale, such as 2.5%"),
		schema.Key("weight", rateByColumn, func(p *Party) *amounts { return &p.Weight }, "its weight, such as its number of units or of votes"),
		schema.Key("ldc", schema.Flag, func(p *Party) *source.At[bool] { return &p.LDC }, "true for a least developed country"),
		schema.Key("paid", moneyByColumn, func(p *Party) *amounts { return &p.Paid }, "what it has paid"),
		schema.Key("arrears", schema.SignedMoney, func(p *Party) *rate { return &p.Arrears }, "what it owes of years before"),
		schema.Key("stated", cost.CellsType(), func(p *Party) *cost.Series[cost.Cell] { return &p.Stated }, "the amount that the submitted document prints"),
	}), schema.Part) // a Party that stands twice is a rule's, which knows its other spellings

var headsType = schema.Group("the heads of a list", "what a file calls its columns; a column of the budget may have one of its own",
	[]schema.Field[Heads]{
		schema.Key("party", schema.Code, func(h *Heads) *text { return &h.Party }, "the head of the column of names"),
		schema.Key("scale", headByColumn, func(h *Heads) *cost.Series[string] { return &h.Scale }, "of the rates"),
		schema.Key("share", headByColumn, func(h *Heads) *cost.Series[string] { return &h.Share }, "of the shares"),
		schema.Key("weight", headByColumn, func(h *Heads) *cost.Series[string] { return &h.Weight }, "of the weights"),
		schema.Key("ldc", schema.Code, func(h *Heads) *text { return &h.LDC }, "of what says that a Party is a least developed country"),
		schema.Key("paid", headByColumn, func(h *Heads) *cost.Series[string] { return &h.Paid }, "of what was paid"),
		schema.Key("arrears", schema.Code, func(h *Heads) *text { return &h.Arrears }, "of what is owed of years before"),
		schema.Key("stated", headByColumn, func(h *Heads) *cost.Series[string] { return &h.Stated }, "of the amounts that the submitted document prints"),
	})

// listType is a file beside the plan, as previousType is.
var listType = schema.With(schema.Formed("a table in a file", "write its path from this plan's folder, such as scale-2026.csv or scale-2026.xlsx; it cannot lie outside that folder", func(s string) bool {
	ext := strings.ToLower(path.Ext(s)) // no folder above, no drive
	return (ext == ".csv" || ext == ".xlsx") && fs.ValidPath(s) && !strings.ContainsAny(s, `\:`)
}), schema.Written(`^(([^./\\:]|\.[^./\\:]|\.\.[^/\\:])[^/\\:]*/)*[^/\\:]*\.([cC][sS][vV]|[xX][lL][sS][xX])$`), schema.Used(schema.AsSetting))

// WrongContribution is reported for an amount that cannot be shared out as the plan says.
var WrongContribution = diag.Rule{Code: "F315", Name: "cannot-share", Severity: diag.Error, Title: "an amount that cannot be shared out over Parties",
	Why:   "Parties would be asked for amounts that nobody can work out again.",
	Since: "0.3",
	Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  contributions:
    - id: assessed
      label: Contributions
      of: total
      parties:
        - {party: Norway, scale: 0.679}
        - {party: «Sweden»}
`,
	Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  contributions:
    - id: assessed
      label: Contributions
      of: total
      parties:
        - {party: Norway, scale: 0.679}
        - {party: Sweden, scale: 0.871}
`}

// contributionRules say for editors what checkContribution checks.
func contributionRules() []schema.Rule {
	rules := schema.Exclusive(false, []string{"of"}, []string{"amount"})
	rules = append(rules, schema.Exclusive(false, []string{"how"}, []string{"parts"})...)
	rules = append(rules, schema.Exclusive(false, []string{"list"}, []string{"parties"})...)
	for _, with := range [][2]string{{"percent", "of"}, {"sheet", "list"}, {"heads", "list"}} {
		rules = append(rules, schema.Rule{If: with[:1], Need: with[1:]})
	}
	return append(rules, schema.Rule{Need: []string{"of", "amount"}}, schema.Rule{Need: []string{"list", "parties"}})
}

// checkContribution reports keys that do not go together.
func checkContribution(r *schema.Reader, c *Contribution) {
	report := func(n source.Node, message, hint string) {
		r.Report(WrongContribution, n, message, hint)
	}
	at := c.ID.Node
	if at.IsZero() {
		at = c.Node
	}
	switch {
	case c.Wrote("of") && c.Wrote("amount"):
		report(c.Node.Get("amount"), "these contributions have two amounts: `of` and `amount`", "keep one of the two")
	case !c.Wrote("of", "amount"):
		report(at, "these contributions do not say what is shared out", "add \"of: …\" with the id of a source of money, or \"of: total\", or \"amount: …\"")
	case c.Wrote("percent") && !c.Wrote("of"):
		report(c.Node.Get("percent"), "this percentage does not say of what", "add \"of: total\", or take it out")
	}
	switch {
	case c.Wrote("list") && c.Wrote("parties"):
		report(c.Node.Get("parties"), "these contributions have two lists of Parties: `list` and `parties`", "keep one of the two")
	case !c.Wrote("list", "parties"), c.Wrote("parties") && empty(c.Node.Get("parties")):
		report(at, "these contributions have no Parties", "add \"parties:\" with the Parties, or \"list: …\" with the file that has them")
	case c.Wrote("sheet", "heads") && !c.Wrote("list"):
		report(at, "`sheet` and `heads` are of a file, but there is no `list`", "take them out, or add \"list: …\"")
	}
	if c.Wrote("how") && c.Wrote("parts") {
		report(c.Node.Get("how"), "these contributions say twice how they are shared out: `how` and `parts`", "keep one of the two")
	}
}

// empty reports a list without items; a key without a list was reported before.
func empty(n source.Node) bool { return n.Kind() == source.Sequence && n.Len() == 0 }

// BadList is reported for a file of Parties that cannot be read as a table of Parties.
var BadList = diag.Rule{Code: "F213", Name: "bad-list", Severity: diag.Error, Title: "a list of Parties that cannot be read",
	Why:   "A row that is misread is an amount that a wrong Party pays; nothing of a list is guessed.",
	Since: "0.3"}

// ListTotal is reported for a row of a list that says it is a sum, and is not.
var ListTotal = diag.Rule{Code: "F217", Name: "list-total", Severity: diag.Warning, Title: "a total in a list that its Parties do not come to",
	Why:   "A Party is missing or stands there twice, or a rate is wrong; the total is how one sees it.",
	Since: "0.3"}

// ListHead is reported for a column of a list that is passed over, and nearly has a head that is read.
var ListHead = diag.Rule{Code: "F218", Name: "list-head", Severity: diag.Note, Title: "a column of a list that is passed over",
	Why:   "What Parties paid would vanish by a slip in one word.",
	Since: "0.3"}

package language

import "github.com/isuplan/isuplan/pkg/schema"

// ComparisonTables are the words of the tables that do not add up to the total of the budget:
// rows after the total, bounds, posts and contributions.
type ComparisonTables struct {
	schema.Origin
	Headings, Captions                                  TableTitles
	Counted                                             []schema.Entry[text]
	Part, InColumn, Columns                             text
	AtMost, AtLeast, Room, Percentage, Rates, BothRates text
	Joined, Left, Paid, Payments, Party, Row            text
	Sentences                                           TableSentences
}

// TableTitles are headings or captions of these tables.
type TableTitles struct {
	schema.Origin
	After, Bounds, Posts, Contributions, Owed, Spent, Committed text
	SpentByFund, CommittedByFund                                text
}

// TableSentences are what the summary says of these tables.
type TableSentences struct {
	schema.Origin
	Funds, Parties, After, Posts, PostsChange, PostsIn, Contributions, Spent, Committed text
	SpentByFund, CommittedByFund                                                        text
}

func titlesType(name, doc string) schema.Type[TableTitles] {
	return schema.Group(name, doc, []schema.Field[TableTitles]{
		textKey("after_total", func(t *TableTitles) *text { return &t.After }, "of the rows after the total"),
		textKey("bounds", func(t *TableTitles) *text { return &t.Bounds }, "of what lines may be at the most and at the least"),
		textKey("posts", func(t *TableTitles) *text { return &t.Posts }, "of the table of posts, with ${counted}"),
		textKey("contributions", func(t *TableTitles) *text { return &t.Contributions }, "of what Parties contribute, with ${label}"),
		schema.Key("spent", schema.Text, func(t *TableTitles) *text { return &t.Spent }, "of what was spent since"),
		schema.Key("committed", schema.Text, func(t *TableTitles) *text { return &t.Committed }, "of what is committed otherwise"),
		schema.Key("spent_by_fund", schema.Text, func(t *TableTitles) *text { return &t.SpentByFund }, "of what was spent of each fund since"),
		schema.Key("committed_by_fund", schema.Text, func(t *TableTitles) *text { return &t.CommittedByFund }, "of what is committed of each fund otherwise"),
		textKey("owed", func(t *TableTitles) *text { return &t.Owed }, "of what they paid and owe, with ${label}"),
	})
}

var comparisonTablesType = schema.Group("the words of a comparison's other tables", "rows after the total, bounds, posts and contributions",
	[]schema.Field[ComparisonTables]{
		schema.Must("headings", titlesType("the headings of a comparison's other tables", "headings"), func(c *ComparisonTables) *TableTitles { return &c.Headings }, "headings"),
		schema.Must("captions", titlesType("the captions of a comparison's other tables", "what these tables show"), func(c *ComparisonTables) *TableTitles { return &c.Captions }, "what these tables show, with ${currency} where they are of money"),
		schema.Must("counted", schema.Map(schema.Text), func(c *ComparisonTables) *[]schema.Entry[text] { return &c.Counted }, "what a table of posts counts: posts, fte or months"),
		textKey("row", func(c *ComparisonTables) *text { return &c.Row }, "the head of the rows"),
		textKey("part", func(c *ComparisonTables) *text { return &c.Part }, "a row that is a part of another one, with ${of} and ${label}"),
		textKey("in_column", func(c *ComparisonTables) *text { return &c.InColumn }, "a row in one of several columns, with ${label} and ${column}"),
		textKey("columns", func(c *ComparisonTables) *text { return &c.Columns }, "the column where it is another in both plans, with ${old} and ${new}"),
		textKey("at_most", func(c *ComparisonTables) *text { return &c.AtMost }, "what a line may be at the most, with ${label}"),
		textKey("at_least", func(c *ComparisonTables) *text { return &c.AtLeast }, "what a line may be at the least, with ${label}"),
		textKey("room", func(c *ComparisonTables) *text { return &c.Room }, "how much is left until a bound is broken, with ${old} and ${new}"),
		textKey("percentage", func(c *ComparisonTables) *text { return &c.Percentage }, "what a percentage is taken of, with ${rate}, ${old} and ${new}"),
		textKey("rates", func(c *ComparisonTables) *text { return &c.Rates }, "the same where only the percentage is another, with ${old_rate}, ${rate} and ${base}"),
		textKey("percentages", func(c *ComparisonTables) *text { return &c.BothRates }, "the same where both are others, with ${old_rate}, ${old}, ${rate} and ${new}"),
		textKey("joined", func(c *ComparisonTables) *text { return &c.Joined }, "a Party that the old plan does not have"),
		textKey("left", func(c *ComparisonTables) *text { return &c.Left }, "a Party that the new plan does not have"),
		textKey("paid", func(c *ComparisonTables) *text { return &c.Paid }, "what a Party paid, with ${old} and ${new}"),
		textKey("party", func(c *ComparisonTables) *text { return &c.Party }, "the head of the Parties"),
		textKey("payments", func(c *ComparisonTables) *text { return &c.Payments }, "the head of what Parties paid"),
		schema.Must("sentences", sentencesType, func(c *ComparisonTables) *TableSentences { return &c.Sentences }, "what the summary says of these tables"),
	})

var sentencesType = schema.Group("the sentences on a comparison's other tables", "what stands behind the sentence on the money",
	[]schema.Field[TableSentences]{
		joint("funds", func(t *TableSentences) *text { return &t.Funds }, "where what funds pay changed, with ${lines}"),
		joint("parties", func(t *TableSentences) *text { return &t.Parties }, "where what parties pay changed, with ${lines}"),
		joint("after_total", func(t *TableSentences) *text { return &t.After }, "where rows after the total changed, with ${lines}"),
		joint("posts", func(t *TableSentences) *text { return &t.Posts }, "where posts changed, with ${counted} and ${lines}"),
		textKey("posts_change", func(t *TableSentences) *text { return &t.PostsChange }, "how the posts of a row changed, with ${label}, ${old} and ${new}"),
		textKey("posts_in", func(t *TableSentences) *text { return &t.PostsIn }, "the same in one of several columns, with ${change} and ${column}"),
		schema.Key("spent", schema.Verbatim, func(t *TableSentences) *text { return &t.Spent }, "where something was spent, with ${change}, ${to} and ${lines}"),
		schema.Key("committed", schema.Verbatim, func(t *TableSentences) *text { return &t.Committed }, "where commitments changed, with ${change}, ${to} and ${lines}"),
		schema.Key("spent_by_fund", schema.Verbatim, func(t *TableSentences) *text { return &t.SpentByFund }, "where something was spent of a fund, with ${lines}"),
		schema.Key("committed_by_fund", schema.Verbatim, func(t *TableSentences) *text { return &t.CommittedByFund }, "where the commitments of a fund changed, with ${lines}"),
		joint("contributions", func(t *TableSentences) *text { return &t.Contributions }, "where what Parties contribute changed, with ${label} and ${lines}"),
	})

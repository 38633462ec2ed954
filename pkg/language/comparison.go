package language

import "github.com/isuplan/isuplan/pkg/schema"

// Comparison holds the words of a comparison of plans. Each text is a form with
// ${…} for what it quotes.
type Comparison struct {
	schema.Origin
	Title, OldFile, NewFile, SameYears, Summary, Total text
	Document                                           text // what the plan itself is called
	Printed                                            text // what is behind a fact that texts print
	Absent                                             text // what stands for a plan that is not there
	Years                                              text // the title of a table of several plans
	Heads                                              ComparisonHeads
	Subjects                                           []schema.Entry[text]
	Captions                                           ComparisonCaptions
	Columns                                            ComparisonColumns
	Counted                                            []schema.Entry[text] // rows of the table of work
	Money                                              MoneySentences
	Work                                               WorkSentences
	Coverage                                           CoverageSentences
	Causes                                             []schema.Entry[text]
	Owing                                              OwingForms
	Inputs                                             []schema.Entry[text] // what the figures behind amounts are called
	Nouns                                              []schema.Entry[Noun]
	Happened                                           []schema.Entry[text]
	Lists                                              ListForms
	Rolled                                             Plural
	Tables                                             ComparisonTables
	Versions                                           VersionForms
}

// ComparisonHeads are the headings that do not belong to a subject.
type ComparisonHeads struct {
	schema.Origin
	Budget, Financing, Coverage, Work text
}

// ComparisonCaptions say what the tables show, for readers who do not see them.
type ComparisonCaptions struct {
	schema.Origin
	Bridge, Funds, Years, Work text
	Booked                     text
}

// ComparisonColumns are the heads of the tables.
type ComparisonColumns struct {
	schema.Origin
	Cost, Change, Percent, Owing, Plan, Rest, PercentChange text
}

// MoneySentences say what became of the total.
type MoneySentences struct {
	schema.Origin
	Rises, Falls, Share, Mostly, Line, Stays, StaysWithin, OtherCurrency, NotCompared, Funds, Added, Removed text
	Lines                                                                                                    Plural
	Lengths, Length                                                                                          text
	YearsLong, MonthsLong                                                                                    Plural
}

// WorkSentences say what became of the texts.
type WorkSentences struct {
	schema.Origin
	Same, Rolled, Nothing, Elsewhere, First text
	Events                                  []schema.Entry[Plural]
	Again                                   Plural
}

// CoverageSentences say which mandate items and priorities activities serve.
type CoverageSentences struct {
	schema.Origin
	Lost, Gained, Both, Kept, Quote, ItemLost, ItemGained text
}

// OwingForms say what caused a change of a line.
type OwingForms struct {
	schema.Origin
	NewLine, Dropped, Part, Input, Inputs text
}

// Noun is what a kind of thing is called: alone, and counted.
type Noun struct {
	schema.Origin
	Title text
	Count Plural
}

// ListForms join the members of a list.
type ListForms struct {
	schema.Origin
	And, Separator, Sentences, Parts text
	Event                            text // what happened, between what it happened to and the rest
}

// textKey declares a text that a language file must have.
func textKey[S any](key string, at func(*S) *text, doc string) schema.Field[S] {
	return schema.Must(key, schema.Text, at, doc)
}

// joint is a text that keeps the blanks at its ends.
func joint[S any](key string, at func(*S) *text, doc string) schema.Field[S] {
	return schema.Must(key, schema.Verbatim, at, doc)
}

var comparisonType = schema.Group("the words of a comparison", "how a comparison of plans is worded",
	[]schema.Field[Comparison]{
		textKey("title", func(c *Comparison) *text { return &c.Title }, "the title, with ${unit}, ${old} and ${new} (years)"),
		textKey("old_file", func(c *Comparison) *text { return &c.OldFile }, "the line of the old plan, with ${file}"),
		textKey("new_file", func(c *Comparison) *text { return &c.NewFile }, "the line of the new plan, with ${file}"),
		textKey("same_years", func(c *Comparison) *text { return &c.SameYears }, "the head of the new plan's column where both plans are of the same ${years}"),
		textKey("years", func(c *Comparison) *text { return &c.Years }, "the title of the table of years, with ${unit} and ${years}"),
		textKey("summary", func(c *Comparison) *text { return &c.Summary }, "the heading of the summary"),
		textKey("total", func(c *Comparison) *text { return &c.Total }, "the label of the total"),
		joint("printed", func(c *Comparison) *text { return &c.Printed }, "what stands behind a fact that changed, with ${places}: the texts that print it"),
		textKey("absent", func(c *Comparison) *text { return &c.Absent }, "what stands for the years of a plan that is not there"),
		textKey("document", func(c *Comparison) *text { return &c.Document }, "what the plan itself is called"),
		schema.Must("headings", headsType, func(c *Comparison) *ComparisonHeads { return &c.Heads }, "headings"),
		schema.Must("subjects", schema.Map(schema.Text), func(c *Comparison) *[]schema.Entry[text] { return &c.Subjects }, "the headings under which changes are listed, by the part of the plan"),
		schema.Must("captions", captionsType, func(c *Comparison) *ComparisonCaptions { return &c.Captions }, "what the tables show"),
		schema.Must("columns", comparisonColumnsType, func(c *Comparison) *ComparisonColumns { return &c.Columns }, "heads of columns and labels of rows"),
		schema.Must("counted", schema.Map(schema.Text), func(c *Comparison) *[]schema.Entry[text] { return &c.Counted }, "what the table of years counts"),
		schema.Must("money", moneyType, func(c *Comparison) *MoneySentences { return &c.Money }, "the sentence on the money"),
		schema.Must("work", workType, func(c *Comparison) *WorkSentences { return &c.Work }, "the sentence on the work"),
		schema.Must("coverage", coverageType, func(c *Comparison) *CoverageSentences { return &c.Coverage }, "the sentence on what serves the mandate"),
		schema.Must("causes", schema.Map(schema.Text), func(c *Comparison) *[]schema.Entry[text] { return &c.Causes }, "what a change may be owed to"),
		schema.Must("owing", owingType, func(c *Comparison) *OwingForms { return &c.Owing }, "what a change of a line is owed to"),
		schema.Key("inputs", schema.Map(schema.Text), func(c *Comparison) *[]schema.Entry[text] { return &c.Inputs }, "what the figures are called that amounts are computed from; in English where it is left out"),
		schema.Must("nouns", schema.Map(nounType), func(c *Comparison) *[]schema.Entry[Noun] { return &c.Nouns }, "what the things of a plan are called"),
		schema.Must("happened", schema.Map(schema.Text), func(c *Comparison) *[]schema.Entry[text] { return &c.Happened }, "what may happen to a thing"),
		schema.Must("lists", listsType, func(c *Comparison) *ListForms { return &c.Lists }, "how the members of a list are joined"),
		schema.Must("rolled", pluralType, func(c *Comparison) *Plural { return &c.Rolled }, "how much merely rolled forward"),
		schema.Key("tables", comparisonTablesType, func(c *Comparison) *ComparisonTables { return &c.Tables }, "the words of the tables that do not add up to the total; those that come with isuplan where they are not given"),
		schema.Key("versions", versionsType, func(c *Comparison) *VersionForms { return &c.Versions }, "two language versions of one plan side by side; English where it is left out"),
	})

var headsType = schema.Group("the headings of a comparison", "headings",
	[]schema.Field[ComparisonHeads]{
		textKey("budget", func(h *ComparisonHeads) *text { return &h.Budget }, "of the money"),
		textKey("financing", func(h *ComparisonHeads) *text { return &h.Financing }, "of where the money comes from"),
		textKey("coverage", func(h *ComparisonHeads) *text { return &h.Coverage }, "of what serves the mandate"),
		textKey("work", func(h *ComparisonHeads) *text { return &h.Work }, "of what the plans promise"),
	})

var captionsType = schema.Group("the captions of a comparison", "what the tables show",
	[]schema.Field[ComparisonCaptions]{
		textKey("bridge", func(c *ComparisonCaptions) *text { return &c.Bridge }, "of the way from the old total to the new one, with ${currency}"),
		textKey("funds", func(c *ComparisonCaptions) *text { return &c.Funds }, "of the way from the old financing to the new one, with ${currency}"),
		schema.Key("booked", schema.Text, func(c *ComparisonCaptions) *text { return &c.Booked }, "of what is booked on funds, parties and times, with ${what} (one of these) and ${currency}"),
		textKey("years", func(c *ComparisonCaptions) *text { return &c.Years }, "of the budgets of several plans"),
		textKey("work", func(c *ComparisonCaptions) *text { return &c.Work }, "of what the plans promise"),
	})

var comparisonColumnsType = schema.Group("the columns of a comparison", "heads of columns and labels of rows",
	[]schema.Field[ComparisonColumns]{
		textKey("cost", func(c *ComparisonColumns) *text { return &c.Cost }, "of the lines"),
		textKey("change", func(c *ComparisonColumns) *text { return &c.Change }, "of the changes"),
		textKey("percent", func(c *ComparisonColumns) *text { return &c.Percent }, "of the changes in per cent"),
		textKey("owing", func(c *ComparisonColumns) *text { return &c.Owing }, "of what a change is owed to"),
		textKey("plan", func(c *ComparisonColumns) *text { return &c.Plan }, "of what is counted"),
		textKey("rest", func(c *ComparisonColumns) *text { return &c.Rest }, "the row of what stated or rounded totals leave over"),
		textKey("percent_change", func(c *ComparisonColumns) *text { return &c.PercentChange }, "the row of the changes in per cent"),
	})

var moneyType = schema.Group("the sentences on money", "what became of the total",
	[]schema.Field[MoneySentences]{
		textKey("rises", func(m *MoneySentences) *text { return &m.Rises }, "it rises, with ${change}, ${share}, ${from}, ${to} and ${mostly}"),
		textKey("falls", func(m *MoneySentences) *text { return &m.Falls }, "it falls, with the same"),
		joint("share", func(m *MoneySentences) *text { return &m.Share }, "what ${share} is, with ${percent}"),
		joint("mostly", func(m *MoneySentences) *text { return &m.Mostly }, "what ${mostly} is, with ${lines}"),
		textKey("line", func(m *MoneySentences) *text { return &m.Line }, "a line that changed, with ${label} and ${change}"),
		textKey("stays", func(m *MoneySentences) *text { return &m.Stays }, "it stays, with ${amount}"),
		textKey("stays_within", func(m *MoneySentences) *text { return &m.StaysWithin }, "it stays, but lines changed, with ${amount} and ${lines}"),
		schema.Must("lines", pluralType, func(m *MoneySentences) *Plural { return &m.Lines }, "what ${lines} is then"),
		textKey("other_currency", func(m *MoneySentences) *text { return &m.OtherCurrency }, "the currency is another, with ${from} and ${to}"),
		textKey("not_compared", func(m *MoneySentences) *text { return &m.NotCompared }, "why the lines of two currencies are not compared"),
		textKey("added", func(m *MoneySentences) *text { return &m.Added }, "there was no plan before, with ${to}"),
		textKey("removed", func(m *MoneySentences) *text { return &m.Removed }, "there is no plan any more, with ${from}"),
		joint("funds", func(m *MoneySentences) *text { return &m.Funds }, "what stands behind where the financing changed, with ${lines}"),
		schema.Key("lengths", schema.Text, func(m *MoneySentences) *text { return &m.Lengths }, "where the plans are not of the same length, with ${lengths}"),
		schema.Key("length", schema.Text, func(m *MoneySentences) *text { return &m.Length }, "how long one of them is, with ${years} and ${length}"),
		schema.Key("years_long", pluralType, func(m *MoneySentences) *Plural { return &m.YearsLong }, "what ${length} is then, in years"),
		schema.Key("months_long", pluralType, func(m *MoneySentences) *Plural { return &m.MonthsLong }, "what ${length} is then, in months"),
	})

var workType = schema.Group("the sentences on the work", "what became of the texts",
	[]schema.Field[WorkSentences]{
		textKey("same", func(w *WorkSentences) *text { return &w.Same }, "the two plans are the same"),
		textKey("nothing", func(w *WorkSentences) *text { return &w.Nothing }, "no text changed"),
		textKey("elsewhere", func(w *WorkSentences) *text { return &w.Elsewhere }, "no text changed of what the sentence counts, but another did, such as the head of a column"),
		textKey("rolled", func(w *WorkSentences) *text { return &w.Rolled }, "nothing changed but what follows from the year"),
		textKey("first", func(w *WorkSentences) *text { return &w.First }, "what happened to so many things, with ${count} and ${event}"),
		schema.Must("again", pluralType, func(w *WorkSentences) *Plural { return &w.Again }, "what ${count} is for further things of the same kind"),
		schema.Must("events", schema.Map(pluralType), func(w *WorkSentences) *[]schema.Entry[Plural] { return &w.Events }, "what ${event} is, for one and for several"),
	})

var coverageType = schema.Group("the sentences on the mandate", "what activities serve",
	[]schema.Field[CoverageSentences]{
		textKey("lost", func(s *CoverageSentences) *text { return &s.Lost }, "nothing serves ${lost} any more"),
		textKey("gained", func(s *CoverageSentences) *text { return &s.Gained }, "something serves ${gained} now"),
		textKey("both", func(s *CoverageSentences) *text { return &s.Both }, "both, with ${lost} and ${gained}"),
		textKey("kept", func(s *CoverageSentences) *text { return &s.Kept }, "neither"),
		textKey("quote", func(s *CoverageSentences) *text { return &s.Quote }, "how the beginning of a ${text} is quoted"),
		textKey("item_lost", func(s *CoverageSentences) *text { return &s.ItemLost }, "in the list, what became of one that nothing serves any more"),
		textKey("item_gained", func(s *CoverageSentences) *text { return &s.ItemGained }, "in the list, what became of one that something serves now"),
	})

var owingType = schema.Group("the forms of causes", "what a change of a line is owed to",
	[]schema.Field[OwingForms]{
		textKey("new_line", func(o *OwingForms) *text { return &o.NewLine }, "the line is new"),
		textKey("dropped", func(o *OwingForms) *text { return &o.Dropped }, "the line is dropped"),
		textKey("part", func(o *OwingForms) *text { return &o.Part }, "a part of the change, with ${cause} and ${change}"),
		textKey("input", func(o *OwingForms) *text { return &o.Input }, "a figure that changed, with ${label}, ${old} and ${new}"),
		joint("inputs", func(o *OwingForms) *text { return &o.Inputs }, "what stands behind the parts, with ${inputs}"),
	})

var nounType = schema.Group("a noun", "what a kind of thing is called",
	[]schema.Field[Noun]{
		textKey("title", func(n *Noun) *text { return &n.Title }, "in front of a number or an id"),
		schema.Must("count", pluralType, func(n *Noun) *Plural { return &n.Count }, "counted, with ${number}"),
	})

var listsType = schema.Group("the forms of lists", "how the members of a list are joined",
	[]schema.Field[ListForms]{
		joint("and", func(l *ListForms) *text { return &l.And }, "between the last two"),
		joint("separator", func(l *ListForms) *text { return &l.Separator }, "between others"),
		joint("sentences", func(l *ListForms) *text { return &l.Sentences }, "between parts of a sentence"),
		joint("parts", func(l *ListForms) *text { return &l.Parts }, "between values"),
		schema.Key("event", schema.Verbatim, func(l *ListForms) *text { return &l.Event }, "what happened to a thing, as ${event}, between its name and what changed"),
	})

// Entry returns the text of an id in a list of texts by ids, or the id itself, so that
// nothing is lost where a language file lacks one.
func Entry(list []schema.Entry[text], id string) string {
	for i := range list {
		if list[i].Key.Value == id {
			return list[i].Value.Value
		}
	}
	return id
}

// And joins a list in a sentence: Salaries, Social charges and Travel.
func (l *Language) And(list []string) string {
	forms := &l.Comparison.Lists
	var text string
	for i, s := range list {
		switch {
		case i == 0:
			text = s
		case i == len(list)-1:
			text += forms.And.Value + s
		default:
			text += forms.Separator.Value + s
		}
	}
	return text
}

package plan

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Table is a table of the same lines in another order: by what its rows and columns are.
type Table struct {
	schema.Origin
	ID      ID
	Label   Prose
	Rows    []text // dimensions, from the outermost inward
	Columns []text
	Show    []text // what else it shows of a line
	Years   []text // the columns of the budget that it has; all where none is named
	Heads   []TableHead
	Only    Only
	Total   Prose
	Main    source.At[bool] // it stands in the place of the budget's own table
	Notes   []Item
}

// TableHead is one of the upper heads of a table and what stands below it.
type TableHead struct {
	schema.Origin
	Of   text
	Show []text
}

// Only says which values of an axis a table is about.
type Only struct {
	schema.Origin
	For, Fund, By, When []text
}

// On returns the values of an axis that the table is about; none where it is about all.
func (o *Only) On(a cost.Axis) []source.At[string] { return *o.on(a) }

func (o *Only) on(a cost.Axis) *[]text {
	return [...]*[]text{&o.For, &o.Fund, &o.By, &o.When}[a]
}

// The dimensions that rows and columns of a table may have.
const (
	Lines      = "lines"
	Outcomes   = "outcomes"
	Outputs    = "outputs"
	Activities = "activities"
	Funds      = "funds"
	Parties    = "parties"
	Calendar   = "calendar"
	Years      = "years"
)

// AxisOf returns the axis that a dimension tells money apart by; it is false for lines and years.
func AxisOf(dimension string) (cost.Axis, bool) {
	switch dimension {
	case Outcomes, Outputs, Activities:
		return cost.For, true
	}
	for _, a := range cost.Axes() {
		if a.Values() == dimension && dimension != "" {
			return a, true
		}
	}
	return 0, false
}

// TotalHead names the column of the total among what `heads` show.
const TotalHead = "total"

const mostTables = 50

var (
	rowType    = schema.Choice("what rows are", Outcomes, Outputs, Activities, Funds, Parties, Calendar, Lines)
	acrossType = schema.Choice("what columns are", Years, Funds, Parties, Calendar, Outcomes, Outputs, Activities)
	showType   = schema.Choice("what a table shows of a line", "code", "unit", "quantity", "unit_cost", "for", "fund", "by", "when", "note")
)

var tableType = schema.With(schema.Group("a table", "the budget's lines in another order, such as by activity and fund",
	[]schema.Field[Table]{
		schema.Must("id", schema.ID, func(t *Table) *ID { return &t.ID }, "its name, the same every year"),
		schema.Key("label", schema.Label, func(t *Table) *text { return &t.Label }, "what stands above it"),
		schema.Must("rows", schema.List(rowType), func(t *Table) *[]text { return &t.Rows }, "what its rows are, from the outermost inward: outcomes, outputs, activities, funds, parties, calendar, lines"),
		schema.Key("columns", schema.List(acrossType), func(t *Table) *[]text { return &t.Columns }, "what its columns are, one or two: years (the columns of the budget), funds, parties, calendar, outcomes, outputs, activities; years where it is not given"),
		schema.Key("years", schema.List(schema.Column), func(t *Table) *[]text { return &t.Years }, "the columns of the budget that it has; all where it is not given"),
		schema.Key("heads", schema.ListUpTo(mostValues, headType), func(t *Table) *[]TableHead { return &t.Heads }, "for columns of two kinds: which of them stand below each upper head, where that is not all"),
		schema.Key("only", onlyType, func(t *Table) *Only { return &t.Only }, "the part of the budget that it is about, such as one fund"),
		schema.Key("show", schema.List(showType), func(t *Table) *[]text { return &t.Show }, "what else it shows of each line: code, unit, quantity, unit_cost, for, fund, by, when, note"),
		schema.Key("total", schema.Label, func(t *Table) *text { return &t.Total }, "the label of its total, where the template's own does not fit"),
		schema.Key("main", schema.Flag, func(t *Table) *source.At[bool] { return &t.Main }, "true for a table that stands in the place of the budget's own"),
		schema.Key("notes", schema.With(schema.List(itemType), schema.Inner), func(t *Table) *[]Item { return &t.Notes }, "notes below it"),
	}), schema.Space("tables"))

// acrossValue is a column of the budget, or a value of an axis, that stands at the head of columns.
var acrossValue = schema.With(schema.Column, schema.To(slices.Concat(schema.Column.Shape().To, []string{Funds, Parties, Calendar, Outcomes, Outputs, Activities})...), schema.Also(TotalHead))

var headType = schema.With(schema.Group("an upper head", "one of the upper heads of a table, and what stands below it",
	[]schema.Field[TableHead]{
		schema.Must("of", schema.With(acrossValue, schema.Identifying), func(h *TableHead) *text { return &h.Of }, "the year, fund or other value that the head is of, or total"),
		schema.Key("show", schema.List(acrossValue), func(h *TableHead) *[]text { return &h.Show }, "the values that stand below it, and total; all where it is not given"),
	}), schema.OneFor("of"))

var onlyType = schema.Group("a part of the budget", "the part of the budget that a table is about", func() (fields []schema.Field[Only]) {
	for _, a := range cost.Axes() {
		ref, doc := schema.With(schema.Reference, schema.To(a.Values())), "only these of `"+a.Values()+"`"
		if a == cost.For {
			ref, doc = schema.With(schema.Path, schema.To(Outcomes, Outputs, Activities)), "only these activities, outputs or outcomes"
		}
		fields = append(fields, schema.Key(a.Key(), schema.ListUpTo(mostValues, ref), func(o *Only) *[]text { return o.on(a) }, doc))
	}
	return fields
}())

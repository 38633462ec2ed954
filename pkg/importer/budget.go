package importer

import "github.com/isuplan/isuplan/pkg/money"

// budgetOptions are what a person said of the tables of a budget.
type budgetOptions struct {
	sheet    string            // the name of the workbook's sheet; "" to look for it
	columns  map[string]string // what a column holds → its letter, such as amount → C; a key that is no word for a kind is the head of a column of amounts, such as 2017
	year     string            // the year that the plan is for; "" where it is not known
	currency string            // where the file names none
	quoted   []string          // the totals that the summary names, their digits alone
	skip     map[int]bool      // sheets of the workbook that are read otherwise
	financed *financing        // the table of sources of money; nil for none
	rounded  bool              // the file says that sums may differ owing to rounding
}

// remarkKind says what a remark is about.
type remarkKind int

const (
	recognised remarkKind = iota // what was made of something
	unsure                       // what a person should look at; the plan marks it
	unplaced                     // what has no place in the plan; it stands in a comment there
)

// remark is a sentence on what was made of the file.
type remark struct {
	kind  remarkKind
	where string // such as "Budget 2018!C6" or "row 3"
	text  string
}

// budgetDraft is the budget that a file holds, before it is written as a plan.
type budgetDraft struct {
	currency    string
	places      int32 // decimals of the amounts
	tolerance   int64 // by how many units sums differ owing to rounding
	atTotal     bool  // sums are made of exact amounts
	parentheses bool  // negative amounts stand in parentheses
	ruled       bool  // its figures come from formulas, or may
	columns     []*draftColumn
	lines       []*draftLine
	total       *draftLine // its label and its amounts; nil where there is none
	after       []*afterRow
	sources     []*draftLine            // of money, where they stand in the same table
	financed    map[*draftColumn]amount // what the sources of another table come to
	rest        []*bodyRow              // behind the total of a table of posts
	outside     []*draftOutside
	review      []string // comments on the budget as a whole
	remarks     []remark
	lists       map[cellRef]bool // cells of other sheets that the rules have
	tables      []int            // which of the document's tables the budget was read from
	placed      int              // rows of the tables that have a place in the plan
	rows        int              // all rows of the tables but heads, titles and empty ones
}

// columnKind says what a column of figures holds.
type columnKind int

const (
	ofAmounts columnKind = iota
	ofSums
	ofChange
	ofPercent
	ofDifference // the first less the second
	ofRatio      // the second in per cent of the first
)

// draftColumn is a column of figures.
type draftColumn struct {
	id, label, year string
	kind            columnKind
	of              []*draftColumn // what a sum or a change is made of
	main            bool
	at              int   // its place in the rows of the table
	places          int32 // of a change in per cent
}

// draftLine is a line of the budget, a group or the total.
type draftLine struct {
	id, code, label, note string
	amounts               map[*draftColumn]amount
	lines                 []*draftLine // of a group
	group                 bool
	footnotes             []string                  // on all of it
	noted                 map[*draftColumn][]string // on single figures
	subtotal              string                    // the label of a group's subtotal
	source                string                    // of a source of money: its kind
	rule                  rule                      // nil for a fixed amount
	row, sumRow           int                       // where it stands in the table; -1 for nowhere
	where                 string
	review                []string
}

// draftOutside is a contribution that is given and not paid.
type draftOutside struct {
	id, label, provider, note string
	value                     *money.Decimal
	review                    []string
}

// readBudget reads a budget from the tables of a document, from the sheets of a workbook,
// or from both: then the words are the document's and the rules the workbook's. The draft
// is nil where neither has a budget.
func readBudget(tables, book []grid, o budgetOptions) (*budgetDraft, []remark) {
	ofTables := o
	if len(book) > 0 {
		ofTables.columns = nil // letters are the workbook's
	}
	d := readTables(tables, ofTables)
	if len(book) > 0 {
		sheet, why := readSheets(book, o)
		switch {
		case sheet == nil && d == nil:
			return nil, []remark{why}
		case sheet == nil:
			d.remarks = append(d.remarks, why)
			d.otherSheets(book, -1, nil, o.skip)
		case d == nil:
			d = sheet
			d.tables = nil
		default:
			d.join(sheet)
		}
	}
	if d == nil {
		return nil, nil
	}
	if d.currency == "" {
		d.currency = o.currency
	}
	if d.currency == "" {
		d.currency = "XXX"
		d.review = append(d.review, "the file names no currency: write its code, such as CHF, for XXX")
		d.say(unsure, "", "no currency is named; the plan has XXX in its place")
	}
	d.settle()
	if o.rounded {
		d.tolerance = d.slack()
	}
	return d, d.remarks
}

// say adds a remark.
func (d *budgetDraft) say(kind remarkKind, where, text string) {
	d.remarks = append(d.remarks, remark{kind, where, text})
}

// mainColumn returns the column that prose quotes.
func (d *budgetDraft) mainColumn() *draftColumn {
	var main *draftColumn
	for _, c := range d.columns {
		switch {
		case c.main:
			return c
		case c.kind == ofSums && (main == nil || main.kind != ofSums), c.kind == ofAmounts && (main == nil || main.kind == ofAmounts):
			main = c
		}
	}
	return main
}

// each calls a function for each line, groups before their lines.
func each(lines []*draftLine, do func(*draftLine)) {
	for _, l := range lines {
		do(l)
		each(l.lines, do)
	}
}

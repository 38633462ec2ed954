package plan

import (
	"time"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Actuals say what became of the budget: an export of the accounts, or figures of the plan's own.
type Actuals struct {
	schema.Origin
	AsAt      source.At[time.Time]
	Column    source.At[string]        // the column of the budget that they are held against
	MayExceed source.At[money.Decimal] // by how much a line may be overspent, in per cent
	Stated    ActualSums               // what the accounts say that it comes to
	List      source.At[string]        // the file
	Sheet     source.At[string]        // of a workbook
	Heads     ActualHeads              // what the file calls its columns
	Kinds     ActualKinds              // what the file calls kinds of amounts
	// Lines are those of the plan, or of the list once that is read: one for each line, fund and
	// text that the file tells apart.
	Lines []Actual
	// TellsFunds says that the list has a column of funds with something in it.
	TellsFunds bool
}

// Actual is what was spent and committed on a line.
type Actual struct {
	schema.Origin
	Line ID // of the budget; not set where a row of the list names none
	Fund ID
	ActualSums
	Rows int // how many rows of the list it adds up
	// Spendings and Commitments are the rows of the list that its sums add up.
	Spendings, Commitments ActualRows
}

// ActualRows are rows of an export: how many, and the first of them.
type ActualRows struct {
	Count int
	First []source.At[money.Decimal]
}

// MostShownRows is how many rows of an export are remembered of each sum.
const MostShownRows = 10

// Add adds a row; one of nothing is none.
func (r *ActualRows) Add(d money.Decimal, at source.Node) {
	if d.IsZero() {
		return
	}
	if r.Count++; len(r.First) < MostShownRows {
		r.First = append(r.First, source.At[money.Decimal]{Value: d, Node: at})
	}
}

// ActualSums are what was spent and what was committed.
type ActualSums struct {
	schema.Origin
	Spent, Committed source.At[money.Decimal]
}

// ActualHeads are the heads of the columns of an export, where they are not the usual ones.
type ActualHeads struct {
	schema.Origin
	Line, Amount, Spent, Committed, Debit, Credit, Date, Kind, Fund, Currency source.At[string]
}

// ActualKinds are the words by which an export tells what an amount is.
type ActualKinds struct {
	schema.Origin
	Spent, Committed []source.At[string]
	Other            []source.At[string] // neither; passed over
}

// Report is what the financial report of a plan has otherwise than the plan.
type Report struct {
	schema.Origin
	Date       source.At[time.Time]
	Title      Prose
	Symbol     source.At[string]
	Job        source.At[string]
	Meeting    Meeting
	Agenda     Agenda
	Submitted  Submitted
	Paragraphs []Item
}

// Document returns what the masthead of the report prints: names and language are the plan's; the
// date, the symbol and the meeting are the report's own, since the plan's are of another document.
func (r *Report) Document(of Document) Document {
	d := of
	d.Title, d.Date, d.Symbol, d.Job = r.Title, r.Date, r.Symbol, r.Job
	d.Meeting, d.Agenda, d.Submitted = r.Meeting, r.Agenda, r.Submitted
	return d
}

// HasActuals reports a plan that says what was spent.
func (b *Budget) HasActuals() bool { return !b.Actuals.Node.IsZero() }

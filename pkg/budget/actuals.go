package budget

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// Actuals are what was spent and committed, held against a column of the budget. Amounts of the
// accounts are never rounded.
type Actuals struct {
	*plan.Actuals
	Column  int // of the budget
	IsFinal bool
	Places  int32 // how many decimals the amounts are shown with
	// Rows are those of a table: each group before its lines, its sum behind them, then what is on
	// no line, and last the total.
	Rows []ActualRow
	// Funds are the same by fund, where the budget has several and it is known which paid: a row for each,
	// one for what is on none, and the total.
	Funds []ActualRow
}

// ActualKind says what a row is.
type ActualKind int

// The kinds of rows.
const (
	ActualLine   ActualKind = iota
	ActualHead              // the name of a group
	ActualRest              // what is on a group, and on none of its lines
	ActualSum               // the sum of a group
	ActualOff               // what is on no line of the budget
	ActualTotal             // the sum of all
	ActualFund              // a fund
	ActualNoFund            // what is on no fund, or nobody knows on which
	ActualFunds             // what funds have together, as the plan adds them up; no part of the total
)

// ActualRow is a row of what was spent. The row of a group has no figures.
type ActualRow struct {
	Kind      ActualKind
	Line      *Line  // nil for what is on no line, and for the total
	Fund      *Value // of a fund's row only
	Planned   money.Decimal
	Spent     money.Decimal
	Committed money.Decimal
	// Parts are the rows that it adds up, and Of the lines of the actuals.
	Parts []int
	Of    []int
}

// IsSum reports a row that adds others up.
func (r *ActualRow) IsSum() bool {
	return r.Kind == ActualSum || r.Kind == ActualTotal || r.Kind == ActualFunds
}

// IsPlanned reports a row that has an amount of the budget.
func (r *ActualRow) IsPlanned() bool {
	switch r.Kind {
	case ActualLine, ActualSum, ActualTotal, ActualFund, ActualFunds:
		return true
	case ActualNoFund:
		return !r.Planned.IsZero()
	}
	return false
}

// Label and Code are those of the row's line or fund; not set for other rows.
func (r *ActualRow) Label() source.At[string] {
	switch {
	case r.Fund != nil:
		return r.Fund.Label
	case r.Line != nil:
		return r.Line.Label
	}
	return source.At[string]{}
}

// Code is that of the row's line or fund, where the row prints one.
func (r *ActualRow) Code() source.At[string] {
	switch {
	case r.Fund != nil:
		return r.Fund.Code
	case r.Line != nil && r.Kind != ActualSum && r.Kind != ActualRest:
		return r.Line.Code
	}
	return source.At[string]{}
}

// Depth is in how many groups the row stands.
func (r *ActualRow) Depth() int {
	switch {
	case r.Line == nil:
		return 0
	case r.Kind == ActualRest:
		return r.Line.Depth + 1
	}
	return r.Line.Depth
}

// Used returns what was spent and committed.
func (r *ActualRow) Used() money.Decimal { return r.Spent.Add(r.Committed) }

// Balance returns what is left of the budget.
func (r *ActualRow) Balance() money.Decimal { return r.Planned.Sub(r.Used()) }

// UsedPlaces is how many decimals a percentage of use has.
const UsedPlaces = 1

// Percent returns what was spent and committed in per cent of the budget; it is false where
// nothing was planned.
func (r *ActualRow) Percent() (money.Decimal, bool) {
	if !r.IsPlanned() || !r.Planned.IsPositive() {
		return money.Zero, false
	}
	percent := money.Div(r.Used().Mul(money.Hundred), r.Planned)
	return money.Rounding{To: money.New(1).Shift(-UsedPlaces), Mode: money.HalfUp}.Round(percent), true
}

// ID returns the name of the row in references and in tables for programs: that of its line, total
// or none.
func (r *ActualRow) ID() string {
	switch {
	case r.Line != nil:
		return r.Line.ID.Value
	case r.Fund != nil:
		return r.Fund.ID
	case r.Kind == ActualTotal:
		return "total"
	}
	return "none"
}

// Row returns the row of a line or a group by its id, the total, or what is on no line: one of nothing
// where every amount is on a line, since what a text says of it is true as well then.
func (a *Actuals) Row(id string) (*ActualRow, bool) {
	for i := range a.Rows {
		if r := &a.Rows[i]; r.Kind != ActualHead && r.Kind != ActualRest && r.ID() == id {
			return r, true
		}
	}
	return nothing(id, ActualOff)
}

// nothing returns a row without amounts for what is on none.
func nothing(id string, kind ActualKind) (*ActualRow, bool) {
	if none := (&ActualRow{Kind: kind}); none.ID() == id {
		return none, true
	}
	return nil, false
}

// Total is the row of all.
func (a *Actuals) Total() *ActualRow { return &a.Rows[len(a.Rows)-1] }

// actuals holds what was spent against the lines.
func (b *Budget) actuals(p *plan.Plan) []diag.Finding {
	of := &p.Budget.Actuals
	if !p.Budget.HasActuals() {
		return nil
	}
	var findings diag.List
	s := spender{b: b, of: of, sums: map[string]plan.ActualSums{}, lines: map[string][]int{}, findings: &findings}
	column, ok := s.column()
	if !ok {
		return findings.Sorted()
	}
	s.add()
	b.Actuals = &Actuals{Actuals: of, Column: column, IsFinal: p.IsFinal(), Places: b.Columns[column].Places}
	s.total(s.rows(0, len(b.Lines)))
	b.Actuals.Funds = s.byFund()
	for i := range b.Actuals.Rows {
		r := &b.Actuals.Rows[i]
		b.Actuals.Places = max(b.Actuals.Places, money.OwnPlaces(r.Spent), money.OwnPlaces(r.Committed))
	}
	if b.Actuals.Places == 1 && b.Columns[column].Places == 0 {
		b.Actuals.Places = 2 // tenths are cents
	}
	return findings.Sorted()
}

// spender makes the rows of what was spent.
type spender struct {
	b        *Budget
	of       *plan.Actuals
	sums     map[string]plan.ActualSums // by line; "" for what is on none
	lines    map[string][]int           // of the actuals, by the same
	findings *diag.List
	isOff    bool
}

func (s *spender) report(at diag.Finding) {
	at.Rule, at.Subject = plan.WrongActuals, "budget/actuals"
	s.findings.Add(at)
}

// column finds the column of the budget.
func (s *spender) column() (int, bool) {
	var sums []string
	first, amounts := -1, 0
	for i := range s.b.Columns {
		switch c := &s.b.Columns[i]; c.Kind {
		case AmountColumn:
			if amounts++; first < 0 {
				first = i
			}
			sums = append(sums, c.ID)
		case SumColumn:
			sums = append(sums, c.ID)
		}
	}
	if id := s.of.Column; id.IsSet() {
		at, ok := s.b.Column(id.Value)
		if !ok || !slices.Contains(sums, id.Value) {
			s.report(diag.Finding{Span: id.Span(), Message: fmt.Sprintf("the budget has no column `%s` of amounts that the accounts could be held against", id.Value), Hint: diag.DidYouMean(id.Value, sums)})
			return 0, false
		}
		return at, true
	}
	if amounts > 1 {
		s.report(diag.Finding{Span: s.of.AsAt.Span(), Message: "the budget has several columns of amounts, and the actuals do not say which they are held against", Hint: "add \"column: …\" with the id of one of them"})
	}
	return first, amounts == 1
}

// add adds up what is on each line.
func (s *spender) add() {
	for i := range s.of.Lines {
		a := &s.of.Lines[i]
		id := a.Line.Value
		if _, known := s.b.byID[id]; !known && id != "" {
			s.report(diag.Finding{Span: a.Line.Span(), Message: fmt.Sprintf("the budget has no line `%s`", id), Hint: diag.DidYouMean(id, s.b.IDs())})
			id = ""
		}
		s.paid(a)
		s.isOff = s.isOff || id == ""
		sum := s.sums[id]
		sum.Spent.Value = sum.Spent.Value.Add(a.Spent.Value)
		sum.Committed.Value = sum.Committed.Value.Add(a.Committed.Value)
		s.sums[id], s.lines[id] = sum, append(s.lines[id], i)
	}
}

func (s *spender) put(r ActualRow) int {
	a := s.b.Actuals
	a.Rows = append(a.Rows, r)
	return len(a.Rows) - 1
}

// rows appends the rows of the lines [from, to), and returns those that add up to all of them.
func (s *spender) rows(from, to int) (parts []int) {
	for at := from; at < to; at = s.b.Lines[at].End {
		l := &s.b.Lines[at]
		sum, own := s.sums[l.ID.Value], ActualRow{Line: l, Planned: l.Figures[s.b.Actuals.Column].Printed}
		own.Spent, own.Committed = sum.Spent.Value, sum.Committed.Value
		if !l.IsGroup() {
			own.Of = s.lines[l.ID.Value]
			parts = append(parts, s.put(own))
			continue
		}
		s.put(ActualRow{Kind: ActualHead, Line: l})
		of := s.rows(at+1, l.End)
		if _, has := s.sums[l.ID.Value]; has {
			of = append(of, s.put(ActualRow{Kind: ActualRest, Line: l, Spent: own.Spent, Committed: own.Committed, Of: s.lines[l.ID.Value]}))
		}
		if l.Unsummed {
			parts = append(parts, of...)
			continue
		}
		own.Kind, own.Parts = ActualSum, of
		own.Spent, own.Committed = s.sumOf(of)
		parts = append(parts, s.put(own))
	}
	return parts
}

func (s *spender) sumOf(parts []int) (spent, committed money.Decimal) {
	for _, i := range parts {
		r := &s.b.Actuals.Rows[i]
		spent, committed = spent.Add(r.Spent), committed.Add(r.Committed)
	}
	return spent, committed
}

// total appends what is on no line and the sum of all.
func (s *spender) total(parts []int) {
	if s.isOff {
		off := s.sums[""]
		parts = append(parts, s.put(ActualRow{Kind: ActualOff, Spent: off.Spent.Value, Committed: off.Committed.Value, Of: s.lines[""]}))
	}
	all := ActualRow{Kind: ActualTotal, Planned: s.b.Total[s.b.Actuals.Column].Printed, Parts: parts}
	all.Spent, all.Committed = s.sumOf(parts)
	s.put(all)
}

package actuals

import (
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// totals remember what the rows so far come to, so that a row that calls itself a sum can be held
// against the rows that it may add up: those right above it, however many, or all of the file.
type totals struct {
	sum  [2]money.Decimal
	from [2]map[string]int // after how many rows each sum was reached first
	rows int
	last [2]money.Decimal // what was reached at the last row that calls itself a sum
	open []openSum
	of   map[string][2]money.Decimal // of the rows on each account, wherever they stand
}

func (t *totals) begin() {
	for i := range t.from {
		t.from[i] = map[string]int{"0": 0}
	}
	t.of = map[string][2]money.Decimal{}
}

func (t *totals) add(accounts []string, sums [2]money.Decimal) {
	t.rows++
	for _, a := range accounts {
		of := t.of[a]
		t.of[a] = [2]money.Decimal{of[0].Add(sums[0]), of[1].Add(sums[1])}
	}
	for i := range sums {
		t.sum[i] = t.sum[i].Add(sums[i])
		if _, known := t.from[i][t.sum[i].String()]; !known {
			t.from[i][t.sum[i].String()] = t.rows
		}
	}
}

// runs returns how many of the rows right above come to these sums; false where none do.
func (t *totals) runs(sums [2]money.Decimal) (rows int, ok bool) {
	for i := range sums {
		if sums[i].IsZero() {
			continue
		}
		from, known := t.from[i][t.sum[i].Sub(sums[i]).String()]
		if !known {
			return 0, false
		}
		rows = max(rows, t.rows-from)
	}
	return rows, true
}

// accounts are what the rows of one account have in common: their line, or else the text that names none; and
// first of all the account below it, where they have one.
func (r *reader) accounts(text string) []string {
	switch f := r.lines.find(text); {
	case f.sub != "":
		return []string{f.sub, f.lines[0].id}
	case len(f.lines) > 0:
		return []string{f.lines[0].id}
	}
	return []string{key(text)}
}

// isSum reports a row that adds others up and is no amount of its own. Its name says so, or its asterisks; whether it
// does is held against the rows, because a row of the same name may be a payment.
func (r *reader) isSum(row tabular.Row, sums [2]money.Decimal, has bool) bool {
	s, is := r.sumOf(row, sums)
	rows, comes := 0, false
	if is && has {
		rows, comes = r.totals.runs(sums)
		comes = comes && (s.isOwn || rows > 1)
	}
	if !is || has && !s.isOpen && !comes {
		if has {
			r.totals.add(r.accounts(row.Cell(r.columns.line).Text), sums)
		}
		return false
	}
	if !has || r.failed {
		return true
	}
	last := r.totals.last
	r.totals.last = r.totals.sum
	if !comes {
		r.totals.open = append(r.totals.open, openSum{at: r.where(row), sums: sums, above: r.totals.sum, last: last, rows: r.totals.rows, of: r.accounts(s.account)[0], account: s.account, mark: s.mark})
	}
	return true
}

// openSums reports the rows that call themselves sums, and of which no rows are the addends.
func (r *reader) openSums() {
	if r.failed {
		return // what was not read is not in the sums
	}
	for i := range r.totals.open {
		o := &r.totals.open[i]
		below, isSum := o.below(&r.totals), true
		for i := range o.sums {
			isSum = isSum && (o.sums[i].IsZero() || o.sums[i].Equal(r.totals.sum[i]) || o.sums[i].Equal(below[i]))
		}
		if of, known := r.totals.of[o.of]; known && o.of != "" {
			isSum = isSum || of[0].Equal(o.sums[0]) && of[1].Equal(o.sums[1])
		}
		if !isSum {
			r.fail(o.at.Span(), r.rowsOf(1, o.sums[0].Add(o.sums[1]), o.says()+", but "+r.differs(o)+": rows are missing or stand there twice, or it is an amount of its own", ""),
				"export the accounts again without sums; or take the row out, or give it another name where it is an amount of its own")
		}
	}
}

// twice reports a row on a group that is as much as the rows on the group's lines: it is their sum,
// as exports by groups have it, and would count once more.
func (r *reader) twice() {
	own, below := map[string][]int{}, map[string]plan.ActualSums{}
	for i := range r.sums {
		a := &r.sums[i]
		if id := a.Line.Value; r.lines.isGroup[id] {
			own[id] = append(own[id], i)
			continue
		}
		for up := r.lines.above[a.Line.Value]; up != ""; up = r.lines.above[up] {
			sum := below[up]
			sum.Spent.Value, sum.Committed.Value = sum.Spent.Value.Add(a.Spent.Value), sum.Committed.Value.Add(a.Committed.Value)
			below[up] = sum
		}
	}
	for i := range r.sums {
		a := &r.sums[i]
		of := below[a.Line.Value]
		if len(own[a.Line.Value]) != 1 || a.Rows != 1 || a.Sum().IsZero() || !of.Spent.Value.Equal(a.Spent.Value) || !of.Committed.Value.Equal(a.Committed.Value) {
			continue
		}
		r.fail(a.Node.Span(), r.rowsOf(1, a.Sum(), "is on the group "+tabular.Quoted(a.Line.Value)+", and the rows on its lines come to the same: it is their sum, as it seems, and would count twice", ""),
			"export the accounts without sums of groups, or take the row out")
	}
}

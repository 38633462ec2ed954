package actuals

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// sumRow is what shows that a row is a sum.
type sumRow struct {
	account string // the account that it adds up, as it is written; "" for none
	mark    string // the asterisks that say so; "" where words do
	isOwn   bool   // the row can be nothing else: one row may be all that it adds up
	isOpen  bool   // whether or not rows come to it
}

// sumOf returns what shows that a row is a sum, if anything does.
func (r *reader) sumOf(row tabular.Row, sums [2]money.Decimal) (s sumRow, is bool) {
	line, name := row.Cell(r.columns.line).Text, first(row)
	if r.lines.knows(line) {
		if tabular.IsSum(name) {
			return sumRow{account: withoutSum(name), isOpen: true}, true
		}
		return r.besideCode(row, line)
	}
	if m := stars().FindStringSubmatch(line); m != nil && (m[2] == "" || r.isAccount(m[2]) || sumWord().MatchString(m[2])) {
		return sumRow{account: r.namedSum(row, m[2]), mark: m[1], isOwn: true, isOpen: true}, true
	}
	switch {
	case line != "" && sumWord().MatchString(line):
		return sumRow{account: withoutSum(line), isOwn: true, isOpen: true}, true
	case line != "" && tabular.IsSum(name):
		return sumRow{account: withoutSum(name), isOpen: true}, true
	case line != "":
		if s, is := r.behind(line, sums); is {
			return s, true
		}
		return r.besideCode(row, line)
	case sumWord().MatchString(name):
		return sumRow{account: withoutSum(name), isOwn: true, isOpen: true}, true
	}
	if s, is := r.starred(row, ""); is {
		return s, true
	}
	return r.grouped(row)
}

func withoutSum(name string) string { return summed().ReplaceAllString(name, "") }

// behind looks at the name of a sum in the column of codes. What stands in front of the word is a bare code, or the
// text of other rows; where only its code is theirs, the word has to be a clear one, or the amount that of their sum.
func (r *reader) behind(line string, sums [2]money.Decimal) (s sumRow, is bool) {
	account, word, is := sumBehind(line)
	if !is {
		return s, false
	}
	s = sumRow{account: account, isOwn: true, isOpen: true}
	if !isWorded().MatchString(account) || r.texts.count(r, r.columns.line, account) > 0 {
		return s, true
	}
	of, known := r.totals.of[r.accounts(account)[0]]
	isClear := strings.Contains(strings.ToLower(word), "tot")
	return s, known && r.texts.count(r, r.columns.line, line) == 1 && (isClear || of[spent].Equal(sums[spent]) && of[committed].Equal(sums[committed]))
}

// isAccount reports a text that names a line, or that rows of the file have as their code.
func (r *reader) isAccount(text string) bool {
	return len(r.lines.find(text).lines) > 0 || r.texts.count(r, r.columns.line, text) > 0
}

// namedSum returns the account of a row with asterisks in the place of its code: that behind them, or else the one
// that another cell names, as in 7010 and Sum of 7010.
func (r *reader) namedSum(row tabular.Row, behind string) string {
	if sumWord().MatchString(behind) {
		behind = withoutSum(behind)
	}
	for at, c := range row.Cells {
		switch {
		case behind != "" || r.isRead(at):
		case r.lines.knows(c.Text):
			behind = c.Text
		case sumFirst().MatchString(c.Text):
			behind = withoutSum(c.Text)
		}
	}
	if !r.isAccount(behind) {
		return ""
	}
	return behind
}

// besideCode looks at a row with a code: asterisks in front of it, or a text that is the name of the code's sum.
func (r *reader) besideCode(row tabular.Row, line string) (s sumRow, is bool) {
	if s, is := r.starred(row, line); is {
		return s, true
	}
	for at, c := range row.Cells {
		if r.isRead(at) || c.Text == "" {
			continue
		}
		if s, is := r.sumNamed(row, c.Text, line); is {
			return s, true
		}
	}
	return r.groupedWithin(row)
}

// sumNamed looks at a text beside a code: the name of the code's sum, or the word alone in a row without a date. With a
// date it is as well somebody who is called so.
func (r *reader) sumNamed(row tabular.Row, text, line string) (s sumRow, is bool) {
	s = sumRow{account: line, isOwn: true, isOpen: true}
	if !sumFirst().MatchString(text) {
		account, _, is := sumBehind(text)
		return s, is && key(account) == key(line)
	}
	if sumAlone().MatchString(text) {
		s.isOwn, s.isOpen = r.lacks(row), r.lacks(row)
		return s, !r.isDated(row)
	}
	return s, key(withoutSum(text)) == key(line)
}

// starred looks at a row that begins with asterisks in a column that the plan does not read. They may mean something
// else there, unless the column has no head, or the row lacks what each booking has.
func (r *reader) starred(row tabular.Row, line string) (s sumRow, is bool) {
	for at, c := range row.Cells {
		if c.Text == "" {
			continue
		}
		if r.isRead(at) || strings.Trim(c.Text, "*") != "" {
			return s, false
		}
		isOwn := r.heads.Cell(at).Text == "" || r.lacks(row)
		if !isOwn && r.isDated(row) {
			return s, false
		}
		return sumRow{account: line, mark: c.Text, isOwn: isOwn, isOpen: isOwn}, true
	}
	return s, false
}

// grouped looks at a row without a code, in which some column has a text of other rows with a sum's word behind it.
func (r *reader) grouped(row tabular.Row) (s sumRow, is bool) {
	if r.isDated(row) {
		return s, false
	}
	for at, c := range row.Cells {
		if account, _, is := sumBehind(c.Text); is && r.texts.count(r, at, account) > 0 {
			return sumRow{isOwn: true, isOpen: true}, true
		}
	}
	return s, false
}

// groupedWithin looks at a row with a code for the same: the sum of a fund or a kind within its account. In a column that
// the plan does not read, the text may be the name of somebody.
func (r *reader) groupedWithin(row tabular.Row) (s sumRow, is bool) {
	c := &r.columns
	if r.isDated(row) {
		return s, false
	}
	for at, cell := range row.Cells {
		account, _, is := sumBehind(cell.Text)
		if !is || at == c.line || at == c.fund && r.lines.fund(cell.Text) != "" || r.texts.count(r, at, account) == 0 {
			continue
		}
		isOwn := at == c.fund || at == c.kind || r.lacks(row)
		return sumRow{isOwn: isOwn, isOpen: isOwn}, true
	}
	return s, false
}

// isRead reports a column that the plan reads.
func (r *reader) isRead(at int) bool {
	switch c := &r.columns; at {
	case c.line, c.amount, c.spent, c.committed, c.debit, c.credit, c.date, c.kind, c.fund, c.currency:
		return true
	}
	return false
}

// isDated reports a row with a date, as a booking has.
func (r *reader) isDated(row tabular.Row) bool {
	return r.columns.date >= 0 && row.Cell(r.columns.date).Text != ""
}

// lacks reports a row without a date or a kind, where others have them.
func (r *reader) lacks(row tabular.Row) bool {
	for _, at := range []int{r.columns.date, r.columns.kind} {
		if at >= 0 && row.Cell(at).Text == "" && r.texts.any(r, at) {
			return true
		}
	}
	return false
}
